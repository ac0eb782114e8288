import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { money, parseMoney, sum } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { loanProducts } from '../presets/loan-products.ts';
import { interestEarned } from './interest-earned.ts';
import type { LoanEvent, NewPlan } from './loan-events.ts';
import { type LoanRules, loanTermsOf } from './loan-rules.ts';
import { explainLoan, replayLoan } from './replay-loan.ts';

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
const exact = { ...(personal as LoanRules), instalmentMultiple: money(1) };
const start = day('2026-04-01');
const lakh = rupees('100000.00');
const payout: LoanEvent = { type: 'payout', on: start, amount: lakh };
const anew = (on: string, firstDue: string, instalments: number, more: Partial<NewPlan> = {}): LoanEvent => ({
  type: 'reschedule',
  on: day(on),
  firstDue: day(firstDue),
  instalments,
  annualRate: parseRate('12'),
  holiday: 0,
  interest: 'served',
  arrears: 'stay',
  ...more,
});
const capitalised = (on: string, amount: string): LoanEvent => ({
  type: 'capitalisation',
  on: day(on),
  amount: rupees(amount),
});

describe('a moratorium of 3 of 24 months on a lakh at 12 % (handbook of the field)', () => {
  const terms = loanTermsOf(exact, lakh, 24, '12');
  const replay = (events: readonly LoanEvent[]) => replayLoan(terms, start, [payout, ...events], start).instalments;

  test('with interest served: 1,000 for three months, then 5,303.08', () => {
    const dues = replay([anew('2026-04-01', '2026-05-01', 24, { holiday: 3 })]);
    expect(dues.map(({ totalDue }) => totalDue).slice(0, 23)).toEqual([
      ...Array<number>(3).fill(1_000_00),
      ...Array<number>(20).fill(5_303_08),
    ]);
    expect(dues.at(-1)?.totalDue).toBe(5_302_95);
    expect(dues.at(-1)?.due).toBe('2028-04-01');
    expect(sum(dues.map(({ principal }) => principal))).toBe(lakh);
  });

  test('with interest apart: nothing for three months, then 5,303.08 and a part of the 3,000, which bear no interest', () => {
    const dues = replay([anew('2026-04-01', '2026-05-01', 24, { holiday: 3, interest: 'apart' })]);
    // 3,000 in 21 parts of 142.85, and the last ones of 142.86.
    expect(dues.map(({ totalDue }) => totalDue).slice(0, 5)).toEqual([0, 0, 0, 5_445_93, 5_445_93]);
    expect(sum(dues.map(({ earlierInterest }) => earlierInterest))).toBe(3_000_00);
    expect(dues.map(({ laterInterest }) => laterInterest).slice(0, 4)).toEqual([1_000_00, 1_000_00, 1_000_00, 0]);
    expect(dues.map(({ principal }) => principal)).toEqual(
      replay([anew('2026-04-01', '2026-05-01', 24, { holiday: 3 })]).map(({ principal }) => principal),
    );
  });

  test('with simple interest that is capitalised in the end: 5,462.17', () => {
    const held = anew('2026-04-01', '2026-07-01', 1, { arrears: 'apart' });
    // 3,000 fall due together on 1 July with nothing of the principal when it is planned anew on that day.
    const dues = replay([held, capitalised('2026-07-01', '3000.00'), anew('2026-07-01', '2026-08-01', 21)]);
    const after = dues.filter(({ isPast }) => !isPast);
    expect(dues[0]).toMatchObject({ due: '2026-07-01', interest: 3_000_00, principal: 0, outstanding: 0 });
    expect(after.map(({ totalDue }) => totalDue).slice(0, 20)).toEqual(Array<number>(20).fill(5_462_17));
    expect(sum(after.map(({ principal }) => principal))).toBe(1_03_000_00);
  });

  test('with interest compounded each month, 1,03,030.10: 5,463.76', () => {
    const dues = replay([
      anew('2026-04-01', '2026-05-01', 24, { holiday: 3 }),
      capitalised('2026-05-01', '1000.00'),
      capitalised('2026-06-01', '1010.00'),
      capitalised('2026-07-01', '1020.10'),
    ]);
    expect(dues.map(({ outstanding }) => outstanding).slice(0, 23)).toEqual([
      ...Array<number>(3).fill(0),
      ...Array<number>(20).fill(5_463_76),
    ]);
    expect(sum(dues.map(({ principal }) => principal))).toBe(1_03_030_10);
  });
});

