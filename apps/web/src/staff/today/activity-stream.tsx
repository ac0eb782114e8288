import { Link } from '@tanstack/react-router';
import { Narration } from '../../shared/ui/narration.tsx';
import type { DashboardStats } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { useWords } from '../words.ts';

/** What happened last, newest first; each line opens what it tells of. */
export function ActivityStream({ activity }: { activity: DashboardStats['activity'] }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (activity.length === 0) return <p className="quiet">{t('today.nothingYet')}</p>;
  return (
    <ol className="stream">
      {activity.map((item) => (
        <li key={item.id}>
          <time dateTime={item.at} className="stream-time">
            {format.time(item.at)}
          </time>
          <span>
            {item.entryId !== null ? (
              <EntryLink id={item.entryId}>
                <Narration text={item.text} />
              </EntryLink>
            ) : item.memberId !== null ? (
              <Link to="/members/$id" params={{ id: item.memberId }}>
                <Narration text={item.text} />
              </Link>
            ) : (
              <Narration text={item.text} />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
