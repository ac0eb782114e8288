// Money ahead of its time, by the worked numbers of the field: a lakh at 12 % over twelve months, 8,885 a month.

import { expect, test } from 'vitest';
import { type CalendarDate, calendarDate } from '../calendar/calendar-date.ts';
import { type Money, money, parseMoney } from '../money/money.ts';
import { loanProducts } from '../presets/loan-products.ts';
import type { ReplayedLoan } from './instalment-state.ts';
import type { FlatRebate, LoanEvent, PrepaymentChoice } from './loan-events.ts';
import { type LoanRules, loanTermsOf } from './loan-rules.ts';
import { replayLoan } from './replay-loan.ts';

const [personal] = loanProducts({
  personal: '12',
  employee: '10',
  emergency: '11',
  most: '500000.00',
  guarantors: 2,
  membershipMonths: 1,
  emergencyMonths: 0,
  feePercent: '0.5',
  legalBasis: 'Resolution',
});
const rules = personal as LoanRules;
const lakh = parseMoney('100000.00');
const day = calendarDate;
const sixDues = ['05', '06', '07', '08', '09', '10'].map((month) => day(`2026-${month}-01`));

const replay = (events: readonly LoanEvent[], asOf: CalendarDate, changed: Partial<LoanRules> = {}) =>
  replayLoan(
    loanTermsOf({ ...rules, ...changed }, lakh, 12, '12'),
    day('2026-04-01'),
    [{ type: 'payout', on: day('2026-04-01'), amount: lakh }, ...events],
    asOf,
  );
const paidSix = (amount: Money): LoanEvent[] => sixDues.map((on) => ({ type: 'repayment', on, amount }));
const emi = parseMoney('8885.00');
const settle = (on: string, fee = '0.00', rebate: FlatRebate = 'unbegun'): LoanEvent => ({
  type: 'settlement',
  on: day(on),
  fee: parseMoney(fee),
  rebate,
});

const paidIn = ({ instalments, prepaid }: ReplayedLoan) =>
  instalments.reduce((sum, { paid }) => sum + paid, 0) + prepaid;
/** What the last of these events paid. */
function paidBy(events: readonly LoanEvent[], asOf: string, changed: Partial<LoanRules> = {}): number {
  return paidIn(replay(events, day(asOf), changed)) - paidIn(replay(events.slice(0, -1), day(asOf), changed));
}

test('ten days after the sixth instalment 51,491.37 and 169.29 of interest close the loan: 51,660.66', () => {
  const events = [...paidSix(emi), settle('2026-10-11')];
  expect(paidBy(events, '2026-10-11')).toBe(5_166_066);
  const { instalments } = replay(events, day('2027-06-01'));
  expect(instalments[6]).toMatchObject({ interest: 16_929, paidOn: '2026-10-11', outstanding: 0 });
  expect(instalments.slice(7).map(({ interest }) => interest)).toEqual([0, 0, 0, 0, 0]);
  expect(instalments.reduce((sum, { outstanding }) => sum + outstanding, 0)).toBe(0);
});

test('closing early asks for what is overdue whole, takes the fee of the product, and no more than the whole period', () => {
  const overdue = [...paidSix(emi).slice(0, 5), settle('2026-10-11', '250.00')];
  expect(paidBy(overdue, '2026-10-11')).toBe(5_166_066 + 888_500 + 25_000);
  // 31 days of October at 12 % would be 524.79; the period bears 514.91.
  expect(paidBy([...paidSix(emi), settle('2026-10-31')], '2026-10-31')).toBe(5_149_137 + 50_786);
  expect(paidBy([...paidSix(emi), settle('2026-11-01')], '2026-11-01')).toBe(5_149_137 + 51_491);
});

test('where interest follows days, closing asks for that of the days', () => {
  const daily = { interestBasis: 'daily' } as const;
  const closed = replay([settle('2026-04-11')], day('2026-04-11'), daily);
  // 1,00,000 × 12 % × 10 / 365.
  expect(paidIn(closed)).toBe(10_032_877);
});