// A lakh at 12 % in 12 instalments of 8,885; after six 51,491.37 are owed.
describe('a running loan that is planned anew', () => {
  const terms = loanTermsOf(personal as LoanRules, lakh, 12, '12');
  const paid = ['05', '06', '07', '08', '09', '10'].map(
    (month): LoanEvent => ({ type: 'repayment', on: day(`2026-${month}-01`), amount: rupees('8885.00') }),
  );
  const replay = (events: readonly LoanEvent[], on = '2026-10-01') =>
    replayLoan(terms, start, [payout, ...events], day(on)).instalments;

  test('on a due day over twelve months more: what was paid stands, 51,491.37 are paid in 4,575', () => {
    const dues = replay([...paid, anew('2026-10-01', '2026-11-01', 12)]);
    expect(dues.slice(0, 6)).toEqual(
      replay(paid)
        .slice(0, 6)
        .map((one) => ({ ...one, isPast: true })),
    );
    // 51,491.37 × 0.01 × 1.01¹² ÷ (1.01¹² − 1) = 4,574.94.
    expect(dues.slice(6, 17).map(({ totalDue }) => totalDue)).toEqual(Array<number>(11).fill(4_575_00));
    expect(dues[6]).toMatchObject({ due: '2026-11-01', interest: 514_91, balance: 51_491_37 - 4_575_00 + 514_91 });
    expect(dues.at(-1)).toMatchObject({ due: '2027-10-01', balance: 0 });
  });

  test('within a month whose due day stays, the month bears its interest once', () => {
    // 16 of 31 days of 514.91 are 265.76; the other 15 are 249.15.
    const [first] = replay([...paid, anew('2026-10-17', '2026-11-01', 12)], '2026-10-17').slice(6);
    expect(first).toMatchObject({ due: '2026-11-01', interest: 265_76 + 249_15 });
  });

  test('with a later first due day, a month and a half bears as much: 51,491.37 × 12 % × 1.5 / 12 = 772.37', () => {
    const dues = replay([...paid, anew('2026-10-01', '2026-11-16', 12)]).slice(6);
    expect(dues[0]).toMatchObject({ due: '2026-11-16', interest: 772_37 });
    expect(dues[1]).toMatchObject({ due: '2026-12-16' });
  });

  test('at another rate: 10 % of 51,491.37 for a month are 429.09', () => {
    const dues = replay([...paid, anew('2026-10-01', '2026-11-01', 12, { annualRate: parseRate('10') })]).slice(6);
    // 51,491.37 × 10 / 1200 × q¹² ÷ (q¹² − 1) = 4,526.91.
    expect(dues[0]).toMatchObject({ interest: 429_09, totalDue: 4_527_00 });
  });

  test('unpaid interest that has fallen due stays due on its day, or is collected in equal parts beside', () => {
    const late = paid.slice(0, 4);
    // After four 67,983.74 are owed; the fifth and sixth were to bear 679.84 and 597.79.
    const stays = replay([...late, anew('2026-10-01', '2026-11-01', 12)]);
    expect(stays.slice(4, 6)).toMatchObject([
      { due: '2026-09-01', principal: 0, interest: 679_84, outstanding: 679_84 },
      { due: '2026-10-01', principal: 0, interest: 597_79, outstanding: 597_79 },
    ]);
    expect(sum(stays.slice(6).map(({ principal }) => principal))).toBe(67_983_74);
    const apart = replay([...late, anew('2026-10-01', '2026-11-01', 12, { arrears: 'apart' })]);
    expect(apart.slice(4, 6).map(({ outstanding }) => outstanding)).toEqual([0, 0]);
    // 1,277.63 in 12 parts: 106.46, and the last ones 106.47.
    expect(apart.slice(6).map(({ earlierInterest }) => earlierInterest)).toEqual([
      ...Array<number>(1).fill(106_46),
      ...apart.slice(7).map(({ earlierInterest }) => earlierInterest),
    ]);
    expect(sum(apart.map(({ earlierInterest }) => earlierInterest))).toBe(1_277_63);
    expect(sum(apart.map(({ interest }) => interest))).toBe(sum(stays.map(({ interest }) => interest)));
  });

  test('what was earned by a day does not change with when it is collected', () => {
    const late = paid.slice(0, 4);
    const earned = (plan: Partial<NewPlan>, on: string) =>
      interestEarned(terms, start, [payout, ...late, anew('2026-10-01', '2026-11-01', 12, plan)], day(on));
    const whole = earned({ holiday: 3 }, '2026-12-20');
    expect(earned({ holiday: 3, interest: 'apart' }, '2026-12-20')).toBe(whole);
    expect(earned({ holiday: 3, arrears: 'apart' }, '2026-12-20')).toBe(whole);
  });

  test('a receipt that is dated back before it, and taking it back', () => {
    const plan = anew('2026-10-01', '2026-11-01', 12);
    const fifth: LoanEvent = { type: 'repayment', on: day('2026-09-01'), amount: rupees('8885.00') };
    const [, ...late] = [payout, ...paid.slice(0, 4)];
    expect(replay([...late, plan, fifth])).toEqual(replay([...late, fifth, plan]));
    expect(replay([...paid, plan, { type: 'undo', place: 7 }])).toEqual(replay(paid));
  });

  test('it is closed for what is owed, with what is collected apart', () => {
    const late = paid.slice(0, 4);
    const settle: LoanEvent = { type: 'settlement', on: day('2026-10-01'), fee: money(0), rebate: 'unbegun' };
    const dues = replay([...late, anew('2026-10-01', '2026-11-01', 12, { arrears: 'apart' }), settle]);
    expect(sum(dues.map((one) => one.paid))).toBe(4 * 8_885_00 + 67_983_74 + 1_277_63);
    expect(sum(dues.map((one) => one.outstanding))).toBe(0);
  });

  test('its interest is explained by lines, with what was left to it', () => {
    const late = paid.slice(0, 4);
    const plan = anew('2026-10-01', '2026-11-01', 12, { arrears: 'apart', holiday: 2, interest: 'apart' });
    const loan = explainLoan(terms, start, [payout, ...late, plan], day('2026-10-01'));
    for (const [place, { rounded, brought, carried }] of loan.interest.entries()) {
      expect(rounded + brought - carried).toBe(loan.instalments[place]?.interest);
    }
  });

  test('planned twice: the second time counts from what the first has left', () => {
    const plan = anew('2026-10-01', '2026-11-01', 12, { arrears: 'apart', holiday: 2, interest: 'apart' });
    const again = anew('2026-11-20', '2026-12-01', 6);
    const dues = replay([...paid.slice(0, 4), plan, again], '2026-11-20');
    const ahead = dues.filter(({ isPast }) => !isPast);
    expect(ahead).toHaveLength(6);
    expect(sum(ahead.map(({ principal }) => principal))).toBe(67_983_74);
    // 1,277.63, a month of 679.84, and nothing of the days of November, which fall due with the first.
    expect(sum(ahead.map(({ earlierInterest }) => earlierInterest))).toBe(1_277_63 + 679_84);
  });

  test('what cannot be planned is refused', () => {
    const refused =
      (event: LoanEvent, events = paid) =>
      () =>
        replay([...events, event]);
    expect(refused(anew('2026-10-01', '2026-10-01', 12))).toThrow('falls due after the day');
    expect(refused(anew('2026-10-01', '2026-11-01', 1_201))).toThrow('1 to 1200');
    expect(refused(anew('2026-10-01', '2026-11-01', 3, { holiday: 3 }))).toThrow('pays principal');
  });
});

