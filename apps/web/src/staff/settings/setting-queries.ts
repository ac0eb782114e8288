import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

export const useSettings = () => useQuery({ queryKey: ['settings'], queryFn: () => client.get('/api/settings') });

export const useSettingHistory = (name: string) =>
  useQuery({
    queryKey: ['setting-history', name],
    queryFn: () => client.get('/api/settings/{name}/history', { path: { name } }),
  });

export const useFees = () => useQuery({ queryKey: ['fees'], queryFn: () => client.get('/api/fees') });

export const useFeeHistory = (code: string) =>
  useQuery({
    queryKey: ['fee-history', code],
    queryFn: () => client.get('/api/fees/{code}/history', { path: { code } }),
  });

export const useProductRules = () =>
  useQuery({ queryKey: ['product-rules'], queryFn: () => client.get('/api/deposit-products/rules') });

export const useProductHistory = (code: string) =>
  useQuery({
    queryKey: ['product-history', code],
    queryFn: () => client.get('/api/deposit-products/{code}/history', { path: { code } }),
  });

export const useTermProductRules = () =>
  useQuery({ queryKey: ['term-product-rules'], queryFn: () => client.get('/api/term-products/rules') });

export const useTermProductHistory = (code: string) =>
  useQuery({
    queryKey: ['term-product-history', code],
    queryFn: () => client.get('/api/term-products/{code}/history', { path: { code } }),
  });

export const useLoanProductRules = () =>
  useQuery({ queryKey: ['loan-product-rules'], queryFn: () => client.get('/api/loan-products/rules') });

export const useLoanProductHistory = (code: string) =>
  useQuery({
    queryKey: ['loan-product-history', code],
    queryFn: () => client.get('/api/loan-products/{code}/history', { path: { code } }),
  });

export const useSanctionLevels = () =>
  useQuery({ queryKey: ['sanction-levels'], queryFn: () => client.get('/api/sanction-levels') });

export const useRoles = () => useQuery({ queryKey: ['roles'], queryFn: () => client.get('/api/admin/roles') });

export const useCashiers = () => useQuery({ queryKey: ['cashiers'], queryFn: () => client.get('/api/tills/cashiers') });

export const useHolidays = (year: string | undefined) =>
  useQuery({
    queryKey: ['holidays', year],
    queryFn: () => client.get('/api/holidays', { query: year === undefined ? {} : { year } }),
    placeholderData: keepPreviousData,
  });
