import { z } from 'zod';
import { AmountInput, DayInput, DayText, Id, IdInput, MoneyText, typedText } from './common.ts';

const RESTRICTION_KINDS = ['hold', 'lien', 'freeze'] as const;

/** What keeps money on an account. Names and reasons are told to staff alone. */
export const DepositRestriction = z.object({
  id: Id,
  kind: z.enum(RESTRICTION_KINDS),
  /** `moved`: it went along to the deposit that the money went to at maturity. */
  status: z.enum(['active', 'lifted', 'ended', 'moved']),
  /** Null of a freeze, which keeps all. */
  amount: MoneyText.nullable(),
  /** Of a freeze: whether money may still come in. */
  allowsDeposits: z.boolean().nullable(),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  /** The last day of a hold that ends by itself. */
  untilOn: DayText.nullable(),
  setOn: DayText,
  setBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  endedOn: DayText.nullable(),
  endReason: z.string().nullable(),
  endedBy: z.string().nullable(),
  endApprovedBy: z.string().nullable(),
});
export const DepositRestrictionList = z.object({
  items: z.array(DepositRestriction),
  /** What is asked and waits for a second person. */
  waiting: z.array(z.object({ approvalId: Id, isLift: z.boolean() })),
});

const reason = typedText(200, 5);
const reference = typedText(80);

/** A hold keeps an amount by an order, a lien as security for a loan, a freeze all that is there. */
export const RestrictDepositBody = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('hold'),
      amount: AmountInput,
      untilOn: DayInput.optional(),
      reference: reference.optional(),
      reason,
    }),
    z.strictObject({ kind: z.literal('lien'), amount: AmountInput, reference, reason }),
    z.strictObject({
      kind: z.literal('freeze'),
      allowsDeposits: z.boolean(),
      reference: reference.optional(),
      reason,
    }),
  ])
  .meta({
    examples: [{ kind: 'hold', amount: '500.00', untilOn: '2027-03-31', reason: 'Order of the civil court, Dehradun' }],
  });
export const RestrictionParams = z.strictObject({ id: IdInput, restrictionId: IdInput });
export const LiftRestrictionBody = z.strictObject({ reason }).meta({ examples: [{ reason: 'The loan is repaid' }] });
/** Nothing has happened yet: a second person decides. */
export const AskedForApproval = z.object({ approvalId: Id });
/** How the member was known again: which papers were seen. */
export const ReactivateBody = z
  .strictObject({ note: typedText(200, 5) })
  .meta({ examples: [{ note: 'Came in person; PAN card and a new photo seen' }] });
