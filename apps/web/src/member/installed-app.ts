import { useSyncExternalStore } from 'react';

// What makes a page an app: a worker that keeps its files, a place on the home screen, and a quiet word when a newer
// version is there. All of it needs HTTPS; without it the page works as any page does.

/** The browser's offer to put the app on the home screen, until it is used. Not every browser makes one. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

let state: { offer: InstallOffer | undefined; hasNewVersion: boolean } = { offer: undefined, hasNewVersion: false };
const listeners = new Set<() => void>();

export function useInstalledApp(): typeof state {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Asks the browser's own question; whatever is answered, the offer is used up. */
export async function putOnHomeScreen(): Promise<void> {
  const { offer } = state;
  change({ offer: undefined });
  await offer?.prompt();
}

/** Called once, after the first page is drawn. */
export function startWorker(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    // The event of this name is the offer; the compiler's list of events does not know it yet.
    change({ offer: event as InstallOffer });
  });
  addEventListener('appinstalled', () => change({ offer: undefined }));
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isUpdate = serviceWorker.controller !== null;
  // Nothing is reloaded by itself: what is being typed would be lost.
  serviceWorker.addEventListener('controllerchange', () => isUpdate && change({ hasNewVersion: true }));
  const register = () => void serviceWorker.register('/worker.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

function change(next: Partial<typeof state>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}
