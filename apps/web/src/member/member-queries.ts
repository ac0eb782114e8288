import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { latestFew, passbookPage } from './first-requests.ts';
import { keepSociety, keptSociety } from './kept/kept-society.ts';
import { client } from './member-api.ts';

// What the member's pages ask for, each by one name. A live message makes the answers on screen be asked for again.

const societyKey = 'society';

/** As it was known the last time, until the server has answered. */
export const useSociety = () =>
  useQuery({
    queryKey: [societyKey],
    queryFn: async () => {
      const answer = await client.get('/api/society', { anonymous: true });
      keepSociety(answer);
      return answer;
    },
    staleTime: 5 * 60_000,
    initialData: keptSociety,
    initialDataUpdatedAt: 0,
  });

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => client.get('/api/me') });

export const useProfile = () => useQuery({ queryKey: ['profile'], queryFn: () => client.get('/api/members/profile') });

export const useDeposits = () =>
  useQuery({ queryKey: ['deposits'], queryFn: () => client.get('/api/deposits', { query: { limit: 200 } }) });

export const useDeposit = (id: string) =>
  useQuery({
    queryKey: ['deposit', id],
    queryFn: () => client.get('/api/deposits/{id}', { path: { id } }),
  });

export const useDepositExplanation = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['deposit-explanation', id],
    queryFn: () => client.get('/api/deposits/{id}/explanation', { path: { id } }),
    enabled: isWanted,
  });

/** Empty and not undefined: what is kept on the device knows no undefined, and would ask for a page called null. */
const firstPage = '';
const nextPage = (page: { nextCursor: string | null }) => page.nextCursor ?? undefined;

/** What of a passbook is wanted; all of it when nothing is said. */
export interface PassbookFilter {
  from?: string;
  to?: string;
  q?: string;
}

export const usePassbook = (id: string, filter: PassbookFilter) =>
  useInfiniteQuery({
    queryKey: ['passbook', id, filter],
    queryFn: ({ pageParam }) =>
      client.get('/api/deposits/{id}/passbook', {
        path: { id },
        query: { ...filter, ...passbookPage, cursor: pageParam },
      }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    // The lines of before stay in sight while others are looked for.
    placeholderData: keepPreviousData,
  });

export const useLatestEntries = () =>
  useQuery({
    queryKey: ['latest-entries'],
    queryFn: () => client.get('/api/transactions', { query: latestFew }),
  });

export const useJournalEntry = (id: string) =>
  useQuery({
    queryKey: ['journal-entry', id],
    queryFn: () => client.get('/api/journal-entries/{id}', { path: { id } }),
  });

export const useReceipts = () =>
  useInfiniteQuery({
    queryKey: ['receipts'],
    queryFn: ({ pageParam }) => client.get('/api/receipts', { query: { limit: 20, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const useReceipt = (id: string) =>
  useQuery({
    queryKey: ['receipt', id],
    queryFn: () => client.get('/api/receipts/{id}', { path: { id } }),
  });

export const useShares = (memberId: string) =>
  useQuery({
    queryKey: ['shares', memberId],
    queryFn: () => client.get('/api/members/{memberId}/shares', { path: { memberId } }),
  });

export const useNotifications = () =>
  useInfiniteQuery({
    queryKey: ['notifications'],
    queryFn: ({ pageParam }) => client.get('/api/notifications', { query: { limit: 20, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const useSessions = () => useQuery({ queryKey: ['sessions'], queryFn: () => client.get('/api/auth/sessions') });

export const useLoginHistory = () =>
  useQuery({
    queryKey: ['login-history'],
    queryFn: () => client.get('/api/auth/login-history', { query: { limit: 10 } }),
  });

/** Everything a live message may have changed; the society's own name and calendar are not among it. */
export const mayHaveChanged = {
  predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== societyKey,
};
