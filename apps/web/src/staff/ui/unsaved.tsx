import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../words.ts';

interface UnsavedGuardProps {
  isUnsaved: boolean;
  /** The page's memory keeps it, so only closing the tab would lose it. */
  isInMemory?: boolean;
}

/** Keeps a form that was not sent from being left by mistake: for another page, or with its tab. */
export function UnsavedGuard({ isUnsaved, isInMemory = false }: UnsavedGuardProps) {
  const t = useWords();
  const leaving = useBlocker({
    // A change of filter or tab inside the page leaves nothing.
    shouldBlockFn: ({ current, next }) => isUnsaved && !isInMemory && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return (
    <Modal opened={leaving.status === 'blocked'} onClose={() => leaving.reset?.()} title={t('unsaved.title')}>
      <div className="stack">
        <p>{t('unsaved.how')}</p>
        <div className="row">
          <Button variant="filled" data-autofocus onClick={() => leaving.reset?.()}>
            {t('unsaved.stay')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => leaving.proceed?.()}>
            {t('unsaved.leave')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
