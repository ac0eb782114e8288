import { useWords } from '../words.ts';
import { Note } from './states.tsx';

/** Says that a form was found as it was left, and how to begin anew. */
export function FoundDraft({ onForget }: { onForget: () => void }) {
  const t = useWords();
  return (
    <Note>
      {t('draft.found')}{' '}
      <button type="button" className="link-button" onClick={onForget}>
        {t('draft.forget')}
      </button>
    </Note>
  );
}
