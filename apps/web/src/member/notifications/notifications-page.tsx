import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { NotificationList } from '../../shared/answers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PaperEnd } from '../../shared/ui/paper.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownSentence } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useNotifications } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';

type Notification = NotificationList['items'][number];

/** What happened while the member was away. What has been shown here counts as read. */
export function NotificationsPage() {
  const t = useMemberText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotifications();
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const newHere = useMarkRead(items);
  const unread = data?.pages.at(-1)?.unread ?? 0;
  const olderUnread = Math.max(0, unread - (items ?? []).filter(({ readAt }) => readAt === null).length);
  const newTogether = newHere.size + olderUnread;
  if (items === undefined && error !== null) {
    return <PageProblem title={t('notifications.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Page
      title={newTogether === 0 ? t('notifications.title') : t('notifications.newTitle', { count: newTogether })}
      backTo="/"
    >
      <Link href="/notifications/choices" className="button button-text">
        {t('notifications.choices')}
      </Link>
      {olderUnread > 0 && <ReadAll count={olderUnread} />}
      {items === undefined && <Skeleton lines={5} />}
      {items?.length === 0 && (
        <Empty title={t('notifications.none')}>
          <p>{t('notifications.noneHow')}</p>
        </Empty>
      )}
      <ul className="list">
        {items?.map((item) => (
          <NotificationRow key={item.id} item={item} isNew={newHere.has(item.id)} />
        ))}
      </ul>
      {items !== undefined && items.length > 0 && <PaperEnd t={t} count={items.length} goesOn={hasNextPage} />}
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
    </Page>
  );
}

/** What has not been shown yet, further down. */
function ReadAll({ count }: { count: number }) {
  const t = useMemberText();
  const queries = useQueryClient();
  const act = useAct(async () => {
    await client.post('/api/notifications/read', { body: { all: true } });
    await queries.invalidateQueries(tellsUnread);
  });
  return (
    <div className="stack">
      <div className="row row-apart">
        <span className="quiet">{t('notifications.olderUnread', { count })}</span>
        <Button look="text" isBusy={act.isBusy} onClick={() => void act.run(undefined)}>
          {t('notifications.readAll')}
        </Button>
      </div>
      <ProblemNote error={act.error} takesFocus />
    </div>
  );
}

const tellsUnread = {
  predicate: ({ queryKey }: { queryKey: readonly unknown[] }) =>
    queryKey[0] === 'me' || queryKey[0] === 'notifications',
};

function NotificationRow({ item, isNew }: { item: Notification; isNew: boolean }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownSentence(format.currencySign);
  const content = (
    <>
      <span className={isNew ? 'list-title strong' : 'list-title'}>{shown(item.title)}</span>
      <span className="list-side">{isNew && <span className="tag">{t('notifications.new')}</span>}</span>
      <span className="list-note">{shown(item.text)}</span>
      <span className="list-note">{format.instant(item.createdAt)}</span>
    </>
  );
  return (
    <li>
      {item.link === null ? (
        <div className="list-row">{content}</div>
      ) : (
        <Link href={item.link} className="list-row">
          {content}
        </Link>
      )}
    </li>
  );
}

/** Tells the server once what is on the screen; the rows keep their "new" mark until the page is left. */
function useMarkRead(items: readonly Notification[] | undefined): ReadonlySet<string> {
  const queries = useQueryClient();
  const newHere = useRef(new Set<string>());
  useEffect(() => {
    const unread = (items ?? []).filter((item) => item.readAt === null && !newHere.current.has(item.id));
    if (unread.length === 0) return;
    const ids = unread.map((item) => item.id);
    for (const id of ids) newHere.current.add(id);
    client
      .post('/api/notifications/read', { body: { ids } })
      .then(() => queries.invalidateQueries(tellsUnread))
      // A lost line leaves them unread; the next visit tells the server again.
      .catch(() => undefined);
  }, [items, queries]);
  return useMemo(() => {
    const shown = new Set(newHere.current);
    for (const item of items ?? []) if (item.readAt === null) shown.add(item.id);
    return shown;
  }, [items]);
}
