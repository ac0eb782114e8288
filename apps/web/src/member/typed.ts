import { useState } from 'react';

// What a member is typing outlives the page it stands on: a session that ends, the phone's back button, a look at the
// passbook in between. It stays in the memory of this page alone, because account numbers have no place on a disk that
// others may read, and it goes when its owner logs out or somebody else logs in.

const typed = new Map<string, object>();
let ownerId: string | undefined;

/** The fields of one form; `change` takes those that differ. */
export function useTyped<Fields extends object>(name: string, first: () => Fields) {
  // Only the form of this name puts anything under it.
  const [fields, setFields] = useState(() => (typed.get(name) as Fields | undefined) ?? first());
  const change = (changes: Partial<Fields>) => {
    const next = { ...fields, ...typed.get(name), ...changes };
    typed.set(name, next);
    setFields(next);
  };
  return [fields, change] as const;
}

/** It was sent, or its owner does not want it any more. */
export function forgetTyped(...names: readonly string[]): void {
  for (const name of names) typed.delete(name);
}

export function forgetAllTyped(): void {
  typed.clear();
}

/** Somebody logged in: what another had typed is none of their business. */
export function keepTypedFor(userId: string): void {
  if (ownerId !== userId) typed.clear();
  ownerId = userId;
}

export const hasTyped = (): boolean => typed.size > 0;
