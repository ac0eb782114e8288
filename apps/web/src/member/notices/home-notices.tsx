import { Link } from 'wouter';
import { useNewestNotices, useUrgentNotices } from './notice-queries.ts';
import { NoticeRows } from './notice-rows.tsx';
import { useNoticeText } from './notice-words.ts';

/** What must be read stands above everything until it is. */
export function UrgentNotices() {
  const t = useNoticeText();
  const notices = useUrgentNotices().data?.items ?? [];
  return notices.map(({ id, title, language }) => (
    <div key={id} className="note note-warning">
      <p>{t('board.urgentTitle')}</p>
      <p className="note-title" lang={language}>
        {title}
      </p>
      <Link href={`/notices/${id}`} className="button button-filled">
        {t('board.read')}
      </Link>
    </div>
  ));
}

export function NewestNotices() {
  const t = useNoticeText();
  const notices = useNewestNotices().data?.items ?? [];
  return (
    <section className="stack" aria-labelledby="newest-notices">
      <h2 id="newest-notices">{t('board.newest')}</h2>
      {notices.length === 0 ? <p className="quiet">{t('board.none')}</p> : <NoticeRows notices={notices} />}
      <p>
        <Link href="/notices" className="button button-text">
          {t('board.all')}
        </Link>
      </p>
    </section>
  );
}
