import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { useOfficeText } from './office-words.ts';

const firstPage = '';

/** What the member wrote to the office, and how it stands. */
export function MessagesPage() {
  const t = useOfficeText();
  const format = useSocietyFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['messages'],
    queryFn: ({ pageParam }) =>
      client.get('/api/messages', { query: { limit: 20, cursor: pageParam === '' ? undefined : pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (data === undefined && error !== null) {
    return <PageProblem title={t('inbox.own')} backTo="/" error={error} onRetry={() => void refetch()} />;
  }
  const messages = data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('inbox.own')} backTo="/">
      <Link href="/messages/write" className="button button-filled">
        {t('inbox.write')}
      </Link>
      {messages === undefined && <Skeleton lines={4} />}
      {messages?.length === 0 && (
        <Empty title={t('inbox.none')}>
          <p>{t('inbox.noneHow')}</p>
        </Empty>
      )}
      <ul className="list">
        {messages?.map(({ id, subject, state, kind, number, lastAt, answerBy }) => (
          <li key={id}>
            <Link href={`/messages/${id}`} className="list-row">
              <span className={state === 'answered' ? 'list-title strong' : 'list-title'}>{subject}</span>
              <span className="list-side">{t(`inbox.state.${state}`)}</span>
              <span className="list-note">
                {[
                  t(`inbox.kind.${kind}`),
                  number ?? undefined,
                  format.instant(lastAt),
                  answerBy === null ? undefined : t('inbox.answerBy', { day: format.day(answerBy) }),
                ]
                  .filter((word) => word !== undefined)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
    </Page>
  );
}
