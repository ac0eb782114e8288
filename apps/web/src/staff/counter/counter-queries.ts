import { useQuery } from '@tanstack/react-query';
import type { CounterMember, Receipt, TillList, TillSession } from '../answers.ts';
import { api } from '../staff-api.ts';

export const useCounterMember = (id: string) =>
  useQuery({
    queryKey: ['counter-member', id],
    queryFn: () => api.get<CounterMember>('/api/counter/members/{id}', { path: { id } }),
  });

export const useReceipt = (id: string) =>
  useQuery({ queryKey: ['receipt', id], queryFn: () => api.get<Receipt>('/api/receipts/{id}', { path: { id } }) });

export const useTills = () => useQuery({ queryKey: ['tills'], queryFn: () => api.get<TillList>('/api/tills') });

export const useTillSession = (id: string) =>
  useQuery({
    queryKey: ['till-session', id],
    queryFn: () => api.get<TillSession>('/api/till-sessions/{id}', { path: { id } }),
  });
