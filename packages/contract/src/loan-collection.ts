// What the collections desk does about a late loan: contacts, promises to pay, and notice letters.

import { z } from 'zod';
import {
  AmountInput,
  DayInput,
  DayText,
  Id,
  IdInput,
  InstantText,
  LanguageCode,
  MoneyText,
  typedText,
} from './common.ts';

export const LOAN_CONTACT_KINDS = ['call', 'visit', 'letter', 'office'] as const;
export const LoanContactKind = z.enum(LOAN_CONTACT_KINDS);
export const LoanPromiseState = z.enum(['open', 'kept', 'broken', 'replaced']);

/** Whom the office spoke to and what was said; with a promise to pay where one was given. */
export const RecordContactBody = z
  .strictObject({
    kind: LoanContactKind,
    /** Today, when nothing is said. */
    contactedOn: DayInput.optional(),
    spokeTo: typedText(80),
    said: typedText(400, 3),
    /** So much, at the latest on this day. */
    promise: z.strictObject({ amount: AmountInput, by: DayInput }).optional(),
  })
  .meta({
    examples: [
      {
        kind: 'call',
        spokeTo: 'Her son',
        said: 'The milk is paid for on the tenth',
        promise: { amount: '500.00', by: '2026-12-10' },
      },
    ],
  });

export const LoanPromise = z.object({
  id: Id,
  amount: MoneyText,
  by: DayText,
  madeOn: DayText,
  /** Of what came in since it was given and by its day. */
  received: MoneyText,
  state: LoanPromiseState,
  recordedBy: z.string(),
});
export const LoanContact = z.object({
  id: Id,
  kind: LoanContactKind,
  on: DayText,
  spokeTo: z.string(),
  said: z.string(),
  recordedBy: z.string(),
  recordedAt: InstantText,
});
export const LoanNotice = z.object({
  id: Id,
  /** 1, 2 or 3: the last. */
  level: z.number(),
  on: DayText,
  /** What the letter says is overdue, since when, and until when it is to be paid. */
  overdue: MoneyText,
  dueSince: DayText,
  daysPastDue: z.number(),
  payBy: DayText,
  recordedBy: z.string(),
});
/** Newest first. */
export const LoanCollection = z.object({
  contacts: z.array(LoanContact),
  promises: z.array(LoanPromise),
  notices: z.array(LoanNotice),
  /** The letter that comes next, and from which day on; null where nothing is overdue or all three are out. */
  nextNotice: z.object({ level: z.number(), from: DayText }).nullable(),
  /** To whom each letter goes. */
  addressees: z.array(z.object({ memberId: Id, memberNumber: z.string(), name: z.string(), isBorrower: z.boolean() })),
});

export const NoticeQuery = z.strictObject({
  /** A guarantor of the loan; its borrower, when nothing is said. */
  to: IdInput.optional(),
  language: LanguageCode.optional(),
});
