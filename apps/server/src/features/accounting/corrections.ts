// An act that counts from an earlier day can change what was posted since: one entry beside its own puts that right. The
// feature it belongs to says what; here it is shown.

import type { EntryCorrection } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import type { Messages } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ApprovalLine } from '../approvals/index.ts';
import type { PostingDraft } from './entry-draft.ts';
import { accountName, getAccount } from './ledger-accounts.ts';

export interface Correction extends Omit<z.input<typeof EntryCorrection>, 'postings'> {
  readonly postings: readonly PostingDraft[];
}

export async function correctionViews(
  platform: Platform,
  language: Language,
  corrections: readonly Correction[],
): Promise<z.input<typeof EntryCorrection>[]> {
  return Promise.all(
    corrections.map(async ({ postings, ...correction }) => ({
      ...correction,
      postings: await Promise.all(
        postings.map(async ({ accountCode, side, amount, subLedger }) => ({
          accountCode,
          accountName: accountName(await getAccount(platform, accountCode), language),
          side,
          amount: formatMoney(amount),
          subLedger: subLedger ?? null,
          subLedgerNumber: subLedger === undefined ? null : correction.number,
        })),
      ),
    })),
  );
}

export const correctionLineMessages: Messages = {
  en: {
    LINE_CORRECTED_principal: 'Principal paid on {loan}, counted anew',
    LINE_CORRECTED_interest: 'Interest paid on {loan}, counted anew',
    LINE_CORRECTED_fee: 'Charges paid on {loan}, counted anew',
    LINE_CORRECTED_penalty: 'Penal charges paid on {loan}, counted anew',
    LINE_CORRECTED_owed: 'Owed on {loan}',
  },
  hi: {
    LINE_CORRECTED_principal: '{loan} पर चुकाया मूलधन, फिर से गिना गया',
    LINE_CORRECTED_interest: '{loan} पर चुकाया ब्याज, फिर से गिना गया',
    LINE_CORRECTED_fee: '{loan} पर चुकाए शुल्क, फिर से गिने गए',
    LINE_CORRECTED_penalty: '{loan} पर चुकाए दंड शुल्क, फिर से गिने गए',
    LINE_CORRECTED_owed: '{loan} पर बाकी',
  },
};

/** What the second person sees of them. */
export const correctionLines = (corrections: readonly Correction[]): ApprovalLine[] =>
  corrections.flatMap(({ number: loan, parts, owedBefore, owedAfter }) => [
    ...parts.map(({ part, before, after }) => ({
      label: { code: `LINE_CORRECTED_${part}`, params: { loan } },
      before,
      after,
    })),
    { label: { code: 'LINE_CORRECTED_owed', params: { loan } }, before: owedBefore, after: owedAfter },
  ]);
