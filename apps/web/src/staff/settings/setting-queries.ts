import { useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

export const useSettings = () => useQuery({ queryKey: ['settings'], queryFn: () => client.get('/api/settings') });

export const useSettingHistory = (name: string) =>
  useQuery({
    queryKey: ['setting-history', name],
    queryFn: () => client.get('/api/settings/{name}/history', { path: { name } }),
  });

export const useFees = () => useQuery({ queryKey: ['fees'], queryFn: () => client.get('/api/fees') });

export const useRoles = () => useQuery({ queryKey: ['roles'], queryFn: () => client.get('/api/admin/roles') });
