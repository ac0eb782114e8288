// A deposit goes to its own nominees, or where it has none to those of the membership.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;

beforeEach(async () => {
  counter = await openTestCounter();
  sunita = await counter.admit('Sunita Devi Rawat');
});
afterEach(() => counter.close());

const mother = { name: 'Kamla Rawat', relation: 'mother', dateOfBirth: '1958-02-11', sharePercent: '60.00' };
const son = { name: 'Rohan Rawat', relation: 'son', dateOfBirth: '2015-06-01', sharePercent: '40.00' };
const guardian = { guardianName: 'Mohan Rawat', guardianRelation: 'father' };
const ask = (nominees: readonly object[], by = counter.cashier) =>
  counter.post(`/api/deposits/${sunita.depositId}/nominees`, { nominees }, by);
const nominees = async (by = counter.cashier) =>
  (await counter.get(`/api/deposits/${sunita.depositId}`, by)).json().nominees;

async function name(asked: readonly object[]): Promise<void> {
  const { approvalId } = (await ask(asked)).json();
  const yes = await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);
  expect(yes.statusCode, yes.body).toBe(200);
}

test('until it has its own, a deposit goes to the nominees of the membership; two people change that, and back', async () => {
  expect(await nominees()).toMatchObject({ areOwn: false, items: [{ name: 'Mohan Rawat', sharePercent: '100.00' }] });
  const asked = await ask([mother, { ...son, ...guardian }]);
  expect(asked.statusCode).toBe(202);
  expect(await nominees()).toMatchObject({ areOwn: false });

  await name([mother, { ...son, ...guardian }]);
  const own = { areOwn: true, items: [mother, { ...son, ...guardian }] };
  expect(await nominees()).toMatchObject(own);
  expect(await nominees(sunita.signedIn)).toMatchObject(own);

  await name([]);
  expect(await nominees()).toMatchObject({ areOwn: false, items: [{ name: 'Mohan Rawat' }] });
});

test('shares that are not the whole, and a minor without a guardian, are refused with their field', async () => {
  expect((await ask([mother])).json()).toMatchObject({ status: 400, fields: [{ path: 'nominees' }] });
  expect((await ask([mother, son])).json()).toMatchObject({
    status: 400,
    fields: [{ path: 'nominees.1.guardianName' }],
  });
  expect((await ask([], sunita.signedIn)).statusCode).toBe(403);
  expect((await nominees()).areOwn).toBe(false);
});
