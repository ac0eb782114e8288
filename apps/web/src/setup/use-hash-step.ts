import { useSyncExternalStore } from 'react';

/** The screen stands behind the # of the address, so the browser's back button goes back one screen. */
export function useHashStep(): [string, (step: string) => void] {
  const step = useSyncExternalStore(listen, () => location.hash.slice(1));
  return [
    step,
    (next) => {
      location.hash = next;
    },
  ];
}

function listen(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