test('a bullet that is closed on its way owes the interest that was held back', () => {
  const bullet = { repayment: 'bullet' } as const;
  // Two months of 1,000, and ten days: 328.77.
  expect(paidIn(replay([settle('2026-06-11')], day('2026-06-11'), bullet))).toBe(10_232_877);
});

test('a flat loan is spared the interest of the periods that have not begun, or what the rule of 78 says of them', () => {
  const flat = { interestMethod: 'flat', instalmentMultiple: money(1) } as const;
  const six = paidSix(money(933_333));
  // 1,000 a month: the seventh has begun, five have not; 12,000 × 5 × 6 / (12 × 13) = 2,307.69 of their 5,000.
  const closing = (rebate: FlatRebate, on = '2026-10-11') => {
    const paid = paidBy([...six, settle(on, '0.00', rebate)], on, flat);
    return paid - 5_000_002;
  };
  expect(closing('unbegun')).toBe(100_000);
  expect(closing('nothing')).toBe(600_000);
  expect(closing('ruleOf78')).toBe(600_000 - 230_769);
  expect(closing('unbegun', '2026-10-01')).toBe(0);
});

test('20,000 after the sixth instalment: 5,434 six times, or 8,885 three times and 5,578.37', () => {
  const after = (choice: PrepaymentChoice) =>
    replay(
      [...paidSix(emi), { type: 'prepayment', on: day('2026-10-01'), amount: parseMoney('20000.00'), choice }],
      day('2026-10-01'),
    );
  const lower = after('reduceInstalment');
  expect(lower.instalments.slice(6, 11).map(({ totalDue }) => totalDue)).toEqual(Array(5).fill(543_400));
  expect(lower.instalments[5]).toMatchObject({ balance: 5_149_137, outstanding: 0 });
  expect(lower.prepaid).toBe(2_000_000);
  const shorter = after('reduceTerm');
  expect(shorter.instalments.slice(6).map(({ totalDue }) => totalDue)).toEqual([888_500, 888_500, 888_500, 557_837]);
  expect(shorter.instalments.at(-1)?.balance).toBe(0);
});

test('a part-prepayment pays what is due first, and lowers interest from its very day', () => {
  const late = [
    ...paidSix(emi).slice(0, 5),
    { type: 'prepayment', on: day('2026-10-16'), amount: parseMoney('28885.00'), choice: 'reduceTerm' } as const,
  ];
  const { instalments, prepaid } = replay(late, day('2026-10-16'));
  expect(prepaid).toBe(2_000_000);
  expect(instalments[5]).toMatchObject({ paidOn: '2026-10-16', outstanding: 0 });
  // 51,491.37 for the whole of October, less 20,000 for its last 16 of 31 days: 514.91 − 103.23.
  expect(instalments[6]?.interest).toBe(41_169);
});

test('a prepayment that is not more than is due, or as much as all principal, is none; nothing follows a closing', () => {
  const prepay = (amount: string): LoanEvent => ({
    type: 'prepayment',
    on: day('2026-05-01'),
    amount: parseMoney(amount),
    choice: 'reduceTerm',
  });
  for (const amount of ['8885.00', '101000.00']) {
    expect(() => replay([prepay(amount)], day('2026-05-01'))).toThrow(/more than is due/);
  }
  const closed = settle('2026-05-01');
  expect(() => replay([closed, prepay('9000.00')], day('2026-05-01'))).toThrow(/was closed before/);
  expect(paidIn(replay([closed, { type: 'undo', place: 1 }], day('2026-05-01')))).toBe(0);
});

test('a bullet paid in parts owes the interest that was held back once: 12,000 of a year, whatever of it came first', () => {
  const due = day('2027-04-01');
  const bullet: Partial<LoanRules> = { repayment: 'bullet' };
  for (const amount of ['500.00', '1500.00', '11999.99', '12000.00']) {
    const { instalments } = replay([{ type: 'repayment', on: due, amount: parseMoney(amount) }], due, bullet);
    const last = instalments.at(-1);
    expect(last).toMatchObject({ interest: parseMoney('12000.00'), totalDue: parseMoney('112000.00') });
    expect(last?.outstanding).toBe(parseMoney('112000.00') - parseMoney(amount));
  }
});
