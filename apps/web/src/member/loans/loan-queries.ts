import { useQuery } from '@tanstack/react-query';
import { client } from '../member-api.ts';

export const useLoans = (as: 'borrower' | 'guarantor') =>
  useQuery({ queryKey: ['loans', as], queryFn: () => client.get('/api/loans', { query: { as, limit: 200 } }) });

export const useLoan = (id: string) =>
  useQuery({ queryKey: ['loan', id], queryFn: () => client.get('/api/loans/{id}', { path: { id } }) });

export const useLoanProducts = () =>
  useQuery({ queryKey: ['loan-products'], queryFn: () => client.get('/api/loan-products') });
