// Examples that a society's books of rules work out by hand: every figure here was written down before it was computed.

import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { fixedDepositValue } from '../deposits/fixed-deposit.ts';
import { overdraftInterest } from '../deposits/savings-interest.ts';
import { type Money, money } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { accruedInterest } from './accrued-interest.ts';
import { arrearsBandOf, daysPastDue } from './days-past-due.ts';
import { periodsAfter } from './due-dates.ts';
import type { InstalmentState } from './instalment-state.ts';
import type { LoanEvent } from './loan-events.ts';
import type { LoanTerms } from './loan-terms.ts';
import { replayLoan } from './replay-loan.ts';

const rupees = (amount: number): Money => money(Math.round(amount * 100));
const start = calendarDate('2026-04-01');

const aLakh: LoanTerms = {
  principal: rupees(100_000),
  annualRate: parseRate('12'),
  interestMethod: 'declining',
  amortization: 'equalInstalments',
  dayCount: { year: 'actual', month: 'actual' },
  interestPeriod: { by: 'period', wholePeriods: false },
  instalmentBasis: 'firstPeriod',
  every: 1,
  unit: 'months',
  instalments: 12,
  monthEnd: 'clamp',
  gracePrincipal: 0,
  graceInterest: 0,
  interestFree: 0,
  instalmentMultiple: rupees(1),
  instalmentRounding: 'nearest',
  interestMultiple: money(1),
  rounding: 'half-up',
  recalculation: null,
  allocation: { by: 'instalments', components: ['fee', 'penalty', 'interest', 'principal'] },
  overdueCharge: null,
};
const toThePaisa = { instalmentMultiple: money(1) };
const accrual = { yearDays: 365, countsBothEnds: false, rounding: 'half-up' } as const;

const instalmentsOf = (terms: LoanTerms, events: readonly LoanEvent[] = [], asOf = start): readonly InstalmentState[] =>
  replayLoan(terms, start, events, asOf).instalments;
const firstDue = (terms: LoanTerms) => (instalmentsOf(terms)[0]?.totalDue ?? 0) / 100;
const due = (month: number) => periodsAfter(aLakh, start, month);
const onTime = (months: number): LoanEvent[] =>
  Array.from({ length: months }, (_, place) => ({ type: 'repayment', on: due(place + 1), amount: rupees(8885) }));

describe('equal instalments', () => {
  test('a lakh at 12 % for a year, row by row', () => {
    const rows = instalmentsOf(aLakh).map(({ totalDue, interest, principal, balance }) =>
      [totalDue, interest, principal, balance].map((amount) => amount / 100),
    );
    expect(rows).toEqual([
      [8885, 1000, 7885, 92_115],
      [8885, 921.15, 7963.85, 84_151.15],
      [8885, 841.51, 8043.49, 76_107.66],
      [8885, 761.08, 8123.92, 67_983.74],
      [8885, 679.84, 8205.16, 59_778.58],
      [8885, 597.79, 8287.21, 51_491.37],
      [8885, 514.91, 8370.09, 43_121.28],
      [8885, 431.21, 8453.79, 34_667.49],
      [8885, 346.67, 8538.33, 26_129.16],
      [8885, 261.29, 8623.71, 17_505.45],
      [8885, 175.05, 8709.95, 8795.5],
      [8883.46, 87.96, 8795.5, 0],
    ]);
  });

  test('before it is rounded the instalment is 8,884.88 for a year and 3,321.43 for three', () => {
    expect(firstDue({ ...aLakh, ...toThePaisa })).toBe(8884.88);
    expect(firstDue({ ...aLakh, ...toThePaisa, instalments: 36 })).toBe(3321.43);
    expect(firstDue({ ...aLakh, instalments: 36 })).toBe(3321);
  });

  test('money of the 10th bears 821.92 until the 5th, from which the first whole month counts', () => {
    // 1,00,000 × 12 × 25 / 36,500.
    const [paidOut, wholeFrom] = [calendarDate('2026-04-10'), calendarDate('2026-05-05')];
    expect(accruedInterest(aLakh.principal, { ...accrual, annualRate: aLakh.annualRate }, paidOut, wholeFrom)).toEqual({
      days: 25,
      interest: rupees(821.92),
    });
  });
});

