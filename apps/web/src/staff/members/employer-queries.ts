import { useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

export const useEmployers = () => useQuery({ queryKey: ['employers'], queryFn: () => client.get('/api/employers') });
