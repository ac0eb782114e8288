import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../shared/client.ts';
import { client } from '../staff-api.ts';

export type Round = AnswerOf<'get', '/api/collections/own'>;
export type Door = Round['routes'][number]['accounts'][number];
export type Agent = AnswerOf<'get', '/api/collections/agents/{id}'>;
export type CollectionRoute = AnswerOf<'get', '/api/collections/routes'>['items'][number];
export type DailyAccount = AnswerOf<'get', '/api/collections/accounts/{id}'>;

export const roundQuery = queryOptions({ queryKey: ['round'], queryFn: () => client.get('/api/collections/own') });

export const useAgents = () =>
  useQuery({ queryKey: ['collections', 'agents'], queryFn: () => client.get('/api/collections/agents') });

export const useRoutes = () =>
  useQuery({ queryKey: ['collections', 'routes'], queryFn: () => client.get('/api/collections/routes') });

/** The doors of an agent or a route, in walking order. */
export const useDoors = (of: { agentId?: string; routeId?: string }) =>
  useQuery({
    queryKey: ['collections', 'doors', of],
    queryFn: () =>
      client.get('/api/collections/accounts', { query: { ...of, status: 'active', sort: 'position', limit: 200 } }),
  });
