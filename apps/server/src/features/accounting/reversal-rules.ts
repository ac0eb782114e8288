// What else an entry did besides its postings: a due that was paid, a reference that was used up, shares that were
// allotted. The feature that did it says here how it is undone, or why it cannot be.

import type { CalendarDate } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { Correction } from './corrections.ts';
import type { EntryKind, PostedEntry } from './entry-draft.ts';

export type EntryToReverse = Row<'journal_entry'>;

export interface ReversalRule {
  /** Throws a Refusal when the entry cannot be taken back now. Asked before a preview and before the act. */
  readonly mayReverse?: (reader: Reader, platform: Platform, actor: Actor, entry: EntryToReverse) => Promise<void>;
  /** What was posted since and is put right with it, to be seen before; `undo` posts it. */
  readonly corrections?: (
    reader: Reader,
    platform: Platform,
    entry: EntryToReverse,
    today: CalendarDate,
  ) => Promise<readonly Correction[]>;
  /** Undoes what the entry did besides its postings, in the transaction of the reversal, after it was posted. */
  readonly undo?: (
    trx: Trx,
    platform: Platform,
    actor: Actor,
    entry: EntryToReverse,
    reversal: PostedEntry,
  ) => Promise<void>;
}

const rules = new Map<EntryKind, Set<ReversalRule>>();

/** Called where a feature is put together. The same rule registered twice counts once. */
export function registerReversalRule(kind: EntryKind, rule: ReversalRule): void {
  rules.set(kind, (rules.get(kind) ?? new Set()).add(rule));
}

export async function correctionsOf(
  reader: Reader,
  platform: Platform,
  entry: EntryToReverse,
  today: CalendarDate,
): Promise<Correction[]> {
  const corrections: Correction[] = [];
  for (const rule of reversalRulesFor(entry.kind)) {
    corrections.push(...((await rule.corrections?.(reader, platform, entry, today)) ?? []));
  }
  return corrections;
}

export function reversalRulesFor(kind: string): ReversalRule[] {
  return [...rules].flatMap(([registered, ofKind]) => (registered === kind ? [...ofKind] : []));
}
