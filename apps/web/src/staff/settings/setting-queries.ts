import { useQuery } from '@tanstack/react-query';
import type { FeeList, RoleList, SettingHistory, SettingsList } from '../answers.ts';
import { api } from '../staff-api.ts';

export const useSettings = () =>
  useQuery({ queryKey: ['settings'], queryFn: () => api.get<SettingsList>('/api/settings') });

export const useSettingHistory = (name: string) =>
  useQuery({
    queryKey: ['setting-history', name],
    queryFn: () => api.get<SettingHistory>('/api/settings/{name}/history', { path: { name } }),
  });

export const useFees = () => useQuery({ queryKey: ['fees'], queryFn: () => api.get<FeeList>('/api/fees') });

export const useRoles = () => useQuery({ queryKey: ['roles'], queryFn: () => api.get<RoleList>('/api/admin/roles') });
