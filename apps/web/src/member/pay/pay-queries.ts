import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../member-api.ts';

export const usePayment = (id: string) =>
  useQuery({
    queryKey: ['payment-request', id],
    queryFn: () => client.get('/api/payment-requests/{id}', { path: { id } }),
  });

export const usePayments = () =>
  useInfiniteQuery({
    queryKey: ['payment-requests'],
    queryFn: ({ pageParam }) =>
      client.get('/api/payment-requests', { query: { limit: 30, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
