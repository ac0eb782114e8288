import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionUser } from '../answers.ts';
import { waitingApplications, waitingApprovals } from '../first-requests.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';

// Told of every change by the live line; asked for again by itself so that five minutes never pass unseen.
const refreshEveryMs = 4 * 60_000;
const refreshed = { refetchInterval: refreshEveryMs, refetchIntervalInBackground: true } as const;

const statsQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: () => client.get('/api/admin/dashboard/stats'),
  ...refreshed,
});
export const useStats = () => useQuery(statsQuery);

const growthQuery = queryOptions({
  queryKey: ['dashboard', 'growth'],
  queryFn: () => client.get('/api/admin/dashboard/growth'),
});
export const useGrowth = () => useQuery(growthQuery);

const cashFlowQuery = queryOptions({
  queryKey: ['dashboard', 'cash-flow'],
  queryFn: () => client.get('/api/admin/dashboard/cash-flow'),
});
export const useCashFlow = () => useQuery(cashFlowQuery);

const applicationAgesQuery = queryOptions({
  queryKey: ['dashboard', 'ages'],
  queryFn: () => client.get('/api/admin/dashboard/application-ages'),
  ...refreshed,
});
export const useApplicationAges = () => useQuery(applicationAgesQuery);

const firstStepsQuery = queryOptions({
  queryKey: ['dashboard', 'first-steps'],
  queryFn: () => client.get('/api/admin/dashboard/first-steps'),
});
export const useFirstSteps = () => useQuery(firstStepsQuery);

export const useMaturities = () =>
  useQuery({
    queryKey: ['dashboard', 'maturities'],
    queryFn: () => client.get('/api/admin/dashboard/maturities'),
    ...refreshed,
  });

export const useExpectedPeople = () =>
  useQuery({
    queryKey: ['dashboard', 'expected'],
    queryFn: () => client.get('/api/admin/dashboard/expected-people'),
    ...refreshed,
  });

const booksQuery = queryOptions({
  queryKey: ['dashboard', 'books'],
  queryFn: () => client.get('/api/admin/dashboard/books'),
  ...refreshed,
});
export const useBooksAgreement = () => useQuery(booksQuery);

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

// Kept as lists are: a colleague's new request is offered, and nothing moves under the pointer.
export const waitingKey = ['list', 'waiting'] as const;
const waitingApprovalsQuery = queryOptions({
  queryKey: [...waitingKey, 'approvals'],
  queryFn: () => client.get('/api/approvals', { query: waitingApprovals }),
});
const waitingApplicationsQuery = queryOptions({
  queryKey: [...waitingKey, 'applications'],
  queryFn: () => client.get('/api/admin/member-requests', { query: waitingApplications }),
});
const nothing = { enabled: false, initialData: { items: [], nextCursor: null } };

/** Both kinds of what waits; of a kind that the reader does not decide there is nothing. */
export function useWaitingRows() {
  const may = useMay();
  const approvals = useQuery({ ...waitingApprovalsQuery, ...(may('approval.decide') ? {} : nothing) });
  const applications = useQuery({ ...waitingApplicationsQuery, ...(may('application.decide') ? {} : nothing) });
  return { approvals, applications };
}

/** Takes the answers that were asked for ahead; what was refused is asked for again by the part that shows it. */
export async function takeTodayAhead({ permissions }: SessionUser): Promise<void> {
  const may = (permission: SessionUser['permissions'][number]) => permissions.includes(permission);
  await Promise.all([
    may('dashboard.read') && queryClient.prefetchQuery(statsQuery),
    may('dashboard.read') && queryClient.prefetchQuery(firstStepsQuery),
    may('approval.decide') && queryClient.prefetchQuery(waitingApprovalsQuery),
    may('application.decide') && queryClient.prefetchQuery(waitingApplicationsQuery),
    may('books.read') && queryClient.prefetchQuery(growthQuery),
    may('books.read') && queryClient.prefetchQuery(cashFlowQuery),
    may('books.read') && queryClient.prefetchQuery(booksQuery),
    may('application.read') && queryClient.prefetchQuery(applicationAgesQuery),
  ]);
}
