// What a member told the society to take from savings on its day: instalments, or the dues of thrift.

import { z } from 'zod';
import { DayInput, DayText, FlagQuery, Id, IdInput, ListQuery, MoneyText, page } from './common.ts';

/** What became of one due. A failed one is tried again at the end of every day. */
export const InstructionDueView = z.object({
  dueOn: DayText,
  status: z.enum(['failed', 'taken', 'reversed']),
  amount: MoneyText,
  fine: MoneyText,
  /** The day on which it was taken, or tried the last time. */
  triedOn: DayText,
  tries: z.number(),
  /** Why it could not be taken. */
  reason: z.string().nullable(),
  entryId: Id.nullable(),
});
export const StandingInstructionView = z.object({
  id: Id,
  memberId: Id,
  memberName: z.string(),
  memberNumber: z.string(),
  fromDepositId: Id,
  fromAccount: z.string(),
  toDepositId: Id,
  toAccount: z.string(),
  toProduct: z.string(),
  startsOn: DayText,
  stoppedOn: DayText.nullable(),
  /** A due could not be taken yet. */
  isFailing: z.boolean(),
  /** The latest dues first, at most twelve. */
  dues: z.array(InstructionDueView),
  currency: z.string(),
});
export const StandingInstructionList = page(StandingInstructionView);
/** A member sees their own, staff all; newest first. */
export const StandingInstructionQuery = z.strictObject({
  memberId: IdInput.optional(),
  /** Of the account that the money comes from, or goes to. */
  depositId: IdInput.optional(),
  /** Those that hold, or those that were stopped. */
  active: FlagQuery.optional(),
  /** Those of which a due could not be taken yet. */
  failing: FlagQuery.optional(),
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
});
export const SetStandingInstructionBody = z
  .strictObject({
    /** The savings account that the money is to come from. */
    fromDepositId: IdInput,
    /** A recurring deposit, or compulsory thrift, of the same member. */
    toDepositId: IdInput,
    /** The first day on which something is taken: the business day where nothing is said. */
    startsOn: DayInput.optional(),
  })
  .meta({ examples: [{ fromDepositId: '1', toDepositId: '2', startsOn: '2026-12-01' }] });
