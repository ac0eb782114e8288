// A mistake is taken back by a new entry with the same postings on the other side, which names the old one. Nothing is
// ever changed or erased. An entry of an earlier day or of a large amount is taken back only when a second person agrees.

import type { ActPreview } from '@kafal/contract';
import { addDays, type CalendarDate, formatMoney, maxDate, oppositeSide } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { registerApprovalKind, requestApproval } from '../approvals/index.ts';
import { interestChangesOf, interestLines } from './back-dated.ts';
import { bookRules } from './book-rules.ts';
import { businessDayFor, currentBusinessDay, dayOfTheNextAct, lockBusinessDay } from './business-day.ts';
import { correctionLines } from './corrections.ts';
import {
  type EntryDraft,
  type PaymentMode,
  type PostedEntry,
  type PostingDraft,
  printedNumber,
} from './entry-draft.ts';
import { isSubLedger } from './ledger-accounts.ts';
import { postJournalEntry } from './post-journal-entry.ts';
import { postingLines } from './posting-lines.ts';
import { previewPostings } from './preview-postings.ts';
import { reversalMessages } from './reversal-messages.ts';
import { correctionsOf, type EntryToReverse, reversalRulesFor } from './reversal-rules.ts';
import { getReversible, refuseIfReversed } from './reversible-entry.ts';

export interface ReverseEntry {
  readonly entryId: number;
  readonly reason: string;
}

export type ReversedEntry =
  | {
      readonly preview: false;
      readonly status: 'reversed';
      readonly entryId: string;
      readonly entryNumber: string;
    }
  | { readonly preview: false; readonly status: 'waiting'; readonly approvalId: string };

/** What waits for the second person; the postings are read from the entry itself, which never changes. */
interface AskedReversal {
  readonly reason: string;
}

const JOURNAL_SERIES = 'JV';

export async function previewReversal(
  platform: Platform,
  actor: Actor,
  command: ReverseEntry,
): Promise<z.input<typeof ActPreview>> {
  const { database } = platform;
  const entry = await getReversible(database, platform, actor, command.entryId);
  const today = await dayOfTheNextAct(platform);
  return previewPostings(platform, actor, {
    kind: 'reversal',
    narration: narrationOf(entry, command.reason),
    postings: await oppositePostings(database, entry.id),
    valueOn: await valueDateOf(database, platform, entry, today),
    needsApproval: await needsSecondPerson(database, platform, entry, today),
    corrections: await correctionsOf(database, platform, entry, today),
  });
}

export async function reverseEntry(
  platform: Platform,
  actor: Actor,
  command: ReverseEntry,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<ReversedEntry>> {
  return withIdempotency<ReversedEntry>(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const entry = await getReversible(trx, platform, actor, command.entryId);
      if (await needsSecondPerson(trx, platform, entry, await businessDayFor(trx, platform))) {
        const approvalId = await askSecondPerson(trx, platform, actor, entry, command.reason);
        return { preview: false, status: 'waiting', approvalId: String(approvalId) };
      }
      const posted = await takeBack(trx, platform, actor, entry, command.reason, {
        valueOn: await valueDateOf(trx, platform, entry, await businessDayFor(trx, platform)),
        idempotencyKey: idempotency?.key ?? null,
      });
      return {
        preview: false,
        status: 'reversed',
        entryId: String(posted.id),
        entryNumber: posted.printedNumber,
      };
    },
    ({ status }) => (status === 'waiting' ? 202 : 201),
  );
}

/** A second person has said yes. All is looked at again: the entry may have been taken back, a till closed, money spent. */
registerApprovalKind('reversal', {
  messages: reversalMessages,
  approve: async (platform, trx, checker, request) => {
    // askSecondPerson below wrote it.
    const { reason } = request.command as AskedReversal;
    const entry = await getReversible(trx, platform, checker, request.subjectId);
    const posted = await takeBack(trx, platform, checker, entry, reason, {
      valueOn: await valueDateOf(trx, platform, entry, await businessDayFor(trx, platform)),
      makerUserId: request.requestedByUserId,
      checkerUserId: checker.userId,
    });
    return { entryId: posted.id };
  },
});

/** One person takes back what is young and small; the society's settings say how young and how small. */
async function needsSecondPerson(reader: Reader, platform: Platform, entry: EntryToReverse, today: CalendarDate) {
  const { reversalAloneDays, reversalAloneUpTo } = await bookRules(platform, reader, today);
  const isOld = addDays(entry.postedOn, reversalAloneDays) < today;
  return isOld || (reversalAloneUpTo !== null && entry.total > reversalAloneUpTo);
}

