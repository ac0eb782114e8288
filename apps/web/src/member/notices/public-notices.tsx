// What hangs on the society's door: to be read by whoever comes by, without a log-in.

import { ProblemError } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { LoginPage } from '../login/login-page.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { NoticeBody } from './notice-body.tsx';
import { usePublicNotice, usePublicNotices } from './notice-queries.ts';
import { NoticeRows } from './notice-rows.tsx';
import { useNoticeText } from './notice-words.ts';

export function PublicNoticesPage() {
  const t = useNoticeText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePublicNotices();
  if (data === undefined && error !== null) {
    return <PageProblem title={t('notices.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
  }
  const notices = data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('notices.title')} backTo="/">
      {notices === undefined && <Skeleton lines={5} />}
      {notices?.length === 0 && (
        <Empty title={t('board.none')}>
          <p>{t('board.noneHow')}</p>
        </Empty>
      )}
      {notices !== undefined && notices.length > 0 && <NoticeRows notices={notices} />}
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
    </Page>
  );
}

/** What is not for everyone may be for whoever logs in: they are there afterwards. */
export function PublicNoticePage({ id, wasEnded }: { id: string; wasEnded: boolean }) {
  const t = useNoticeText();
  const { data: notice, error, refetch } = usePublicNotice(id);
  if (error instanceof ProblemError && error.status === 404) return <LoginPage wasEnded={wasEnded} />;
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
      <NoticeBody
        notice={notice}
        download={() => client.download('/api/public/notices/{id}/download', { path: { id }, anonymous: true })}
      />
    </Page>
  );
}
