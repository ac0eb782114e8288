import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { NotificationChoices, NotificationList } from '../../shared/answers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { CheckField, SelectField } from '../../shared/ui/field.tsx';
import { PaperEnd } from '../../shared/ui/paper.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownSentence } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useNotifications } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { useChoicesText } from '../notification-choices/choices-words.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';

type Notification = NotificationList['items'][number];

const KINDS = [
  'money',
  'reminders',
  'overdue',
  'accounts',
  'office',
  'notices',
  'security',
  'legal',
] as const satisfies readonly NotificationChoices['kinds'][number]['kind'][];

/**
 * What happened while the member was away. What has been shown here counts as read, but for a list of what is unread: that would
 * empty itself while it is read.
 */
export function NotificationsPage() {
  const t = useChoicesText();
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((one) => one === search.get('kind'));
  const isUnread = search.get('unread') === 'true';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotifications({
    ...(kind === undefined ? {} : { kind }),
    ...(isUnread ? { unread: 'true' } : {}),
  });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const newHere = useMarkRead(isUnread ? undefined : items, items);
  const isFiltered = kind !== undefined || isUnread;
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
      <p>
        <Link href="/notifications/choices" className="button button-text">
          {t('notifications.choices')}
        </Link>
      </p>
      {olderUnread > 0 && <ReadAll count={olderUnread} />}
      <SelectField
        label={t('choices.filterKind')}
        value={kind ?? 'all'}
        choices={[
          { value: 'all', label: t('choices.filterAll') },
          ...KINDS.map((value) => ({ value, label: t(`choices.kind.${value}`) })),
        ]}
        onChange={(value) => setSearch(filtered('kind', value === 'all' ? undefined : value), { replace: true })}
      />
      <CheckField
        label={t('choices.filterUnread')}
        isChecked={isUnread}
        onChange={(isOn) => setSearch(filtered('unread', isOn ? 'true' : undefined), { replace: true })}
      />
      {items === undefined && <Skeleton lines={5} />}
      {items?.length === 0 && (
        <Empty title={t(isFiltered ? 'choices.filterNone' : 'notifications.none')}>
          <p>{t(isFiltered ? 'choices.filterNoneHow' : 'notifications.noneHow')}</p>
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

/** The address with another filter; the rest of it stays. */
const filtered = (name: string, value: string | undefined) => (before: URLSearchParams) => {
  const after = new URLSearchParams(before);
  if (value === undefined) after.delete(name);
  else after.set(name, value);
  return after;
};

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
function useMarkRead(
  seen: readonly Notification[] | undefined,
  items: readonly Notification[] | undefined,
): ReadonlySet<string> {
  const queries = useQueryClient();
  const newHere = useRef(new Set<string>());
  useEffect(() => {
    const unread = (seen ?? []).filter((item) => item.readAt === null && !newHere.current.has(item.id));
    if (unread.length === 0) return;
    const ids = unread.map((item) => item.id);
    for (const id of ids) newHere.current.add(id);
    client
      .post('/api/notifications/read', { body: { ids } })
      .then(() => queries.invalidateQueries(tellsUnread))
      // A lost line leaves them unread; the next visit tells the server again.
      .catch(() => undefined);
  }, [seen, queries]);
  return useMemo(() => {
    const shown = new Set(newHere.current);
    for (const item of items ?? []) if (item.readAt === null) shown.add(item.id);
    return shown;
  }, [items]);
}
