import { addDays, type CalendarDate, dayOf, type Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { settingHistoryWithin } from '../society/index.ts';

export interface ThriftDay {
  readonly dueOn: CalendarDate;
  readonly amount: Money;
}

/** The days after one and up to another on which thrift falls due by the rules of those days, as far as they are agreed. */
export async function thriftDaysBetween(
  reader: Reader,
  { after, through }: { readonly after: CalendarDate; readonly through: CalendarDate },
): Promise<ThriftDay[]> {
  const amountOn = await settingHistoryWithin(reader, 'thrift.monthlyDue');
  const dueDayOn = await settingHistoryWithin(reader, 'thrift.dueDay');
  const days: ThriftDay[] = [];
  for (let dueOn = addDays(after, 1); dueOn <= through; dueOn = addDays(dueOn, 1)) {
    const amount = amountOn(dueOn);
    if (amount !== null && dayOf(dueOn) === dueDayOn(dueOn)) days.push({ dueOn, amount });
  }
  return days;
}
