// Of 1,00,000 for three years at 8 per cent come 26,824.18; ten per cent of what is above 25,000 a year are withheld, twenty
// without a PAN, and nothing with a declaration. Savings get their interest at the end of March.

import { calendarDate, formatMoney, type Money, negate, parseMoney, sum } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareWithLedger } from '../../../../../tests/deposit-lists/lists-and-ledger.ts';
import { systemActor } from '../../platform/http/actor.ts';
import { postJournalEntry } from '../accounting/index.ts';
import type { AdmittedMember } from '../counter/test-counter.ts';
import { openTestTerms, type TestTerms } from '../day-end/test-terms.ts';

let terms: TestTerms;
let without: AdmittedMember;
let declared: AdmittedMember;
beforeEach(async () => {
  terms = await openTestTerms();
  const { counter } = terms;
  await counter.changeSetting('tax.interestThreshold', '25000.00');
  await counter.changeSetting('tax.onInterest', 'above-threshold');
  await counter.changeSetting('deposits.accrueInterest', true);
  without = await counter.admitActive('Bhawani Prasad Semwal', 1_000);
  declared = await counter.admitActive('Kamla Devi Panwar', 1_000);
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ dateOfBirth: calendarDate('1990-04-12') })
      .execute();
    await trx.updateTable('member').set({ panKey: 'a PAN' }).where('id', '=', Number(terms.sunita.id)).execute();
    await trx.updateTable('member').set({ panKey: null }).where('id', '=', Number(without.id)).execute();
  });
  const form = { financialYear: '2026-27', number: 'F121/2026/000042', receivedOn: '2026-11-30' };
  await counter.post(`/api/members/${declared.id}/tax-declarations`, form, counter.manager);
  for (const member of [terms.sunita, without, declared]) {
    await terms.open('2023-11-30', '2026-11-30', { atMaturity: 'to-savings' }, member);
  }
  await terms.open('2026-10-01', '2029-10-01', {}, declared);
  await terms.endDays('2026-11-30');
});
afterEach(() => terms.counter.close());

const get = (path: string) => terms.counter.get(path, terms.counter.manager);
const list = async (query = '') => (await get(`/api/interest-tax?total=true${query}`)).json();
const months = async () => (await get('/api/tax-payable')).json();

/** All postings on these accounts, debit above credit. */
async function ledger(...codes: string[]): Promise<Money> {
  const rows = await terms.counter.platform.database
    .selectFrom('posting')
    .select(['side', 'amount'])
    .where('accountCode', 'in', codes)
    .execute();
  return sum(rows.map(({ side, amount }) => (side === 'debit' ? amount : negate(amount))));
}

test('the list says of each member what came, what was withheld and why not, and adds up to the ledger', async () => {
  const told = await list();
  expect(told).toMatchObject({ year: '2026-27', from: '2026-04-01', to: '2027-03-31', total: 3, nextCursor: null });
  expect(told.items).toMatchObject([
    { memberName: 'Sunita Devi Rawat', interest: '26824.18', tax: '2682.42', declaration: null, due: '0.00' },
    { memberName: 'Bhawani Prasad Semwal', panMasked: null, tax: '5364.84', threshold: '25000.00' },
    { memberName: 'Kamla Devi Panwar', declaration: 'F121/2026/000042', interest: '26824.18', tax: '0.00' },
  ]);
  expect(told.items[2].accounts).toHaveLength(3);
  expect(told.totals).toEqual({
    interest: formatMoney(await ledger('5101', '5102', '5103', '2201')),
    tax: formatMoney(negate(await ledger('2211'))),
    accrued: formatMoney(negate(await ledger('2201'))),
  });
  const ofMember = `/api/members/${declared.id}/interest?on=2026-11-30`;
  expect((await terms.counter.get(ofMember)).json()).toMatchObject({
    year: '2026-27',
    interest: '26824.18',
    tax: '0.00',
    declaration: 'F121/2026/000042',
  });

  const compared = await compareWithLedger({
    platform: terms.counter.platform,
    get: async (path) => (await get(path)).json(),
  });
  expect(compared.failures).toEqual([]);
  expect(compared.counts).toMatchObject({ members: 3, certificates: 3, maturities: 3, 'tax in paise': 804_726 });
  const paper = await get(`/api/members/${without.id}/tax-certificate.pdf?language=hi`);
  expect(paper.headers['content-type'], paper.body.slice(0, 200)).toBe('application/pdf');

  expect(await list('&part=q3')).toMatchObject({ from: '2026-10-01', to: '2026-12-31', totals: { tax: '8047.26' } });
  expect(await list('&part=m9')).toMatchObject({ from: '2026-12-01', totals: { interest: '0.00', tax: '0.00' } });
  const names = async (query: string) =>
    (await list(query)).items.map(({ memberName }: { memberName: string }) => memberName);
  expect(await names('&who=withheld')).toEqual(['Sunita Devi Rawat', 'Bhawani Prasad Semwal']);
  expect(await names('&who=withheld&part=m9')).toEqual([]);
  expect(await names('&who=declared')).toEqual(['Kamla Devi Panwar']);
  expect(await names('&who=without-pan&q=semwal')).toEqual(['Bhawani Prasad Semwal']);
  const first = await list('&limit=2&sort=-memberNumber');
  expect(first.items).toHaveLength(2);
  expect((await list(`&limit=2&sort=-memberNumber&cursor=${first.nextCursor}`)).items).toHaveLength(1);
  expect(await get('/api/interest-tax?year=2026-29').then((answer) => answer.json())).toMatchObject({
    status: 400,
    code: 'TAX_YEAR_UNKNOWN',
    fields: [{ path: 'year' }],
  });
  expect((await get('/api/interest-tax.csv?who=withheld')).body).toContain('Bhawani Prasad Semwal,,,,');
});

