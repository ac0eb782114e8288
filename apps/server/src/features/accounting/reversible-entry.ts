// Which entries may be taken back, and by whom.

import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { printedNumber } from './entry-draft.ts';
import { type EntryToReverse, reversalRulesFor } from './reversal-rules.ts';

/** The entry, or a Refusal that says why it is not taken back now. */
export async function getReversible(
  reader: Reader,
  platform: Platform,
  actor: Actor,
  entryId: number,
): Promise<EntryToReverse> {
  const entry = await reader.selectFrom('journal_entry').selectAll().where('id', '=', entryId).executeTakeFirst();
  if (entry === undefined) throw new Refusal('missing', 'ENTRY_NOT_FOUND');
  if (entry.reversesEntryId !== null) throw new Refusal('conflict', 'REVERSAL_OF_REVERSAL');

  await refuseIfReversed(reader, entryId);
  await refuseUnlessTheirs(reader, actor, entry);
  await refuseWhileTillIsClosed(reader, entry);
  for (const rule of reversalRulesFor(entry.kind)) await rule.mayReverse?.(reader, platform, actor, entry);
  return entry;
}

export async function refuseIfReversed(reader: Reader, entryId: number): Promise<void> {
  const reversal = await reader
    .selectFrom('journal_entry')
    .select(['seriesCode', 'financialYear', 'number'])
    .where('reversesEntryId', '=', entryId)
    .executeTakeFirst();
  if (reversal !== undefined) {
    throw new Refusal('conflict', 'ENTRY_REVERSED_ALREADY', { number: printedNumber(reversal) });
  }
}

/** Whoever may not approve takes back only what they posted themselves, at their own till, while its session is open. */
async function refuseUnlessTheirs(reader: Reader, actor: Actor, entry: EntryToReverse): Promise<void> {
  if (actor.permissions.has('approval.decide')) return;

  const session = await reader
    .selectFrom('till_session')
    .select(['tillId', 'openedAt'])
    .where('openUserId', '=', actor.userId)
    .executeTakeFirst();
  const isTheirs =
    session !== undefined &&
    entry.tillId === session.tillId &&
    entry.makerUserId === actor.userId &&
    entry.recordedAt >= session.openedAt;
  if (!isTheirs) throw new Refusal('forbidden', 'REVERSAL_NEEDS_MANAGER');
}

/** The cash goes back over a counter, so somebody must stand behind it; cash between two tills over both. */
async function refuseWhileTillIsClosed(reader: Reader, entry: EntryToReverse): Promise<void> {
  const closed = await reader
    .selectFrom('posting')
    .innerJoin('till', 'till.id', 'posting.subLedgerId')
    .leftJoin('till_session', 'till_session.openTillId', 'till.id')
    .select('till.code')
    .where('posting.entryId', '=', entry.id)
    .where('posting.subLedger', '=', 'till')
    .where('till_session.id', 'is', null)
    .orderBy('posting.line')
    .executeTakeFirst();
  if (closed !== undefined) throw new Refusal('conflict', 'REVERSAL_TILL_CLOSED', { till: closed.code });
}
