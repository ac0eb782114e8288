// What compulsory thrift is due, of one account and of all members.

import { z } from 'zod';
import { DayText, FlagQuery, Id, ListQuery, MoneyText, page } from './common.ts';

const standing = {
  /** All that was ever due. */
  raised: MoneyText,
  /** All that came in; interest is not paid in. */
  paidIn: MoneyText,
  arrears: MoneyText,
  /** The day of the oldest due that is not paid whole. */
  since: DayText.nullable(),
  monthsInArrear: z.number(),
  /** Paid beyond every due so far. */
  ahead: MoneyText,
};
export const ThriftStandingView = z.object({
  ...standing,
  /** The latest first, at most 24. */
  dues: z.array(z.object({ dueOn: DayText, graceTo: DayText, amount: MoneyText, paid: MoneyText })),
});
export const ThriftDueView = z.object({
  depositId: Id,
  accountNumber: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  ...standing,
});
/** By account number, each member with what is due from them. */
export const ThriftDueQuery = z.strictObject({
  ...ListQuery,
  /** Those who owe something. */
  arrears: FlagQuery.optional(),
  sort: z.enum(['accountNumber', '-accountNumber']).optional(),
  /** Asked for, the answer also counts and sums the whole filter. */
  total: FlagQuery.optional(),
});
export const ThriftDueList = page(ThriftDueView).extend({
  totals: z.object({ raised: MoneyText, paidIn: MoneyText, arrears: MoneyText }).optional(),
  currency: z.string(),
});
