import { type CalendarDate, type Depositor, depositorCategories } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { settingWithin } from '../society/index.ts';

/** What the rate card calls somebody whose deposit is opened on a day, by the rules of that day. */
export async function categoriesOf(reader: Reader, depositor: Depositor, openedOn: CalendarDate) {
  const seniorAge = await settingWithin(reader, 'deposits.seniorAge', openedOn);
  return depositorCategories(depositor, { seniorAge }, openedOn);
}
