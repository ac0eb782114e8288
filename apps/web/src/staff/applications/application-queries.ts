import { useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

export const useApplication = (id: string) =>
  useQuery({
    queryKey: ['application', id],
    queryFn: () => client.get('/api/admin/member-requests/{id}', { path: { id } }),
  });
