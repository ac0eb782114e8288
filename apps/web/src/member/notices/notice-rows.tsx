import { Link } from 'wouter';
import type { PublicNoticeRow } from '../../shared/answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useNoticeText } from './notice-words.ts';

/** Notices by title, pinned ones first; what the reader has not opened is marked. */
export function NoticeRows({ notices }: { notices: readonly (PublicNoticeRow & { readAt?: string | null })[] }) {
  const t = useNoticeText();
  const format = useSocietyFormat();
  return (
    <ul className="list">
      {notices.map(({ id, title, language, kind, isPinned, publishedAt, expiresOn, hasFile, readAt }) => (
        <li key={id}>
          <Link href={`/notices/${id}`} className="list-row">
            <span className={readAt === null ? 'list-title strong' : 'list-title'} lang={language}>
              {title}
            </span>
            <span className="list-side">{readAt === null && <span className="tag">{t('board.isNew')}</span>}</span>
            <span className="list-note">
              {[
                t(`board.kind.${kind}`),
                publishedAt === null ? undefined : format.instant(publishedAt),
                expiresOn === null ? undefined : t('board.until', { day: format.day(expiresOn) }),
                isPinned ? t('board.pinned') : undefined,
                hasFile ? t('board.withPaper') : undefined,
              ]
                .filter((word) => word !== undefined)
                .join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
