import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { money } from '../money/money.ts';
import { movedBalances } from './moved-balances.ts';

const end = (on: string, balance: number) => ({ on: calendarDate(on), balance: money(balance) });

test('a movement that is dated back lifts the end of its day and of every later one', () => {
  const balances = [end('2026-12-01', 1_000), end('2026-12-10', 400)];
  const on = (day: string, amount: number) => movedBalances(balances, { on: calendarDate(day), amount: money(amount) });
  expect(on('2026-12-05', 50)).toEqual([end('2026-12-01', 1_000), end('2026-12-05', 1_050), end('2026-12-10', 450)]);
  expect(on('2026-12-10', -50)).toEqual([end('2026-12-01', 1_000), end('2026-12-10', 350)]);
  // Before the first day the account holds nothing.
  expect(on('2026-11-30', 50)).toEqual([end('2026-11-30', 50), end('2026-12-01', 1_050), end('2026-12-10', 450)]);
});
