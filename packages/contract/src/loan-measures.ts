// What is done when a loan goes wrong: asked for by one, agreed to by another, seen before and after, and taken back with a reason.

import { HOLIDAY_INTERESTS, LOAN_MEASURES, PLAN_ARREARS } from '@kafal/core';
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
  RateInput,
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

const resolved = { resolutionNumber: typedText(40), resolutionOn: DayInput };
const instalments = z.int().min(1).max(1_200);

/** What is left of the loan is planned anew from the business day on. Without a rate it stays. */
export const RescheduleLoanBody = z
  .strictObject({
    kind: z.literal('rescheduling'),
    firstDueOn: DayInput,
    /** Of all instalments from `firstDueOn` on. */
    instalments,
    annualRate: RateInput.optional(),
    /** Unpaid interest that has fallen due stays due, or is collected in equal parts beside the new instalments. */
    arrears: z.enum(PLAN_ARREARS),
    reason,
    ...resolved,
  })
  .meta({
    examples: [
      {
        kind: 'rescheduling',
        firstDueOn: '2027-01-30',
        instalments: 18,
        arrears: 'apart',
        reason: 'The crop failed, half of it can be paid',
        resolutionNumber: 'LC/2026/21',
        resolutionOn: '2026-11-28',
      },
    ],
  });

/** The next due days carry no principal, and interest is paid then, or in equal parts beside the instalments after them. */
export const MoratoriumBody = z
  .strictObject({
    kind: z.literal('moratorium'),
    /** So many due days, the next one first. */
    holiday: z.int().min(1).max(120),
    /** Of all instalments from the next due day on, those of the holiday among them. */
    instalments,
    interest: z.enum(HOLIDAY_INTERESTS),
    reason,
    ...resolved,
  })
  .meta({
    examples: [
      {
        kind: 'moratorium',
        holiday: 3,
        instalments: 15,
        interest: 'served',
        reason: 'The flood of the year, by the order for the district',
        resolutionNumber: 'LC/2026/22',
        resolutionOn: '2026-11-28',
      },
    ],
  });

/** The general body has resolved it: number and day. What is owed on the day of the act is remembered. */
export const WriteOffLoanBody = z
  .strictObject({
    kind: z.literal('write-off'),
    reason,
    resolutionNumber: typedText(40),
    resolutionOn: DayInput,
  })
  .meta({
    examples: [
      {
        kind: 'write-off',
        reason: 'The borrower left for an unknown place; both guarantors have died',
        resolutionNumber: 'GB/2026/7',
        resolutionOn: '2026-11-29',
      },
    ],
  });

export const LoanMeasureBody = z
  .discriminatedUnion('kind', [WaiveLoanBody, RescheduleLoanBody, MoratoriumBody, WriteOffLoanBody])
  .meta({
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
  /** The first one that pays principal, where the next pays none. */
  instalmentThen: MoneyText.nullish(),
  instalmentsLeft: z.number(),
  lastDueOn: DayText.nullable(),
  annualRate: z.string(),
});
export type LoanFigures = z.infer<typeof LoanFigures>;

/** What is still to be paid on a due day; `balance` is the principal that is owed after it. */
const PlanRow = z.object({
  dueOn: DayText,
  principal: MoneyText,
  interest: MoneyText,
  /** Fees and penal charges. */
  charges: MoneyText,
  total: MoneyText,
  balance: MoneyText,
});
const PlanTotals = z.object({ interest: MoneyText, total: MoneyText });
/** The rest of a loan by its plan now and by another one, day by day: null where nothing is paid on the day. */
export const ComparedPlans = z.object({
  days: z.array(z.object({ dueOn: DayText, before: PlanRow.nullable(), after: PlanRow.nullable() })),
  before: PlanTotals,
  after: PlanTotals,
});
export type ComparedPlans = z.infer<typeof ComparedPlans>;

/** Of a request that waits: what its yes would make of the plan; null where it plans nothing anew, or is decided. */
export const AskedPlans = z.object({ plans: ComparedPlans.nullable() });

export const LoanMeasureAnswer = z.union([
  ActPreview.extend({ before: LoanFigures, after: LoanFigures, plans: ComparedPlans.nullable() }),
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
