// How fast deposits are quoted beside a bare loop over the same integers: `node bench/deposit-quotes.ts [--rounds N --json]`. Both
// sides run in turn within each round, and the median of the rounds' ratios counts. They must come to the same paisa.

import { parseArgs } from 'node:util';
import { fixedDepositValue, money, rateOf, recurringDepositValue } from '@kafal/core';
import { row, rowText } from './ratios.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);
const QUOTES = 20_000;
const MONTHS = 36;
const SCALE = 10n ** 30n;
const round = { multiple: 1, rounding: 'half-up' } as const;
/** 8 % a year, a quarter at a time; and the third root of 1.02, found beforehand. */
const [QUARTER_NUMERATOR, QUARTER_DENOMINATOR] = [24n, 1200n];
const THIRD = thirdRoot(SCALE ** 2n * ((SCALE * 102n) / 100n)) - SCALE;

const principalOf = (quote: number) => 1_000_000 + quote * 137;

const fixed = {
  quoted: (principal: number) =>
    fixedDepositValue(
      {
        principal: money(principal),
        annualRate: rateOf(8),
        compoundEveryMonths: 3,
        dayCount: 'actual/365',
        round,
      },
      { months: MONTHS },
    ).value,
  bare: (principal: number) => {
    let balance = BigInt(principal) * SCALE;
    for (let quarter = 0; quarter < MONTHS / 3; quarter += 1) {
      balance += (balance * QUARTER_NUMERATOR) / QUARTER_DENOMINATOR;
    }
    return Number((balance + SCALE / 2n) / SCALE);
  },
};

const recurring = {
  quoted: (instalment: number) =>
    recurringDepositValue({
      instalment: money(instalment),
      months: MONTHS,
      annualRate: rateOf(8),
      method: { by: 'compound', everyMonths: 3 },
      round,
    }).value,
  bare: (instalment: number) => {
    const paid = BigInt(instalment) * SCALE;
    let balance = 0n;
    for (let month = 0; month < MONTHS; month += 1) {
      balance += paid;
      balance += (balance * THIRD) / SCALE;
    }
    return Number((balance + SCALE / 2n) / SCALE);
  },
};

function thirdRoot(value: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 3));
  for (;;) {
    const next = (2n * root + value / root ** 2n) / 3n;
    if (next >= root) return root;
    root = next;
  }
}

function timed(quote: (amount: number) => number) {
  const start = process.hrtime.bigint();
  let sum = 0;
  for (let place = 0; place < QUOTES; place += 1) sum += quote(principalOf(place));
  return { took: Number(process.hrtime.bigint() - start), sum };
}

function ratiosOf({ quoted, bare }: typeof fixed): number[] {
  const ratios: number[] = [];
  for (let turn = 0; turn <= rounds; turn += 1) {
    const [ours, theirs] = turn % 2 === 0 ? [timed(quoted), timed(bare)] : [timed(bare), timed(quoted)].reverse();
    if (ours === undefined || theirs === undefined || ours.sum !== theirs.sum) {
      throw new Error('The quotes and the bare loop do not come to the same.');
    }
    // The first turn only warms up.
    if (turn > 0) ratios.push(ours.took / theirs.took);
  }
  return ratios;
}

const rows = [
  row('a quote of a fixed deposit, in bare loops', 'times', ratiosOf(fixed), { atMost: 2 }),
  row('a quote of a recurring deposit, in bare loops', 'times', ratiosOf(recurring), { atMost: 2 }),
];
if (values.json) console.log(JSON.stringify(rows));
else for (const each of rows) console.log(rowText(each));
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
