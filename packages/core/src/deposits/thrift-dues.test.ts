// Dues of 500 on the first of each month, to be paid by the 10th.

import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { money, parseMoney } from '../money/money.ts';
import { thriftStanding } from './thrift-dues.ts';

const due = (month: number) => ({
  dueOn: calendarDate(`2026-0${month}-01`),
  amount: parseMoney('500.00'),
  raised: money(50_000 * (month - 3)),
  graceTo: calendarDate(`2026-0${month}-10`),
});
const dues = [due(4), due(5), due(6)];

test('what is paid in pays the oldest due first, and a part of the next', () => {
  expect(thriftStanding(dues, parseMoney('700.00'))).toMatchObject({
    dues: [{ paid: 50_000 }, { paid: 20_000 }, { paid: 0 }],
    arrears: parseMoney('800.00'),
    since: '2026-05-01',
    monthsInArrear: 2,
    ahead: 0,
  });
});

test('what is paid ahead waits for the dues that come', () => {
  expect(thriftStanding(dues, parseMoney('2500.00'))).toMatchObject({
    arrears: 0,
    since: null,
    monthsInArrear: 0,
    ahead: parseMoney('1000.00'),
  });
});