describe('interest by the day of payment', () => {
  const byDay: LoanTerms = {
    ...aLakh,
    instalmentBasis: 'periodFactors',
    interestPeriod: { by: 'day' },
    dayCount: { year: 365, month: 'actual' },
    recalculation: { pastDueUntil: 'day', excess: 'keepInstalment' },
    allocation: {
      by: 'buckets',
      buckets: (['pastDue', 'due', 'inAdvance'] as const).map((bucket) => ({
        bucket,
        components: ['fee', 'penalty', 'interest', 'principal'],
      })),
      future: 'next',
    },
  };
  const interestWhenPaid = (on: typeof start) => {
    const events: LoanEvent[] = [
      { type: 'payout', on: start, amount: aLakh.principal },
      { type: 'repayment', on, amount: rupees(8885) },
    ];
    return instalmentsOf(byDay, events, due(3)).reduce((sum, { interest }) => sum + interest, 0);
  };

  test('the first month of thirty days bears 986.30', () => {
    expect(instalmentsOf(byDay)[0]?.interest).toBe(rupees(986.3));
  });

  test('whoever pays late pays more, and whoever pays early pays less', () => {
    const punctual = interestWhenPaid(due(1));
    expect(interestWhenPaid(addDays(due(1), 10))).toBeGreaterThan(punctual);
    expect(interestWhenPaid(addDays(due(1), -10))).toBeLessThan(punctual);
  });
});

describe('everything at the end, and loans against deposits', () => {
  test('50,000 at 12 % for six months are 53,000, with monthly rests 53,076.01', () => {
    const bullet = { ...aLakh, principal: rupees(50_000), every: 6, instalments: 1 };
    expect(firstDue(bullet)).toBe(53_000);
    // A loan never adds interest to principal; what monthly rests would come to is the growth of a deposit.
    const grown = fixedDepositValue(
      {
        principal: bullet.principal,
        annualRate: bullet.annualRate,
        compoundEveryMonths: 1,
        dayCount: 'actual/365',
        round: { multiple: 1, rounding: 'half-up' },
      },
      { months: 6 },
    );
    expect(grown.value).toBe(rupees(53_076.01));
  });

  test('ten days each of 50,000, 70,000 and 30,000 at 11 % cost 452.05', () => {
    const terms = {
      basis: 'dailyProduct',
      slabMethod: 'wholeBalance',
      dayCount: 'actual/365',
      rates: [{ from: start, slabs: [{ from: money(0), annualRate: parseRate('11') }] }],
      round: { multiple: 1, rounding: 'half-up' },
    } as const;
    const drawn = [50_000, 70_000, 30_000].map((amount, place) => ({
      on: addDays(start, 10 * place),
      balance: rupees(-amount),
    }));
    expect(overdraftInterest(terms, drawn, { from: start, to: addDays(start, 29) }).interest).toBe(rupees(452.05));
  });

  test('85,000 against a deposit at 10 % for 90 days cost 2,095.89', () => {
    const terms = { ...accrual, annualRate: parseRate('10') };
    expect(accruedInterest(rupees(85_000), terms, start, addDays(start, 90)).interest).toBe(rupees(2095.89));
  });
});

describe('three months without principal, of two years', () => {
  test('with the interest paid each month 5,303.08 follow', () => {
    const dues = instalmentsOf({ ...aLakh, ...toThePaisa, instalments: 24, gracePrincipal: 3 }).map(
      (one) => one.totalDue,
    );
    expect(dues.slice(0, 22)).toEqual([...Array(3).fill(rupees(1000)), ...Array(19).fill(rupees(5303.08))]);
  });

  test('with the interest collected in one sum afterwards it is 3,000, beside the same instalment', () => {
    const [, , third, fourth] = instalmentsOf({
      ...aLakh,
      ...toThePaisa,
      instalments: 24,
      gracePrincipal: 3,
      graceInterest: 2,
    });
    expect([third?.totalDue, fourth?.totalDue]).toEqual([rupees(3000), rupees(5303.08)]);
  });

  test('where it may be lent anew the instalment is 5,462.17, and with monthly rests 5,463.76', () => {
    const after = { ...aLakh, ...toThePaisa, instalments: 21 };
    expect(firstDue({ ...after, principal: rupees(103_000) })).toBe(5462.17);
    expect(firstDue({ ...after, principal: rupees(103_030.1) })).toBe(5463.76);
  });
});

