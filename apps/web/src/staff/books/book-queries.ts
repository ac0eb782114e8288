import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => client.get('/api/accounts'),
  staleTime: 60_000,
});

export const useAccounts = () => useQuery(accountsQuery);

export const useTillList = () => useQuery({ queryKey: ['tills'], queryFn: () => client.get('/api/tills') });

export const useEntry = (id: string) =>
  useQuery({
    queryKey: ['entry', id],
    queryFn: () => client.get('/api/journal-entries/{id}', { path: { id } }),
  });

export const useTrialBalance = (asOf: string | undefined) =>
  useQuery({
    queryKey: ['trial-balance', asOf ?? 'today'],
    queryFn: () => client.get('/api/trial-balance', { query: { asOf } }),
    placeholderData: (before) => before,
  });

export const useBusinessDay = () =>
  useQuery({ queryKey: ['business-day'], queryFn: () => client.get('/api/business-day') });
