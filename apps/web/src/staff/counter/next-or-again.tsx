import { Button, Kbd } from '@mantine/core';
import { useWords } from '../words.ts';

interface NextOrAgainProps {
  onNext: () => void;
  /** Not where nothing of the person is on the screen to begin again with. */
  onAgain: (() => void) | undefined;
}

/** The ways on from an act that is done. */
export function NextOrAgain({ onNext, onAgain }: NextOrAgainProps) {
  const t = useWords();
  return (
    <>
      <Button onClick={onNext} rightSection={<Kbd size="xs">F4</Kbd>}>
        {t('counter.next')}
      </Button>
      {onAgain !== undefined && (
        <Button variant="subtle" onClick={onAgain}>
          {t('counter.samePerson')}
        </Button>
      )}
    </>
  );
}
