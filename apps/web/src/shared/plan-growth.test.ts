import { parseMoney } from '@kafal/core';
import { expect, test } from 'vitest';
import type { TermPlan } from './answers.ts';
import { planGrowth, type Term } from './plan-growth.ts';

const term = (more: Partial<Term>): Term => ({
  amount: '10000.00',
  months: 6,
  days: null,
  annualRate: '8',
  category: 'general',
  maturesOn: '2027-05-30',
  maturityValue: '10404.00',
  end: { on: '2027-05-30', value: '10404.00' },
  payout: 'maturity',
  atMaturity: 'wait',
  instalments: null,
  ...more,
});
const plan = (lines: TermPlan['lines'], instalments: TermPlan['instalments'] = []): TermPlan => ({
  version: { id: '1', effectiveFrom: '2026-04-01', legalBasis: null },
  paidIn: '10000.00',
  interest: '404.00',
  unrounded: '10404.0000',
  rounding: 'rupee',
  lines,
  rule: '',
  maturityMovesTo: null,
  instalments,
});
const line = (on: string, interest: string, paid: string | null = null) => ({
  label: '',
  on,
  balance: '10000.0000',
  interest,
  paid,
});

test('interest that is added grows with its deposit, up to the value at maturity', () => {
  const lines = [line('2027-02-28', '200.0000'), line('2027-05-30', '204')];
  expect(planGrowth('2026-11-30', term({}), plan(lines))).toEqual([
    { on: '2026-11-30', amount: parseMoney('10000.00') },
    { on: '2027-02-28', amount: parseMoney('10200.00') },
    { on: '2027-05-30', amount: parseMoney('10404.00') },
  ]);
});

test('interest that is paid out is added up by itself', () => {
  const lines = [line('2027-02-28', '200', '200.00'), line('2027-05-30', '200', '200.00')];
  expect(planGrowth('2026-11-30', term({ payout: 'quarterly' }), plan(lines)).map(({ amount }) => amount)).toEqual(
    ['0.00', '200.00', '400.00'].map((text) => parseMoney(text)),
  );
});

test('instalments begin from nothing and each brings its own interest', () => {
  const instalment = (number: number, dueOn: string) => ({
    number,
    dueOn,
    amount: '10000.00',
    paidOn: null,
    entryId: null,
    movesTo: null,
    missedOn: null,
  });
  const recurring = plan(
    [line('2026-12-30', '133.3333'), line('2027-01-30', '66.6667')],
    [instalment(1, '2026-11-30'), instalment(2, '2026-12-30')],
  );
  expect(
    planGrowth('2026-11-30', term({ months: 2, maturityValue: '20200.00' }), recurring).map(({ amount }) => amount),
  ).toEqual(['0.00', '10133.33', '20200.00'].map((text) => parseMoney(text)));
});
