import { readStored, writeStored } from './messages/messages.ts';

// Light, dark, or as the machine says. The choice is kept on this machine and shown as data-theme on <html>.

export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'kafal.theme';
const listeners = new Set<() => void>();
let theme: Theme = 'system';

export function currentTheme(): Theme {
  return theme;
}

export function showTheme(next: Theme): void {
  theme = next;
  writeStored(storageKey, next);
  markPage();
  for (const listener of listeners) listener();
}

export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called once by each entry before it draws. */
export function startTheme(): void {
  const stored = readStored(storageKey);
  theme = stored === 'light' || stored === 'dark' ? stored : 'system';
  markPage();
}

function markPage(): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
