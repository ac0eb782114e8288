import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { money, parseMoney, sum } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { loanProducts } from '../presets/loan-products.ts';
import { interestEarned } from './interest-earned.ts';
import { classifyBorrower, type LOAN_CLASS_RULES, loanClassBand, provisionFor } from './loan-classes.ts';
import { type LoanRules, loanTermsOf } from './loan-rules.ts';
import { penalCharge } from './penal-charge.ts';
import { bearsPenalDay, penalOfDays } from './penal-days.ts';

const rupees = (text: string) => parseMoney(text);
const day = calendarDate;
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
const lakh = rupees('100000.00');
const earned = (dayOver: string, change: Partial<LoanRules> = {}) =>
  interestEarned(
    loanTermsOf({ ...rules, ...change }, lakh, 12, '12'),
    day('2026-04-01'),
    [{ type: 'payout', on: day('2026-04-01'), amount: lakh }],
    day(dayOver),
  );

describe('interest that is earned', () => {
  test('a lakh at 12 % has earned 1,000 of its first month when 30 April is over, and half of it after 15 days', () => {
    expect(earned('2026-03-31')).toBe(0);
    expect(earned('2026-04-15')).toBe(50_000);
    expect(earned('2026-04-30')).toBe(100_000);
    // The instalment of 1 May was to lower the balance to 92,115: 921.15, by one of its 31 days 29.71.
    expect(earned('2026-05-01')).toBe(102_971);
    expect(earned('2027-12-31')).toBe(661_846);
  });

  test('where interest follows the days, 1,00,000 × 12 % × 15 / 365 = 493.15', () => {
    expect(earned('2026-04-15', { interestBasis: 'daily' })).toBe(49_315);
  });

  test('a bullet earns every month what it pays at its end', () => {
    // 12,000 in 365 days, of which 30 and 61 are over.
    expect(earned('2026-04-30', { repayment: 'bullet' })).toBe(98_630);
    expect(earned('2026-05-31', { repayment: 'bullet' })).toBe(200_548);
  });
});

describe('the class of a borrower', () => {
  const code = (rule: keyof typeof LOAN_CLASS_RULES, days: number, since: string | null = null, on = '2026-12-31') => {
    const { band, nonPerformingSince } = classifyBorrower(rule, days, since === null ? null : day(since), day(on));
    return [band.code, nonPerformingSince];
  };

  test('India: 90 days are standard, 91 are not, and 456 are doubtful', () => {
    expect(code('IN-UCB-IRAC', 90)).toEqual(['standard', null]);
    expect(code('IN-UCB-IRAC', 91)).toEqual(['sub-standard', '2026-12-31']);
    expect(code('IN-UCB-IRAC', 456)).toEqual(['doubtful-1', '2026-12-31']);
  });

  test('what a part payment leaves stays non-performing and grows older; nothing past due is standard again', () => {
    expect(code('IN-UCB-IRAC', 20, '2026-12-01')).toEqual(['sub-standard', '2026-12-01']);
    expect(code('IN-UCB-IRAC', 20, '2025-12-31')).toEqual(['doubtful-1', '2025-12-31']);
    expect(code('IN-UCB-IRAC', 0, '2025-12-31')).toEqual(['standard', null]);
  });

  test('Nepal and PEARLS by their months', () => {
    expect([90, 91, 181, 366].map((days) => code('NP-NRB-2081', days)[0])).toEqual([
      'standard',
      'sub-standard',
      'doubtful',
      'loss',
    ]);
    expect([30, 31, 91, 366].map((days) => code('PEARLS', days)[0])).toEqual([
      'standard',
      'watch',
      'sub-standard',
      'loss',
    ]);
  });
});

test('put aside: doubtful 80,000 with a security of 50,000 needs 40,000; PEARLS 2,00,000 and 50,000 need 1,20,000', () => {
  const provision = (rule: keyof typeof LOAN_CLASS_RULES, code: string, owed: string, security = '0.00') => {
    const band = loanClassBand(rule, code);
    if (band === undefined) throw new Error(code);
    return provisionFor(band, rupees(owed), rupees(security));
  };
  expect(provision('IN-UCB-IRAC', 'doubtful-1', '80000.00', '50000.00')).toBe(4_000_000);
  expect(provision('IN-UCB-IRAC', 'standard', '100000.00')).toBe(40_000);
  const pearls = [provision('PEARLS', 'sub-standard', '200000.00'), provision('PEARLS', 'loss', '50000.00')];
  expect(sum(pearls)).toBe(12_000_000);
});

test('the penal charge of 45 single days is that of 45 days: 8,885 × 2 % × 45 / 365 = 21.91, with and without grace', () => {
  const [due, overdue] = [day('2026-05-01'), rupees('8885.00')];
  for (const graceDays of [0, 1, 5]) {
    let [sumOfDays, charged, days] = [0, 0, 0];
    for (let on = due; on <= addDays(due, 45); on = addDays(on, 1)) {
      if (!bearsPenalDay(due, graceDays, on)) continue;
      sumOfDays += overdue;
      days += 1;
      charged += penalOfDays(money(sumOfDays), '2') - charged;
    }
    const whole = penalCharge(overdue, { annualRate: parseRate('2'), graceDays, rounding: 'half-up' }, 45);
    expect([days, charged]).toEqual([whole.days, whole.charge]);
    if (graceDays === 0) expect(charged).toBe(2_191);
  }
});
