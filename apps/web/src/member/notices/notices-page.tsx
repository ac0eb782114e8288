import { useState } from 'react';
import { Button } from '../../shared/ui/button.tsx';
import { PaperEnd } from '../../shared/ui/paper.tsx';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { Page } from '../page.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { type NoticesShown, useNotices } from './notice-queries.ts';
import { NoticeRows } from './notice-rows.tsx';
import { useNoticeText } from './notice-words.ts';

const STATES = ['published', 'expired'] as const satisfies readonly NoticesShown[];

/** What the society tells now, and what it told before. */
export function NoticesPage() {
  const t = useNoticeText();
  const [state, setState] = useState<NoticesShown>('published');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotices(state);
  if (data === undefined && error !== null) {
    return <PageProblem title={t('notices.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
  }
  const notices = data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('notices.title')} backTo="/">
      <fieldset className="switch">
        <legend className="visually-hidden">{t('board.pick')}</legend>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className="switch-choice"
            aria-pressed={one === state}
            onClick={() => setState(one)}
          >
            {t(one === 'published' ? 'board.current' : 'board.past')}
          </button>
        ))}
      </fieldset>
      {notices === undefined && <Skeleton lines={5} />}
      {notices?.length === 0 && (
        <Empty title={t('board.none')}>
          <p>{t('board.noneHow')}</p>
        </Empty>
      )}
      {notices !== undefined && notices.length > 0 && (
        <>
          <NoticeRows notices={notices} />
          <PaperEnd t={t} count={notices.length} goesOn={hasNextPage} />
        </>
      )}
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
    </Page>
  );
}
