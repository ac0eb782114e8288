// An agent hands the collected cash over at a till. It is counted there; what is short stays with the agent, what is too
// much is kept until its owner is found.

import type { HandOverBody } from '@kafal/contract';
import { formatMoney, type Money, minimum, subtract, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform } from '../../platform/platform.ts';
import { balanceOf, type PostingDraft, postJournalEntry, previewPostings } from '../accounting/index.ts';
import {
  countedCash,
  countText,
  differenceText,
  getOwnOpenSession,
  type OpenSession,
  TILL_CASH_SERIES,
  tillPosting,
} from '../counter/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { AGENT_ACCOUNT, lockAgent } from './agent-row.ts';
import { getHandover, type HandoverAnswer } from './handover-queries.ts';

export type HandOver = z.output<typeof HandOverBody> & { readonly agentId: number };

export async function handOver(
  platform: Platform,
  actor: Actor,
  command: HandOver,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly preview: false; readonly handover: HandoverAnswer }>> {
  const settings = await readSettings(platform);
  const counted = countedCash(command.count, settings);
  if (counted === ZERO) throw new Refusal('rule', 'HANDOVER_NOTHING', undefined, 'count');

  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const agent = await lockAgent(trx, platform, command.agentId);
    const session = await getOwnOpenSession(platform, actor, trx);
    const { amount: expected } = await balanceOf(platform, { subLedger: 'agent', subLedgerId: agent.id }, trx);
    const entry = await postJournalEntry(trx, platform, actor, {
      ...handoverEntry(agent, session, { expected, counted, note: command.note }, settings),
      seriesCode: TILL_CASH_SERIES,
      memberId: null,
      tillId: session.tillId,
      mode: 'cash',
      idempotencyKey: idempotency?.key ?? null,
      audit: {
        action: 'collection.handed-over',
        subjectKind: 'agent',
        subjectId: agent.id,
        newValues: {
          till: session.tillCode,
          expected: formatMoney(expected),
          counted: formatMoney(counted),
          difference: differenceText(counted, expected),
          note: command.note ?? null,
        },
      },
      event: { name: 'collection.handed-over', payload: { agentId: agent.id } },
    });
    const { insertId } = await trx
      .insertInto('collection_handover')
      .values({
        agentId: agent.id,
        tillSessionId: session.id,
        entryId: entry.id,
        expected,
        counted,
        count: countText(command.count),
        note: command.note ?? null,
        reversedByEntryId: null,
      })
      .executeTakeFirstOrThrow();
    return { preview: false, handover: await getHandover(Number(insertId), trx) };
  });
}

export async function previewHandOver(platform: Platform, actor: Actor, command: HandOver) {
  const settings = await readSettings(platform);
  const counted = countedCash(command.count, settings);
  if (counted === ZERO) throw new Refusal('rule', 'HANDOVER_NOTHING', undefined, 'count');
  const { database } = platform;
  const agent = await findAgent(database, command.agentId);
  const session = await getOwnOpenSession(platform, actor, database);
  const { amount: expected } = await balanceOf(platform, { subLedger: 'agent', subLedgerId: agent.id });
  const preview = await previewPostings(
    platform,
    actor,
    handoverEntry(agent, session, { expected, counted, note: command.note }, settings),
  );
  return {
    ...preview,
    expected: formatMoney(expected),
    counted: formatMoney(counted),
    difference: differenceText(counted, expected),
  };
}

async function findAgent(reader: Reader, id: number) {
  const agent = await reader.selectFrom('agent').select(['id', 'number']).where('id', '=', id).executeTakeFirst();
  if (agent === undefined) throw new Refusal('missing', 'AGENT_UNKNOWN');
  return agent;
}

interface CountedCash {
  readonly expected: Money;
  readonly counted: Money;
  readonly note: string | undefined;
}

/** The agent owes no more than the books say: what was counted beyond it is nobody's yet. */
function handoverEntry(
  { id, number }: { readonly id: number; readonly number: string },
  { tillId, tillCode }: OpenSession,
  { expected, counted, note }: CountedCash,
  settings: Pick<Settings, 'accounts.excessCash'>,
) {
  const remitted = minimum(expected, counted);
  const excess = subtract(counted, remitted);
  const narration = `Cash from agent ${number} to till ${tillCode}`;
  const postings: PostingDraft[] = [
    tillPosting(tillId, 'debit', counted),
    ...(remitted > ZERO
      ? [
          {
            accountCode: AGENT_ACCOUNT,
            side: 'credit' as const,
            amount: remitted,
            subLedger: 'agent' as const,
            subLedgerId: id,
          },
        ]
      : []),
    ...(excess > ZERO
      ? [{ accountCode: settings['accounts.excessCash'], side: 'credit' as const, amount: excess }]
      : []),
  ];
  return { kind: 'handover' as const, narration: note === undefined ? narration : `${narration}: ${note}`, postings };
}
