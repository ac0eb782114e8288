import { useCallback, useState } from 'react';

// What somebody has typed and not sent yet. It lives in the page's memory only, so going to another screen and coming
// back loses nothing, and logging out forgets it; no identity number is written to the machine.

const drafts = new Map<string, unknown>();

export function forgetDrafts(): void {
  drafts.clear();
}

export function useDraft<Draft>(
  name: string,
  first: Draft,
): [Draft, (change: (before: Draft) => Draft) => void, () => void] {
  // A name is used by one form only, so what is kept under it has that form's shape.
  const [draft, setDraft] = useState<Draft>(() => (drafts.get(name) as Draft | undefined) ?? first);
  const change = useCallback(
    (next: (before: Draft) => Draft) =>
      setDraft((before) => {
        const after = next(before);
        drafts.set(name, after);
        return after;
      }),
    [name],
  );
  const forget = useCallback(() => {
    drafts.delete(name);
    setDraft(first);
  }, [name, first]);
  return [draft, change, forget];
}
