import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { fractionText } from '../money/fraction.ts';
import { money, parseMoney } from '../money/money.ts';
import { formatRate, parseRate } from '../money/rate.ts';
import { loanProducts } from '../presets/loan-products.ts';
import type { LoanEvent } from './loan-events.ts';
import { type LoanRules, loanTermsOf } from './loan-rules.ts';
import { explainLoan, replayLoan } from './replay-loan.ts';

const [personal] = loanProducts({
  personal: '12',
  employee: '10',
  emergency: '11',
  most: '500000.00',
  guarantors: 0,
  membershipMonths: 0,
  emergencyMonths: 0,
  feePercent: '0',
  legalBasis: 'Resolution',
});
const start = calendarDate('2026-04-01');
const lakh = parseMoney('100000.00');
const termsOf = (rules: Partial<LoanRules>) => loanTermsOf({ ...(personal as LoanRules), ...rules }, lakh, 12, '12');
const payout: LoanEvent = { type: 'payout', on: start, amount: lakh };

/** "1 Apr to 1 May: 100000.00 at 12 for 1/12 = 100000". */
const said = (of: ReturnType<typeof explainLoan>, number: number) =>
  of.interest[number - 1]?.lines.map(
    ({ from, to, days, balance, annualRate, yearPart: { numerator, denominator }, interest }) =>
      `${from} ${to} ${days} ${balance} × ${formatRate(annualRate)} × ${numerator}/${denominator} = ${fractionText(interest, 4)}`,
  );

test('a month of the schedule is a twelfth of the year, whatever its days', () => {
  const loan = explainLoan(termsOf({}), start, [payout], start);
  expect(said(loan, 1)).toEqual(['2026-04-01 2026-05-01 30 10000000 × 12 × 1/12 = 100000']);
  // 92,115 × 12 % ÷ 12 = 921.15.
  expect(said(loan, 2)).toEqual(['2026-05-01 2026-06-01 31 9211500 × 12 × 1/12 = 92115']);
  expect(loan.instalments).toEqual(replayLoan(termsOf({}), start, [payout], start).instalments);
});

test('by the day a payment in between parts the month, and each part says its balance', () => {
  const terms = termsOf({ interestBasis: 'daily', allocation: 'componentFirst' });
  const late = addDays(calendarDate('2026-05-01'), 10);
  const events: LoanEvent[] = [payout, { type: 'repayment', on: late, amount: parseMoney('8885.00') }];
  const loan = explainLoan(terms, start, events, calendarDate('2026-06-01'));
  // 30 days of a lakh: 98,630.14 paise; then ten days of the lakh, and 21 of what the late payment left.
  const left = lakh - (loan.instalments[0]?.paidOf.principal ?? 0);
  expect(said(loan, 1)).toEqual(['2026-04-01 2026-05-01 30 10000000 × 12 × 6/73 = 98630.137']);
  expect(said(loan, 2)?.map((line) => line.split(' = ')[0])).toEqual([
    '2026-05-01 2026-05-11 10 10000000 × 12 × 2/73',
    `2026-05-11 2026-06-01 21 ${left} × 12 × 21/365`,
  ]);
});

test('a change of the rate parts the days too', () => {
  const terms = termsOf({ interestBasis: 'daily' });
  const events: LoanEvent[] = [
    payout,
    { type: 'rateChange', from: calendarDate('2026-04-11'), annualRate: parseRate('10.5') },
  ];
  const loan = explainLoan(terms, start, events, start);
  expect(said(loan, 1)).toEqual([
    '2026-04-01 2026-04-10 9 10000000 × 12 × 9/365 = 29589.0411',
    '2026-04-10 2026-05-01 21 10000000 × 10.5 × 21/365 = 60410.9589',
  ]);
  expect(loan.interest[0]?.rounded).toBe(90_000);
});

test('what a grace holds back is brought to the instalment that collects it', () => {
  const loan = explainLoan({ ...termsOf({}), gracePrincipal: 3, graceInterest: 2 }, start, [payout], start);
  expect(loan.interest.slice(0, 3).map(({ rounded, brought, carried }) => [rounded, brought, carried])).toEqual([
    [100_000, 0, 100_000],
    [100_000, 100_000, 200_000],
    [100_000, 200_000, 0],
  ]);
  expect(loan.instalments[2]?.interest).toBe(money(300_000));
});
