import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../shared/messages/messages.ts';

// One eye hides every amount on every page; a phone is often looked at by more than one person.

const storageKey = 'kafal.amountsHidden';
const listeners = new Set<() => void>();
let areHidden = readStored(storageKey) === 'yes';

export function toggleAmounts(): void {
  areHidden = !areHidden;
  writeStored(storageKey, areHidden ? 'yes' : 'no');
  for (const listener of listeners) listener();
}

export function useAmountsHidden(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => areHidden,
  );
}

/** An amount, or dots in its place. */
export function useShownMoney(): (shown: string) => string {
  const isHidden = useAmountsHidden();
  return (shown) => (isHidden ? '••••' : shown);
}
