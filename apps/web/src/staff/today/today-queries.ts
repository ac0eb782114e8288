import { useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

// Told of every change by the live line; asked for again by itself so that five minutes never pass unseen.
const refreshEveryMs = 4 * 60_000;
const refreshed = { refetchInterval: refreshEveryMs, refetchIntervalInBackground: true } as const;

export const useStats = () =>
  useQuery({ queryKey: ['dashboard'], queryFn: () => client.get('/api/admin/dashboard/stats'), ...refreshed });

export const useGrowth = () =>
  useQuery({ queryKey: ['dashboard', 'growth'], queryFn: () => client.get('/api/admin/dashboard/growth') });

export const useCashFlow = () =>
  useQuery({ queryKey: ['dashboard', 'cash-flow'], queryFn: () => client.get('/api/admin/dashboard/cash-flow') });

export const useApplicationAges = () =>
  useQuery({
    queryKey: ['dashboard', 'ages'],
    queryFn: () => client.get('/api/admin/dashboard/application-ages'),
    ...refreshed,
  });

export const useFirstSteps = () =>
  useQuery({ queryKey: ['dashboard', 'first-steps'], queryFn: () => client.get('/api/admin/dashboard/first-steps') });

export const useExpectedPeople = () =>
  useQuery({
    queryKey: ['dashboard', 'expected'],
    queryFn: () => client.get('/api/admin/dashboard/expected-people'),
    ...refreshed,
  });

export const useBooksAgreement = () =>
  useQuery({
    queryKey: ['dashboard', 'books'],
    queryFn: () => client.get('/api/admin/dashboard/books'),
    ...refreshed,
  });

export const useExceptions = () =>
  useQuery({
    queryKey: ['dashboard', 'exceptions'],
    queryFn: () => client.get('/api/admin/dashboard/exceptions'),
    ...refreshed,
  });

export const useInstallation = () =>
  useQuery({
    queryKey: ['dashboard', 'installation'],
    queryFn: () => client.get('/api/admin/dashboard/installation'),
    ...refreshed,
  });
