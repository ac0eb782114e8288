import { z } from 'zod';
import { FlagQuery, Id, InstantText, ListQuery, MoneyText, page, typedText } from './common.ts';

export const APPROVAL_KINDS = [
  'withdrawal',
  'transfer',
  'voucher',
  'reversal',
  'member-status',
  'member-details',
  'member-picture',
  'member-staff',
  'setting',
  'fee',
  'deposit-product',
  'term-product',
  'term-opening',
  'term-closure',
  'deposit-restriction',
  'restriction-lift',
  'deposit-reactivation',
  'deposit-holders',
  'deposit-nominees',
  'role',
  'user-role',
  'till-limit',
  'agent-commission',
  'agent-terms',
  'loan-disbursement',
  'guarantor-substitution',
  'guarantor-recovery',
  'sanction-levels',
  'collateral-receipt',
  'collateral-release',
  'loan-measure',
  'loan-measure-reversal',
  'loan-product',
  'bank-line',
  'payment-gateway',
  'sms-provider',
  'sms-template',
] as const;
export const ApprovalRow = z.object({
  id: Id,
  kind: z.enum(APPROVAL_KINDS),
  status: z.enum(['pending', 'approved', 'rejected', 'withdrawn']),
  /** A sentence in the reader's language: what is asked. */
  summary: z.string(),
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  amount: MoneyText.nullable(),
  requestedBy: z.string(),
  requestedAt: InstantText,
  decidedBy: z.string().nullable(),
  decidedAt: InstantText.nullable(),
  reason: z.string().nullable(),
  entryId: Id.nullable(),
  mayDecide: z.boolean(),
  version: z.number(),
});
export const ApprovalList = page(ApprovalRow);
export const ApprovalQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  status: z.enum(['pending', 'approved', 'rejected', 'withdrawn', 'all']).optional(),
  kind: z.enum(APPROVAL_KINDS).optional(),
  sort: z.enum(['requestedAt', '-requestedAt']).optional(),
  /** Asked for, the answer also counts the whole filter. */
  total: FlagQuery.optional(),
});
export const ApprovalView = ApprovalRow.extend({
  lines: z.array(
    z.object({
      label: z.string(),
      before: z.string().nullable(),
      after: z.string(),
      /** The pictures themselves, where pictures are what changes. */
      beforeFileId: z.string().nullable().optional(),
      afterFileId: z.string().optional(),
    }),
  ),
  mayNotDecideBecause: z.string().nullable(),
});

/** A change of a rate, a fee, a limit or a role: what it would do, or what became of it. */
export const RuleChange = z.object({
  preview: z.boolean(),
  /** False while it waits for a second person. */
  applied: z.boolean(),
  approvalId: Id.nullable(),
  /** Whether the rule is one that takes a second person. */
  needsSecondPerson: z.boolean(),
  /** It takes one and there is none yet: it holds at once, and the audit log says so. */
  isAlone: z.boolean(),
  /** Who may say yes. */
  deciders: z.array(z.string()),
  lines: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string() })),
});

export const DecideBody = z
  .strictObject({ note: typedText(400).optional() })
  .meta({ examples: [{ note: 'Seen with the voucher.' }] });
export const RefuseBody = z
  .strictObject({ reason: typedText(400, 5) })
  .meta({ examples: [{ reason: 'The amount differs from the bill.' }] });
export const DecidedAnswer = z.object({ approval: ApprovalView, receiptId: Id.nullable() });
