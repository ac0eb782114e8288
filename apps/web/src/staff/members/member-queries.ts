import { useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

export const useMember = (id: string) =>
  useQuery({ queryKey: ['member', id], queryFn: () => client.get('/api/members/{id}', { path: { id } }) });

export const useMemberShares = (memberId: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['member-shares', memberId],
    queryFn: () => client.get('/api/members/{memberId}/shares', { path: { memberId } }),
    enabled: isWanted,
  });

export const useStatusHistory = (id: string) =>
  useQuery({
    queryKey: ['status-history', id],
    queryFn: () => client.get('/api/members/{id}/status-changes', { path: { id } }),
  });

export const useMemberCounts = (id: string) =>
  useQuery({
    queryKey: ['member-counts', id],
    queryFn: () => client.get('/api/members/{id}/counts', { path: { id } }),
  });
