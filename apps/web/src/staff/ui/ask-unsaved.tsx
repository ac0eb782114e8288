import { Button, Modal } from '@mantine/core';
import { useWords } from '../words.ts';

export interface AskUnsavedProps {
  isOpen: true;
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
