import { useMemberText } from './member-text.ts';
import { chooseBigText, useBigText } from './text-size.ts';

export function BigTextSwitch() {
  const t = useMemberText();
  const isBig = useBigText();
  return (
    <div className="switch">
      <button type="button" className="switch-choice" aria-pressed={isBig} onClick={() => chooseBigText(!isBig)}>
        {t('app.bigText')}
      </button>
    </div>
  );
}
