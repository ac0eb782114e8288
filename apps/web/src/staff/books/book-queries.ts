import { useQuery } from '@tanstack/react-query';
import type { AccountList, BusinessDayState, JournalEntry, TillList, TrialBalance } from '../answers.ts';
import { api } from '../staff-api.ts';

export const useAccounts = () =>
  useQuery({ queryKey: ['accounts'], queryFn: () => api.get<AccountList>('/api/accounts'), staleTime: 60_000 });

export const useTillList = () => useQuery({ queryKey: ['tills'], queryFn: () => api.get<TillList>('/api/tills') });

export const useEntry = (id: string) =>
  useQuery({
    queryKey: ['entry', id],
    queryFn: () => api.get<JournalEntry>('/api/journal-entries/{id}', { path: { id } }),
  });

export const useTrialBalance = (asOf: string | undefined) =>
  useQuery({
    queryKey: ['trial-balance', asOf ?? 'today'],
    queryFn: () => api.get<TrialBalance>('/api/trial-balance', { query: { asOf } }),
    placeholderData: (before) => before,
  });

export const useBusinessDay = () =>
  useQuery({ queryKey: ['business-day'], queryFn: () => api.get<BusinessDayState>('/api/business-day') });
