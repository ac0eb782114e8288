import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { formatMoney, parseMoney } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { goalUntil } from './goal-until.ts';

const goal = { target: parseMoney('100000.00'), targetOn: calendarDate('2028-12-15') };
const terms = { annualRate: parseRate('8'), compoundEveryMonths: 3, instalmentMultiple: 100 };
const on = (day: string, saved: string) => {
  const { months, instalment, missing } = goalUntil(goal, { ...terms, saved: parseMoney(saved) }, calendarDate(day));
  return [months, formatMoney(instalment), formatMoney(missing)];
};

test('the months that are left are whole ones, and each takes the smallest whole rupee that reaches the goal', () => {
  // As in the two years of goalPlan: 1,00,000 / 26.09147 = 3,832.67, and 41,417.03 / 26.09147 = 1,587.38.
  expect(on('2026-12-01', '0.00')).toEqual([24, '3833.00', '100000.00']);
  expect(on('2026-12-15', '50000.00')).toEqual([24, '1588.00', '50000.00']);
  expect(on('2026-12-16', '50000.00')[0]).toBe(23);
});

test('in the last month all that is missing is put by; on the day, and once it is reached, nothing is', () => {
  expect(on('2028-11-16', '60000.00')).toEqual([0, '40000.00', '40000.00']);
  expect(on('2028-12-15', '60000.00')).toEqual([0, '0.00', '40000.00']);
  expect(on('2027-12-15', '100000.01')).toEqual([12, '0.00', '0.00']);
});
