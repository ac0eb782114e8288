import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { NotificationList } from '../answers.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { TickBox } from '../ui/fields.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Notice = NotificationList['items'][number];

/** Every event that colleagues of this role are told of. */
const events = [
  'application.submitted',
  'approval.requested',
  'approval.decided',
  'member.approved',
  'business-day.moved',
  'system.announced',
];

export function NoticesPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { data: me } = useMe();
  const [onlyUnread, setOnlyUnread] = useState(false);
  const list = useKeysetList('/api/notifications', { limit: 30, unread: onlyUnread ? 'true' : undefined });
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
      title={t('notices.unread', { count: unread })}
      actions={
        unread > 0 && (
          <Button loading={reading.isPending} onClick={() => reading.mutate('all')}>
            {t('notices.readAll')}
          </Button>
        )
      }
    >
      <ProblemNote error={reading.error} takesFocus />
      <TickBox label={t('notices.onlyUnread')} isTicked={onlyUnread} onChange={setOnlyUnread} />
      <KeysetRows list={list} events={events} empty={<Empty title={t('notices.none')}>{t('notices.noneHow')}</Empty>}>
        {(rows: Notice[]) => (
          <ul className="lines narrow-wide">
            {rows.map((notice) => (
              <li key={notice.id} className="notice">
                <p className={notice.readAt === null ? 'strong' : undefined}>
                  {notice.readAt === null && <span className="visually-hidden">{t('notices.new')} </span>}
                  <NoticeTitle notice={notice} onOpen={() => reading.mutate([notice.id])} />
                </p>
                <p>{notice.text}</p>
                <p className="quiet small">
                  {format.instant(notice.createdAt)}
                  {notice.readAt === null && (
                    <>
                      {' · '}
                      <button type="button" className="link-button" onClick={() => reading.mutate([notice.id])}>
                        {t('notices.read')}
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
