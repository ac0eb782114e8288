import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { NoticeRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { audiences, kinds, noticeEvents } from './notice-words.ts';

const route = getRouteApi('/notice-board');
const states = ['published', 'scheduled', 'draft', 'expired', 'archived', 'all'] as const;
/** Others of the staff see what is, or was, up. */
const statesOfReaders = ['published', 'expired', 'all'] as const;

/** What the society tells, told, and is about to tell. */
export function NoticeBoardPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const navigate = useNavigate({ from: '/notice-board' });
  const search = route.useSearch();
  const offered: readonly (typeof states)[number][] = may('notice.write') ? states : statesOfReaders;
  const state = offered.find((one) => one === search.state) ?? 'published';
  const kind = kinds.find((one) => one === search.kind);
  const audience = audiences.find((one) => one === search.audience);
  const filter = { q: search.q, state, kind, audience };
  const list = useKeysetList('/api/notices', filter);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<NoticeRow>[] = [
    {
      name: 'title',
      heading: t('board.notice'),
      isLong: true,
      cell: ({ id, title: words, language, isPinned }) => (
        <>
          <Link to="/notice-board/$id" params={{ id }} lang={language}>
            {words}
          </Link>
          {isPinned && <span className="quiet small"> · {t('board.pinned')}</span>}
        </>
      ),
    },
    { name: 'kind', heading: t('board.kind'), cell: (notice) => t(`board.kind.${notice.kind}`) },
    { name: 'audience', heading: t('board.audience'), cell: (notice) => t(`board.audience.${notice.audience}`) },
    {
      name: 'priority',
      heading: t('board.priority'),
      isMinor: true,
      cell: (notice) => t(`board.priority.${notice.priority}`),
    },
    { name: 'state', heading: t('board.state'), cell: (notice) => t(`board.state.${notice.state}`) },
    {
      name: 'publishedAt',
      heading: t('board.publishedAt'),
      cell: ({ publishedAt, publishOn, publishTime }) =>
        publishedAt !== null
          ? format.instant(publishedAt)
          : publishOn === null
            ? '–'
            : [format.day(publishOn), publishTime].filter((word) => word !== null).join(', '),
    },
    {
      name: 'expiresOn',
      heading: t('board.lastDay'),
      cell: ({ expiresOn }) => (expiresOn === null ? '–' : format.day(expiresOn)),
    },
    ...(may('notice.write')
      ? [
          {
            name: 'reads',
            heading: t('board.readBy'),
            isNumber: true,
            cell: ({ reads }: NoticeRow) =>
              reads === null ? '' : t('board.readOf', { read: format.count(reads.read), of: format.count(reads.of) }),
          },
        ]
      : []),
  ];
  const view = useListView('notices', columns);
  const title =
    state === 'published' && list.data !== undefined && !list.hasNextPage
      ? t('board.title.published', { count: rows.length })
      : state === 'published'
        ? t('nav.noticeBoard')
        : t(`board.title.${state}`);
  return (
    <Page
      title={title}
      actions={
        may('notice.write') && (
          <Button variant="filled" renderRoot={(props) => <Link to="/notice-board/new" {...props} />}>
            {t('board.new')}
          </Button>
        )
      }
    >
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/notices.csv', query: filter }}
        list={list}
      >
        <SearchBox label={t('board.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('board.sentence', slots)}
          parts={{
            state: (
              <SentenceChoice
                label={t('board.pickState')}
                value={state}
                choices={offered.map((one) => ({ value: one, label: t(`board.pickState.${one}`) }))}
                onChange={(one) => set({ state: one })}
              />
            ),
            kind: (
              <SentenceChoice
                label={t('board.kind')}
                none={t('board.pickKind.all')}
                value={kind ?? ''}
                choices={kinds.map((one) => ({ value: one, label: t(`board.pickKind.${one}`) }))}
                onChange={(one) => set({ kind: one })}
              />
            ),
            audience: (
              <SentenceChoice
                label={t('board.audience')}
                none={t('board.pickAudience.all')}
                value={audience ?? ''}
                choices={audiences.map((one) => ({ value: one, label: t(`board.audience.${one}`) }))}
                onChange={(one) => set({ audience: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={noticeEvents}
        empty={<Empty title={t('board.noneHere')}>{may('notice.write') ? t('board.noneHereHow') : ''}</Empty>}
      >
        {(shown: NoticeRow[]) => (
          <DataTable caption={title} columns={view.shown} rows={shown} rowKey={({ id }) => id} />
        )}
      </KeysetRows>
    </Page>
  );
}
