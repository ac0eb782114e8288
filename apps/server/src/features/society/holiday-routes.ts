import {
  AddHolidayBody,
  Done,
  HolidayParams,
  HolidayQuery,
  HolidayView,
  HolidayYear,
  ImportedHolidays,
  ImportHolidaysBody,
  NoQuery,
  PreviewQuery,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { addHoliday } from './add-holiday.ts';
import { holidayView, holidayYear } from './holidays.ts';
import { importHolidays } from './import-holidays.ts';
import { removeHoliday } from './remove-holiday.ts';

const tags = ['society'];
const look = { permission: 'settings.read', audience: 'staff' } as const;
const change = { permission: 'settings.change', audience: 'staff' } as const;

export async function holidayRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/holidays',
    {
      config: look,
      schema: {
        tags,
        summary: 'Days without business in a year, and those of every week',
        querystring: HolidayQuery,
        response: { 200: HolidayYear },
      },
    },
    (request) => holidayYear(platform, request.query.year, request.actor.language),
  );

  app.post(
    '/api/holidays',
    {
      config: change,
      schema: {
        tags,
        summary: 'Add a holiday',
        querystring: NoQuery,
        body: AddHolidayBody,
        response: { 201: HolidayView },
      },
    },
    async (request, reply) => {
      const holiday = await addHoliday(platform, request.actor, request.body);
      return reply.code(201).send(holidayView(holiday, request.actor.language));
    },
  );

  app.post(
    '/api/holidays/import',
    {
      config: change,
      schema: {
        tags,
        summary: 'Add the holidays of a file; a preview shows which they would be',
        querystring: PreviewQuery,
        body: ImportHolidaysBody,
        response: { 200: ImportedHolidays, 201: ImportedHolidays },
      },
    },
    async (request, reply) => {
      const isPreview = request.query.preview === true;
      const answer = await importHolidays(platform, request.actor, request.body.csv, isPreview);
      return reply.code(isPreview ? 200 : 201).send(answer);
    },
  );

  app.delete(
    '/api/holidays/:day',
    {
      config: change,
      schema: { tags, summary: 'Take a holiday away again', params: HolidayParams, response: { 200: Done } },
    },
    async (request) => {
      await removeHoliday(platform, request.actor, request.params.day);
      return { done: true as const };
    },
  );
}
