// A small society on a clean database, for tests of the books: accounts, days, members, deposits, tills. Only tests
// import this file.

import { type CalendarDate, calendarDate, type Money, parseMoney } from '@kafal/core';
import type { Feature } from '../../platform/http/build-app.ts';
import { createTestApp, type SignedIn, type TestApp, type TestAppOptions } from '../../platform/http/test-app.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { approvalsMessages, approvalsRoutes } from '../approvals/index.ts';
import { keepMemberTerms } from '../search/index.ts';
import { accountingRoutes } from './accounting-routes.ts';
import { openBalance } from './balances.ts';
import { forgetBookRules } from './book-rules.ts';
import { openFirstBusinessDay } from './business-day.ts';
import type { EntryDraft, PostedEntry, PostingDraft } from './entry-draft.ts';
import { createChartOfAccounts } from './ledger-accounts.ts';
import { accountingMessages } from './messages.ts';
import { postJournalEntry } from './post-journal-entry.ts';

export const FIRST_DAY = calendarDate('2026-11-30');

export interface TestBooks extends TestApp {
  manager: SignedIn;
  accountant: SignedIn;
  cashier: SignedIn;
  /** Adds a member with one savings account. */
  addMember(number: string, options?: { floor?: Money }): Promise<{ memberId: number; depositId: number }>;
  /** Adds a till; with a cashier, its session is open. */
  addTill(code: string, cashier?: SignedIn): Promise<number>;
  /** Opens one more session, or closes it. */
  openSession(tillId: number, cashier: SignedIn): Promise<void>;
  closeSession(tillId: number): Promise<void>;
  setSetting(name: string, value: unknown): Promise<void>;
  post(draft: Partial<EntryDraft> & { postings: readonly PostingDraft[] }, by?: SignedIn): Promise<PostedEntry>;
  /** Cash received at a till into a savings account. */
  deposit(at: { tillId: number; memberId: number; depositId: number }, amount: Money): Promise<PostedEntry>;
  /** A new key for every money request. */
  key(): { 'idempotency-key': string };
}

export async function openTestBooks(
  options: TestAppOptions = {},
  features: readonly Feature[] = [],
  firstDay: CalendarDate = FIRST_DAY,
): Promise<TestBooks> {
  const app = await createTestApp(
    [
      { name: 'accounting', routes: accountingRoutes, messages: accountingMessages },
      { name: 'approvals', routes: approvalsRoutes, messages: approvalsMessages },
      ...features,
    ],
    options,
  );
  const { platform, clock } = app;
  const setSetting = async (name: string, value: unknown) => {
    await platform.transact((trx) => addSetting(trx, platform, firstDay, name, value));
    forgetBookRules(platform);
  };
  await platform.transact(async (trx) => {
    await addSetting(trx, platform, firstDay, 'calendar.timeZone', 'Asia/Kolkata');
    await addSetting(trx, platform, firstDay, 'calendar.financialYearStart', '04-01');
    await addSetting(trx, platform, firstDay, 'money.currency', 'INR');
    await addSetting(trx, platform, firstDay, 'deposits.interestFrom', firstDay);
    await addSetting(trx, platform, firstDay, 'tax.onInterest', 'none');
    await addSetting(trx, platform, firstDay, 'deposits.accrueInterest', false);
    await addSetting(trx, platform, firstDay, 'thrift.monthlyDue', null);
    for (const what of ['loanInstalment', 'depositInstalment', 'thrift', 'maturity', 'kyc', 'meeting'] as const) {
      await addSetting(trx, platform, firstDay, `reminders.${what}`, '3');
    }
    await addSetting(trx, platform, firstDay, 'calendar.weeklyOffs', null);
    await addSetting(trx, platform, firstDay, 'deposits.holidayRule', 'same');
    await addSetting(trx, platform, firstDay, 'deposits.holidayInterest', false);
    await createChartOfAccounts(trx);
    await openFirstBusinessDay(trx, platform, firstDay);
  });
  const manager = await app.staff('manager', 'Meena Joshi');
  const accountant = await app.staff('accountant', 'Arun Negi');
  const cashier = await app.staff('cashier', 'Kavita Bisht');

  const openSession = (tillId: number, by: SignedIn) =>
    platform.transact(async (trx) => {
      const day = await trx
        .selectFrom('business_day')
        .select('businessDate')
        .orderBy('businessDate', 'desc')
        .executeTakeFirstOrThrow();
      await trx
        .insertInto('till_session')
        .values({
          tillId,
          openTillId: tillId,
          openUserId: by.actor.userId,
          userId: by.actor.userId,
          businessDate: day.businessDate,
          status: 'open',
          openedAt: clock.now(),
          openingCash: parseMoney('0.00'),
          openingCount: '{}',
        })
        .execute();
    });
  const post: TestBooks['post'] = (draft, by = manager) =>
    platform.transact((trx) =>
      postJournalEntry(trx, platform, by.actor, {
        seriesCode: 'JV',
        kind: 'voucher',
        narration: 'A test of the books',
        audit: { action: 'test.posted' },
        event: { name: 'voucher.posted' },
        ...draft,
      }),
    );
  let keys = 0;

  return {
    ...app,
    manager,
    accountant,
    cashier,
    openSession,
    setSetting,
    post,
    closeSession: async (tillId) => {
      await platform.transact((trx) =>
        trx
          .updateTable('till_session')
          .set({ status: 'closed', openTillId: null, openUserId: null, closedAt: clock.now() })
          .where('openTillId', '=', tillId)
          .execute(),
      );
    },
    addMember: (number, { floor } = {}) => addMember(platform, firstDay, number, floor),
    addTill: async (code, by) => {
      const tillId = await platform.transact(async (trx) => {
        const { insertId } = await trx
          .insertInto('till')
          .values({ code, name: `Counter ${code}`, seriesCode: code, isActive: 1 })
          .executeTakeFirstOrThrow();
        await openBalance(trx, platform, { subLedger: 'till', subLedgerId: Number(insertId), accountCode: '1102' });
        return Number(insertId);
      });
      if (by !== undefined) await openSession(tillId, by);
      return tillId;
    },
    deposit: ({ tillId, memberId, depositId }, amount) =>
      post(
        {
          seriesCode: 'T1',
          kind: 'receipt',
          narration: 'Received into savings',
          postings: [
            { accountCode: '1102', side: 'debit', amount, subLedger: 'till', subLedgerId: tillId },
            { accountCode: '2101', side: 'credit', amount, subLedger: 'deposit', subLedgerId: depositId },
          ],
          memberId,
          tillId,
          mode: 'cash',
          event: { name: 'receipt.issued' },
        },
        cashier,
      ),
    key: () => {
      keys += 1;
      return { 'idempotency-key': `test-key-${String(keys).padStart(12, '0')}` };
    },
  };
}

