// One journal entry, down to its postings and the act it came from.

import type { Explanation, JournalEntryView } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookWords } from './book-words.ts';
import { printedNumber } from './entry-draft.ts';
import {
  type EntryRow,
  entryRow,
  findPostings,
  localName,
  mayKnow,
  type PostingRow,
  postingView,
  selectEntries,
} from './entry-rows.ts';
import { narrationsIn } from './say-narration.ts';

interface FoundEntry {
  readonly entry: EntryRow;
  readonly postings: readonly PostingRow[];
}

/** The entry as this reader may see it; somebody else's answers as if it did not exist. */
async function getEntryFor(platform: Platform, actor: Actor, id: number): Promise<FoundEntry> {
  const entry = await selectEntries(platform.database).where('entry.id', '=', id).executeTakeFirst();
  if (entry === undefined) throw new Refusal('missing', 'ENTRY_NOT_FOUND');
  const postings = await findPostings(platform.database, [id]);

  const isOwn = actor.memberId !== null && entry.memberId === actor.memberId;
  const touchesOwn = postings.some((posting) => mayKnow(posting, actor));
  if (actor.kind === 'member' && !isOwn && !touchesOwn) throw new Refusal('missing', 'ENTRY_NOT_FOUND');
  return { entry, postings };
}

export async function journalEntryView(
  platform: Platform,
  actor: Actor,
  id: number,
): Promise<z.input<typeof JournalEntryView>> {
  const { entry, postings } = await getEntryFor(platform, actor, id);
  const beside = await platform.database
    .selectFrom('journal_entry as entry')
    .leftJoin('user as checker', 'checker.id', 'entry.checkerUserId')
    .leftJoin('receipt', 'receipt.entryId', 'entry.id')
    .leftJoin('approval_request', 'approval_request.entryId', 'entry.id')
    .select(['checker.name as checker', 'receipt.number as receiptNumber', 'approval_request.id as approvalId'])
    .where('entry.id', '=', id)
    .executeTakeFirst();
  const row = entryRow(entry, actor, await narrationsIn(actor.language, platform));
  const isStaff = actor.kind !== 'member';
  return {
    ...row,
    postings: postings.map((posting) => ({
      ...postingView(posting, actor),
      balanceAfter: posting.balanceAfter !== null && mayKnow(posting, actor) ? formatMoney(posting.balanceAfter) : null,
    })),
    checker: beside?.checker ?? null,
    reversesNumber: await numberOf(platform, entry.reversesEntryId),
    reversedByNumber: await numberOf(platform, entry.reversedByEntryId),
    receiptNumber: row.receiptId === null ? null : (beside?.receiptNumber ?? null),
    approvalId: isStaff && beside?.approvalId != null ? String(beside.approvalId) : null,
    previousHash: entry.previousHash,
    hash: entry.hash,
  };
}

/** How the entry came about: its postings, what was paid for, and what it takes back. */
export async function explainEntry(platform: Platform, actor: Actor, id: number): Promise<z.input<typeof Explanation>> {
  const { entry, postings } = await getEntryFor(platform, actor, id);
  const words = bookWords[actor.language];
  const ofPostings = postings.map((posting) => {
    const number = mayKnow(posting, actor) ? posting.subLedgerNumber : null;
    const account = `${posting.accountCode} ${localName(posting, actor.language)}`;
    return {
      label: `${words.side[posting.side]} · ${account}${number === null ? '' : ` · ${number}`}`,
      value: formatMoney(posting.amount),
      entryId: null,
      on: null,
    };
  });
  const isOwn = actor.kind !== 'member' || entry.memberId === actor.memberId;
  const ofReceipt = isOwn && entry.receiptId !== null ? await receiptLines(platform, actor, entry.receiptId) : [];
  const linked = [
    { word: words.reverses, id: entry.reversesEntryId },
    { word: words.reversedBy, id: entry.reversedByEntryId },
  ];
  const ofLinks = await Promise.all(
    linked
      .filter(({ id: linkedId }) => linkedId !== null)
      .map(async ({ word, id: linkedId }) => ({
        label: word,
        value: (await numberOf(platform, linkedId)) ?? '',
        entryId: String(linkedId),
        on: null,
      })),
  );
  return {
    figure: printedNumber(entry),
    value: formatMoney(entry.total),
    lines: [...ofReceipt, ...ofPostings, ...ofLinks],
    rule: words.entryRule,
  };
}

async function receiptLines(platform: Platform, actor: Actor, receiptId: number) {
  const lines = await platform.database
    .selectFrom('receipt_line')
    .innerJoin('receipt', 'receipt.id', 'receipt_line.receiptId')
    .select([
      'receipt_line.labelEn as nameEn',
      'receipt_line.labelHi as nameHi',
      'receipt_line.amount',
      'receipt.issuedOn',
    ])
    .where('receipt_line.receiptId', '=', receiptId)
    .orderBy('receipt_line.line')
    .execute();
  return lines.map((line) => ({
    label: localName(line, actor.language),
    value: formatMoney(line.amount),
    entryId: null,
    on: line.issuedOn,
  }));
}

async function numberOf(platform: Platform, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const entry = await platform.database
    .selectFrom('journal_entry')
    .select(['seriesCode', 'financialYear', 'number'])
    .where('id', '=', id)
    .executeTakeFirst();
  return entry === undefined ? null : printedNumber(entry);
}
