import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';

/** The business date and the unread notices; asked again now and then, so that midnight does not pass unseen. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => client.get('/api/me'),
  refetchInterval: 4 * 60_000,
});
export const useMe = () => useQuery(meQuery);

export const useMyTill = (isWanted = true) =>
  useQuery({
    queryKey: ['till-session', 'current'],
    queryFn: () => client.get('/api/till-sessions/current'),
    enabled: isWanted,
  });
