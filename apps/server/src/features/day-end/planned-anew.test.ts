// A personal loan of 100,000 at 12 % in 12 instalments of 8,885, lent on 30 November 2026 and not paid, is planned anew on
// 1 January 2027: interest of 1,000.00 fell due on 30 December, and two days of 31 of 921.15 are 59.43.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { openTestLoans, type TestLoan, type TestLoans } from './test-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(() => loans.counter.close());

const why = { reason: 'The crop failed', resolutionNumber: 'LC/2026/21', resolutionOn: '2026-12-28' };
const plan = (more: object = {}) => ({
  kind: 'rescheduling',
  firstDueOn: '2027-01-30',
  instalments: 12,
  arrears: 'apart',
  ...why,
  ...more,
});
const moratorium = (more: object = {}) => ({
  kind: 'moratorium',
  holiday: 3,
  instalments: 15,
  interest: 'served',
  ...why,
  ...more,
});
const ask = ({ id }: TestLoan, body: object, by = loans.officer) =>
  loans.counter.post(`/api/loans/${id}/measures`, body, by);
const preview = async ({ id }: TestLoan, body: object) =>
  (await loans.counter.post(`/api/loans/${id}/measures?preview=true`, body, loans.officer)).json();
const agree = ({ approvalId }: { approvalId: string }, by = loans.counter.manager) =>
  loans.counter.post(`/api/approvals/${approvalId}/approval`, {}, by);
const standing = () =>
  loans.counter.platform.database
    .selectFrom('loan_standing')
    .select(['classCode', 'daysPastDue', 'nonPerformingSince', 'heldUntil'])
    .executeTakeFirstOrThrow();
