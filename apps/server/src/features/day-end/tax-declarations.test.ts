// 1,00,000 for three years at 8 per cent brings 26,824.18 at its end, and 10 per cent of it above 25,000 a year are withheld:
// 2,682.42, unless the member has declared that nothing is to be.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestTerms, type TestTerms } from './test-terms.ts';

const TODAY = '2026-11-30';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
  await terms.counter.changeSetting('tax.interestThreshold', '25000.00');
  await terms.counter.changeSetting('tax.onInterest', 'above-threshold');
});
afterEach(() => terms.counter.close());

const path = () => `/api/members/${terms.sunita.id}/tax-declarations`;
const form = { financialYear: '2026-27', number: 'F121/2026/000042', receivedOn: TODAY };
const record = (more: object = {}) => terms.counter.post(path(), { ...form, ...more }, terms.counter.manager);
const register = async () => (await terms.counter.get(path())).json();
const withdraw = (id: string) =>
  terms.counter.post(`${path()}/${id}/withdrawal`, { reason: 'Of another member' }, terms.counter.manager);
const taxOf = async (id: string) => (await terms.counter.get(`/api/deposits/${id}/interest`)).json().taxes[0];

test('with a declaration in the register nothing is withheld, and the credit says why', async () => {
  expect((await record()).statusCode).toBe(201);
  const { id } = await terms.open('2023-11-30', TODAY, { atMaturity: 'to-savings' });
  await terms.endDays(TODAY);
  expect(await taxOf(id)).toMatchObject({ reason: 'declared', interest: '26824.18', tax: '0.00' });
});

test('a declaration that was withdrawn is not heeded, stays in the register, and another may follow it', async () => {
  const { id: wrong } = (await record()).json();
  expect((await withdraw(wrong)).statusCode).toBe(200);
  expect((await withdraw(wrong)).json()).toMatchObject({ status: 409, code: 'DECLARATION_WITHDRAWN' });
  expect((await withdraw('999999')).json()).toMatchObject({ status: 404, code: 'DECLARATION_UNKNOWN' });
  const { id } = await terms.open('2023-11-30', TODAY, { atMaturity: 'to-savings' });
  await terms.endDays(TODAY);
  expect(await taxOf(id)).toMatchObject({ interest: '26824.18' });
  expect((await taxOf(id)).tax).not.toBe('0.00');

  expect((await record({ number: 'F121/2026/000043' })).statusCode).toBe(201);
  expect(await register()).toMatchObject({
    years: ['2026-27', '2027-28'],
    items: [
      { number: 'F121/2026/000043', recordedBy: 'Meena Joshi', withdrawnAt: null },
      { id: wrong, number: form.number, withdrawnBy: 'Meena Joshi', withdrawnBecause: 'Of another member' },
    ],
  });
  const trail = await terms.counter.platform.database
    .selectFrom('audit')
    .select('action')
    .where('action', 'like', 'member.tax%')
    .orderBy('id')
    .execute();
  expect(trail.map(({ action }) => action)).toEqual([
    'member.tax_declared',
    'member.tax_declaration_withdrawn',
    'member.tax_declared',
  ]);
});

test('a declaration of another year, or received tomorrow, is refused', async () => {
  for (const [what, more, status, code, field] of [
    ['for a year that is over', { financialYear: '2025-26' }, 422, 'DECLARATION_YEAR', 'financialYear'],
    ['for the year after the next', { financialYear: '2028-29' }, 422, 'DECLARATION_YEAR', 'financialYear'],
    ['received tomorrow', { receivedOn: '2026-12-01' }, 422, 'DECLARATION_FUTURE', 'receivedOn'],
  ] as const) {
    expect((await record(more)).json(), what).toMatchObject({ status, code, fields: [{ path: field }] });
    expect(await register()).toMatchObject({ items: [] });
  }
});

test('a member has one declaration a year, also when two clerks record it at once', async () => {
  const answers = await Promise.all([record(), record({ number: 'F121/2026/000043' })]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  expect((await record()).json()).toMatchObject({ status: 409, code: 'DECLARATION_THERE' });
  expect((await register()).items).toHaveLength(1);
});
