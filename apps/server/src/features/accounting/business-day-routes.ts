import { BusinessDayList, BusinessDayState, CloseDayAnswer, DayParams, ListQuery } from '@kafal/contract';
import { z } from 'zod';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { businessDayList, businessDayState } from './business-day-queries.ts';
import { closeBusinessDay } from './close-business-day.ts';

const tags = ['books'];
const BusinessDayQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });

export async function businessDayRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/business-day',
    {
      config: { permission: 'signed-in', audience: 'staff' },
      schema: {
        tags,
        summary: 'The business day, and what keeps it from moving on',
        response: { 200: BusinessDayState },
      },
    },
    () => businessDayState(platform),
  );

  app.get(
    '/api/business-days',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Business days, newest first',
        querystring: BusinessDayQuery,
        response: { 200: BusinessDayList },
      },
    },
    (request) => businessDayList(platform, request.query),
  );

  app.post(
    '/api/business-days/:date/closing',
    {
      config: { permission: 'day.close', audience: 'staff' },
      schema: {
        tags,
        summary: 'Closes a day for good; closing the open day opens the next',
        params: DayParams,
        response: { 200: CloseDayAnswer },
      },
    },
    (request) => closeBusinessDay(platform, request.actor, request.params.date),
  );
}
