// An account at 4 per cent on 36,500 earns 4.00 a day, credited at the end of each month; the books begin on 30 November.

import { addDays, type CalendarDate, calendarDate, daysBetween, endOfMonth, money, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { systemActor } from '../../platform/http/actor.ts';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { balanceOf, moveBusinessDayIfDue } from '../accounting/index.ts';
import { FIRST_DAY, openTestBooks, type TestBooks } from '../accounting/test-books.ts';
import { creditInterest, depositsMessages, depositsRoutes } from './index.ts';

const DAY_MS = 86_400_000;
const system = systemActor('Kafal');

let books: TestBooks;
let firstMorning: number;
let at: { memberId: number; depositId: number };
beforeEach(async () => {
  books = await openTestBooks({}, [{ name: 'deposits', routes: depositsRoutes, messages: depositsMessages }]);
  firstMorning = books.clock.now();
  await books.platform.transact((trx) =>
    trx
      .insertInto('deposit_product')
      .values({
        code: 'SB',
        kind: 'savings',
        nameEn: 'Savings',
        nameHi: 'बचत',
        accountCode: '2101',
        minimumBalance: money(0),
        annualRate: '4',
        effectiveFrom: FIRST_DAY,
        legalBasis: null,
        recordedAt: null,
        interestMonths: '1,2,3,4,5,6,7,8,9,10,11,12',
      })
      .execute(),
  );
  await books.setSetting('limit.valueDateDays', 60);
  await books.setSetting('limit.reversalDays', 365);
  at = await books.addMember('M1');
});
afterEach(async () => {
  await verifyTestBooks(books.platform);
  await books.close();
});

const rupees = (amount: string) => parseMoney(amount);
/** Savings paid in over the bank, or out again; counted from a day. */
const move = (amount: string, side: 'credit' | 'debit', valueOn?: CalendarDate) =>
  books.post({
    ...(valueOn === undefined ? {} : { valueOn }),
    postings: [
      { accountCode: '1201', side: side === 'credit' ? 'debit' : 'credit', amount: rupees(amount) },
      { accountCode: '2101', side, amount: rupees(amount), subLedger: 'deposit', subLedgerId: at.depositId },
    ],
  });
/** The months that end before this day are credited; what was credited is not credited again. */
async function liveUntil(day: string): Promise<void> {
  const until = calendarDate(day);
  for (let on: CalendarDate = FIRST_DAY; on < until; on = addDays(on, 1)) {
    books.clock.set(firstMorning + daysBetween(FIRST_DAY, on) * DAY_MS);
    if (on !== endOfMonth(on)) continue;
    await moveBusinessDayIfDue(books.platform);
    await books.platform.transact((trx) => creditInterest(trx, books.platform, system, { on, afterId: 0, limit: 10 }));
  }
  books.clock.set(firstMorning + daysBetween(FIRST_DAY, until) * DAY_MS);
  await moveBusinessDayIfDue(books.platform);
}
const reverse = (entryId: number | string, query = '', by: SignedIn = books.manager) =>
  by.inject({
    method: 'POST',
    url: `/api/journal-entries/${entryId}/reversal${query}`,
    headers: books.key(),
    payload: { reason: 'The amount was typed twice' },
  });
const interest = async () => {
  const answer = await books.manager.inject({ method: 'GET', url: `/api/deposits/${at.depositId}/interest` });
  return answer.json();
};
const balance = async () =>
  (await balanceOf(books.platform, { subLedger: 'deposit', subLedgerId: at.depositId })).amount;
const ofMonth = (of: string, before: string, after: string, difference: string) => ({
  accountNumber: 'SB-M1',
  from: `${of}-01`,
  to: endOfMonth(calendarDate(`${of}-01`)),
  before,
  after,
  difference,
  taxDifference: '0.00',
});
/** 36,500 from the first day on, and as much again from 22 December. */
async function creditTwoMonths() {
  await move('36500.00', 'credit');
  await liveUntil('2026-12-22');
  const twice = await move('36500.00', 'credit');
  await liveUntil('2027-02-01');
  return twice;
}

test('a reversal that is dated back over two credited months shows their interest before and after, and counts both anew', async () => {
  const twice = await creditTwoMonths();
  // December: 36,504 for 31 days and 36,500 for ten of them: 124.0136 + 40. January: 73,168.01 for 31 days: 248.5707.
  expect((await interest()).credits).toMatchObject([
    { from: '2027-01-01', interest: '248.57', replaced: [] },
    { from: '2026-12-01', interest: '164.01', replaced: [] },
    { from: '2026-11-30', interest: '4.00', replaced: [] },
  ]);

  const preview = await reverse(twice.id, '?preview=true');
  expect(preview.statusCode).toBe(200);
  expect(preview.json()).toMatchObject({
    interest: [
      ofMonth('2026-12', '164.01', '124.01', '-40.00'),
      // 36,628.01 for 31 days: 124.4349.
      ofMonth('2027-01', '248.57', '124.43', '-124.14'),
    ],
    balances: [{ before: '73416.58', after: '36752.44' }],
  });
  expect((await interest()).credits[0]).toMatchObject({ interest: '248.57', replaced: [] });

  expect((await reverse(twice.id)).statusCode).toBe(201);
  expect(await balance()).toBe(rupees('36752.44'));
  const { credits } = await interest();
  expect(credits).toMatchObject([
    { from: '2027-01-01', interest: '124.43', unrounded: '124.434883', replaced: [{ interest: '248.57' }] },
    { from: '2026-12-01', interest: '124.01', replaced: [{ interest: '164.01', becauseNumber: 'JV/2026-27/00003' }] },
    { from: '2026-11-30', interest: '4.00', replaced: [] },
  ]);
  // Each figure with the lines that it was reached by: what was replaced as it was, what counts as it is.
  expect(credits[1].lines).toMatchObject([{ days: 31, balance: '36504.00', interest: '124.013589' }]);
  expect(credits[1].replaced[0].lines).toMatchObject([
    { days: 21, balance: '36504.00' },
    { days: 10, balance: '73004.00' },
  ]);
  const ofEntry = await books.manager.inject({
    method: 'GET',
    url: `/api/deposits/${at.depositId}/interest?entryId=${credits[1].replaced[0].entryId}`,
  });
  expect(ofEntry.json().credits).toEqual([credits[1]]);
  const takenBack = await books.manager.inject({
    method: 'GET',
    url: `/api/journal-entries/${credits[1].replaced[0].reversalEntryId}`,
  });
  expect(takenBack.json()).toMatchObject({
    kind: 'reversal',
    total: '164.01',
    valueOn: '2026-12-31',
    reversesEntryId: credits[1].replaced[0].entryId,
    narration: 'Reversal of DE/2026-27/00002: counted anew with JV/2026-27/00003',
  });
  const trail = await books.platform.database
    .selectFrom('audit')
    .select('oldValues')
    .where('action', '=', 'savings.interest-recounted')
    .execute();
  expect(trail).toHaveLength(2);
});

test('a period that was counted anew is counted anew again, and shows every figure that it had', async () => {
  await creditTwoMonths();
  await move('3650.00', 'credit', calendarDate('2026-12-22'));
  await move('3650.00', 'debit', calendarDate('2026-12-27'));
  const [january, december] = (await interest()).credits;
  // Ten days of 0.40 more, then five of them less: 124.0136 + 40 + 4 - 2.
  expect(december).toMatchObject({ interest: '166.01', replaced: [{ interest: '168.01' }, { interest: '164.01' }] });
  // 73,170.01 for 31 days: 248.5775; before, 76,822.01: 260.9844.
  expect(january).toMatchObject({ interest: '248.58', replaced: [{ interest: '260.98' }, { interest: '248.57' }] });
  expect(await balance()).toBe(rupees('73000.00') + rupees('4.00') + rupees('166.01') + rupees('248.58'));
  // The end of the next month counts on from it: 73,418.59 for 28 days.
  await liveUntil('2027-03-01');
  expect((await interest()).credits[0]).toMatchObject({ from: '2027-02-01', interest: '225.28', replaced: [] });
});

test('a voucher credits money that was at the bank before it was known from its own day, with the interest shown first', async () => {
  await move('36500.00', 'credit');
  await liveUntil('2027-01-02');
  const line = (accountCode: string, side: string, more: object = {}) => ({
    accountCode,
    side,
    amount: '3650.00',
    ...more,
  });
  const voucher = (line2: object, more: object = {}) => ({
    kind: 'journal',
    lines: [line('1201', 'debit'), line2],
    narration: 'NEFT of 22 December, found on the statement',
    valueOn: '2026-12-22',
    ...more,
  });
  const enter = (payload: object, query = '') =>
    books.accountant.inject({ method: 'POST', url: `/api/vouchers${query}`, headers: books.key(), payload });
  const toMember = line('2101', 'credit', { accountNumber: 'SB-M1' });
  // Ten days of 0.40 more: 124.0136 + 4.
  const changed = [ofMonth('2026-12', '124.01', '128.01', '4.00')];
  expect((await enter(voucher(toMember), '?preview=true')).json()).toMatchObject({
    interest: changed,
    needsApproval: true,
  });

  const refused: [object, string, string][] = [
    [voucher(toMember, { kind: 'contra' }), 'VOUCHER_DEPOSIT_JOURNAL', 'lines.1.accountNumber'],
    [voucher(line('2101', 'credit')), 'VOUCHER_CONTROL_ACCOUNT', 'lines.1.accountCode'],
    [voucher(line('2101', 'credit', { accountNumber: 'SB-M9' })), 'VOUCHER_DEPOSIT_UNKNOWN', 'lines.1.accountNumber'],
    [voucher(line('2102', 'credit', { accountNumber: 'SB-M1' })), 'VOUCHER_DEPOSIT_OTHER', 'lines.1.accountCode'],
    [voucher(line('2101', 'debit', { accountNumber: 'SB-M1' })), 'VOUCHER_DEPOSIT_CREDIT', 'lines.1.side'],
    [voucher(toMember, { valueOn: '2026-11-29' }), 'VOUCHER_DEPOSIT_BEFORE', 'valueOn'],
  ];
  for (const [payload, code, path] of refused) {
    const answer = (await enter(payload)).json();
    expect([answer.code, ...(answer.fields ?? []).map((field: { path: string }) => field.path)]).toEqual([code, path]);
  }

  const { approvalId } = (await enter(voucher(toMember))).json();
  const approve = () =>
    books.manager.inject({
      method: 'POST',
      url: `/api/approvals/${approvalId}/approval`,
      headers: books.key(),
      payload: {},
    });
  const freeze = (takesMoney: 0 | 1) =>
    books.platform.transact((trx) => trx.updateTable('deposit').set({ takesMoney }).execute());
  await freeze(0);
  expect((await approve()).json()).toMatchObject({ status: 422, code: 'VOUCHER_DEPOSIT_TAKES_NOTHING' });
  await freeze(1);
  const approved = await approve();
  expect(approved.statusCode, approved.body).toBe(200);
  expect(approved.json().approval.lines).toContainEqual({
    label: 'Interest of SB-M1 from 2026-12-01 to 2026-12-31, credited already',
    before: '124.01',
    after: '128.01',
  });
  expect((await interest()).credits[0]).toMatchObject({ interest: '128.01', replaced: [{ interest: '124.01' }] });
  expect(await balance()).toBe(rupees('36500.00') + rupees('4.00') + rupees('3650.00') + rupees('128.01'));
});

test('of a day that was not credited yet, and of interest that stays the same, nothing is counted anew', async () => {
  await creditTwoMonths();
  await move('3650.00', 'credit', calendarDate('2027-02-01'));
  // 0.01 for ten days is nothing.
  await move('0.01', 'credit', calendarDate('2026-12-22'));
  const { credits } = await interest();
  expect(credits).toMatchObject([
    { interest: '248.57', replaced: [] },
    { interest: '164.01', replaced: [] },
    { interest: '4.00', replaced: [] },
  ]);
});

test('an account that holds less than its old interest has it counted anew all the same', async () => {
  await move('36500.00', 'credit');
  await liveUntil('2027-01-02');
  await move('36628.01', 'debit');
  // 50 for 29 days of December: 0.1589.
  await move('50.00', 'credit', calendarDate('2026-12-03'));
  expect((await interest()).credits[0]).toMatchObject({ interest: '124.17', replaced: [{ interest: '124.01' }] });
  expect(await balance()).toBe(rupees('50.16'));
});

test('interest that the member has spent cannot be taken back, and nothing is done', async () => {
  const twice = await creditTwoMonths();
  // What was received by mistake is there, and 10.00 of the 164.14 that it earned.
  await move('36906.58', 'debit');
  for (const query of ['?preview=true', '']) {
    const answer = await reverse(twice.id, query);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'INTEREST_MONEY_SPENT',
      detail: 'Of the interest that account SB-M1 would have to give back it lacks 154.14.',
    });
  }
  expect(await balance()).toBe(rupees('36510.00'));
});

