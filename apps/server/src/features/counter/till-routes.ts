import {
  CloseTillAnswer,
  CloseTillBody,
  CreateTillBody,
  CurrentTillSession,
  IdParams,
  NoQuery,
  OpenTillBody,
  PreviewQuery,
  TillList,
  TillSessionList,
  TillSessionQuery,
  TillSessionView,
  TillView,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { closeTill, previewCloseTill } from './close-till.ts';
import { createTill } from './create-till.ts';
import { openTill } from './open-till.ts';
import { findCurrentSession, getTill, getTillSession, listTillSessions, listTills } from './till-queries.ts';

const tags = ['counter'];
const look = { permission: 'counter.read', audience: 'staff' } as const;

export async function tillRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/tills',
    { config: look, schema: { tags, summary: 'Tills, their cash and who is at them', response: { 200: TillList } } },
    async () => ({ items: await listTills(platform) }),
  );

  app.post(
    '/api/tills',
    {
      config: { permission: 'till.manage', audience: 'staff' },
      schema: {
        tags,
        summary: 'Set up a till with a series of receipts of its own',
        body: CreateTillBody,
        response: { 201: TillView },
      },
    },
    async (request, reply) => {
      const id = await createTill(platform, request.actor, request.body);
      return reply.code(201).send(await getTill(platform, id));
    },
  );

  app.post(
    '/api/tills/:id/sessions',
    {
      config: { permission: 'till.operate', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Open a till with its counted cash',
        params: IdParams,
        querystring: NoQuery,
        body: OpenTillBody,
        response: { 201: TillSessionView },
      },
    },
    async (request, reply) => {
      const command = { tillId: request.params.id, ...request.body };
      return sendKept(reply, await openTill(platform, request.actor, command, request.idempotency));
    },
  );

  app.get(
    '/api/till-sessions/current',
    {
      config: look,
      schema: { tags, summary: 'The till I am at now', response: { 200: CurrentTillSession } },
    },
    async (request) => ({ session: await findCurrentSession(platform, request.actor) }),
  );

  app.get(
    '/api/till-sessions',
    {
      config: look,
      schema: {
        tags,
        summary: 'Till sessions, newest first',
        querystring: TillSessionQuery,
        response: { 200: TillSessionList },
      },
    },
    (request) => listTillSessions(platform, request.query),
  );

  app.get(
    '/api/till-sessions/:id',
    {
      config: look,
      schema: { tags, summary: 'One till session', params: IdParams, response: { 200: TillSessionView } },
    },
    (request) => getTillSession(platform, request.params.id),
  );

  app.post(
    '/api/till-sessions/:id/closing',
    {
      config: { permission: 'till.operate', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Close a till against a count of its cash; what is short or in excess is posted',
        params: IdParams,
        querystring: PreviewQuery,
        body: CloseTillBody,
        response: { 200: CloseTillAnswer, 201: CloseTillAnswer },
      },
    },
    async (request, reply) => {
      const command = { sessionId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewCloseTill(platform, request.actor, command);
      return sendKept(reply, await closeTill(platform, request.actor, command, request.idempotency));
    },
  );
}
