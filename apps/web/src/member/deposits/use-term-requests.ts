import { useQuery } from '@tanstack/react-query';
import { client } from '../member-api.ts';

export const useTermRequests = () =>
  useQuery({ queryKey: ['term-requests'], queryFn: () => client.get('/api/deposit-requests') });
