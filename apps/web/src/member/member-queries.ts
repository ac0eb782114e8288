import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { NotificationChoices } from '../shared/answers.ts';
import { accountAt, latestFew, passbookPage } from './first-requests.ts';
import { keepSociety, keptSociety } from './kept/kept-society.ts';
import { client, queryClient } from './member-api.ts';

// What the member's pages ask for, each by one name. A live message makes the answers on screen be asked for again.

const societyKey = 'society';

/** As it was known the last time, until the server has answered. */
const societyQuery = queryOptions({
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
export const useSociety = () => useQuery(societyQuery);

const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => client.get('/api/me') });
export const useMe = () => useQuery(meQuery);

const profileQuery = queryOptions({ queryKey: ['profile'], queryFn: () => client.get('/api/members/profile') });
export const useProfile = () => useQuery(profileQuery);

export const useDeposits = () =>
  useQuery({ queryKey: ['deposits'], queryFn: () => client.get('/api/deposits', { query: { limit: 200 } }) });

const depositQuery = (id: string) =>
  queryOptions({
    queryKey: ['deposit', id],
    queryFn: () => client.get('/api/deposits/{id}', { path: { id } }),
  });
export const useDeposit = (id: string) => useQuery(depositQuery(id));

export const useDepositExplanation = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['deposit-explanation', id],
    queryFn: () => client.get('/api/deposits/{id}/explanation', { path: { id } }),
    enabled: isWanted,
  });

export const usePaidDays = (id: string, on: string | undefined) =>
  useQuery({
    queryKey: ['deposit', id, 'paid-days', on ?? ''],
    queryFn: () => client.get('/api/deposits/{id}/paid-days', { path: { id }, query: on === undefined ? {} : { on } }),
    // The month of before stays in sight while another is fetched.
    placeholderData: keepPreviousData,
  });

export const useDepositRestrictions = (id: string) =>
  useQuery({
    queryKey: ['deposit-restrictions', id],
    queryFn: () => client.get('/api/deposits/{id}/restrictions', { path: { id } }),
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

const passbookQuery = (id: string, filter: PassbookFilter) =>
  infiniteQueryOptions({
    queryKey: ['passbook', id, filter],
    queryFn: ({ pageParam }) =>
      client.get('/api/deposits/{id}/passbook', {
        path: { id },
        query: { ...filter, ...passbookPage, cursor: pageParam },
      }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });
export const usePassbook = (id: string, filter: PassbookFilter) =>
  // The lines of before stay in sight while others are looked for.
  useInfiniteQuery({ ...passbookQuery(id, filter), placeholderData: keepPreviousData });

const latestEntriesQuery = queryOptions({
  queryKey: ['latest-entries'],
  queryFn: () => client.get('/api/transactions', { query: latestFew }),
});
export const useLatestEntries = () => useQuery(latestEntriesQuery);

export const useJournalEntry = (id: string) =>
  useQuery({
    queryKey: ['journal-entry', id],
    queryFn: () => client.get('/api/journal-entries/{id}', { path: { id } }),
  });

export const useInterestOfEntry = (depositId: string | undefined, entryId: string) =>
  useQuery({
    queryKey: ['deposit-interest', depositId, entryId],
    queryFn: () => client.get('/api/deposits/{id}/interest', { path: { id: depositId ?? '' }, query: { entryId } }),
    enabled: depositId !== undefined,
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

export const useNotifications = (filter: {
  readonly kind?: NotificationChoices['kinds'][number]['kind'];
  readonly unread?: 'true';
}) =>
  useInfiniteQuery({
    queryKey: ['notifications', filter],
    queryFn: ({ pageParam }) =>
      client.get('/api/notifications', { query: { limit: 20, cursor: pageParam, ...filter } }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const useSessions = () => useQuery({ queryKey: ['sessions'], queryFn: () => client.get('/api/auth/sessions') });

export const useLoginHistory = () =>
  useQuery({
    queryKey: ['login-history'],
    queryFn: () => client.get('/api/auth/login-history', { query: { limit: 10 } }),
  });

/** Takes what `askAhead` asked for. What was refused is asked for again by the part that shows it. */
export async function takeSocietyAhead(): Promise<void> {
  const answer = queryClient.prefetchQuery(societyQuery);
  if (keptSociety() === undefined) await answer;
}

/** The same of the page that is opened first, once it is known who is logged in. */
export async function takePageAhead(address: string): Promise<void> {
  const account = accountAt(address);
  if (address === '/')
    await Promise.all([queryClient.prefetchQuery(profileQuery), queryClient.prefetchQuery(latestEntriesQuery)]);
  if (account !== undefined)
    await Promise.all([
      queryClient.prefetchQuery(depositQuery(account)),
      queryClient.prefetchInfiniteQuery(passbookQuery(account, {})),
    ]);
  // Few pages show nothing else, so nothing else is waited for.
  void queryClient.prefetchQuery(meQuery);
}

/** Everything a live message may have changed; the society's own name and calendar are not among it. */
export const mayHaveChanged = {
  predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== societyKey,
};
