import { useBlocker } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { AskUnsavedProps } from './ask-unsaved.tsx';
import { openedLater } from './opened-later.tsx';

const AskUnsaved = openedLater<AskUnsavedProps>(async () => (await import('./ask-unsaved.tsx')).AskUnsaved);

/** How the forms of a panel tell it that one more of them, or one less, holds what was not sent. */
export const UnsavedKeeper = createContext<((change: 1 | -1) => void) | undefined>(undefined);
export const useUnsavedKeeper = () => useContext(UnsavedKeeper);

interface UnsavedGuardProps {
  isUnsaved: boolean;
  /** The page's memory keeps it, so only closing the tab would lose it. */
  isInMemory?: boolean;
}

/** Keeps a form that was not sent from being left by mistake: for another page, or with its tab. */
export function UnsavedGuard({ isUnsaved, isInMemory = false }: UnsavedGuardProps) {
  const leaving = useBlocker({
    // A change of filter or tab inside the page leaves nothing.
    shouldBlockFn: ({ current, next }) => isUnsaved && !isInMemory && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return <AskUnsaved isOpen onStay={leaving.reset} onLeave={leaving.proceed} />;
}
