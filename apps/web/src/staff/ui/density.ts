import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../../shared/messages/messages.ts';

// How close the rows of tables stand; remembered on this machine and shown as data-density on <html>.

export type Density = 'comfortable' | 'compact';

const storageKey = 'kafal.density';
const listeners = new Set<() => void>();
let density: Density = 'comfortable';

export function useDensity(): Density {
  return useSyncExternalStore(listen, () => density);
}

export function showDensity(next: Density): void {
  density = next;
  writeStored(storageKey, next);
  document.documentElement.dataset['density'] = next;
  for (const listener of listeners) listener();
}

export function startDensity(): void {
  density = readStored(storageKey) === 'compact' ? 'compact' : 'comfortable';
  document.documentElement.dataset['density'] = density;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
