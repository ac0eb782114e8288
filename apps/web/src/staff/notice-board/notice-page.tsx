import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { noticeLanguageNames } from '../../shared/messages/messages.ts';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import type { Notice, NoticeReader } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { FileButton } from '../ui/files.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NoticeActs } from './notice-acts.tsx';
import { NoticePaper } from './notice-paper.tsx';

const route = getRouteApi('/notice-board/$id');

export function NoticePage() {
  const t = useWords();
  const { id } = route.useParams();
  const notice = useQuery({
    queryKey: ['notice', id],
    queryFn: () => client.get('/api/notices/{id}', { path: { id } }),
  });
  return (
    <Page
      title={notice.data?.title ?? t('board.notice')}
      above={<Link to="/notice-board">{t('nav.noticeBoard')}</Link>}
      actions={notice.data !== undefined && <NoticeActs notice={notice.data} />}
    >
      <Answered query={notice} lines={8}>
        {(shown) => <NoticeOnBoard notice={shown} />}
      </Answered>
    </Page>
  );
}

function NoticeOnBoard({ notice }: { notice: Notice }) {
  const t = useWords();
  const may = useMay();
  useReadReceipt(notice);
  return (
    <>
      {notice.texts.map(({ language, title, text }) => (
        <Section key={language} title={t('board.inThis', { language: noticeLanguageNames[language] })}>
          <article className="stack" lang={language}>
            <h3>{title}</h3>
            <PlainText text={text} />
          </article>
          <div className="row no-print">
            <FileButton
              use="print"
              size="compact-sm"
              path="/api/notices/{id}/notice.pdf"
              options={{ path: { id: notice.id }, query: { language } }}
            >
              {t('board.print')}
            </FileButton>
          </div>
        </Section>
      ))}
      <NoticePaper notice={notice} />
      <AboutNotice notice={notice} />
      {may('notice.write') && notice.publishedAt !== null && <Readers notice={notice} />}
    </>
  );
}

function AboutNotice({ notice }: { notice: Notice }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { office, reads } = notice;
  const by = (name: string | null, at: string | null) =>
    name === null ? undefined : at === null ? name : `${name}, ${format.instant(at)}`;
  return (
    <Section title={t('board.facts')}>
      <Facts
        facts={[
          [t('board.state'), t(`board.state.${notice.state}`)],
          [t('board.kind'), t(`board.kind.${notice.kind}`)],
          [t('board.audience'), t(`board.audience.${notice.audience}`)],
          [t('board.priority'), t(`board.priority.${notice.priority}`)],
          ...(notice.publishedAt === null && notice.publishOn !== null
            ? [
                [
                  t('board.waitsFor'),
                  [format.day(notice.publishOn), notice.publishTime].filter(Boolean).join(', '),
                ] as const,
              ]
            : []),
          [t('board.lastDay'), notice.expiresOn === null ? undefined : format.day(notice.expiresOn)],
          [t('board.by'), by(office?.createdBy ?? null, office?.createdAt ?? null)],
          [t('board.publishedBy'), by(office?.publishedBy ?? null, notice.publishedAt)],
          ...(office?.archivedBy == null
            ? []
            : [[t('board.archivedBy'), by(office.archivedBy, office.archivedAt)] as const]),
          ...(reads === null
            ? []
            : [
                [
                  t('board.readBy'),
                  t('board.readOf', { read: format.count(reads.read), of: format.count(reads.of) }),
                ] as const,
              ]),
        ]}
      />
    </Section>
  );
}

function Readers({ notice }: { notice: Notice }) {
  const t = useWords();
  const format = useSocietyFormat();
  const list = useKeysetList('/api/notices/{id}/readers', {}, { id: notice.id });
  const columns: Column<NoticeReader>[] = [
    {
      name: 'name',
      heading: t('board.reader'),
      isLong: true,
      cell: ({ name, memberId, memberNumber }) =>
        memberId === null ? (
          name
        ) : (
          <Link to="/members/$id" params={{ id: memberId }}>
            {name} · {memberNumber}
          </Link>
        ),
    },
    { name: 'readAt', heading: t('board.readAt'), cell: ({ readAt }) => format.instant(readAt) },
  ];
  return (
    <Section title={t('board.readers')}>
      <KeysetRows list={list} empty={<Empty title={t('board.readersNone')} />}>
        {(rows: NoticeReader[]) => (
          <DataTable
            caption={t('board.readers')}
            columns={columns}
            rows={rows}
            rowKey={({ name, readAt }) => `${readAt} ${name}`}
          />
        )}
      </KeysetRows>
    </Section>
  );
}

/** Whoever opens a notice that is up has read it; the banner above the pages goes. */
function useReadReceipt({ id, readAt, publishedAt }: Notice): void {
  const isUnread = readAt === null && publishedAt !== null;
  const { mutate } = useMutation({
    mutationFn: (of: string) => client.post('/api/notices/{id}/reading', { path: { id: of } }),
    onSuccess: (read) => {
      queryClient.setQueryData(['notice', read.id], read);
      return queryClient.invalidateQueries({ queryKey: ['urgent-notices'] });
    },
  });
  useEffect(() => {
    if (isUnread) mutate(id);
  }, [id, isUnread, mutate]);
}
