// What holds for one agent in place of the society's settings: a rate of commission, a limit to the cash. One person asks
// for it from a day on, another agrees; the agent does neither.

import type { AgentTermsList, AskAgentTermsBody } from '@kafal/contract';
import { type CalendarDate, calendarDate, formatMoney, maxDate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, currentBusinessDay } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { readSettings } from '../society/index.ts';
import { getAgent } from './agent-queries.ts';
import { type AgentRow, lockAgent } from './agent-row.ts';
import { termsOf } from './agent-terms.ts';

const KIND = 'agent-terms';
/** Nothing of the agent's own. */
const SOCIETY = { en: 'as for all agents', hi: 'सभी अभिकर्ताओं के समान' };

type AskedTerms = z.output<typeof AskAgentTermsBody> & { readonly agentId: number };

/** The latest day first; beside them what the society's settings say today. */
export async function agentTermsList(platform: Platform, agentId: number): Promise<z.input<typeof AgentTermsList>> {
  const { database } = platform;
  await getAgent(platform, agentId);
  const rows = await database
    .selectFrom('agent_terms as t')
    .innerJoin('user as maker', 'maker.id', 't.setByUserId')
    .leftJoin('user as checker', 'checker.id', 't.approvedByUserId')
    .select(['t.id', 't.effectiveFrom', 't.commissionRate', 't.cashLimit', 't.reason', 't.recordedAt'])
    .select(['maker.name as setBy', 'checker.name as approvedBy'])
    .where('t.agentId', '=', agentId)
    .orderBy('t.effectiveFrom', 'desc')
    .orderBy('t.id', 'desc')
    .execute();
  const settings = await readSettings(platform);
  const societyLimit = settings['limit.agentCash'];
  const waiting = await waitingRequest(database, agentId);
  return {
    society: {
      commissionRate: settings['collections.commissionRate'],
      cashLimit: societyLimit === null ? null : formatMoney(societyLimit),
    },
    businessDate: await currentBusinessDay(platform),
    waitingApprovalId: waiting === undefined ? null : String(waiting),
    items: rows.map(({ id, cashLimit, recordedAt, ...row }) => ({
      ...row,
      id: String(id),
      cashLimit: cashLimit === null ? null : formatMoney(cashLimit),
      recordedAt: new Date(recordedAt).toISOString(),
    })),
    currency: settings['money.currency'],
  };
}

/** The id of the request that waits for a second person. */
export function askAgentTerms(platform: Platform, actor: Actor, asked: AskedTerms): Promise<number> {
  return platform.transact(async (trx) => {
    const agent = await lockAgent(trx, platform, asked.agentId);
    refuseAgentThemselves(agent, actor);
    const today = await businessDayFor(trx, platform);
    if (asked.effectiveFrom < today) throw new Refusal('rule', 'AGENT_TERMS_PAST', { today }, 'effectiveFrom');
    const before = await refuseUnchanged(trx, asked);
    const waiting = await waitingRequest(trx, agent.id);
    if (waiting !== undefined) throw new Refusal('conflict', 'AGENT_TERMS_WAITING', { number: agent.number });
    const { commissionRate, cashLimit, effectiveFrom, reason } = asked;
    return requestApproval(trx, platform, actor, {
      kind: KIND,
      subjectKind: 'agent',
      subjectId: agent.id,
      summary: { code: 'ASKS_AGENT_TERMS', params: { agent: agent.number, day: effectiveFrom } },
      lines: [
        { label: { code: 'LINE_TERMS_FROM' }, before: null, after: effectiveFrom },
        { label: { code: 'LINE_TERMS_RATE' }, ...changed(before?.commissionRate ?? null, commissionRate) },
        {
          label: { code: 'LINE_TERMS_LIMIT' },
          ...changed(textOf(before?.cashLimit ?? null), textOf(cashLimit)),
        },
        { label: { code: 'LINE_TERMS_REASON' }, before: null, after: reason },
      ],
      command: asked,
    });
  });
}

/** What a yes of the second person does; a day that went by while it waited is not made good. */
export async function applyApprovedTerms(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askAgentTerms wrote it.
  const asked = request.command as AskedTerms;
  const { agentId, commissionRate, cashLimit, reason } = asked;
  const agent = await lockAgent(trx, platform, agentId);
  refuseAgentThemselves(agent, checker);
  const effectiveFrom = maxDate(calendarDate(asked.effectiveFrom), await businessDayFor(trx, platform));
  const before = await refuseUnchanged(trx, { ...asked, effectiveFrom });
  await trx
    .insertInto('agent_terms')
    .values({
      agentId,
      effectiveFrom,
      commissionRate,
      cashLimit,
      reason,
      setByUserId: request.requestedByUserId,
      approvedByUserId: checker.userId,
      recordedAt: platform.clock.now(),
    })
    .execute();
  await recordAudit(trx, platform, checker, {
    action: 'agent.terms-changed',
    subjectKind: 'agent',
    subjectId: agentId,
    oldValues: { commissionRate: before?.commissionRate ?? null, cashLimit: textOf(before?.cashLimit ?? null) },
    newValues: {
      effectiveFrom,
      commissionRate,
      cashLimit: textOf(cashLimit),
      reason,
      requestedByUserId: request.requestedByUserId,
    },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `agent.${agent.number}` } });
}

function refuseAgentThemselves(agent: AgentRow, { userId }: Pick<Actor, 'userId'>): void {
  if (agent.userId === userId) throw new Refusal('forbidden', 'AGENT_TERMS_OWN');
}

/** Answers what holds on that day without it. */
async function refuseUnchanged(
  reader: Reader,
  asked: Pick<AskedTerms, 'agentId' | 'commissionRate' | 'cashLimit'> & { readonly effectiveFrom: CalendarDate },
) {
  const before = (await termsOf(reader, asked.agentId, asked.effectiveFrom)).at(-1);
  if ((before?.commissionRate ?? null) === asked.commissionRate && (before?.cashLimit ?? null) === asked.cashLimit) {
    throw new Refusal('conflict', 'AGENT_TERMS_SAME');
  }
  return before;
}

/** One question about an agent at a time; the agent's row is locked by whoever asks. */
async function waitingRequest(reader: Reader, agentId: number): Promise<number | undefined> {
  const waiting = await reader
    .selectFrom('approval_request')
    .select('id')
    .where('subjectKind', '=', 'agent')
    .where('subjectId', '=', agentId)
    .where('kind', '=', KIND)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return waiting?.id;
}

const changed = (before: string | null, after: string | null) => ({
  before: before ?? SOCIETY,
  after: after ?? SOCIETY,
});

const textOf = (amount: AskedTerms['cashLimit']) => (amount === null ? null : formatMoney(amount));
