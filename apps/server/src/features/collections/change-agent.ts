// Whose savings an agent's commission goes to, and the end of an agent's work.

import type { ChangeAgentBody } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { balanceOf, businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { lockSeenAgent } from './agent-row.ts';
import { refuseStranger } from './register-agent.ts';

export type ChangeAgent = z.output<typeof ChangeAgentBody> & { readonly id: number };

export async function changeAgent(platform: Platform, actor: Actor, command: ChangeAgent): Promise<void> {
  const { memberId } = command;
  await platform.transact(async (trx) => {
    const agent = await lockSeenAgent(trx, platform, command);
    if (memberId === agent.memberId) return;
    await refuseStranger(trx, memberId);
    await trx
      .updateTable('agent')
      .set({ memberId, version: agent.version + 1 })
      .where('id', '=', agent.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'agent.changed',
      subjectKind: 'agent',
      subjectId: agent.id,
      oldValues: { memberId: agent.memberId },
      newValues: { memberId },
    });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `agent.${agent.number}` } });
  });
}

/** Nothing may be left with the agent: no cash, and no door that nobody would knock at. */
export async function retireAgent(
  platform: Platform,
  actor: Actor,
  command: { readonly id: number; readonly version: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const agent = await lockSeenAgent(trx, platform, command);
    const { number } = agent;
    const { amount: cash } = await balanceOf(platform, { subLedger: 'agent', subLedgerId: agent.id }, trx);
    if (cash > 0) throw new Refusal('conflict', 'AGENT_RETIRE_CASH', { number, cash: formatMoney(cash) });
    const route = await trx
      .selectFrom('collection_route')
      .select('code')
      .where('agentId', '=', agent.id)
      .orderBy('code')
      .limit(1)
      .executeTakeFirst();
    if (route !== undefined) throw new Refusal('conflict', 'AGENT_RETIRE_ROUTE', { number, route: route.code });
    await trx
      .updateTable('agent')
      .set({ status: 'retired', retiredOn: await businessDayFor(trx, platform), version: agent.version + 1 })
      .where('id', '=', agent.id)
      .execute();
    await recordAudit(trx, platform, actor, { action: 'agent.retired', subjectKind: 'agent', subjectId: agent.id });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `agent.${number}` } });
  });
}
