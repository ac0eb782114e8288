import { useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

export const useCounterMember = (id: string) =>
  useQuery({
    queryKey: ['counter-member', id],
    queryFn: () => client.get('/api/counter/members/{id}', { path: { id } }),
  });

export const useReceipt = (id: string) =>
  useQuery({ queryKey: ['receipt', id], queryFn: () => client.get('/api/receipts/{id}', { path: { id } }) });

export const useTills = () => useQuery({ queryKey: ['tills'], queryFn: () => client.get('/api/tills') });

export const useTillSession = (id: string) =>
  useQuery({
    queryKey: ['till-session', id],
    queryFn: () => client.get('/api/till-sessions/{id}', { path: { id } }),
  });
