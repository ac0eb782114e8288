import {
  AgentCandidates,
  AgentList,
  AgentTermsList,
  AgentView,
  AskAgentTermsBody,
  AskedAgentTerms,
  ChangeAgentBody,
  ChangeCollectionRouteBody,
  ChangeDailyAccountBody,
  CollectAnswer,
  CollectBody,
  CollectionList,
  CollectionQuery,
  CollectionRouteList,
  CollectionRouteView,
  CollectionSheetAnswer,
  CollectionSheetBody,
  CommissionPaperQuery,
  CommissionQuery,
  CommissionView,
  CreateCollectionRouteBody,
  DailyAccountList,
  DailyAccountQuery,
  DailyAccountView,
  HandOverAnswer,
  HandOverBody,
  HandoverList,
  HandoverQuery,
  IdParams,
  NoQuery,
  OpenDailyAccountBody,
  OwnCollectionQuery,
  OwnRound,
  PayCommissionAnswer,
  PayCommissionBody,
  PreviewQuery,
  RegisterAgentBody,
  RetireAgentBody,
  WalkingOrderBody,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { sendPdf } from '../paper/index.ts';
import { listCandidates } from './agent-candidates.ts';
import { getAgent, listAgents } from './agent-queries.ts';
import { getOwnAgent } from './agent-row.ts';
import { changeAgent, retireAgent } from './change-agent.ts';
import { agentTermsList, askAgentTerms } from './change-agent-terms.ts';
import { collect } from './collect.ts';
import { listCollections } from './collection-queries.ts';
import { commissionView } from './commission-view.ts';
import { getDailyAccount, listDailyAccounts, ownRound } from './daily-account-queries.ts';
import { enterSheet } from './enter-sheet.ts';
import { handOver, previewHandOver } from './hand-over.ts';
import { listHandovers } from './handover-queries.ts';
import { changeDailyAccount, openDailyAccount } from './open-daily-account.ts';
import { askForCommission, previewCommission } from './pay-commission.ts';
import { printCommission } from './print-commission.ts';
import { registerAgent } from './register-agent.ts';
import { changeRoute, createRoute, getRoute, listRoutes, orderRoute } from './routes-of-agents.ts';

const tags = ['collections'];
const look = { permission: 'collections.read', audience: 'staff' } as const;
const own = { permission: 'collections.own', audience: 'staff' } as const;
const manage = { permission: 'collections.manage', audience: 'staff' } as const;
const open = { permission: 'deposit.open', audience: 'staff' } as const;

export async function collectionsRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/collections/own',
    {
      config: own,
      schema: { tags, summary: 'The round of the agent who asks, door by door', response: { 200: OwnRound } },
    },
    (request) => ownRound(platform, request.actor),
  );

  app.get(
    '/api/collections/own/receipts',
    {
      config: own,
      schema: {
        tags,
        summary: 'What the agent who asks has collected, newest first',
        querystring: OwnCollectionQuery,
        response: { 200: CollectionList },
      },
    },
    async (request) => {
      const agent = await getOwnAgent(platform.database, request.actor);
      return listCollections(platform, { ...request.query, agentId: agent.id });
    },
  );

  app.post(
    '/api/collections',
    {
      config: { ...own, idempotent: true },
      schema: {
        tags,
        summary: 'Take money at a door of the own round',
        querystring: NoQuery,
        body: CollectBody,
        response: { 201: CollectAnswer },
      },
    },
    async (request, reply) =>
      sendKept(reply, await collect(platform, request.actor, request.body, request.idempotency)),
  );

  app.get(
    '/api/collections',
    {
      config: look,
      schema: {
        tags,
        summary: 'Collections, newest first',
        querystring: CollectionQuery,
        response: { 200: CollectionList },
      },
    },
    (request) => listCollections(platform, request.query),
  );

  app.post(
    '/api/collections/sheets',
    {
      config: { permission: 'collections.enter', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: "Enter an agent's paper: every row a receipt, all of them or none",
        querystring: NoQuery,
        body: CollectionSheetBody,
        response: { 201: CollectionSheetAnswer },
      },
    },
    async (request, reply) =>
      sendKept(reply, await enterSheet(platform, request.actor, request.body, request.idempotency)),
  );

  app.get(
    '/api/collections/agents',
    {
      config: look,
      schema: { tags, summary: 'Agents and the cash that is with them', response: { 200: AgentList } },
    },
    async () => ({ items: await listAgents(platform) }),
  );

  app.get(
    '/api/collections/agents/candidates',
    {
      config: manage,
      schema: { tags, summary: 'Who may become an agent', response: { 200: AgentCandidates } },
    },
    async () => {
      const candidates = await listCandidates(platform.database);
      return { items: candidates.map(({ id, name }) => ({ id: String(id), name })) };
    },
  );

  app.post(
    '/api/collections/agents',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Make somebody with a log-in an agent',
        body: RegisterAgentBody,
        response: { 201: AgentView },
      },
    },
    async (request, reply) => {
      const id = await registerAgent(platform, request.actor, request.body);
      return reply.code(201).send(await getAgent(platform, id));
    },
  );

  app.get(
    '/api/collections/agents/:id',
    {
      config: look,
      schema: { tags, summary: 'One agent', params: IdParams, response: { 200: AgentView } },
    },
    (request) => getAgent(platform, request.params.id),
  );

  app.put(
    '/api/collections/agents/:id',
    {
      config: manage,
      schema: {
        tags,
        summary: "Say whose membership an agent's commission goes to",
        params: IdParams,
        body: ChangeAgentBody,
        response: { 200: AgentView },
      },
    },
    async (request) => {
      await changeAgent(platform, request.actor, { ...request.params, ...request.body });
      return getAgent(platform, request.params.id);
    },
  );

  app.post(
    '/api/collections/agents/:id/retirement',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Let an agent go who has no cash and no route any more',
        params: IdParams,
        querystring: NoQuery,
        body: RetireAgentBody,
        response: { 201: AgentView },
      },
    },
    async (request, reply) => {
      await retireAgent(platform, request.actor, { ...request.params, ...request.body });
      return reply.code(201).send(await getAgent(platform, request.params.id));
    },
  );

  app.post(
    '/api/collections/agents/:id/handovers',
    {
      config: { permission: 'collections.enter', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: "Count an agent's cash into the own till",
        params: IdParams,
        querystring: PreviewQuery,
        body: HandOverBody,
        response: { 200: HandOverAnswer, 201: HandOverAnswer },
      },
    },
    async (request, reply) => {
      const command = { agentId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewHandOver(platform, request.actor, command);
      return sendKept(reply, await handOver(platform, request.actor, command, request.idempotency));
    },
  );

  app.get(
    '/api/collections/own/commission',
    {
      config: own,
      schema: {
        tags,
        summary: 'What the agent who asks earned in a month, line by line',
        querystring: CommissionQuery,
        response: { 200: CommissionView },
      },
    },
    async (request) => {
      const agent = await getOwnAgent(platform.database, request.actor);
      return commissionView(platform, agent.id, request.query.month);
    },
  );

  app.get(
    '/api/collections/agents/:id/commission',
    {
      config: look,
      schema: {
        tags,
        summary: 'What an agent earned in a month, line by line',
        params: IdParams,
        querystring: CommissionQuery,
        response: { 200: CommissionView },
      },
    },
    (request) => commissionView(platform, request.params.id, request.query.month),
  );

  app.post(
    '/api/collections/agents/:id/commission',
    {
      config: { ...manage, idempotent: true },
      schema: {
        tags,
        summary: 'Ask for the commission of a month to be paid; a second person agrees (202)',
        params: IdParams,
        querystring: PreviewQuery,
        body: PayCommissionBody,
        response: { 200: PayCommissionAnswer, 202: PayCommissionAnswer },
      },
    },
    async (request, reply) => {
      const command = { agentId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewCommission(platform, request.actor, command);
      return sendKept(reply, await askForCommission(platform, request.actor, command, request.idempotency));
    },
  );

  app.get(
    '/api/collections/agents/:id/commission.pdf',
    {
      config: look,
      schema: {
        tags,
        summary: 'What an agent earned in a month, line by line, as PDF',
        params: IdParams,
        querystring: CommissionPaperQuery,
      },
    },
    async ({ actor, params, query: { month, language = actor.language } }, reply) => {
      const { pdf, name } = await printCommission(platform, actor, params.id, { month, language });
      return sendPdf(reply, pdf, name);
    },
  );

  app.get(
    '/api/collections/agents/:id/terms',
    {
      config: look,
      schema: {
        tags,
        summary: "An agent's own rate of commission and limit to the cash, each from its day on",
        params: IdParams,
        response: { 200: AgentTermsList },
      },
    },
    (request) => agentTermsList(platform, request.params.id),
  );

  app.post(
    '/api/collections/agents/:id/terms',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Ask for other terms of an agent from a day on; a second person decides',
        params: IdParams,
        querystring: NoQuery,
        body: AskAgentTermsBody,
        response: { 202: AskedAgentTerms },
      },
    },
    async ({ actor, params, body }, reply) => {
      const approvalId = await askAgentTerms(platform, actor, { ...body, agentId: params.id });
      return reply.code(202).send({ approvalId: String(approvalId) });
    },
  );

  app.get(
    '/api/collections/handovers',
    {
      config: look,
      schema: {
        tags,
        summary: 'Hand-overs, newest first',
        querystring: HandoverQuery,
        response: { 200: HandoverList },
      },
    },
    (request) => listHandovers(platform, request.query),
  );

  app.get(
    '/api/collections/routes',
    {
      config: look,
      schema: { tags, summary: 'Routes and whose they are', response: { 200: CollectionRouteList } },
    },
    async () => ({ items: await listRoutes(platform.database) }),
  );

  app.post(
    '/api/collections/routes',
    {
      config: manage,
      schema: {
        tags,
        summary: 'A new route of an agent',
        body: CreateCollectionRouteBody,
        response: { 201: CollectionRouteView },
      },
    },
    async (request, reply) => {
      const id = await createRoute(platform, request.actor, request.body);
      return reply.code(201).send(await getRoute(platform.database, id));
    },
  );

  app.put(
    '/api/collections/routes/:id',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Give a route another name or another agent',
        params: IdParams,
        body: ChangeCollectionRouteBody,
        response: { 200: CollectionRouteView },
      },
    },
    async (request) => {
      await changeRoute(platform, request.actor, { ...request.params, ...request.body });
      return getRoute(platform.database, request.params.id);
    },
  );

  app.put(
    '/api/collections/routes/:id/order',
    {
      config: manage,
      schema: {
        tags,
        summary: 'The order in which the agent comes to the accounts of a route',
        params: IdParams,
        body: WalkingOrderBody,
        response: { 200: CollectionRouteView },
      },
    },
    async (request) => {
      await orderRoute(platform, request.actor, { ...request.params, ...request.body });
      return getRoute(platform.database, request.params.id);
    },
  );

  app.get(
    '/api/collections/accounts',
    {
      config: look,
      schema: {
        tags,
        summary: 'Daily accounts, by route, agent or member',
        querystring: DailyAccountQuery,
        response: { 200: DailyAccountList },
      },
    },
    (request) => listDailyAccounts(platform, request.query),
  );

  app.post(
    '/api/collections/accounts',
    {
      config: open,
      schema: {
        tags,
        summary: 'Open a daily deposit on a route',
        body: OpenDailyAccountBody,
        response: { 201: DailyAccountView },
      },
    },
    async (request, reply) => {
      const id = await openDailyAccount(platform, request.actor, request.body);
      return reply.code(201).send(await getDailyAccount(platform, id));
    },
  );

  app.get(
    '/api/collections/accounts/:id',
    {
      config: look,
      schema: { tags, summary: 'One daily account', params: IdParams, response: { 200: DailyAccountView } },
    },
    (request) => getDailyAccount(platform, request.params.id),
  );

  app.put(
    '/api/collections/accounts/:id',
    {
      config: open,
      schema: {
        tags,
        summary: 'Move a daily account to another route, or change what is given a day',
        params: IdParams,
        body: ChangeDailyAccountBody,
        response: { 200: DailyAccountView },
      },
    },
    async (request) => {
      await changeDailyAccount(platform, request.actor, { ...request.params, ...request.body });
      return getDailyAccount(platform, request.params.id);
    },
  );
}
