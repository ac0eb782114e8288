// How fast a loan of 360 instalments is planned beside a bare loop over the same integers and beside the package `financial`:
// `node bench/loan-schedules.ts [--rounds N --json]`. All sides run in turn within each round, and the median of the rounds'
// ratios counts. The bare loop must come to the same paisa in every instalment; `financial` knows no rounding.

import { parseArgs } from 'node:util';
import { calendarDate, type LoanTerms, money, parseRate, replayLoan } from '@kafal/core';
import { ipmt, ppmt } from 'financial';
import { row, rowText } from './ratios.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, json: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);
const LOANS = 500;
const MONTHS = 360;
const FIRST = calendarDate('2026-11-30');

const terms: LoanTerms = {
  principal: money(1),
  annualRate: parseRate('12'),
  interestMethod: 'declining',
  amortization: 'equalInstalments',
  dayCount: { year: 'actual', month: 'actual' },
  interestPeriod: { by: 'period', wholePeriods: false },
  instalmentBasis: 'firstPeriod',
  every: 1,
  unit: 'months',
  instalments: MONTHS,
  monthEnd: 'clamp',
  gracePrincipal: 0,
  graceInterest: 0,
  interestFree: 0,
  instalmentMultiple: money(1),
  instalmentRounding: 'nearest',
  interestMultiple: money(1),
  rounding: 'half-up',
  recalculation: null,
  allocation: { by: 'instalments', components: ['fee', 'penalty', 'interest', 'principal'] },
  overdueCharge: null,
};

interface Planned {
  readonly due: string;
  readonly principal: number;
  readonly interest: number;
  readonly balance: number;
}

const principalOf = (loan: number) => 1_000_000_00 + loan * 13_700;

const sides = {
  ours: (principal: number): readonly Planned[] =>
    replayLoan(terms, FIRST, [{ type: 'payout', on: FIRST, amount: money(principal) }], FIRST).instalments,

  /** The same arithmetic: the level instalment, the interest of each month rounded, principal, balance, due day. */
  bare: (principal: number): readonly Planned[] => {
    const level = bareLevel(principal);
    const planned: Planned[] = [];
    let balance = principal;
    for (let count = 1; count <= MONTHS; count += 1) {
      const interest = Math.floor((balance * 12 + 600) / 1200);
      const repaid = count === MONTHS ? balance : Math.min(level - interest, balance);
      balance -= repaid;
      planned.push({ due: bareDue(count), principal: repaid, interest, balance });
    }
    return planned;
  },

  /** Its own functions for the two parts of every instalment, and the same due days. */
  financial: (principal: number): readonly Planned[] => {
    const planned: Planned[] = [];
    let balance = principal;
    for (let count = 1; count <= MONTHS; count += 1) {
      const interest = -ipmt(0.01, count, MONTHS, principal);
      const repaid = -ppmt(0.01, count, MONTHS, principal);
      balance -= repaid;
      planned.push({ due: bareDue(count), principal: repaid, interest, balance });
    }
    return planned;
  },
};

/** A bare program finds it with fractions; that they come to the same is checked. */
function bareLevel(principal: number): number {
  const growth = 1.01 ** MONTHS;
  return Math.round((principal * 0.01 * growth) / (growth - 1));
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function bareDue(count: number): string {
  const months = 2026 * 12 + 10 + count;
  const year = Math.floor(months / 12);
  const month = months % 12;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 1 && isLeap ? 29 : (LENGTHS[month] ?? 0);
  const day = Math.min(30, length);
  return `${year}-${month < 9 ? '0' : ''}${month + 1}-${day < 10 ? '0' : ''}${day}`;
}

type Side = keyof typeof sides;
const NAMES = ['ours', 'bare', 'financial'] as const satisfies readonly Side[];

/** To the last unit, instalment by instalment. */
function checkSame(): void {
  for (let loan = 0; loan < LOANS; loan += 1) {
    const ours = sides.ours(principalOf(loan));
    for (const [place, { due, principal, interest, balance }] of sides.bare(principalOf(loan)).entries()) {
      const mine = ours[place];
      const isSame =
        mine?.due === due && mine.principal === principal && mine.interest === interest && mine.balance === balance;
      if (!isSame) throw new Error(`The bare loop says something else of instalment ${place + 1} of loan ${loan}.`);
    }
  }
}

function timed(side: Side): number {
  const plan = sides[side];
  const start = process.hrtime.bigint();
  let interest = 0;
  for (let loan = 0; loan < LOANS; loan += 1) {
    const last = plan(principalOf(loan)).at(-1);
    interest += last === undefined ? Number.NaN : last.interest;
  }
  if (!(interest > 0)) throw new Error(`The schedules of ${side} are none.`);
  return Number(process.hrtime.bigint() - start);
}

checkSame();
const [inBareLoops, timesFaster]: [number[], number[]] = [[], []];
for (let turn = -2; turn < rounds; turn += 1) {
  const took = { ours: 0, bare: 0, financial: 0 };
  for (const side of turn % 2 === 0 ? NAMES : NAMES.toReversed()) took[side] = timed(side);
  // The first turns only warm up.
  if (turn < 0) continue;
  inBareLoops.push(took.ours / took.bare);
  timesFaster.push(took.financial / took.ours);
}

const rows = [
  row('a schedule of 360 instalments, in bare loops', 'times', inBareLoops, { atMost: 2 }),
  row('a schedule of 360 instalments, as often as by `financial`', 'times', timesFaster, { atLeast: 2 }),
];
if (values.json) console.log(JSON.stringify(rows));
else for (const each of rows) console.log(rowText(each));
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