// 60,000 of a lakh at 12 % in 12 instalments go out first: 60,000 × 0.01 × 1.01¹² ÷ (1.01¹² − 1) = 5,330.93.
test('the second part of a loan counts from its day, and what is owed then is paid by the instalments that are left', () => {
  const terms = loanTermsOf(personal as LoanRules, lakh, 12, '12');
  const first: LoanEvent = { type: 'payout', on: start, amount: rupees('60000.00') };
  const paid: LoanEvent = { type: 'repayment', on: day('2026-05-01'), amount: rupees('5331.00') };
  const { type: _, on, ...plan } = anew('2026-05-16', '2026-06-01', 11) as Extract<LoanEvent, { type: 'reschedule' }>;
  const second: LoanEvent = { type: 'payout', on, amount: rupees('40000.00'), plan };
  const dues = replayLoan(terms, start, [first, paid, second], on).instalments;
  expect(dues[0]).toMatchObject({ totalDue: 5_331_00, outstanding: 0, balance: 55_269_00 });
  // 55,269 for 15 of 31 days, and 95,269 for 16: 267.43 + 491.71.
  expect(dues[1]).toMatchObject({ due: '2026-06-01', interest: 267_43 + 491_71 });
  expect(sum(dues.map(({ principal }) => principal))).toBe(lakh);
  expect(dues).toHaveLength(12);
});

