// What is given as security for a loan: named and valued, received by two people, given back by two.

import { COLLATERAL_KINDS, COLLATERAL_STATES, readGrams } from '@kafal/core';
import { z } from 'zod';
import { AmountInput, DayInput, DayText, Id, IdInput, ListQuery, MoneyText, page, typedText } from './common.ts';

export const CollateralKind = z.enum(COLLATERAL_KINDS);

/** Grams with at most three decimals, "24.257"; inside, whole milligrams. */
const weight = (allowZero: boolean) =>
  z
    .string()
    .max(12)
    .transform((text, context): number => {
      const milligrams = readGrams(text);
      if (milligrams !== undefined && (allowZero || milligrams > 0)) return milligrams;
      context.addIssue({ code: 'custom', message: 'WEIGHT_MALFORMED' });
      return z.NEVER;
    })
    .meta({ examples: ['24.257'], description: 'Grams with at most three decimals' });

const description = typedText(200, 3);
const ownerName = typedText(120, 2);
const valuedBy = typedText(80, 2);

export const OfferCollateralBody = z
  .discriminatedUnion('kind', [
    /** Its value follows from the rate of gold that holds on the day of its valuation. */
    z.strictObject({
      kind: z.literal('gold'),
      description,
      ownerName,
      packetNumber: typedText(32),
      pieces: z.int().min(1).max(999),
      grossWeight: weight(false),
      deduction: weight(true).default(0),
      /** Fineness in parts of a thousand. */
      purity: z.int().min(1).max(1_000),
      valuedBy,
      valuedOn: DayInput,
    }),
    /** An account of the borrower; the amount is kept back when the loan is paid out. */
    z.strictObject({ kind: z.literal('deposit'), depositId: IdInput, value: AmountInput }),
    z.strictObject({
      kind: z.enum(['property', 'vehicle', 'other']),
      description,
      ownerName,
      value: AmountInput,
      valuedBy,
      valuedOn: DayInput,
    }),
  ])
  .meta({
    examples: [
      {
        kind: 'gold',
        description: 'Two bangles and a chain',
        ownerName: 'Sunita Devi Rawat',
        packetNumber: 'G-17',
        pieces: 3,
        grossWeight: '25.507',
        deduction: '1.250',
        purity: 916,
        valuedBy: 'Ramesh Soni',
        valuedOn: '2026-11-30',
      },
    ],
  });

export const CollateralItem = z.object({
  id: Id,
  kind: CollateralKind,
  status: z.enum(COLLATERAL_STATES),
  description: z.string(),
  ownerName: z.string(),
  value: MoneyText,
  valuedBy: z.string(),
  valuedOn: DayText,
  /** Of gold; weights are grams with three decimals, the rate is of a gram of pure gold. */
  gold: z
    .object({
      packetNumber: z.string(),
      pieces: z.number(),
      grossWeight: z.string(),
      deduction: z.string(),
      netWeight: z.string(),
      purity: z.number(),
      ratePerGram: MoneyText,
    })
    .nullable(),
  /** Of a deposit. */
  depositId: Id.nullable(),
  keptWhere: z.string().nullable(),
  receivedOn: DayText.nullable(),
  /** Who received it and who agreed; for staff. */
  receivedBy: z.string().nullable(),
  receiptAgreedBy: z.string().nullable(),
  releasedOn: DayText.nullable(),
  releasedTo: z.string().nullable(),
  releasedBy: z.string().nullable(),
  releaseAgreedBy: z.string().nullable(),
});
export type CollateralItem = z.infer<typeof CollateralItem>;

const items = z.array(IdInput).min(1).max(50);
/** All of it, or those that are named, is put into custody. */
export const ReceiveCollateralBody = z
  .strictObject({ itemIds: items, keptWhere: typedText(120, 2) })
  .meta({ examples: [{ itemIds: ['1'], keptWhere: 'Vault, shelf 2' }] });
export const ReleaseCollateralBody = z
  .strictObject({ itemIds: items, releasedTo: typedText(120, 2) })
  .meta({ examples: [{ itemIds: ['1'], releasedTo: 'Sunita Devi Rawat' }] });
export const CollateralAsked = z.object({ approvalId: Id });

export const CollateralItemParams = z.strictObject({ id: IdInput, itemId: IdInput });

/** `toReturn`: its loan is over and it is still here. */
export const COLLATERAL_SHOWN = ['all', 'offered', 'held', 'toReturn', 'released'] as const;
export const CollateralQuery = z.strictObject({
  ...ListQuery,
  show: z.enum(COLLATERAL_SHOWN).optional(),
  kind: CollateralKind.optional(),
});
export const CollateralRow = CollateralItem.extend({
  loanId: Id,
  loanNumber: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  /** Principal that is owed. */
  outstanding: MoneyText,
  /** The day on which the loan was paid back. */
  closedOn: DayText.nullable(),
});
export const CollateralList = page(CollateralRow).extend({
  currency: z.string(),
  /** Of the whole filter. */
  count: z.number(),
  value: MoneyText,
});
