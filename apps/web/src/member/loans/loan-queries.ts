import { useQuery } from '@tanstack/react-query';
import { client } from '../member-api.ts';

export const useLoans = (as: 'borrower' | 'guarantor') =>
  useQuery({ queryKey: ['loans', as], queryFn: () => client.get('/api/loans', { query: { as, limit: 200 } }) });

export const useLoan = (id: string) =>
  useQuery({ queryKey: ['loan', id], queryFn: () => client.get('/api/loans/{id}', { path: { id } }) });

/** What was begun and not asked yet. Nothing older is shown meanwhile: it may have been asked since. */
export const useLoanDraft = () =>
  useQuery({ queryKey: ['loan-draft'], queryFn: () => client.get('/api/loan-draft'), gcTime: 0 });

export const useLoanProducts = () =>
  useQuery({ queryKey: ['loan-products'], queryFn: () => client.get('/api/loan-products') });
