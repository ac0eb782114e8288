// What borrowers are to pay by a day, for whoever collects it in one sum: an employer at pay-day, somebody who goes to a village.

import { z } from 'zod';
import { DayInput, DayText, Id, IdInput, ListQuery, MoneyText, page, typedText } from './common.ts';

/** `until`: what falls due by this day and is not paid, the end of the running month if it is left out. */
export const DemandQuery = z.strictObject({
  ...ListQuery,
  until: DayInput.optional(),
  employerId: IdInput.optional(),
  /** As it stands in the address of the member. */
  locality: typedText(120).optional(),
});
export const DemandRow = z.object({
  loanId: Id,
  loanNumber: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  phone: z.string().nullable(),
  locality: z.string(),
  employerName: z.string().nullable(),
  employeeNumber: z.string().nullable(),
  productName: z.string(),
  /** Overdue today. */
  arrears: MoneyText,
  /** Falls due from today until the day. */
  current: MoneyText,
  amount: MoneyText,
});
export const DemandList = page(DemandRow).extend({
  currency: z.string(),
  until: DayText,
  /** Of the whole filter. */
  count: z.number(),
  arrears: MoneyText,
  current: MoneyText,
  amount: MoneyText,
});

export const DEMAND_GROUPS = ['employer', 'locality'] as const;
export const DemandGroupQuery = z.strictObject({ by: z.enum(DEMAND_GROUPS), until: DayInput.optional() });
export const DemandGroups = z.object({
  currency: z.string(),
  until: DayText,
  /** The largest sum first. `employerId` and `name` are null where members have no employer. */
  items: z.array(
    z.object({ employerId: Id.nullable(), name: z.string().nullable(), loans: z.number(), amount: MoneyText }),
  ),
});
