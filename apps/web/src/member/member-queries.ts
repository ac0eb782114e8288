import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  Deposit,
  DepositList,
  Explanation,
  JournalEntry,
  LoginHistory,
  Me,
  Member,
  NotificationList,
  Passbook,
  Receipt,
  ReceiptList,
  SessionList,
  ShareHolding,
  Society,
  TransactionList,
} from '../shared/answers.ts';
import { api } from './member-api.ts';

// What the member's pages ask for, each by one name. A live message makes the answers on screen be asked for again.

const societyKey = 'society';

export const useSociety = () =>
  useQuery({
    queryKey: [societyKey],
    queryFn: () => api.get<Society>('/api/society', { anonymous: true }),
    staleTime: 5 * 60_000,
  });

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => api.get<Me>('/api/me') });

export const useProfile = () =>
  useQuery({ queryKey: ['profile'], queryFn: () => api.get<Member>('/api/members/profile') });

export const useDeposits = () =>
  useQuery({ queryKey: ['deposits'], queryFn: () => api.get<DepositList>('/api/deposits', { query: { limit: 200 } }) });

export const useDeposit = (id: string) =>
  useQuery({
    queryKey: ['deposit', id],
    queryFn: () => api.get<Deposit>('/api/deposits/{id}', { path: { id } }),
  });

export const useDepositExplanation = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['deposit-explanation', id],
    queryFn: () => api.get<Explanation>('/api/deposits/{id}/explanation', { path: { id } }),
    enabled: isWanted,
  });

const firstPage: string | undefined = undefined;
const nextPage = (page: { nextCursor: string | null }) => page.nextCursor ?? undefined;

export const usePassbook = (id: string) =>
  useInfiniteQuery({
    queryKey: ['passbook', id],
    queryFn: ({ pageParam }) =>
      api.get<Passbook>('/api/deposits/{id}/passbook', { path: { id }, query: { limit: 20, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const useLatestEntries = () =>
  useQuery({
    queryKey: ['latest-entries'],
    queryFn: () => api.get<TransactionList>('/api/transactions', { query: { limit: 5 } }),
  });

export const useJournalEntry = (id: string) =>
  useQuery({
    queryKey: ['journal-entry', id],
    queryFn: () => api.get<JournalEntry>('/api/journal-entries/{id}', { path: { id } }),
  });

export const useReceipts = () =>
  useInfiniteQuery({
    queryKey: ['receipts'],
    queryFn: ({ pageParam }) => api.get<ReceiptList>('/api/receipts', { query: { limit: 20, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const useReceipt = (id: string) =>
  useQuery({
    queryKey: ['receipt', id],
    queryFn: () => api.get<Receipt>('/api/receipts/{id}', { path: { id } }),
  });

export const useShares = (memberId: string) =>
  useQuery({
    queryKey: ['shares', memberId],
    queryFn: () => api.get<ShareHolding>('/api/members/{memberId}/shares', { path: { memberId } }),
  });

export const useNotifications = () =>
  useInfiniteQuery({
    queryKey: ['notifications'],
    queryFn: ({ pageParam }) =>
      api.get<NotificationList>('/api/notifications', { query: { limit: 20, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const useSessions = () =>
  useQuery({ queryKey: ['sessions'], queryFn: () => api.get<SessionList>('/api/auth/sessions') });

export const useLoginHistory = () =>
  useQuery({
    queryKey: ['login-history'],
    queryFn: () => api.get<LoginHistory>('/api/auth/login-history', { query: { limit: 10 } }),
  });

/** Everything a live message may have changed; the society's own name and calendar are not among it. */
export const mayHaveChanged = {
  predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== societyKey,
};
