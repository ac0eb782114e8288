import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { useWords } from '../words.ts';

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
  return <AskUnsaved onStay={leaving.reset} onLeave={leaving.proceed} />;
}

interface AskUnsavedProps {
  onStay: () => void;
  onLeave: () => void;
}

/** There only while it asks: the key that closed what is asked about would answer it at once. */
export function AskUnsaved({ onStay, onLeave }: AskUnsavedProps) {
  const t = useWords();
  return (
    <Modal opened onClose={onStay} title={t('unsaved.title')}>
      <div className="stack">
        <p>{t('unsaved.how')}</p>
        <div className="row">
          <Button variant="filled" data-autofocus onClick={onStay}>
            {t('unsaved.stay')}
          </Button>
          <Button variant="subtle" color="red" onClick={onLeave}>
            {t('unsaved.leave')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
