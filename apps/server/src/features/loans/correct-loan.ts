// The one entry that puts right what was posted on a loan since the day an act counts from.

import { type CalendarDate, formatMoney, LoanError, ZERO } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type Correction, type PostedEntry, type PostingDraft, postJournalEntry } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { addLoanEvent, type LoanParts, type NewLoanEvent, owedInAll, paidParts, postingsOf } from './loan-state.ts';
import { chargesAnew, correctionOf, keepPenalDays, type LoanAnew, takenBackCharges } from './replay-anew.ts';

const PARTS = ['principal', 'interest', 'fee', 'penalty'] as const;

export interface LoanCorrection {
  /** Less than nothing of a part is taken out of it. */
  readonly parts: LoanParts;
  /** None where nothing that was posted changes. */
  readonly postings: readonly PostingDraft[];
  readonly view: Correction;
}

/** `own` is what the entry of the act itself moves. */
export function correctionBeside(loan: LoanWithBalance, anew: LoanAnew, own: LoanParts): LoanCorrection {
  const parts = correctionOf(anew.moved, own);
  const postings = postingsOf(loan, parts);
  const [before, after] = [paidParts(anew.before), paidParts(anew.after)];
  const isMoved = (part: keyof LoanParts) => before[part] !== ZERO || after[part] !== ZERO;
  return {
    parts,
    postings,
    view: {
      number: loan.number,
      countsFrom: anew.on,
      parts: PARTS.filter(isMoved).map((part) => ({
        part,
        before: formatMoney(before[part]),
        entry: formatMoney(own[part]),
        correction: formatMoney(parts[part]),
        after: formatMoney(after[part]),
      })),
      penalBefore: formatMoney(anew.penalBefore),
      penalAfter: formatMoney(anew.penalAfter),
      owedBefore: formatMoney(owedInAll(anew.before)),
      owedAfter: formatMoney(owedInAll(anew.after)),
      postings,
    },
  };
}

export interface RecordAnew {
  readonly anew: LoanAnew;
  readonly correction: LoanCorrection;
  /** The event of the act itself. */
  readonly event: NewLoanEvent;
  readonly because: Pick<PostedEntry, 'id' | 'printedNumber' | 'postedOn' | 'recordedAt'>;
}

/** In the transaction of the act, after its entry was posted. */
export async function recordAnew(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  { anew, correction, event, because }: RecordAnew,
): Promise<void> {
  const entered = { userId: actor.userId, recordedAt: because.recordedAt };
  for (const row of takenBackCharges(anew, because.postedOn, entered)) await addLoanEvent(trx, loan.id, row);
  await addLoanEvent(trx, loan.id, event);
  for (const row of chargesAnew(anew, entered)) await addLoanEvent(trx, loan.id, row);
  await keepPenalDays(trx, loan.id, anew);
  if (anew.penal !== null) {
    await recordAudit(trx, platform, actor, {
      action: 'loan.penal-recounted',
      subjectKind: 'loan',
      subjectId: loan.id,
      oldValues: { charged: formatMoney(anew.penalBefore) },
      newValues: { charged: formatMoney(anew.penalAfter), since: anew.on },
    });
  }
  if (correction.postings.length > 0) await post(trx, platform, actor, loan, { anew, correction, because });
}

async function post(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  { anew, correction, because }: Omit<RecordAnew, 'event'>,
): Promise<void> {
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: 'JV',
    kind: 'correction',
    narration: correctionNarration(loan.number, anew.on, because.printedNumber),
    postings: correction.postings,
    memberId: loan.memberId,
    audit: {
      action: 'loan.corrected',
      subjectKind: 'loan',
      subjectId: loan.id,
      newValues: { because: because.printedNumber, countsFrom: anew.on, ...written(correction.parts) },
    },
    // Told with the act itself.
    event: null,
  });
  const { id: entryId, postedOn: occurredOn, recordedAt } = entry;
  await addLoanEvent(trx, loan.id, { type: 'correction', occurredOn, entryId, userId: actor.userId, recordedAt });
}

const written = (parts: LoanParts): Record<string, string> =>
  Object.fromEntries(PARTS.map((part): [string, string] => [part, formatMoney(parts[part])]));

export const correctionNarration = (number: string, on: CalendarDate, because: string): string =>
  `Loan ${number} counted anew from ${on} because of ${because}`;

/** What the engine cannot do with the events as they would stand is said about the later ones. */
export async function refusingLoanErrors<Result>(number: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof LoanError) throw new Refusal('conflict', 'LOAN_LATER_STANDS', { number });
    throw error;
  }
}
