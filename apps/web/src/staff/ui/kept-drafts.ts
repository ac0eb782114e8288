import { readStored, removeStored, storedKeys, writeStored } from '../../shared/messages/messages.ts';

// Long forms are kept on this machine as they are typed, so that a cut of power or a closed window costs nothing. Each
// draft belongs to one log-in: logging out forgets it, somebody else's log-in forgets it, and so do three days.

const prefix = 'kafal.draft.';
const keptForMs = 3 * 24 * 60 * 60_000;

interface Kept<Draft> {
  at: number;
  draft: Draft;
}

export function keepDraft<Draft>(userId: string, name: string, draft: Draft): void {
  const kept: Kept<Draft> = { at: Date.now(), draft };
  writeStored(keyOf(userId, name), JSON.stringify(kept));
}

/** Undefined when there is none, when it is old, or when the form has changed its shape since. */
export function keptDraft<Draft extends object>(userId: string, name: string, first: Draft): Draft | undefined {
  const text = readStored(keyOf(userId, name));
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isRecord(kept) || typeof kept['at'] !== 'number' || Date.now() - kept['at'] > keptForMs) return undefined;
    const { draft } = kept;
    const isOfThisForm =
      isRecord(draft) && Object.entries(first).every(([field, value]) => typeof draft[field] === typeof value);
    // Compared field by field above with the form's own first content.
    return isOfThisForm ? (draft as Draft) : undefined;
  } catch {
    return undefined;
  }
}

export function dropDraft(userId: string, name: string): void {
  removeStored(keyOf(userId, name));
}

/** All of them, or all but those of one user. */
export function dropDrafts(exceptUserId?: string): void {
  const kept = exceptUserId === undefined ? undefined : keyOf(exceptUserId, '');
  for (const key of storedKeys()) {
    if (key.startsWith(prefix) && (kept === undefined || !key.startsWith(kept))) removeStored(key);
  }
}

const keyOf = (userId: string, name: string) => `${prefix}${userId}.${name}`;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
