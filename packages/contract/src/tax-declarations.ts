import { z } from 'zod';
import { DayInput, DayText, FlagQuery, Id, IdInput, InstantText, ListQuery, page, typedText } from './common.ts';

/** A member's word that no tax is to be withheld from their interest in a tax year, Form 121 in India. */
export const TaxDeclaration = z.object({
  id: Id,
  financialYear: z.string(),
  number: z.string(),
  receivedOn: DayText,
  recordedBy: z.string(),
  recordedAt: InstantText,
  withdrawnAt: InstantText.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
});
export const TaxDeclarationList = z.object({
  /** Those that a declaration is taken for today: the year that is open, and the one after it. */
  years: z.array(z.string()),
  items: z.array(TaxDeclaration),
});

export const DeclarationRegisterRow = TaxDeclaration.extend({
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  panMasked: z.string().nullable(),
});
export const DeclarationRegister = page(DeclarationRegisterRow).extend({
  /** All for which there are declarations, the latest first. */
  years: z.array(z.string()),
});
export const DeclarationRegisterQuery = z.strictObject({
  ...ListQuery,
  year: typedText(12).optional(),
  state: z.enum(['active', 'withdrawn']).optional(),
  sort: z.enum(['recordedAt', '-recordedAt']).optional(),
  /** Asked for, the answer also counts the whole filter. */
  total: FlagQuery.optional(),
});

export const RecordTaxDeclarationBody = z
  .strictObject({ financialYear: typedText(12), number: typedText(40), receivedOn: DayInput })
  .meta({ examples: [{ financialYear: '2026-27', number: 'F121/2026/000042', receivedOn: '2026-11-30' }] });
export const CreatedTaxDeclaration = z.object({ id: Id });
export const TaxDeclarationParams = z.strictObject({ id: IdInput, declarationId: IdInput });
export const WithdrawTaxDeclarationBody = z
  .strictObject({ reason: typedText(200, 5) })
  .meta({ examples: [{ reason: 'The form is that of another member' }] });