async function addSetting(
  trx: Trx,
  platform: Platform,
  effectiveFrom: CalendarDate,
  name: string,
  value: unknown,
): Promise<void> {
  await trx
    .insertInto('setting')
    .values({
      name,
      value: JSON.stringify(value),
      effectiveFrom,
      legalBasis: null,
      setByUserId: null,
      recordedAt: platform.clock.now(),
    })
    .execute();
}

function addMember(platform: Platform, firstDay: CalendarDate, number: string, floor: Money | undefined) {
  return platform.transact(async (trx) => {
    const member = await trx
      .insertInto('member')
      .values({
        number,
        name: `Member ${number}`,
        nameLocal: null,
        dateOfBirth: calendarDate('1988-04-12'),
        gender: 'female',
        parentOrSpouseName: null,
        phone: null,
        email: null,
        emailKey: null,
        addressLine: 'House 14',
        locality: 'Nehru Colony',
        district: 'Dehradun',
        state: 'Uttarakhand',
        postalCode: '248001',
        occupation: 'Teacher',
        memberClass: 'regular',
        accountType: 'savings',
        panSealed: null,
        panKey: null,
        panMasked: null,
        aadhaarLastFour: null,
        bankDetailsSealed: null,
        bankDetailsMasked: null,
        language: 'en',
        status: 'active',
        statusSince: firstDay,
        joinedOn: firstDay,
        applicationId: null,
        createdAt: platform.clock.now(),
      })
      .executeTakeFirstOrThrow();
    const memberId = Number(member.insertId);
    await keepMemberTerms(trx, { id: memberId, number, name: `Member ${number}`, nameLocal: null, phone: null });
    const deposit = await trx
      .insertInto('deposit')
      .values({
        number: `SB-${number}`,
        memberId,
        productCode: 'SB',
        kind: 'savings',
        status: 'active',
        openedOn: firstDay,
        activeOn: firstDay,
        closedOn: null,
      })
      .executeTakeFirstOrThrow();
    const depositId = Number(deposit.insertId);
    await openBalance(trx, platform, {
      subLedger: 'deposit',
      subLedgerId: depositId,
      accountCode: '2101',
      ...(floor === undefined ? {} : { floor }),
    });
    await openBalance(trx, platform, { subLedger: 'share_pending', subLedgerId: memberId, accountCode: '2204' });
    return { memberId, depositId };
  });
}