describe('after six instalments', () => {
  test('20,000 more leave 31,491.37: 5,434 six times, or 8,885 three times and 5,578.37', () => {
    const events: LoanEvent[] = [...onTime(5), { type: 'repayment', on: due(6), amount: rupees(28_885) }];
    const after = (excess: 'reduceInstalment' | 'reduceTerm') => {
      const terms: LoanTerms = { ...aLakh, recalculation: { pastDueUntil: 'never', excess } };
      const instalments = instalmentsOf(terms, events, due(6));
      expect(instalments[5]?.balance).toBe(rupees(31_491.37));
      return instalments.slice(6).map(({ totalDue }) => totalDue / 100);
    };
    expect(after('reduceInstalment')).toEqual([5434, 5434, 5434, 5434, 5434, 5432.67]);
    expect(after('reduceTerm')).toEqual([8885, 8885, 8885, 5578.37]);
  });

  test('ten days later 51,660.66 pay everything off: 51,491.37 and 169.29 of interest', () => {
    const balance = instalmentsOf(aLakh, onTime(6), due(6))[5]?.balance ?? money(0);
    const terms = { ...accrual, annualRate: aLakh.annualRate };
    const { interest } = accruedInterest(balance, terms, due(6), addDays(due(6), 10));
    expect([balance, interest, balance + interest]).toEqual([51_491.37, 169.29, 51_660.66].map(rupees));
  });
});

test('of 10,000 the charges get 100, penal interest 14.61, the second instalment all, the third 841.51 and 158.88', () => {
  const components = ['fee', 'penalty', 'interest', 'principal'] as const;
  const terms: LoanTerms = {
    ...aLakh,
    allocation: {
      by: 'buckets',
      buckets: (['pastDue', 'due', 'inAdvance'] as const).map((bucket) => ({ bucket, components })),
      future: 'next',
    },
  };
  const events: LoanEvent[] = [
    { type: 'payout', on: start, amount: aLakh.principal },
    ...onTime(1),
    { type: 'charge', kind: 'fee', dueOn: due(2), amount: rupees(100) },
    { type: 'charge', kind: 'penalty', dueOn: due(2), amount: rupees(14.61) },
    { type: 'repayment', on: due(3), amount: rupees(10_000) },
  ];
  const [, second, third] = instalmentsOf(terms, events, due(3));
  expect(second?.paidOf).toEqual({
    fee: rupees(100),
    penalty: rupees(14.61),
    interest: rupees(921.15),
    principal: rupees(7963.85),
  });
  expect(third?.paidOf).toEqual({ fee: 0, penalty: 0, interest: rupees(841.51), principal: rupees(158.88) });
  expect(third?.outstanding).toBe(rupees(7884.61));
});

test('a loan is current, then in each class of thirty days, then not performing, and current again when all is paid', () => {
  const bands = [
    { code: 'SMA-0', fromDays: 1 },
    { code: 'SMA-1', fromDays: 31 },
    { code: 'SMA-2', fromDays: 61 },
    { code: 'NPA', fromDays: 91 },
  ];
  const classAfter = (days: number, events: readonly LoanEvent[] = []) => {
    const asOf = addDays(due(1), days - 1);
    const unpaid = instalmentsOf(aLakh, events, asOf).find((one) => one.due <= asOf && one.outstanding > 0);
    return arrearsBandOf(daysPastDue(unpaid?.due, asOf), bands)?.code;
  };
  expect([0, 1, 30, 31, 60, 61, 90, 91].map((days) => classAfter(days))).toEqual([
    undefined,
    'SMA-0',
    'SMA-0',
    'SMA-1',
    'SMA-1',
    'SMA-2',
    'SMA-2',
    'NPA',
  ]);
  // Of the three that are due by then one is no upgrade: the second is 60 days past due. All three are.
  const paidOn = addDays(due(1), 90);
  const paid = (count: number): LoanEvent[] => [{ type: 'repayment', on: paidOn, amount: rupees(count * 8885) }];
  expect(classAfter(91, paid(1))).toBe('SMA-1');
  expect(classAfter(91, paid(3))).toBeUndefined();
});
