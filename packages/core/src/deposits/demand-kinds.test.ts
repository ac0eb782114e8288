import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { parseMoney } from '../money/money.ts';
import { isWithdrawable } from './demand-kinds.ts';

const [today, later] = [calendarDate('2026-11-30'), calendarDate('2027-11-30')];
const goal = { target: parseMoney('50000.00'), targetOn: later };

test('money that is saved for a goal goes out once the goal is reached, or its day has come', () => {
  const account = { withdrawal: 'goal', balance: parseMoney('49999.99'), goal } as const;
  expect(isWithdrawable(account, today)).toBe(false);
  expect(isWithdrawable({ ...account, balance: goal.target }, today)).toBe(true);
  expect(isWithdrawable(account, later)).toBe(true);
});

test('compulsory thrift goes out with the membership and not before, other deposits at any time', () => {
  const account = { balance: parseMoney('12000.00'), goal: null };
  expect(isWithdrawable({ ...account, withdrawal: 'membership' }, later)).toBe(false);
  expect(isWithdrawable({ ...account, withdrawal: 'free' }, today)).toBe(true);
});
