// The commission of a month that is over, once its cash was handed over: one person asks, another agrees. It goes to the
// agent's own savings, or waits as payable where the agent is no member.

import type { PayCommissionBody } from '@kafal/contract';
import { formatMoney, type Money, moneyInAllowed, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  currentBusinessDay,
  type PostingDraft,
  postJournalEntry,
  previewPostings,
  type ReversalRule,
} from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import { firstSavings } from '../deposits/index.ts';
import { findMember } from '../members/index.ts';
import { lockAgentRow } from './agent-row.ts';
import { commissionOfMonth, type MonthCommission } from './commission-of-month.ts';

const EXPENSE = '5105';
const PAYABLE = '2213';
const TAX_PAYABLE = '2211';

type Command = z.output<typeof PayCommissionBody> & { readonly agentId: number };

interface AskedCommission {
  readonly agentId: number;
  readonly month: Command['month'];
  /** What they say yes to; another amount is asked for anew. */
  readonly net: Money;
}

export type AskedPayment = { readonly preview: false; readonly status: 'waiting'; readonly approvalId: string };

export async function askForCommission(
  platform: Platform,
  actor: Actor,
  { agentId, month }: Command,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<AskedPayment>> {
  return withIdempotency<AskedPayment>(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const agent = await lockAgentRow(trx, platform, agentId);
      const counted = await payable(platform, trx, agentId, month);
      await refuseWhileAsked(trx, agentId, month);
      const asked: AskedCommission = { agentId, month, net: counted.net };
      const line = (code: string, after: string) => ({ label: { code }, before: null, after });
      const approvalId = await requestApproval(trx, platform, actor, {
        kind: 'agent-commission',
        subjectKind: 'agent',
        subjectId: agentId,
        amount: counted.net,
        summary: {
          code: 'ASKS_COMMISSION',
          params: { amount: formatMoney(counted.net), agent: agent.number, month },
        },
        lines: [
          ...counted.lines.map(({ from, to, collected, rate, commission }) => ({
            label: {
              code: 'LINE_COMMISSION',
              params: { from, to, collected: formatMoney(collected), rate },
            },
            before: null,
            after: formatMoney(commission),
          })),
          ...(counted.tax > ZERO ? [line('LINE_COMMISSION_TAX', formatMoney(counted.tax))] : []),
          line('LINE_COMMISSION_NET', formatMoney(counted.net)),
        ],
        command: asked,
      });
      return { preview: false, status: 'waiting', approvalId: String(approvalId) };
    },
    () => 202,
  );
}

export async function previewCommission(platform: Platform, actor: Actor, { agentId, month }: Command) {
  const { database } = platform;
  const agent = await database.selectFrom('agent').selectAll().where('id', '=', agentId).executeTakeFirst();
  if (agent === undefined) throw new Refusal('missing', 'AGENT_UNKNOWN');
  const counted = await payable(platform, database, agentId, month);
  return previewPostings(platform, actor, {
    ...(await entryOf(database, agent, counted)),
    needsApproval: true,
  });
}

/** A second person has said yes. All is counted again; what is paid must be what they saw. */
export async function payApprovedCommission(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askForCommission wrote it.
  const { agentId, month, net } = monthByName(request.command as AskedCommission);
  const agent = await lockAgentRow(trx, platform, agentId);
  const counted = await payable(platform, trx, agentId, month);
  if (counted.net !== net) throw new Refusal('conflict', 'COMMISSION_CHANGED', { amount: formatMoney(counted.net) });
  const entry = await postJournalEntry(trx, platform, checker, {
    ...(await entryOf(trx, agent, counted)),
    seriesCode: 'JV',
    memberId: agent.memberId,
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
    audit: {
      action: 'agent.commission-paid',
      subjectKind: 'agent',
      subjectId: agentId,
      newValues: {
        month,
        collected: formatMoney(counted.collected),
        commission: formatMoney(counted.commission),
        tax: formatMoney(counted.tax),
      },
    },
    event: { name: 'voucher.posted' },
  });
  await trx
    .insertInto('agent_commission')
    .values({
      agentId,
      monthStartsOn: counted.month.from,
      monthEndsOn: counted.month.to,
      collected: counted.collected,
      commission: counted.commission,
      taxRate: counted.taxRate,
      tax: counted.tax,
      entryId: entry.id,
    })
    .execute();
  return { entryId: entry.id };
}

async function payable(
  platform: Platform,
  reader: Reader,
  agentId: number,
  month: Command['month'],
): Promise<MonthCommission> {
  const counted = await commissionOfMonth(platform, reader, agentId, month);
  const params = { month };
  if (counted.paidByEntryId !== null) throw new Refusal('conflict', 'COMMISSION_PAID', params);
  if ((await currentBusinessDay(platform, reader)) <= counted.month.to) {
    throw new Refusal('rule', 'COMMISSION_MONTH_OPEN', params, 'month');
  }
  if (counted.commission === ZERO) throw new Refusal('rule', 'COMMISSION_NONE', params, 'month');
  if (counted.notHandedOver > ZERO) {
    throw new Refusal('conflict', 'COMMISSION_CASH_OUT', { ...params, cash: formatMoney(counted.notHandedOver) });
  }
  return counted;
}

async function refuseWhileAsked(trx: Trx, agentId: number, month: string): Promise<void> {
  const waiting = await trx
    .selectFrom('approval_request')
    .select('command')
    .where('kind', '=', 'agent-commission')
    .where('subjectKind', '=', 'agent')
    .where('subjectId', '=', agentId)
    .where('status', '=', 'pending')
    .execute();
  // askForCommission wrote them.
  if (waiting.some(({ command }) => monthByName(JSON.parse(command) as AskedCommission).month === month)) {
    throw new Refusal('conflict', 'COMMISSION_WAITING', { month });
  }
}

/** What was asked for before a society's own months counted names the first day of its month. */
function monthByName(asked: AskedCommission): AskedCommission {
  return { ...asked, month: asked.month.slice(0, 'YYYY-MM'.length) };
}

async function entryOf(
  reader: Reader,
  { number, memberId }: { readonly number: string; readonly memberId: number | null },
  { month, commission, tax, net }: MonthCommission,
) {
  const member = memberId === null ? undefined : await findMember(reader, memberId);
  const savings =
    member !== undefined && moneyInAllowed(member.status) ? await firstSavings(reader, member.id) : undefined;
  const toAgent: PostingDraft =
    savings === undefined
      ? { accountCode: PAYABLE, side: 'credit', amount: net, memo: number }
      : {
          accountCode: savings.accountCode,
          side: 'credit',
          amount: net,
          subLedger: 'deposit',
          subLedgerId: savings.id,
          memo: number,
        };
  const postings: PostingDraft[] = [
    { accountCode: EXPENSE, side: 'debit', amount: commission },
    ...(net > ZERO ? [toAgent] : []),
    ...(tax > ZERO ? [{ accountCode: TAX_PAYABLE, side: 'credit' as const, amount: tax }] : []),
  ];
  return {
    kind: 'commission' as const,
    narration: `Commission of ${number} for ${month.label}`,
    postings,
  };
}

/** The month may be paid again. */
export const commissionReversal: ReversalRule = {
  undo: async (trx, _platform, _actor, entry) => {
    await trx.deleteFrom('agent_commission').where('entryId', '=', entry.id).execute();
  },
};
