import {
  ChangeNoticeBody,
  CsvText,
  FileForm,
  NoticeBody,
  NoticeLanguage,
  NoticeList,
  NoticeParams,
  NoticeReach,
  NoticeReachQuery,
  NoticeReaderList,
  NoticeReaderQuery,
  NoticesQuery,
  NoticeView,
  PublicNotice,
  PublicNoticeList,
  PublicNoticeQuery,
} from '@kafal/contract';
import { z } from 'zod';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { fileCaps, receiveUpload, requireForm, sendFile, withUploads } from '../files/index.ts';
import { sendPdf } from '../paper/index.ts';
import { readSettings } from '../society/index.ts';
import { exportNotices } from './export-notices.ts';
import { listNotices, listPublicNotices } from './list-notices.ts';
import { reachNow } from './notice-audience.ts';
import { addNoticeFile, getNoticeToAddTo, openNoticeFile, removeNoticeFile } from './notice-files.ts';
import { getNoticeFor, getPublicNotice } from './notice-queries.ts';
import { noticeView, publicNotice } from './notice-views.ts';
import { printNoticeSheet } from './print-notice-sheet.ts';
import { publishNotice, takeBackNotice } from './publish-notice.ts';
import { listNoticeReaders, readNotice } from './read-notice.ts';
import { archiveNotice, changeNotice, writeNotice } from './write-notice.ts';

const tags = ['notices'];
const reads = { permission: 'signed-in' } as const;
const writes = { permission: 'notice.write', audience: 'staff' } as const;
const params = NoticeParams;
const response = { 200: NoticeView };

export async function noticesRoutes(app: KafalApp): Promise<void> {
  readingRoutes(app);
  writingRoutes(app);
  publicRoutes(app);
  await fileRoutes(app);
}

function readingRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/notices',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Notices: a member gets those that are for them, the staff those that are out, who writes them all',
        querystring: NoticesQuery,
        response: { 200: NoticeList },
      },
    },
    (request) => listNotices(platform, request.actor, request.query),
  );
  app.get(
    '/api/notices.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: { tags, summary: 'The same list whole, as CSV', querystring: NoticesQuery, response: { 200: CsvText } },
    },
    async ({ actor, query }, reply) => sendCsv(reply, await exportNotices(platform, actor, query), 'notices'),
  );
  app.get(
    '/api/notice-reach',
    {
      config: writes,
      schema: {
        tags,
        summary: 'How many a notice would reach if it were published now',
        querystring: NoticeReachQuery,
        response: { 200: NoticeReach },
      },
    },
    async ({ query: { audience } }) => ({ audience, ...(await reachNow(platform, audience)) }),
  );
  app.get(
    '/api/notices/:id',
    { config: reads, schema: { tags, summary: 'One notice in every language it has', params, response } },
    async ({ actor, params: { id } }) =>
      noticeView(platform, platform.database, actor, await getNoticeFor(platform.database, actor, id)),
  );
  app.post(
    '/api/notices/:id/reading',
    { config: reads, schema: { tags, summary: 'I have read this notice', params, response } },
    ({ actor, params: { id } }) => readNotice(platform, actor, id),
  );
  app.get(
    '/api/notices/:id/notice.pdf',
    {
      config: reads,
      schema: {
        tags,
        summary: 'A notice on the society’s paper, for the board',
        params,
        querystring: z.strictObject({ language: NoticeLanguage.optional() }),
      },
    },
    async ({ actor, params: { id }, query }, reply) =>
      sendPdf(reply, await printNoticeSheet(platform, actor, { id, ...query }), `notice-${id}`),
  );
  app.get(
    '/api/notices/:id/readers',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Who has read a notice, the last first',
        params,
        querystring: NoticeReaderQuery,
        response: { 200: NoticeReaderList },
      },
    },
    ({ actor, params: { id }, query }) => listNoticeReaders(platform, actor, { id, ...query }),
  );
}

function writingRoutes(app: KafalApp): void {
  const { platform } = app;

  app.post(
    '/api/notices',
    {
      config: { ...writes, idempotent: 'if-sent' },
      schema: { tags, summary: 'Begin a notice; nobody is told yet', body: NoticeBody, response: { 201: NoticeView } },
    },
    async (request, reply) =>
      sendKept(reply, await writeNotice(platform, request.actor, request.body, request.idempotency)),
  );
  app.put(
    '/api/notices/:id',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Change a notice; of what is out already its words, its last day and its pin',
        params,
        body: ChangeNoticeBody,
        response,
      },
    },
    ({ actor, params: { id }, body }) => changeNotice(platform, actor, id, body),
  );
  app.delete(
    '/api/notices/:id',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Archive a notice: only the office sees it from now on, with all it had',
        params,
        response,
      },
    },
    ({ actor, params: { id } }) => archiveNotice(platform, actor, id),
  );
  app.post(
    '/api/notices/:id/publication',
    {
      config: { ...writes, idempotent: 'if-sent' },
      schema: { tags, summary: 'Publish a notice, or let it wait for its day', params, response },
    },
    async ({ actor, params: { id }, idempotency }, reply) =>
      sendKept(reply, await publishNotice(platform, actor, id, idempotency)),
  );
  app.delete(
    '/api/notices/:id/publication',
    {
      config: writes,
      schema: { tags, summary: 'A notice that waits for its day is a draft again', params, response },
    },
    ({ actor, params: { id } }) => takeBackNotice(platform, actor, id),
  );
}

function publicRoutes(app: KafalApp): void {
  const { platform } = app;
  const config = { permission: 'public' } as const;

  app.get(
    '/api/public/notices',
    {
      config,
      schema: {
        tags,
        summary: 'The notices that are for everyone, without a log-in',
        querystring: PublicNoticeQuery,
        response: { 200: PublicNoticeList },
      },
    },
    (request) => listPublicNotices(platform, request.caller.language, request.query),
  );
  app.get(
    '/api/public/notices/:id',
    {
      config,
      schema: { tags, summary: 'One notice that is for everyone', params, response: { 200: PublicNotice } },
    },
    async ({ caller, params: { id } }) => {
      const notice = await getPublicNotice(platform.database, id, platform.clock.now());
      return publicNotice(platform.database, notice, caller.language);
    },
  );
  app.get(
    '/api/public/notices/:id/download',
    { config, schema: { tags, summary: 'The PDF of a notice that is for everyone', params } },
    async ({ params: { id } }, reply) => sendFile(reply, await openNoticeFile(platform, undefined, id)),
  );
}

async function fileRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/notices/:id/download',
    { config: reads, schema: { tags, summary: 'The PDF of a notice', params } },
    async ({ actor, params: { id } }, reply) => sendFile(reply, await openNoticeFile(platform, actor, id)),
  );
  await withUploads(app, (room) => {
    room.post(
      '/api/notices/:id/file',
      {
        config: { ...writes, form: FileForm },
        schema: {
          tags,
          summary: 'Add a PDF to a notice; the one before it is kept',
          params,
          response: { 201: NoticeView },
        },
      },
      async (request, reply) => {
        const noticeId = request.params.id;
        requireForm(request);
        await getNoticeToAddTo(platform, request.actor, noticeId);
        const caps = fileCaps(await readSettings(platform), 'other_paper');
        const upload = await receiveUpload(platform, request, caps);
        return reply.code(201).send(await addNoticeFile(platform, request.actor, { noticeId, upload }));
      },
    );
  });
  app.delete(
    '/api/notices/:id/file',
    { config: writes, schema: { tags, summary: 'The notice stands without its PDF from now on', params, response } },
    ({ actor, params: { id } }) => removeNoticeFile(platform, actor, id),
  );
}