test('where a reversal takes two people, the second one sees the interest before and after, and signs the new credits', async () => {
  const twice = await creditTwoMonths();
  await books.setSetting('limit.reversalDays', 0);
  const asked = await reverse(twice.id, '', books.accountant);
  expect(asked.statusCode).toBe(202);
  const approval = await books.manager.inject({ method: 'GET', url: `/api/approvals/${asked.json().approvalId}` });
  expect(approval.json().lines).toContainEqual(
    expect.objectContaining({
      label: 'Interest of SB-M1 from 2026-12-01 to 2026-12-31, credited already',
      before: '164.01',
      after: '124.01',
    }),
  );
  expect((await interest()).credits[0]).toMatchObject({ interest: '248.57' });
  const decided = await books.manager.inject({
    method: 'POST',
    url: `/api/approvals/${asked.json().approvalId}/approval`,
    headers: books.key(),
    payload: {},
  });
  expect(decided.statusCode).toBe(200);
  const { credits } = await interest();
  expect(credits[0]).toMatchObject({ interest: '124.43' });
  const people = await books.platform.database
    .selectFrom('journal_entry')
    .select(['makerUserId', 'checkerUserId'])
    .where('id', 'in', [Number(credits[0].entryId), Number(credits[0].replaced[0].reversalEntryId)])
    .execute();
  const { manager, accountant } = books;
  const both = { makerUserId: accountant.actor.userId, checkerUserId: manager.actor.userId };
  expect(people).toEqual([both, both]);
});

