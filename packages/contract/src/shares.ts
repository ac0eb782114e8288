import { z } from 'zod';
import { ActPreview, DayText, FlagQuery, Id, IdInput, ListQuery, MoneyText, page, typedText } from './common.ts';

export const ShareAllotmentView = z.object({
  id: Id,
  certificateNumber: z.string(),
  shares: z.number(),
  faceValue: MoneyText,
  amount: MoneyText,
  distinctiveFrom: z.number(),
  distinctiveTo: z.number(),
  allottedOn: DayText,
  resolutionNumber: z.string().nullable(),
  entryId: Id,
  /** Set when the allotment was taken back: the certificate is void. */
  reversedByEntryId: Id.nullable(),
});
export const ShareHoldingView = z.object({
  id: Id.nullable(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  folio: z.string().nullable(),
  shares: z.number(),
  amount: MoneyText,
  /** Share money received and not yet allotted. */
  pending: MoneyText,
  currency: z.string(),
  allotments: z.array(ShareAllotmentView),
});
export const ShareHoldingRow = ShareHoldingView.omit({ allotments: true });
export const ShareHoldingList = page(ShareHoldingRow).extend({
  totals: z.object({ shares: z.number(), amount: MoneyText, pending: MoneyText }).optional(),
});
export const ShareHoldingQuery = z.strictObject({
  ...ListQuery,
  pending: z.enum(['true', 'false']).optional(),
  /** Asked for, the answer also counts and sums the whole filter. */
  total: FlagQuery.optional(),
});
export const ShareMemberParams = z.strictObject({ memberId: IdInput });
/** Allots as many whole shares as the pending money pays for, or the number said. */
export const AllotSharesBody = z
  .strictObject({ shares: z.int().min(1).max(1_000_000).optional(), resolutionNumber: typedText(40).optional() })
  .meta({ examples: [{ resolutionNumber: 'MC/2026/41' }] });
export const AllotSharesAnswer = z.union([
  ActPreview.extend({ shares: z.number() }),
  z.object({ preview: z.literal(false), allotment: ShareAllotmentView, folio: z.string(), pending: MoneyText }),
]);
