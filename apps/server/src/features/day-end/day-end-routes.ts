import {
  DayEndDetails,
  DayEndList,
  DayEndQuery,
  DayEndState,
  DayParams,
  NoQuery,
  RetriedDayEnd,
  StartDayEndBody,
  StartedDayEnd,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { dayEndDetails, dayEndList, dayEndState } from './day-end-queries.ts';
import { retryDay } from './retry-day.ts';
import { dayEndStarts } from './start-day-end.ts';

const tags = ['books'];

export async function dayEndRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const starts = dayEndStarts(platform);
  app.addHook('onClose', () => starts.stop());

  app.get(
    '/api/day-end',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What the end of the day would do now, and how far it is',
        response: { 200: DayEndState },
      },
    },
    (request) => dayEndState(platform, request.actor.language),
  );

  app.get(
    '/api/day-ends',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Ends of days, newest first',
        querystring: DayEndQuery,
        response: { 200: DayEndList },
      },
    },
    (request) => dayEndList(platform, request.query),
  );

  app.get(
    '/api/day-ends/:date',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The end of one day: its steps, and the accounts that could not be done',
        params: DayParams,
        response: { 200: DayEndDetails },
      },
    },
    (request) => dayEndDetails(platform, request.actor.language, request.params.date),
  );

  app.post(
    '/api/day-ends',
    {
      config: { permission: 'day.close', audience: 'staff' },
      schema: {
        tags,
        summary: 'Ends every day that is not ended, up to this one; it goes on after the answer',
        description:
          'May be asked for again at any time: a second start joins the first, and what is done is not done twice. ' +
          'GET /api/day-end tells how far it is, and the events day-end.* when to look.',
        querystring: NoQuery,
        body: StartDayEndBody,
        response: { 202: StartedDayEnd },
      },
    },
    async (request, reply) => reply.code(202).send(await starts.start(request.actor, request.body)),
  );

  app.post(
    '/api/day-ends/:date/retries',
    {
      config: { permission: 'day.close', audience: 'staff' },
      schema: {
        tags,
        summary: 'Tries the accounts again that the end of this day could not do',
        params: DayParams,
        querystring: NoQuery,
        response: { 200: RetriedDayEnd },
      },
    },
    (request) => retryDay(platform, request.actor, request.params.date),
  );
}
