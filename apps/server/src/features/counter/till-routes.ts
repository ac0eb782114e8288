import {
  CashierList,
  ChangeTillBody,
  ChangeTillLimitBody,
  CloseTillAnswer,
  CloseTillBody,
  CreateTillBody,
  CurrentTillSession,
  IdParams,
  NoQuery,
  OpenTillBody,
  PreviewQuery,
  RetireTillBody,
  RuleChange,
  TillList,
  TillSessionList,
  TillSessionQuery,
  TillSessionView,
  TillView,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { listCashiers } from './cashiers.ts';
import { changeTill } from './change-till.ts';
import { changeTillLimit } from './change-till-limit.ts';
import { closeTill, previewCloseTill } from './close-till.ts';
import { createTill } from './create-till.ts';
import { openTill } from './open-till.ts';
import { retireTill } from './retire-till.ts';
import { findCurrentSession, getTill, getTillSession, listTillSessions, listTills } from './till-queries.ts';

const tags = ['counter'];
const look = { permission: 'counter.read', audience: 'staff' } as const;
const manage = { permission: 'till.manage', audience: 'staff' } as const;

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
      config: manage,
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

  app.get(
    '/api/tills/cashiers',
    {
      config: manage,
      schema: { tags, summary: 'Who may answer for a till', response: { 200: CashierList } },
    },
    async () => {
      const cashiers = await listCashiers(platform.database);
      return { items: cashiers.map(({ id, name }) => ({ id: String(id), name })) };
    },
  );

  app.put(
    '/api/tills/:id',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Give a till another name or a cashier of its own',
        params: IdParams,
        body: ChangeTillBody,
        response: { 200: TillView },
      },
    },
    async (request) => {
      await changeTill(platform, request.actor, { ...request.params, ...request.body });
      return getTill(platform, request.params.id);
    },
  );

  app.put(
    '/api/tills/:id/cash-limit',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Ask for another limit to the cash in a till (202 while it waits for a second person)',
        params: IdParams,
        querystring: PreviewQuery,
        body: ChangeTillLimitBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const command = { ...request.params, ...request.body };
      const answer = await changeTillLimit(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );

  app.post(
    '/api/tills/:id/retirement',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Use a till no more; what it did stays',
        params: IdParams,
        querystring: NoQuery,
        body: RetireTillBody,
        response: { 201: TillView },
      },
    },
    async (request, reply) => {
      await retireTill(platform, request.actor, { ...request.params, ...request.body });
      return reply.code(201).send(await getTill(platform, request.params.id));
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
