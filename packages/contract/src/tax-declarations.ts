import { z } from 'zod';
import { DayInput, DayText, Id, IdInput, InstantText, typedText } from './common.ts';

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
  /** The one year that a declaration is taken for today. */
  openYear: z.string(),
  items: z.array(TaxDeclaration),
});

export const RecordTaxDeclarationBody = z
  .strictObject({ financialYear: typedText(12), number: typedText(40), receivedOn: DayInput })
  .meta({ examples: [{ financialYear: '2026-27', number: 'F121/2026/000042', receivedOn: '2026-11-30' }] });
export const CreatedTaxDeclaration = z.object({ id: Id });
export const TaxDeclarationParams = z.strictObject({ id: IdInput, declarationId: IdInput });
export const WithdrawTaxDeclarationBody = z
  .strictObject({ reason: typedText(200, 5) })
  .meta({ examples: [{ reason: 'The form is that of another member' }] });
