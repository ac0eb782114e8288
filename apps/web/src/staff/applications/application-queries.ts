import { useQuery } from '@tanstack/react-query';
import type { Application } from '../answers.ts';
import { api } from '../staff-api.ts';

export const useApplication = (id: string) =>
  useQuery({
    queryKey: ['application', id],
    queryFn: () => api.get<Application>('/api/admin/member-requests/{id}', { path: { id } }),
  });
