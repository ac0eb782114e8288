// The row of an agent as the acts need it, and which agent somebody is.

import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export type AgentRow = Row<'agent'>;

export const AGENT_ACCOUNT = '1103';

/** An agent, also one who collects no more, kept so until the transaction ends. */
export async function lockAgentRow(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number): Promise<AgentRow> {
  const agent = await platform.dialect
    .forUpdate(trx.selectFrom('agent').selectAll().where('id', '=', id))
    .executeTakeFirst();
  if (agent === undefined) throw new Refusal('missing', 'AGENT_UNKNOWN');
  return agent;
}

/** An agent who still works. */
export async function lockAgent(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number): Promise<AgentRow> {
  const agent = await lockAgentRow(trx, platform, id);
  if (agent.status !== 'active') throw new Refusal('conflict', 'AGENT_RETIRED', { number: agent.number });
  return agent;
}

/** As lockAgent, for somebody who has looked at the agent and decides by what they saw. */
export async function lockSeenAgent(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  seen: { readonly id: number; readonly version: number },
): Promise<AgentRow> {
  const agent = await lockAgent(trx, platform, seen.id);
  if (agent.version !== seen.version) throw new Refusal('conflict', 'AGENT_CHANGED_MEANWHILE');
  return agent;
}

/** The agent who acts; a log-in with the right that no agent has collects nothing. */
export async function getOwnAgent(reader: Reader, actor: Pick<Actor, 'userId'>): Promise<AgentRow> {
  const agent = await reader
    .selectFrom('agent')
    .selectAll()
    .where('userId', '=', actor.userId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  if (agent === undefined) throw new Refusal('forbidden', 'AGENT_NOT_YOU');
  return agent;
}
