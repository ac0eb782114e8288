// A mistake is taken back by a new entry with the same postings on the other side, which names the old one. Nothing is
// ever changed or erased.

import type { ActPreview } from '@kafal/contract';
import { addDays, type CalendarDate, maxDate, oppositeSide } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { bookRules } from './book-rules.ts';
import { businessDayFor } from './business-day.ts';
import { type EntryDraft, type PaymentMode, type PostingDraft, printedNumber } from './entry-draft.ts';
import { isSubLedger } from './ledger-accounts.ts';
import { postJournalEntry } from './post-journal-entry.ts';
import { previewPostings } from './preview-postings.ts';
import { type EntryToReverse, reversalRulesFor } from './reversal-rules.ts';
import { getReversible, refuseIfReversed } from './reversible-entry.ts';

export interface ReverseEntry {
  readonly entryId: number;
  readonly reason: string;
}

export interface ReversedEntry {
  readonly preview: false;
  readonly entryId: string;
  readonly entryNumber: string;
}

const JOURNAL_SERIES = 'JV';

export async function previewReversal(
  platform: Platform,
  actor: Actor,
  command: ReverseEntry,
): Promise<z.input<typeof ActPreview>> {
  const entry = await getReversible(platform.database, platform, actor, command.entryId);
  const postings = await oppositePostings(platform.database, entry.id);
  return previewPostings(platform, actor, {
    kind: 'reversal',
    narration: narrationOf(entry, command.reason),
    postings,
  });
}

export async function reverseEntry(
  platform: Platform,
  actor: Actor,
  command: ReverseEntry,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<ReversedEntry>> {
  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const entry = await getReversible(trx, platform, actor, command.entryId);
    const draft = await reversalDraft(trx, platform, entry, command.reason, idempotency);
    const posted = await postReversal(trx, platform, actor, draft);
    for (const rule of reversalRulesFor(entry.kind)) await rule.undo?.(trx, platform, actor, entry, posted);
    return { preview: false, entryId: String(posted.id), entryNumber: posted.printedNumber };
  });
}

async function oppositePostings(reader: Reader, entryId: number): Promise<PostingDraft[]> {
  const postings = await reader
    .selectFrom('posting')
    .select(['accountCode', 'side', 'amount', 'subLedger', 'subLedgerId', 'memo'])
    .where('entryId', '=', entryId)
    .orderBy('line')
    .execute();
  return postings.map(({ accountCode, side, amount, subLedger, subLedgerId, memo }) => ({
    accountCode,
    side: oppositeSide(side === 'debit' ? 'debit' : 'credit'),
    amount,
    ...(isSubLedger(subLedger) && subLedgerId !== null ? { subLedger, subLedgerId } : {}),
    ...(memo === null ? {} : { memo }),
  }));
}

async function reversalDraft(
  trx: Trx,
  platform: Platform,
  entry: EntryToReverse,
  reason: string,
  idempotency: Idempotency | undefined,
): Promise<EntryDraft> {
  const till = await trx
    .selectFrom('till')
    .select('seriesCode')
    .where('id', '=', entry.tillId ?? 0)
    .executeTakeFirst();
  const postedOn = await businessDayFor(trx, platform);
  return {
    // What a till took back stands in the till's own numbers; everything else is a journal voucher.
    seriesCode: entry.seriesCode === till?.seriesCode ? till.seriesCode : JOURNAL_SERIES,
    kind: 'reversal',
    narration: narrationOf(entry, reason),
    postings: await oppositePostings(trx, entry.id),
    memberId: entry.memberId,
    tillId: entry.tillId,
    mode: modeOf(entry.mode),
    valueOn: await valueDateOf(trx, platform, entry, postedOn),
    reversesEntryId: entry.id,
    idempotencyKey: idempotency?.key ?? null,
    audit: {
      action: 'entry.reversed',
      subjectId: entry.id,
      oldValues: { number: printedNumber(entry) },
      newValues: { reason },
    },
    event: { name: 'entry.reversed', payload: { reversedEntryId: entry.id } },
  };
}

/** Interest goes back to the day it was counted from, as far as the window of value dates reaches. */
async function valueDateOf(trx: Trx, platform: Platform, entry: EntryToReverse, postedOn: CalendarDate) {
  const { valueDateWindowDays } = await bookRules(platform, trx, postedOn);
  return maxDate(entry.valueOn, addDays(postedOn, -valueDateWindowDays));
}

/**
 * Two people may press at the same moment. The second waits for the first at the balances, and then finds them lower
 * or the reversal there: whatever it is refused for, the reason is that somebody else was first.
 */
async function postReversal(trx: Trx, platform: Platform, actor: Actor, draft: EntryDraft) {
  try {
    return await postJournalEntry(trx, platform, actor, draft);
  } catch (error) {
    const isRefused = error instanceof Refusal;
    if (isRefused || platform.dialect.isDuplicateKey(error) === 'uq_journal_entry_reverses') {
      await refuseIfReversed(trx, draft.reversesEntryId ?? 0);
    }
    throw error;
  }
}

const MODES: readonly PaymentMode[] = ['cash', 'cheque', 'bank', 'upi', 'transfer'];

const modeOf = (text: string | null): PaymentMode | null => MODES.find((mode) => mode === text) ?? null;

const narrationOf = (entry: EntryToReverse, reason: string): string => `Reversal of ${printedNumber(entry)}: ${reason}`;
