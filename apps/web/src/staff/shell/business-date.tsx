import { Link } from '@tanstack/react-router';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';
import { useMe } from './shell-queries.ts';

/** The day whose books are open. Amber, with a word, when it is not the calendar's today. */
export function BusinessDate() {
  const t = useWords();
  const format = useSocietyFormat();
  const { data: me } = useMe();
  if (me === undefined) return null;
  return (
    <Link
      to="/books/business-day"
      className={me.businessDateWaits ? 'business-date business-date-waits' : 'business-date'}
      title={me.businessDateWaits ? t('day.waitsHint') : t('day.hint')}
    >
      {me.businessDateWaits && <span aria-hidden="true">▲ </span>}
      {format.day(me.businessDate)}
      {me.businessDateWaits && <span> · {t('day.waits')}</span>}
    </Link>
  );
}
