// What is done when a loan goes wrong: asked for by one, agreed to by another, seen before and after, and taken back with a reason.

import { LOAN_MEASURES } from '@kafal/core';
import { z } from 'zod';
import {
  ActPreview,
  AmountInput,
  DayInput,
  DayText,
  Id,
  IdInput,
  InstantText,
  MoneyText,
  typedText,
} from './common.ts';

export const LoanMeasureKind = z.enum(LOAN_MEASURES);

const reason = typedText(400, 3);
const resolution = { resolutionNumber: typedText(40).optional(), resolutionOn: DayInput.optional() };

/** At least one of the three: interest that has fallen due, fees, penal charges. */
export const WaiveLoanBody = z
  .strictObject({
    kind: z.literal('waiver'),
    interest: AmountInput.optional(),
    fee: AmountInput.optional(),
    penalty: AmountInput.optional(),
    reason,
    ...resolution,
  })
  .meta({
    examples: [{ kind: 'waiver', penalty: '21.91', reason: 'Ill for two months, the doctor’s paper was seen' }],
  });

export const LoanMeasureBody = z.discriminatedUnion('kind', [WaiveLoanBody]).meta({
  examples: [{ kind: 'waiver', penalty: '21.91', reason: 'Ill for two months, the doctor’s paper was seen' }],
});

/** A loan as it stands, for before and after. */
export const LoanFigures = z.object({
  principal: MoneyText,
  /** What has fallen due and is not paid. */
  due: MoneyText,
  /** Unpaid to the end, of interest, and of fees and penal charges. */
  interest: MoneyText,
  charges: MoneyText,
  owed: MoneyText,
  /** The next one to be paid, how many are left, and when the last is due. */
  instalment: MoneyText,
  instalmentsLeft: z.number(),
  lastDueOn: DayText.nullable(),
  annualRate: z.string(),
});
export type LoanFigures = z.infer<typeof LoanFigures>;

export const LoanMeasureAnswer = z.union([
  ActPreview.extend({ before: LoanFigures, after: LoanFigures }),
  z.object({ preview: z.literal(false), approvalId: Id }),
]);

export const LoanMeasureView = z.object({
  id: Id,
  kind: LoanMeasureKind,
  on: DayText,
  reason: z.string(),
  resolutionNumber: z.string().nullable(),
  resolutionOn: DayText.nullable(),
  before: LoanFigures,
  after: LoanFigures,
  askedBy: z.string(),
  agreedBy: z.string(),
  at: InstantText,
  /** Null: nothing of it stood in the books. */
  entryId: Id.nullable(),
  entryNumber: z.string().nullable(),
  takenBackOn: DayText.nullable(),
  takenBackReason: z.string().nullable(),
});
export type LoanMeasureView = z.infer<typeof LoanMeasureView>;

export const LoanMeasureParams = z.strictObject({ id: IdInput, measureId: IdInput });
export const TakeBackMeasureBody = z
  .strictObject({ reason })
  .meta({ examples: [{ reason: 'It was meant for another loan' }] });
export const TakeBackMeasureAnswer = z.object({ approvalId: Id });
