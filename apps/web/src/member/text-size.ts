import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../shared/messages/messages.ts';

// Big text for who reads without glasses or in the sun. Every size in the style is a part of the page's own size, so one
// mark on it makes all of them grow.

const storageKey = 'kafal.bigText';
const listeners = new Set<() => void>();

/** Called once before the page is drawn. */
export function startTextSize(): void {
  markPage(readStored(storageKey) === 'yes');
}

export function chooseBigText(isBig: boolean): void {
  writeStored(storageKey, isBig ? 'yes' : 'no');
  markPage(isBig);
  for (const listener of listeners) listener();
}

export function useBigText(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => document.documentElement.dataset.text === 'big',
  );
}

function markPage(isBig: boolean): void {
  if (isBig) document.documentElement.dataset.text = 'big';
  else delete document.documentElement.dataset.text;
}
