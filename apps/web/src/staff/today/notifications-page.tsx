import { audienceOf, EVENTS, isEventName, keptForMany } from '@kafal/contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { NotificationList } from '../answers.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const route = getRouteApi('/notifications');
const KINDS = ['decisions', 'office', 'notices', 'security'] as const;

type Notice = NotificationList['items'][number];

/** What staff find in their list: what many of them are told, and what one of them is. */
const events = Object.keys(EVENTS)
  .filter(isEventName)
  .filter((name) => keptForMany(name)?.includes('staff') || audienceOf(name) === 'user' || name === 'approval.decided');

export function NotificationsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { data: me } = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const kind = KINDS.find((one) => one === search.kind);
  const onlyUnread = search.unread === 'true';
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const list = useKeysetList('/api/notifications', { limit: 30, unread: onlyUnread ? 'true' : undefined, kind });
  const reading = useMutation({
    mutationFn: (ids: readonly string[] | 'all') =>
      client.post('/api/notifications/read', { body: ids === 'all' ? { all: true } : { ids: [...ids] } }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['me'] }),
        queryClient.invalidateQueries({ queryKey: ['list', '/api/notifications'] }),
      ]),
  });
  const unread = me?.unreadNotifications ?? 0;
  return (
    <Page
      title={unread === 0 ? t('notifications.title') : t('notifications.unread', { count: unread })}
      actions={
        unread > 0 && (
          <Button loading={reading.isPending} onClick={() => reading.mutate('all')}>
            {t('notifications.readAll')}
          </Button>
        )
      }
    >
      <ProblemNote error={reading.error} takesFocus />
      <Sentence
        words={(slots) => t('choices.filterSentence', slots)}
        parts={{
          unread: (
            <SentenceChoice
              label={t('choices.filterRead')}
              none={t('choices.filterEvery')}
              value={onlyUnread ? 'true' : ''}
              choices={[{ value: 'true', label: t('choices.filterNew') }]}
              onChange={(unread) => set({ unread })}
            />
          ),
          kind: (
            <SentenceChoice
              label={t('choices.filterKind')}
              none={t('choices.filterAll')}
              value={kind ?? ''}
              choices={KINDS.map((value) => ({ value, label: t(`choices.kind.${value}`) }))}
              onChange={(one) => set({ kind: one })}
            />
          ),
        }}
      />
      <KeysetRows
        list={list}
        events={events}
        empty={
          kind === undefined && !onlyUnread ? (
            <Empty title={t('notifications.none')}>{t('notifications.noneHow')}</Empty>
          ) : (
            <Empty title={t('choices.filterNone')}>{t('choices.filterNoneHow')}</Empty>
          )
        }
      >
        {(rows: Notice[]) => (
          <ul className="lines narrow-wide">
            {rows.map((notice) => (
              <li key={notice.id} className="notice">
                <p className={notice.readAt === null ? 'strong' : undefined}>
                  {notice.readAt === null && <span className="visually-hidden">{t('notifications.new')} </span>}
                  <NoticeTitle notice={notice} onOpen={() => reading.mutate([notice.id])} />
                </p>
                <p>{notice.text}</p>
                <p className="quiet small">
                  {format.instant(notice.createdAt)}
                  {notice.readAt === null && (
                    <>
                      {' · '}
                      <button type="button" className="link-button" onClick={() => reading.mutate([notice.id])}>
                        {t('notifications.read')}
                      </button>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </KeysetRows>
    </Page>
  );
}

function NoticeTitle({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  // Only an address inside these pages is followed.
  if (notice.link === null || !notice.link.startsWith('/')) return notice.title;
  return (
    <Link to={notice.link.replace(/^\/staff/, '') || '/'} onClick={notice.readAt === null ? onOpen : undefined}>
      {notice.title}
    </Link>
  );
}
