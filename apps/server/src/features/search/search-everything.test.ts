// Accounts, receipts and applications by the beginning of their number.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { searchEverything } from './search-everything.ts';

let counter: TestCounter;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
});
afterEach(() => counter.close());

test('the first five of a number as far as it is typed, in its order; a receipt with its amount', async () => {
  const sunita = await counter.admit('Sunita Rawat');
  for (const name of ['Asha Bisht', 'Mohan Negi', 'Kamla Pant', 'Tara Joshi', 'Hema Uniyal']) await counter.admit(name);
  await counter.deposit(sunita, '500.00');
  await counter.deposit(sunita, '75.25');
  const found = (q: string) => searchEverything(counter.platform, counter.cashier.actor, q);

  const { accounts, receipts } = await found('sb00');
  expect(accounts.map(({ accountNumber }) => accountNumber)).toEqual([
    'SB000001',
    'SB000002',
    'SB000003',
    'SB000004',
    'SB000005',
  ]);
  expect(accounts[0]).toMatchObject({ memberName: 'Sunita Rawat', status: 'active' });
  expect(receipts).toEqual([]);
  const [, second] = (await found('T1/2')).receipts;
  expect(second).toMatchObject({
    number: 'T1/2026-27/00002',
    direction: 'in',
    total: '75.25',
    issuedOn: '2026-11-30',
    memberName: 'Sunita Rawat',
  });
});

test('who may see one kind alone finds no other, by the same number', async () => {
  const sunita = await counter.admit('Sunita Rawat');
  await counter.deposit(sunita, '500.00');
  const { trackingNumber } = await counter.platform.database
    .selectFrom('membership_application')
    .select('trackingNumber')
    .executeTakeFirstOrThrow();
  const actor = (...permissions: ('application.read' | 'counter.read')[]) => ({
    ...counter.manager.actor,
    permissions: new Set(permissions),
  });
  const kinds = async (who: ReturnType<typeof actor>, q: string) => {
    const { accounts, receipts, applications } = await searchEverything(counter.platform, who, q);
    return [accounts.length, receipts.length, applications.length];
  };

  for (const [q, byCounter, byApplications] of [
    [sunita.depositNumber, [1, 0, 0], [0, 0, 0]],
    ['T1/2026-27/00001', [0, 1, 0], [0, 0, 0]],
    [trackingNumber, [0, 0, 0], [0, 0, 1]],
  ] as const) {
    expect(await kinds(actor('counter.read'), q)).toEqual(byCounter);
    expect(await kinds(actor('application.read'), q)).toEqual(byApplications);
  }
});
