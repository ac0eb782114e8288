import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { eventOf, onLiveMessage } from '../live-messages.ts';
import { client, queryClient } from '../staff-api.ts';

/** While a run is under way the line tells of it every second; without a line the page looks by itself. */
const lookAgainMs = 3_000;

export const useDayEnd = () =>
  useQuery({
    queryKey: ['day-end'],
    queryFn: () => client.get('/api/day-end'),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? lookAgainMs : false),
  });

export const useDayEndOf = (date: string) =>
  useQuery({
    queryKey: ['day-end', date],
    queryFn: () => client.get('/api/day-ends/{date}', { path: { date } }),
  });

/** The list keeps its rows until a run is over; nobody reads in it meanwhile. */
export function useFreshDayEnds(): void {
  useEffect(
    () =>
      onLiveMessage((message) => {
        if (!['day-end.finished', 'day-end.stopped'].includes(eventOf(message))) return;
        void queryClient.invalidateQueries({ queryKey: ['list', '/api/day-ends'] });
      }),
    [],
  );
}
