// A society with an agent on a route, for tests. Only tests import this file.

import type { Feature } from '../../platform/http/build-app.ts';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { collectionsMessages, collectionsRoutes } from './index.ts';

export interface TestCollections extends TestCounter {
  readonly agent: SignedIn;
  readonly agentId: string;
  readonly routeId: string;
  /** Another agent with a route of their own. */
  addAgent(name: string, routeCode: string): Promise<{ agent: SignedIn; agentId: string; routeId: string }>;
  /** A daily deposit of the member's on a route; its id and number. */
  openDaily(
    member: AdmittedMember,
    options?: { routeId?: string; dailyAmount?: string; months?: number },
  ): Promise<DailyOpened>;
  /** What an agent takes at a door. */
  collect(depositId: string, amount: string, by?: SignedIn): ReturnType<TestCounter['post']>;
}

export interface DailyOpened {
  readonly id: string;
  readonly accountNumber: string;
}

export async function openTestCollections(more: readonly Feature[] = []): Promise<TestCollections> {
  const counter = await openTestCounter({}, undefined, [
    { name: 'collections', routes: collectionsRoutes, messages: collectionsMessages },
    ...more,
  ]);
  const addAgent: TestCollections['addAgent'] = async (name, routeCode) => {
    const agent = await counter.staff('agent', name);
    const registered = await must(
      counter.post('/api/collections/agents', { userId: String(agent.actor.userId) }, counter.manager),
    );
    const agentId = registered.id;
    const route = await must(
      counter.post(
        '/api/collections/routes',
        { code: routeCode, name: `Route ${routeCode}`, agentId },
        counter.manager,
      ),
    );
    return { agent, agentId, routeId: route.id };
  };
  const first = await addAgent('Suresh Negi', 'R1');
  return {
    ...counter,
    ...first,
    addAgent,
    openDaily: (member, { routeId = first.routeId, dailyAmount = '100.00', ...rest } = {}) =>
      must(
        counter.post('/api/collections/accounts', {
          memberId: member.id,
          productCode: 'DD',
          routeId,
          dailyAmount,
          ...rest,
        }),
      ),
    collect: (depositId, amount, by = first.agent) => counter.post('/api/collections', { depositId, amount }, by),
  };
}

async function must(answer: ReturnType<TestCounter['post']>) {
  const { statusCode, body } = await answer;
  if (statusCode !== 201) throw new Error(`Expected 201, got ${statusCode}: ${body}`);
  return JSON.parse(body);
}