async function askSecondPerson(trx: Trx, platform: Platform, actor: Actor, entry: EntryToReverse, reason: string) {
  await refuseWhileAsked(trx, platform, entry.id);
  const number = printedNumber(entry);
  const asked: AskedReversal = { reason };
  const postings = await oppositePostings(trx, entry.id);
  const postedOn = await businessDayFor(trx, platform);
  const valueOn = await valueDateOf(trx, platform, entry, postedOn);
  return requestApproval(trx, platform, actor, {
    kind: 'reversal',
    subjectKind: 'journal_entry',
    subjectId: entry.id,
    memberId: entry.memberId,
    amount: entry.total,
    summary: { code: 'ASKS_REVERSAL', params: { number, amount: formatMoney(entry.total), reason } },
    lines: [
      { label: { code: 'LINE_ENTRY', params: { number } }, before: null, after: entry.narration },
      { label: { code: 'LINE_POSTED_ON' }, before: null, after: entry.postedOn },
      ...(await postingLines(trx, platform, postings)),
      ...interestLines(await interestChangesOf(platform, trx, postings, { valueOn, postedOn })),
      ...correctionLines(await correctionsOf(trx, platform, entry, postedOn)),
    ],
    command: asked,
  });
}

/** Two people may ask at the same moment. The journal itself is never locked: whoever writes it may only add. */
async function refuseWhileAsked(trx: Trx, platform: Platform, entryId: number): Promise<void> {
  await lockBusinessDay(trx, platform, await businessDayFor(trx, platform));
  const waiting = await trx
    .selectFrom('approval_request')
    .select('id')
    .where('subjectKind', '=', 'journal_entry')
    .where('subjectId', '=', entryId)
    .where('kind', '=', 'reversal')
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'REVERSAL_WAITING', { approvalId: waiting.id });
}

/** Interest of a period that is counted anew; whoever counts has decided, and nobody is asked again. */
export async function takeBackInterest(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  entryId: number,
  reason: string,
  rest: Pick<EntryDraft, 'seriesCode' | 'makerUserId' | 'checkerUserId'>,
): Promise<PostedEntry> {
  const entry = await trx.selectFrom('journal_entry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow();
  return takeBack(trx, platform, actor, entry, reason, {
    ...rest,
    valueOn: entry.valueOn,
    isInterestCount: true,
    event: null,
  });
}

/** What two have agreed on elsewhere takes its entry with it. */
export async function reverseAgreed(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  { entryId, reason, makerUserId }: ReverseEntry & { readonly makerUserId: number },
): Promise<PostedEntry> {
  const entry = await getReversible(trx, platform, checker, entryId);
  return takeBack(trx, platform, checker, entry, reason, {
    valueOn: await valueDateOf(trx, platform, entry, await businessDayFor(trx, platform)),
    makerUserId,
    checkerUserId: checker.userId,
  });
}

async function takeBack(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  entry: EntryToReverse,
  reason: string,
  rest: Partial<EntryDraft> & { readonly valueOn: CalendarDate },
): Promise<PostedEntry> {
  const draft: EntryDraft = { ...(await reversalDraft(trx, entry, reason)), ...rest };
  if (draft.isInterestCount !== true) {
    // Interest that is spent refuses before anything is written: of what is refused later, somebody else was first.
    const postedOn = await currentBusinessDay(platform, trx);
    await interestChangesOf(platform, trx, draft.postings, { valueOn: rest.valueOn, postedOn });
  }
  const posted = await postReversal(trx, platform, actor, draft);
  for (const rule of reversalRulesFor(entry.kind)) await rule.undo?.(trx, platform, actor, entry, posted);
  return posted;
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

async function reversalDraft(trx: Trx, entry: EntryToReverse, reason: string): Promise<EntryDraft> {
  const till = await trx
    .selectFrom('till')
    .select('seriesCode')
    .where('id', '=', entry.tillId ?? 0)
    .executeTakeFirst();
  return {
    // What a till took back stands in the till's own numbers; everything else is a journal voucher.
    seriesCode: entry.seriesCode === till?.seriesCode ? till.seriesCode : JOURNAL_SERIES,
    kind: 'reversal',
    narration: narrationOf(entry, reason),
    postings: await oppositePostings(trx, entry.id),
    memberId: entry.memberId,
    tillId: entry.tillId,
    mode: modeOf(entry.mode),
    reversesEntryId: entry.id,
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
async function valueDateOf(reader: Reader, platform: Platform, entry: EntryToReverse, postedOn: CalendarDate) {
  const { valueDateWindowDays } = await bookRules(platform, reader, postedOn);
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
