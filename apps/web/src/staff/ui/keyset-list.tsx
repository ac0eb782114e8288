import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { QueryValue } from '../../shared/api.ts';
import type { AnswerOf, PathFor } from '../../shared/client.ts';
import { PaperEnd } from '../../shared/ui/paper.tsx';
import { useNewSince } from '../live-messages.ts';
import { api, queryClient } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { Answered } from './states.tsx';

// Every list is searched, filtered, sorted and paged by the server; the page asks for the next rows by a cursor.

interface KeysetPage<Row> {
  items: Row[];
  nextCursor: string | null;
  total?: number | undefined;
}

const firstPage: string | undefined = undefined;

/** The paths that answer page by page. */
type KeysetPath = {
  [Path in PathFor<'get'>]: AnswerOf<'get', Path> extends KeysetPage<unknown> ? Path : never;
}[PathFor<'get'>];

export function useKeysetList<const Path extends KeysetPath>(
  path: Path,
  query: Readonly<Record<string, QueryValue>> = {},
  parameters: Readonly<Record<string, string>> = {},
) {
  return useInfiniteQuery({
    queryKey: ['list', path, parameters, query],
    queryFn: ({ pageParam }) =>
      api.get<AnswerOf<'get', Path>>(path, { path: parameters, query: { limit: 50, ...query, cursor: pageParam } }),
    initialPageParam: firstPage,
    // Only paths whose answers are pages are taken above, which the compiler forgets for one path among them.
    getNextPageParam: (page) => (page as KeysetPage<unknown>).nextCursor ?? undefined,
    // A filter that is being typed keeps the old rows in sight until the new ones are here.
    placeholderData: (before) => before,
  });
}

interface KeysetRowsProps<Row> {
  list: {
    data: { pages: readonly KeysetPage<Row>[] } | undefined;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isPlaceholderData: boolean;
    fetchNextPage: () => unknown;
  };
  /** Events of colleagues after which this list may have new rows. */
  events?: readonly string[];
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

export function KeysetRows<Row>({ list, events = [], empty, children }: KeysetRowsProps<Row>) {
  const t = useWords();
  return (
    <>
      <NewRowsPill events={events} onShow={() => void queryClient.invalidateQueries({ queryKey: ['list'] })} />
      <Answered query={list} lines={8}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) return empty;
          return (
            <div className={list.isPlaceholderData ? 'list-old' : undefined} aria-busy={list.isPlaceholderData}>
              {children(rows)}
              <p className="list-end no-print">
                <span>{t('list.shown', { count: rows.length })}</span>
                {list.hasNextPage && (
                  <Button size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {t('act.more')}
                  </Button>
                )}
              </p>
              <PaperEnd t={t} count={rows.length} goesOn={list.hasNextPage} />
            </div>
          );
        }}
      </Answered>
    </>
  );
}

export function NewRowsPill({ events, onShow }: { events: readonly string[]; onShow: () => void }) {
  const t = useWords();
  const { count, clear } = useNewSince(events);
  return (
    <div role="status" className="pill-place">
      {count > 0 && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            clear();
            onShow();
          }}
        >
          {t('list.new', { count })}
        </Button>
      )}
    </div>
  );
}
