// Deposits of a term that were opened: how their value comes about, and what is paid in and out until then.

import { TERM_ROUNDINGS } from '@kafal/core';
import { z } from 'zod';
import { DayText, Id, LanguageCode, MoneyText } from './common.ts';
import { DepositView } from './deposits.ts';
import { TermLineView, TermProductVersion, UnroundedText } from './term-products.ts';

/** The answer of the quote for what was agreed, from the same function. */
export const TermPlan = z.object({
  version: TermProductVersion,
  paidIn: MoneyText,
  interest: MoneyText,
  unrounded: UnroundedText.nullable(),
  rounding: z.enum(TERM_ROUNDINGS),
  lines: z.array(TermLineView),
  rule: z.string(),
  /** Empty for a fixed deposit. */
  instalments: z.array(
    z.object({
      number: z.number(),
      dueOn: DayText,
      amount: MoneyText,
      paidOn: DayText.nullable(),
      entryId: Id.nullable(),
    }),
  ),
});
export const DepositDetail = DepositView.extend({
  /** Null for savings. */
  plan: TermPlan.nullable(),
});
/** Without a language, that of whoever asks. */
export const CertificateQuery = z.strictObject({ language: LanguageCode.optional() });