test('what is owed to the tax office is told by month; what is paid over and what is taken back lessen it', async () => {
  const { counter } = terms;
  const { platform } = counter;
  await platform.transact((trx) =>
    postJournalEntry(trx, platform, systemActor('Kafal'), {
      seriesCode: 'JV',
      kind: 'voucher',
      narration: 'Tax of November paid over to the tax office',
      postings: [
        { accountCode: '2211', side: 'debit', amount: parseMoney('8000.00') },
        { accountCode: '1201', side: 'credit', amount: parseMoney('8000.00') },
      ],
      audit: { action: 'voucher.posted' },
      event: { name: 'voucher.posted' },
    }),
  );
  const told = await months();
  expect(told.months[7]).toEqual({
    from: '2026-11-01',
    to: '2026-11-30',
    opening: '0.00',
    onInterest: '8047.26',
    other: '0.00',
    paidOver: '0.00',
    closing: '8047.26',
  });
  expect(told.months[8]).toMatchObject({ opening: '8047.26', paidOver: '8000.00', closing: '47.26' });
  expect(told.totals).toMatchObject({ onInterest: '8047.26', paidOver: '8000.00' });
  expect((await get('/api/tax-payable.csv')).body).toContain('Whole year,,0.00,8047.26,0.00,8000.00,47.26');

  await counter.changeSetting('limit.reversalApproval', '200000.00');
  await counter.changeSetting('limit.reversalDays', 7);
  const { entryId } = await platform.database
    .selectFrom('interest_tax')
    .select('entryId')
    .where('memberId', '=', Number(without.id))
    .executeTakeFirstOrThrow();
  const reason = { reason: 'Of another deposit' };
  expect((await counter.post(`/api/journal-entries/${entryId}/reversal`, reason, counter.manager)).statusCode).toBe(
    201,
  );
  expect(await list()).toMatchObject({ totals: { interest: '53648.36', tax: '2682.42' } });
  expect(await list('&part=m9&who=withheld')).toMatchObject({ items: [{ interest: '-26824.18', tax: '-5364.84' }] });
  expect((await months()).months[8]).toMatchObject({ onInterest: '-5364.84', closing: '-5317.58' });
  expect(negate(await ledger('2211'))).toBe(-531_758);
});

test('the register of declarations is a list, and one is taken ahead for the next tax year', async () => {
  const { counter } = terms;
  const ahead = { financialYear: '2027-28', number: 'F121/2027/000001', receivedOn: '2026-12-01' };
  const path = `/api/members/${declared.id}/tax-declarations`;
  expect((await counter.post(path, ahead, counter.manager)).statusCode).toBe(201);
  const register = async (query = '') => (await get(`/api/tax-declarations?total=true${query}`)).json();
  expect(await register()).toMatchObject({
    total: 2,
    years: ['2027-28', '2026-27'],
    items: [
      { number: ahead.number, memberName: 'Kamla Devi Panwar' },
      { financialYear: '2026-27', withdrawnAt: null },
    ],
  });
  expect(await register('&year=2026-27&state=active&q=panwar')).toMatchObject({ total: 1 });
  expect(await register('&state=withdrawn')).toMatchObject({ total: 0, items: [] });
  expect(await register('&q=F121/2027/000001')).toMatchObject({ total: 1 });
  expect((await get('/api/tax-declarations.csv?sort=recordedAt')).body).toContain('2026-27,F121/2026/000042');
});
