import { useCallback, useState } from 'react';
import { useStaffUser } from '../session.ts';
import { dropDraft, keepDraft, keptDraft } from './kept-drafts.ts';

// What somebody has typed and not sent yet. Going to another screen and coming back loses nothing, and logging out
// forgets it. A long form may also be kept on this machine, without what must not be written there.

const drafts = new Map<string, unknown>();

export function forgetDrafts(): void {
  drafts.clear();
}

type DraftHandle<Draft> = [
  draft: Draft,
  change: (change: (before: Draft) => Draft) => void,
  forget: () => void,
  /** It was found on this machine, from before the page was opened. */
  wasFound: boolean,
];

export function useDraft<Draft extends object>(
  name: string,
  first: Draft,
  /** The draft as it may be written to this machine; without it nothing is. */
  kept?: (draft: Draft) => Draft,
): DraftHandle<Draft> {
  const { id: userId } = useStaffUser();
  // A name is used by one form only, so what is in memory under it has that form's shape.
  const [inMemory] = useState(() => drafts.get(name) as Draft | undefined);
  const [onMachine] = useState(() =>
    kept === undefined || inMemory !== undefined ? undefined : keptDraft(userId, name, first),
  );
  const [draft, setDraft] = useState<Draft>(inMemory ?? onMachine ?? first);
  const [wasFound, setFound] = useState(onMachine !== undefined);
  const change = useCallback(
    (next: (before: Draft) => Draft) =>
      setDraft((before) => {
        const after = next(before);
        drafts.set(name, after);
        if (kept !== undefined) keepDraft(userId, name, kept(after));
        return after;
      }),
    [name, userId, kept],
  );
  const forget = useCallback(() => {
    drafts.delete(name);
    dropDraft(userId, name);
    setFound(false);
    setDraft(first);
  }, [name, userId, first]);
  return [draft, change, forget, wasFound];
}
