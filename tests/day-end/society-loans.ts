// Loans of the society of the day-end tests: who borrows and pays back when, and how the program is given them.

import { type CalendarDate, calendarDate, money } from '@kafal/core';
import { openBalance, postJournalEntry } from '../../apps/server/src/features/accounting/index.ts';
import type { TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import {
  decideRepayment,
  findLoan,
  insertLoanProduct,
  type LoanWithBalance,
  recordPayout,
  recordRepayment,
} from '../../apps/server/src/features/loans/index.ts';
import type { Trx } from '../../apps/server/src/platform/platform.ts';
import type { Seeded } from '../society/seeded.ts';
import { loanOnPaper, type PaperLoan } from './loan-books.ts';

const MOST_BORROWERS = 12;
/** Principal in eight equal parts, and a four hundredth of it, are whole paise. */
const UNIT = 3_200;

/** Some pay in time, some late and in part, some never; nobody pays more than has fallen due. */
export function planLoans(members: number, days: readonly CalendarDate[], random: Seeded): PaperLoan[] {
  return Array.from({ length: Math.min(MOST_BORROWERS, members) }, (_, place): PaperLoan => {
    const lentOn = days[random.whole(0, 6)] ?? calendarDate('2023-03-02');
    const principal = UNIT * random.whole(100, 2_000);
    const weekly = principal / 8 + principal / 400;
    const pays = random.oneOf(['well', 'late', 'never'] as const);
    const payments: { on: string; amount: number }[] = [];
    let owed = 0;
    for (let week = 1; week <= 8; week += 1) {
      const dueOn = new Date(Date.parse(lentOn) + week * 7 * 86_400_000).toISOString().slice(0, 10);
      // After a day off, that day is ended when the money is there already; paper goes day by day.
      const after = days.filter((day, place) => day >= dueOn && isNextDay(days[place - 1], day));
      const on = pays === 'well' ? after[0] : after[random.whole(0, 12)];
      owed += weekly;
      if (on === undefined || pays === 'never' || payments.some((before) => before.on >= on)) continue;
      const amount = pays === 'well' ? owed : random.whole(1, owed);
      payments.push({ on, amount });
      owed -= amount;
    }
    return { memberId: place + 1, lentOn, principal, payments };
  });
}

const isNextDay = (before: CalendarDate | undefined, day: CalendarDate) =>
  before !== undefined && Date.parse(day) - Date.parse(before) === 86_400_000;

export function addLoanProduct({ platform }: TestBooks, from: CalendarDate): Promise<void> {
  return platform.transact((trx) =>
    insertLoanProduct(
      trx,
      {
        code: 'FL',
        nameEn: 'Flat loan',
        nameHi: 'समान ब्याज ऋण',
        isOffered: true,
        accountCode: '1301',
        interestMethod: 'flat',
        repayment: 'equalInstalments',
        interestBasis: 'scheduled',
        every: 1,
        unit: 'weeks',
        minimumInstalments: 1,
        maximumInstalments: 52,
        minimumAmount: money(1),
        maximumAmount: money(100_000_000),
        annualRate: '13',
        instalmentMultiple: money(1),
        allocation: 'instalmentFirst',
        excess: 'advance',
        processingFeePercent: '0',
        processingFeeMinimum: money(0),
        processingFeeMaximum: null,
        shareLinkPercent: '0',
        guarantorsNeeded: 0,
        guarantorShareMultiple: null,
        guarantorDepositMultiple: null,
        guarantorMostLoans: null,
        closingFeePercent: '0',
        flatRebate: 'unbegun',
        eligibility: [],
        collateral: null,
        membershipMonths: 0,
        sanctionDays: 90,
      },
      { effectiveFrom: from, legalBasis: null, recordedAt: platform.clock.now() },
    ),
  );
}

export async function moveLoans(
  trx: Trx,
  books: TestBooks,
  loans: readonly PaperLoan[],
  on: CalendarDate,
): Promise<void> {
  for (const loan of loans) {
    if (loan.lentOn === on) await lend(trx, books, loan, on);
    for (const { amount } of loan.payments.filter((payment) => payment.on === on)) {
      await repay(trx, books, await loanOf(trx, loan.memberId), amount, on);
    }
  }
}

async function lend(trx: Trx, books: TestBooks, { memberId, principal }: PaperLoan, on: CalendarDate): Promise<void> {
  const { platform, manager } = books;
  const amount = money(principal);
  const product = await trx.selectFrom('loan_product').select('id').where('code', '=', 'FL').executeTakeFirstOrThrow();
  const { insertId } = await trx
    .insertInto('loan')
    .values({
      number: `FL${String(memberId).padStart(6, '0')}`,
      memberId,
      productCode: 'FL',
      loanProductId: product.id,
      status: 'sanctioned',
      askedAmount: amount,
      askedInstalments: 8,
      purpose: 'A test of the end of a day',
      replacesLoanId: null,
      monthlyIncome: null,
      appliedOn: on,
      appliedByUserId: manager.actor.userId,
      recommendedByUserId: null,
      sanctionedAmount: amount,
      instalments: 8,
      annualRate: '13',
      resolutionNumber: null,
      sanctionedOn: on,
      validUntil: on,
      decidedByUserId: null,
      reason: null,
      disbursedOn: null,
      disbursementEntryId: null,
      nextDueOn: null,
      closedOn: null,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await openBalance(trx, platform, { subLedger: 'loan', subLedgerId: id, accountCode: '1301' });
  const entry = await postJournalEntry(trx, platform, manager.actor, {
    seriesCode: 'JV',
    kind: 'disbursement',
    narration: 'Lent',
    postings: [
      { accountCode: '1301', side: 'debit', amount, subLedger: 'loan', subLedgerId: id },
      { accountCode: '1201', side: 'credit', amount },
    ],
    audit: { action: 'test.posted' },
    event: { name: 'voucher.posted' },
  });
  const none = {
    plan: undefined,
    firstDue: undefined,
    fee: money(0),
    feeTax: money(0),
    insurance: money(0),
    shares: money(0),
    earlier: undefined,
  };
  const payout = { ...none, amount };
  await recordPayout(trx, platform, manager.actor, await loanOf(trx, memberId), payout, entry);
}

async function repay(
  trx: Trx,
  { platform, manager }: TestBooks,
  loan: LoanWithBalance,
  asked: number,
  on: CalendarDate,
): Promise<void> {
  const amount = money(asked);
  const decided = await decideRepayment(trx, loan, { amount }, on);
  const entry = await postJournalEntry(trx, platform, manager.actor, {
    seriesCode: 'JV',
    kind: 'voucher',
    narration: 'Paid back',
    postings: [{ accountCode: '1201', side: 'debit', amount }, ...decided.postings],
    audit: { action: 'test.posted' },
    event: { name: 'voucher.posted' },
  });
  await recordRepayment(trx, platform, manager.actor, loan, decided, entry);
}

async function loanOf(trx: Trx, memberId: number): Promise<LoanWithBalance> {
  const { id } = await trx.selectFrom('loan').select('id').where('memberId', '=', memberId).executeTakeFirstOrThrow();
  const loan = await findLoan(trx, id);
  if (loan === undefined) throw new Error(`member ${memberId} has borrowed`);
  return loan;
}

/** What paper says of every loan after a day, a line each. */
export function loansOfPlan(loans: readonly PaperLoan[], last: CalendarDate): string[] {
  return loans.flatMap((loan) => {
    const { lines, principal, receivable } = loanOnPaper(loan, last);
    const { interest, penalty } = receivable;
    return [...lines, `owes ${principal}, booked ${interest} and ${penalty}`].map(
      (line) => `loan of ${loan.memberId}: ${line}`,
    );
  });
}

export async function loansInTheBooks({ platform }: TestBooks): Promise<string[]> {
  const { database } = platform;
  const loans = await database
    .selectFrom('loan as l')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'loan').onRef('b.subLedgerId', '=', 'l.id'))
    .select(['l.id', 'l.memberId', 'b.amount'])
    .orderBy('l.id')
    .execute();
  const penal = await database.selectFrom('loan_penal_day').selectAll().orderBy('chargedOn').execute();
  const changes = await database.selectFrom('loan_class_change').selectAll().orderBy('changedOn').execute();
  const provisions = await database.selectFrom('loan_provision').selectAll().orderBy('providedOn').execute();
  const receivables = await database.selectFrom('loan_receivable').selectAll().orderBy('id').execute();
  return loans.flatMap(({ id, memberId, amount: owed }) => {
    const isOwn = ({ loanId }: { readonly loanId: number }) => loanId === id;
    const booked = (part: string) =>
      receivables.reduce((sum, row) => (isOwn(row) && row.part === part ? sum + row.amount : sum), 0);
    return [
      ...penal.filter(isOwn).map(({ chargedOn, amount }) => `${chargedOn} charged ${amount}`),
      ...changes.filter(isOwn).map((row) => `${row.changedOn} ${row.fromClass} becomes ${row.toClass}`),
      ...provisions
        .filter((row) => isOwn(row) && row.change !== 0)
        .map(({ providedOn, amount }) => `${providedOn} put aside ${amount}`),
      `owes ${owed}, booked ${booked('interest')} and ${booked('penalty')}`,
    ].map((line) => `loan of ${memberId}: ${line}`);
  });
}