test('money paid out after the last due day is owed with it; what a plan anew leaves behind has no balance below nothing', () => {
  const free = { ...exact, repayment: 'equalPrincipal' } as const;
  const half = rupees('500.00');
  const events: LoanEvent[] = [
    { type: 'payout', on: day('2026-04-01'), amount: half },
    { type: 'payout', on: day('2026-07-15'), amount: half },
    { type: 'repayment', on: day('2026-07-20'), amount: rupees('700.00') },
    anew('2026-08-01', '2026-09-01', 3, { annualRate: parseRate('0') }),
  ];
  const { instalments } = replayLoan(loanTermsOf(free, rupees('1000.00'), 2, '0'), start, events, day('2026-08-01'));
  // Of 1,000 in two parts the first pays 500, all that was lent by then; of the last, which was lent since, 200 came in.
  expect(instalments.map(({ principal, balance }) => [principal, balance]).slice(0, 2)).toEqual([
    [500_00, 0],
    [200_00, 300_00],
  ]);
  expect(instalments.at(-1)?.balance).toBe(0);
});

test('a penal charge that was waived in part before the plan is owed less that part with the new instalment, and nothing stays due', () => {
  const terms = loanTermsOf(exact, lakh, 24, '12');
  // Charged for May beside the instalment of 1 June; 0.10 of the 0.49 are waived, and all is planned anew from 15 June on.
  const charge: LoanEvent = { type: 'charge', kind: 'penalty', dueOn: day('2026-06-01'), amount: rupees('0.49') };
  const waiver: LoanEvent = {
    ...{ type: 'waiver', on: day('2026-05-10'), penalty: rupees('0.10') },
    ...{ interest: money(0), fee: money(0) },
  };
  const events = [payout, charge, waiver, anew('2026-05-10', '2026-06-15', 24, { arrears: 'apart' })];
  const { instalments } = replayLoan(terms, start, events, day('2026-05-10'));
  const [past, first] = instalments;
  expect([past?.due, past?.penalty, past?.outstanding]).toEqual(['2026-05-01', 0, 0]);
  expect([first?.due, first?.penalty, first?.waivedOf.penalty]).toEqual(['2026-06-15', 39, 10]);
  expect(instalments.every(({ outstanding }) => outstanding >= 0)).toBe(true);
});

test('a fee paid ahead that a plan makes smaller stays with the new instalment, and the receipt is whole', () => {
  const terms = loanTermsOf(exact, lakh, 4, '12');
  // A tenth of each interest: 100.00 with the 1,000.00 of the first, paid on the day of the loan. Then one instalment at 6 %, whose
  // interest of 500.00 bears 50.00.
  const fees: LoanEvent = {
    type: 'instalmentPercentCharge',
    kind: 'fee',
    percent: parseRate('10'),
    base: 'interest',
  };
  const paid: LoanEvent = { type: 'repayment', on: start, amount: rupees('100.00') };
  const plan = anew('2026-04-01', '2026-05-01', 1, { annualRate: parseRate('6') });
  expect(replayLoan(terms, start, [payout, fees, paid], start).instalments[0]?.paidOf.fee).toBe(rupees('100.00'));
  const { instalments } = replayLoan(terms, start, [payout, fees, paid, plan], start);
  expect(instalments.map(({ principal, interest, fee, paidOf }) => [principal, interest, fee, paidOf.fee])).toEqual([
    [lakh, rupees('500.00'), rupees('100.00'), rupees('100.00')],
  ]);
});
