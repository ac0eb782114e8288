import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Notice } from '../../shared/answers.ts';
import { Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { NoticeBody } from './notice-body.tsx';
import { useNotice } from './notice-queries.ts';
import { useNoticeText } from './notice-words.ts';

/** One notice. That it was opened is told to the office. */
export function NoticePage({ id }: { id: string }) {
  const t = useNoticeText();
  const format = useSocietyFormat();
  const { data: notice, error, refetch } = useNotice(id);
  useReadReceipt(notice);
  if (notice === undefined) {
    if (error !== null) {
      return <PageProblem title={t('notices.title')} backTo="/notices" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('notices.title')} backTo="/notices">
        <Skeleton lines={6} />
      </Page>
    );
  }
  return (
    <Page title={notice.title} backTo="/notices">
      {notice.state === 'expired' && notice.expiresOn !== null && (
        <div className="note">
          <p>{t('board.over', { day: format.day(notice.expiresOn) })}</p>
        </div>
      )}
      <NoticeBody
        notice={notice}
        download={() => client.download('/api/notices/{id}/download', { path: { id } })}
        print={(language) => client.download('/api/notices/{id}/notice.pdf', { path: { id }, query: { language } })}
      />
    </Page>
  );
}

/** Once; a lost line leaves it unread, and the next visit tells it again. */
function useReadReceipt(notice: Notice | undefined): void {
  const queries = useQueryClient();
  const unread = notice !== undefined && notice.readAt === null ? notice.id : undefined;
  useEffect(() => {
    if (unread === undefined) return;
    client
      .post('/api/notices/{id}/reading', { path: { id: unread } })
      .then(async (read) => {
        queries.setQueryData(['notice', unread], read);
        await queries.invalidateQueries({ queryKey: ['notices'] });
      })
      .catch(() => undefined);
  }, [unread, queries]);
}
