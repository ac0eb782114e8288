import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../member-api.ts';

const firstPage = '';
const nextPage = (page: { nextCursor: string | null }) => page.nextCursor ?? undefined;

export type NoticesShown = 'published' | 'expired';

export const useNotices = (state: NoticesShown) =>
  useInfiniteQuery({
    queryKey: ['notices', state],
    queryFn: ({ pageParam }) =>
      client.get('/api/notices', { query: { state, limit: 20, cursor: pageParam === '' ? undefined : pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

/** The few that the first page shows. */
export const useNewestNotices = () =>
  useQuery({ queryKey: ['notices', 'newest'], queryFn: () => client.get('/api/notices', { query: { limit: 3 } }) });

/** Those that stand above everything until they are read. */
export const useUrgentNotices = () =>
  useQuery({
    queryKey: ['notices', 'urgent'],
    queryFn: () => client.get('/api/notices', { query: { priority: 'high', unread: true, limit: 3 } }),
  });

export const useNotice = (id: string) =>
  useQuery({ queryKey: ['notice', id], queryFn: () => client.get('/api/notices/{id}', { path: { id } }) });

export const usePublicNotices = () =>
  useInfiniteQuery({
    queryKey: ['public-notices'],
    queryFn: ({ pageParam }) =>
      client.get('/api/public/notices', {
        query: { limit: 20, cursor: pageParam === '' ? undefined : pageParam },
        anonymous: true,
      }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const usePublicNotice = (id: string) =>
  useQuery({
    queryKey: ['public-notice', id],
    queryFn: () => client.get('/api/public/notices/{id}', { path: { id }, anonymous: true }),
    retry: false,
  });
