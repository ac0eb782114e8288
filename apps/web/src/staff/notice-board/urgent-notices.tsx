import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../staff-api.ts';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** What the staff must read stands above every page until each has opened it. */
export function UrgentNotices() {
  const t = useWords();
  const { data } = useQuery({
    queryKey: ['urgent-notices'],
    queryFn: () => client.get('/api/notices', { query: { priority: 'high', unread: true, limit: 3 } }),
    staleTime: 60_000,
  });
  // What is for members alone, the office reads when it wants to.
  const own = (data?.items ?? []).filter(({ audience }) => audience === 'staff' || audience === 'everyone');
  if (own.length === 0) return null;
  return (
    <div className="urgent-notices no-print">
      {own.map(({ id, title, language }) => (
        <Note key={id} tone="warning">
          {t('board.high')}{' '}
          <Link to="/notice-board/$id" params={{ id }} lang={language}>
            {title}
          </Link>
        </Note>
      ))}
    </div>
  );
}