const entries = async () =>
  Number(
    (
      await loans.counter.platform.database
        .selectFrom('journal_entry')
        .select((of) => of.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  );

test('what is left is planned anew by two, holds the loan in its class, moves no money, and is taken back', async () => {
  const loan = await loans.lend();
  await loans.endDays('2026-12-31');

  expect((await ask(loan, plan({ firstDueOn: '2027-01-01' }))).json()).toMatchObject({
    code: 'LOAN_PLAN_DAY',
    fields: [{ path: 'firstDueOn' }],
  });
  expect((await ask(loan, plan({ instalments: 0 }))).statusCode).toBe(400);
  expect((await ask(loan, moratorium({ holiday: 15 }))).json()).toMatchObject({ code: 'LOAN_HOLIDAY_ALL' });
  await loans.counter.changeSetting('loans.highestRate', '14.75');
  expect((await ask(loan, plan({ annualRate: '15' }))).json()).toMatchObject({ code: 'LOAN_RATE_ABOVE_CAP' });

  // Interest served on three due days: 935.48 of 29 days of 31 and the 59.43, then a level of 8,885 from the fourth on.
  expect(await preview(loan, moratorium())).toMatchObject({
    total: '100000.00',
    after: { due: '1000.00', instalment: '995.40', instalmentThen: '8885.00', instalmentsLeft: 16 },
  });
  const shown = await preview(loan, plan());
  expect(shown).toMatchObject({
    narration: `Loan ${loan.number} planned anew`,
    postings: [],
    before: { due: '8885.00', instalment: '8885.49', instalmentsLeft: 12, lastDueOn: '2027-11-30', annualRate: '12' },
    // 8,885 with a twelfth of 1,000.00, the 59.43, and the penal charge of 0.49.
    after: { due: '0.00', instalment: '9028.25', instalmentsLeft: 12, lastDueOn: '2027-12-30', annualRate: '12' },
  });
  // Day by day: nothing stays due on 30 December, and the new plan ends a month later.
  expect(shown.plans.days).toHaveLength(13);
  expect(shown.plans.days.slice(0, 2)).toEqual([
    {
      dueOn: '2026-12-30',
      before: {
        ...{ dueOn: '2026-12-30', principal: '7885.00', interest: '1000.00', charges: '0.00', total: '8885.00' },
        balance: '92115.00',
      },
      after: null,
    },
    {
      dueOn: '2027-01-30',
      before: {
        ...{ dueOn: '2027-01-30', principal: '7963.85', interest: '921.15', charges: '0.49', total: '8885.49' },
        balance: '84151.15',
      },
      after: {
        ...{ dueOn: '2027-01-30', principal: '7949.52', interest: '1078.24', charges: '0.49', total: '9028.25' },
        balance: '92050.48',
      },
    },
  ]);
  expect(shown.plans.days.at(-1)).toMatchObject({ dueOn: '2027-12-30', before: null, after: { balance: '0.00' } });
  const waived = await preview(loan, { kind: 'waiver', penalty: '0.49', ...why });
  expect(waived.plans).toBeNull();

  const before = await entries();
  const asked = await ask(loan, plan());
  expect(asked.statusCode).toBe(202);
  const asDecided = async (id = asked.json().approvalId) =>
    (await loans.counter.get(`/api/approvals/${id}/loan-plans`, loans.counter.manager)).json();
  expect(await asDecided()).toEqual({ plans: shown.plans });
  expect(await asDecided('999999')).toMatchObject({ code: 'APPROVAL_NOT_FOUND' });
  expect((await agree(asked.json(), loans.officer)).statusCode).toBe(403);
  expect((await agree(asked.json())).statusCode).toBe(200);
  expect(await asDecided()).toEqual({ plans: null });
  expect(await entries()).toBe(before);
  const detail = (await loans.counter.get(`/api/loans/${loan.id}`, loans.borrower.signedIn)).json();
  expect(detail).toMatchObject({ overdue: '0.00', nextDueOn: '2027-01-30', outstanding: '100000.00' });
  expect(detail.instalmentsPlan.slice(0, 2)).toMatchObject([
    { dueOn: '2026-12-30', total: '0.00', isPast: true },
    { dueOn: '2027-01-30', principal: '7949.52', interest: '1078.24', isPast: false },
  ]);
  expect(detail.measures).toMatchObject([{ kind: 'rescheduling', resolutionNumber: 'LC/2026/21', takenBackOn: null }]);

  // Nothing is past due any more, and its class is worse for it, not better.
  await loans.endDays('2027-01-01');
  const held = { classCode: 'sub-standard', daysPastDue: 0, nonPerformingSince: '2027-01-01', heldUntil: '2028-01-01' };
  expect(await standing()).toEqual(held);
  await verifyTestBooks(loans.counter.platform);

  const [measure] = detail.measures;
  const undo = { reason: 'It was meant for another loan' };
  const path = `/api/loans/${loan.id}/measures/${measure.id}/reversal`;
  expect((await agree((await loans.counter.post(path, undo, loans.officer)).json())).statusCode).toBe(200);
  await loans.endDays('2027-01-02');
  expect(await loans.loan(loan)).toMatchObject({ overdue: '8885.00', daysPastDue: 4 });
  expect(await standing()).toMatchObject({ classCode: 'standard', daysPastDue: 4, heldUntil: null });

  // 0.97 are two days of penal charges. A moratorium lowers no class; interest put off is collected beside the later instalments.
  expect((await agree((await ask(loan, moratorium({ interest: 'apart' }))).json())).statusCode).toBe(200);
  const { instalmentsPlan } = (await loans.loan(loan)) as { instalmentsPlan: { total: string; dueOn: string }[] };
  expect(instalmentsPlan.map(({ total }) => total).slice(0, 4)).toEqual(['1000.00', '0.97', '0.00', '0.00']);
  expect(instalmentsPlan).toHaveLength(16);
  await loans.endDays('2027-01-03');
  expect(await standing()).toMatchObject({ classCode: 'standard', heldUntil: null });
  await loans.repay(loan, '1000.00');
  expect(await loans.loan(loan)).toMatchObject({ overdue: '0.00' });
  await loans.endDays('2027-01-04');
  await verifyTestBooks(loans.counter.platform);
});
