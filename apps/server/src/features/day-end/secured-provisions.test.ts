// What is put aside for loans with security, on 31 December 2026 by the Indian table: doubtful in its first year 20 % of what security
// covers and all of the rest. Of a gold loan of 80,000 the 20 g of pure gold bring 20 × 2,500 = 50,000 by the rate of that day, so
// 20 % × 50,000 + 30,000 = 40,000; a loan of 12,000 against 15,000 of savings is covered whole: 20 % × 12,000 = 2,400.

import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { changeSetting } from '../society/test-settings.ts';
import { openTestLoans, type TestLoans } from './test-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(async () => {
  await verifyTestBooks(loans.counter.platform);
  await loans.counter.close();
});

const setGoldRate = async (value: string, day: string) => {
  const { actor } = await loans.counter.staff('administrator', `Hema Joshi of ${day}`);
  await changeSetting(loans.counter.platform, actor, {
    name: 'loans.goldRate',
    value,
    effectiveFrom: calendarDate(day),
  });
};

async function lendAgainst(productCode: string, amount: string, instalments: number, item: object): Promise<number> {
  const { counter, borrower, officer, committee } = loans;
  const asked = { productCode, amount, instalments, purpose: 'A shop', monthlyIncome: '30000.00' };
  const { id } = (await counter.post('/api/loans', asked, borrower.signedIn)).json();
  const act = async (what: string, body: object, by = officer) => {
    const { version } = (await counter.get(`/api/loans/${id}`, officer)).json();
    const answer = await counter.post(`/api/loans/${id}/${what}`, { ...body, version }, by);
    expect([what, answer.statusCode]).toEqual([what, 200]);
  };
  const agree = async (what: string, body: object) => {
    const { approvalId } = (await counter.post(`/api/loans/${id}/${what}`, body, officer)).json();
    const answer = await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);
    expect([what, answer.statusCode]).toEqual([what, 200]);
  };
  const offered = await counter.post(`/api/loans/${id}/collateral`, item, officer);
  expect(offered.statusCode).toBe(201);
  await act('recommendation', { note: 'Weighed and seen' });
  await act('sanction', { amount, instalments, resolutionNumber: 'LC/2026/21' }, committee);
  if (productCode === 'GL') await agree('collateral/receipt', { itemIds: [offered.json().id], keptWhere: 'Vault' });
  await agree('disbursement', { toDepositId: borrower.depositId });
  return Number(id);
}

test('security lowers what is put aside: gold by the rate of the day, a lien while it is on the account', async () => {
  const { counter, borrower, officer } = loans;
  const { database } = counter.platform;
  await setGoldRate('5000.00', '2026-11-30');
  const gold = await lendAgainst('GL', '80000.00', 6, {
    ...{ kind: 'gold', description: 'Two bars', ownerName: 'Sunita Devi Rawat', packetNumber: 'G-1', pieces: 2 },
    ...{ grossWeight: '20.000', deduction: '0.000', purity: 1_000, valuedBy: 'Ramesh Soni', valuedOn: '2026-11-30' },
  });
  const pledge = { kind: 'deposit', depositId: borrower.depositId, value: '15000.00' };
  const pledged = await lendAgainst('DL', '12000.00', 12, pledge);
  const put = async () => {
    const rows = await database
      .selectFrom('loan_provision')
      .selectAll()
      .orderBy('providedOn')
      .orderBy('loanId')
      .execute();
    return rows.map(({ loanId, classCode, secured, amount }) => [loanId, classCode, secured, amount]);
  };
  await loans.endDays('2026-11-30');
  // 0.40 % of either part.
  expect(await put()).toEqual([
    [gold, 'standard', 8_000_000, 32_000],
    [pledged, 'standard', 1_200_000, 4_800],
  ]);

  await loans.endDays('2026-12-30');
  // As if the borrower had been behind since last year.
  await counter.platform.transact((trx) =>
    trx
      .updateTable('loan_standing')
      .set({ nonPerformingSince: calendarDate('2025-12-15') })
      .where('loanId', '=', pledged)
      .execute(),
  );
  await setGoldRate('2500.00', '2026-12-31');
  await loans.endDays('2026-12-31');
  expect((await put()).slice(2)).toEqual([
    [gold, 'doubtful-1', 5_000_000, 4_000_000],
    [pledged, 'doubtful-1', 1_200_000, 240_000],
  ]);
  const ofClass = async () => (await counter.get('/api/loan-classes', officer)).json().classes[2];
  expect(await ofClass()).toMatchObject({
    ...{ code: 'doubtful-1', loans: 2, outstanding: '92000.00', covered: '62000.00', uncovered: '30000.00' },
    ...{ needed: '42400.00', held: '42400.00', lacks: '0.00' },
  });
  const csv = (await counter.get('/api/loan-classes.csv', counter.manager)).body;
  expect(csv).toContain('"Doubtful, first year",20,100,2,92000.00,62000.00,30000.00');

  // A deposit that matures hands its lien on; an account with less than it keeps brings its share; a lifted lien brings nothing.
  const lien = await database.selectFrom('deposit_restriction').selectAll().executeTakeFirstOrThrow();
  await counter.platform.transact(async (trx) => {
    await trx.updateTable('deposit_restriction').set({ status: 'moved' }).where('id', '=', lien.id).execute();
    const { id, ...same } = lien;
    await trx
      .insertInto('deposit_restriction')
      .values({ ...same, movedFromId: id })
      .execute();
  });
  expect(await ofClass()).toMatchObject({ covered: '62000.00', uncovered: '30000.00' });
  const ofSavings = { subLedger: 'deposit', subLedgerId: Number(borrower.depositId) } as const;
  const account = database.selectFrom('balance').select(['amount', 'hold']);
  const before = await account
    .where('subLedger', '=', ofSavings.subLedger)
    .where('subLedgerId', '=', ofSavings.subLedgerId)
    .executeTakeFirstOrThrow();
  const change = (hold: number) =>
    counter.platform.transact((trx) =>
      trx
        .updateTable('balance')
        .set({ hold: hold as typeof before.hold })
        .where('subLedger', '=', ofSavings.subLedger)
        .where('subLedgerId', '=', ofSavings.subLedgerId)
        .execute(),
    );
  await change(before.amount * 2);
  // Half of 15,000.
  expect(await ofClass()).toMatchObject({ covered: '57500.00', uncovered: '34500.00', needed: '46000.00' });
  await change(before.hold);
  await counter.platform.transact((trx) =>
    trx.updateTable('deposit_restriction').set({ status: 'lifted' }).where('status', '=', 'active').execute(),
  );
  // 20 % × 50,000 + 42,000.
  expect(await ofClass()).toMatchObject({ covered: '50000.00', uncovered: '42000.00', needed: '52000.00' });
  await counter.platform.transact((trx) =>
    trx.updateTable('deposit_restriction').set({ status: 'active' }).where('status', '=', 'lifted').execute(),
  );
});
