import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerReplayLine } from './index.ts';

type Row = Readonly<Record<string, string | number | null>>;
interface Case {
  readonly id: string;
  readonly tier: 'core' | 'extended' | 'partial' | 'unverified' | 'rejected';
  readonly product: object;
  readonly expected: readonly Row[];
  readonly totals: Row | null;
}

const TABLE = new URL('../../../../../packages/core/conformance/loan-schedules.json', import.meta.url);
// The table's shape is told in the README beside it.
const { cases } = JSON.parse(readFileSync(TABLE, 'utf8')) as { cases: Case[] };
const mustBeMet = cases.filter(({ tier }) => tier === 'core' || tier === 'extended');

/** The answer with only the figures that the table knows of each row. `from` is the day before the row's own days. */
function figuresOf({ expected, totals }: Case, answer: Readonly<Record<string, unknown>>) {
  // The command's own shape, which this test is about.
  const { instalments, totals: found } = answer as { instalments: Row[]; totals: Row };
  const known = (row: Row | undefined, wanted: Row) =>
    Object.fromEntries(Object.keys(wanted).map((name) => [name, row?.[name]]));
  return {
    rows: instalments.map((row, place) => known(row, wantedRow(expected[place] ?? row))),
    totals: totals === null ? null : known(found, totals),
  };
}

const wantedRow = ({ from: _, ...rest }: Row): Row => rest;

test('the table holds the cases that must be met', () => {
  expect(mustBeMet).toHaveLength(149);
});

test.each(mustBeMet)('$id is met to the last figure', (each) => {
  const { rows, totals } = figuresOf(each, answerReplayLine({ ...each }));
  expect(rows).toEqual(each.expected.map(wantedRow));
  expect(totals).toEqual(each.totals);
});

test('of the cases without a known rule, these many are met as well', () => {
  const met = { partial: 0, unverified: 0 };
  for (const each of cases) {
    if (each.tier !== 'partial' && each.tier !== 'unverified') continue;
    try {
      const { rows } = figuresOf(each, answerReplayLine({ ...each }));
      expect(rows).toEqual(each.expected.map(wantedRow));
      met[each.tier] += 1;
    } catch {
      // Refused as unknown, or another figure: counted by its absence.
    }
  }
  expect(met).toEqual({ partial: 23, unverified: 24 });
});

const [first] = mustBeMet;

test.each([
  ['an event that nobody knows', { events: [{ type: 'gift', date: '2026-01-01' }] }, 'events.0.type'],
  [
    'a day that is not in the calendar',
    { events: [{ type: 'disburse', date: '2026-02-30', amount: '1.00' }] },
    '2026-02-30',
  ],
  ['an amount with three decimals', { events: [{ type: 'disburse', date: '2026-01-01', amount: '1.000' }] }, '1.000'],
  ['an undo of nothing', { events: [{ type: 'undoPayment', date: '2026-01-01', nth: 1 }] }, 'taken back'],
  ['no product', { product: undefined }, 'product'],
  [
    'money that comes in before any went out',
    {
      events: [
        { type: 'repayment', date: '2023-01-01', amount: '10.00' },
        { type: 'disburse', date: '2026-01-01', amount: '100.00' },
      ],
    },
    'before anything was paid out',
  ],
])('%s is told', (_, change, word) => {
  expect(() => answerReplayLine({ ...first, ...change })).toThrow(word);
});

test.each([
  ['principal', '0.00', 'more than nothing'],
  ['installments', 1_000_000, '1 to 1200 instalments'],
  ['installments', 0, '1 to 1200 instalments'],
  ['repayEvery', 0, '1 to 366'],
  ['gracePrincipal', 100, 'pays principal'],
])('a loan whose %s is %s is refused with a sentence', (name, value, sentence) => {
  const product = { ...first?.product, [name]: value };
  expect(() => answerReplayLine({ ...first, product })).toThrow(sentence);
});
