import { useSharedText } from '../messages/use-text.ts';
import { useLineState } from '../use-line-state.ts';

/** "Live", or since when not. A mark and a word, so the colour is never alone. */
export function LineBadge({ time }: { time: (instant: number) => string }) {
  const t = useSharedText();
  const { status, lastHeardAt } = useLineState();
  const isLost = status === 'lost';
  const words = isLost
    ? lastHeardAt === undefined
      ? t('line.lost')
      : t('line.lostSince', { time: time(lastHeardAt) })
    : t(`line.${status}`);
  return (
    <span className={`line-badge line-${status}`} role="status">
      <span aria-hidden="true">{isLost ? '○' : '●'}</span> {words}
    </span>
  );
}
