// What borrowers owe by now: the lists the collections desk works through.

import { ARREARS_AGES } from '@kafal/core';
import { z } from 'zod';
import { DayText, Id, ListQuery, MoneyText, page } from './common.ts';
import { LoanContactKind, LoanPromiseState } from './loan-collection.ts';

export const ArrearsAge = z.enum(ARREARS_AGES.map(({ age }) => age));

/** `today` and `week`: what falls due on this day, or within the seven days after it. `overdue`: what fell due before. */
export const LOAN_DUE_WHENS = ['today', 'week', 'overdue'] as const;
export const LoanDueQuery = z.strictObject({
  ...ListQuery,
  when: z.enum(LOAN_DUE_WHENS).optional(),
  /** Of what is overdue, the loans that are so many days past due. */
  age: ArrearsAge.optional(),
});

export const LoanDueRow = z.object({
  loanId: Id,
  number: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  phone: z.string().nullable(),
  productName: z.string(),
  /** The oldest due day of the list that is not paid, as it was agreed. */
  dueOn: DayText,
  daysPastDue: z.number(),
  /** What is unpaid of the instalments of the list, in its parts. */
  principal: MoneyText,
  interest: MoneyText,
  charges: MoneyText,
  penalty: MoneyText,
  amount: MoneyText,
  /** Principal that is owed in all. */
  outstanding: MoneyText,
  guarantors: z.array(
    z.object({ memberId: Id, memberNumber: z.string(), name: z.string(), phone: z.string().nullable() }),
  ),
  /** Null: nobody has spoken to them yet. */
  lastContact: z.object({ kind: LoanContactKind, on: DayText, said: z.string() }).nullable(),
  /** The last promise to pay. */
  promise: z.object({ amount: MoneyText, by: DayText, state: LoanPromiseState }).nullable(),
  /** The last notice letter about what is overdue now. */
  lastNotice: z.object({ level: z.number(), on: DayText }).nullable(),
});
export const LoanDueList = page(LoanDueRow).extend({
  currency: z.string(),
  /** Of the whole filter. */
  count: z.number(),
  amount: MoneyText,
  /** How many loans are overdue by age, and what of them, whatever the list shows. */
  ages: z.array(z.object({ age: ArrearsAge, count: z.number(), amount: MoneyText })),
});