test('asked for twice under one key, the reversal and its interest are there once', async () => {
  const twice = await creditTwoMonths();
  const headers = books.key();
  const ask = () =>
    books.manager.inject({
      method: 'POST',
      url: `/api/journal-entries/${twice.id}/reversal`,
      headers,
      payload: { reason: 'The amount was typed twice' },
    });
  const [first, second] = [await ask(), await ask()];
  expect(second.json()).toEqual(first.json());
  expect((await interest()).credits[0].replaced).toHaveLength(1);
  expect(await balance()).toBe(rupees('36752.44'));
});

test('a credit by itself is not taken back: it follows from what the account held', async () => {
  await creditTwoMonths();
  const { credits } = await interest();
  for (const query of ['?preview=true', '']) {
    const answer = await reverse(credits[0].entryId, query);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'INTEREST_CREDIT_STANDS',
      detail:
        'Interest from 2027-01-01 to 2027-01-31 was credited once and follows from what the account held. Take back the entry that was wrong: the interest is counted anew with it.',
    });
  }
});

test('tax is counted anew with the interest: what the account gives back is what it had got', async () => {
  await books.setSetting('tax.onInterest', 'every-credit');
  for (const rate of ['tax.interestRate', 'tax.interestRateWithoutPan']) await books.setSetting(rate, '10');
  for (const threshold of ['tax.interestThreshold', 'tax.interestThresholdSenior']) {
    await books.setSetting(threshold, '0.00');
  }
  await books.setSetting('tax.seniorAge', 60);
  await move('36500.00', 'credit');
  await liveUntil('2026-12-22');
  const twice = await move('36500.00', 'credit');
  await liveUntil('2027-01-01');
  // 3.60 of November's 4.00 are left: 36,503.60 for 31 days and 36,500 for ten of them are 124.0122 + 40, less 16.40 of tax.
  expect(await balance()).toBe(rupees('73003.60') + rupees('147.61'));
  const preview = (await reverse(twice.id, '?preview=true')).json();
  expect(preview).toMatchObject({
    interest: [{ ...ofMonth('2026-12', '164.01', '124.01', '-40.00'), taxDifference: '-4.00' }],
    balances: [{ before: '73151.21', after: '36615.21' }],
  });
  await reverse(twice.id);
  // 124.01 less 12.40.
  expect(await balance()).toBe(rupees('36503.60') + rupees('111.61'));
});
