import { todayIn } from '@kafal/core';
import { useLineState } from '../shared/use-line-state.ts';
import { useMemberText } from './member-text.ts';
import { useSocietyFormat, useThisSociety } from './society.tsx';

/** While there is no line: of when what stands below is. */
export function LineNote() {
  const t = useMemberText();
  const format = useSocietyFormat();
  const { timeZone } = useThisSociety();
  const { status, lastHeardAt } = useLineState();
  if (status !== 'lost') return null;
  return (
    <p className="top-note top-note-lost" role="status">
      <span aria-hidden="true">○</span> {sentence()}
    </p>
  );

  function sentence(): string {
    if (lastHeardAt === undefined) return t('line.none');
    const time = format.time(lastHeardAt);
    const heardOn = todayIn(timeZone, lastHeardAt);
    if (heardOn === todayIn(timeZone, Date.now())) return t('line.noneToday', { time });
    return t('line.noneSince', { time, day: format.day(heardOn) });
  }
}
