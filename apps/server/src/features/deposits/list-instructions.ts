// Standing instructions with what became of their dues: a member's own, and for staff all of them, newest first.

import type { StandingInstructionQuery, StandingInstructionView } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { readIdCursor } from '../../platform/http/id-cursor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { mergeMessages, platformMessages, type Sentences } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules } from '../accounting/index.ts';
import { productNames } from './deposit-products.ts';
import { productName } from './deposit-queries.ts';
import { depositsMessages } from './messages.ts';

const USUAL_LIMIT = 50;
const DUES_SHOWN = 12;

type InstructionView = z.input<typeof StandingInstructionView>;

export async function listInstructions(
  platform: Platform,
  actor: Actor,
  query: z.output<typeof StandingInstructionQuery>,
): Promise<{ items: InstructionView[]; nextCursor: string | null }> {
  const { limit = USUAL_LIMIT, cursor, memberId, depositId, active, failing } = query;
  let select = instructions(platform.database, actor)
    .orderBy('s.id', 'desc')
    .limit(limit + 1);
  if (memberId !== undefined) select = select.where('s.memberId', '=', memberId);
  if (depositId !== undefined) {
    select = select.where((is) => is.or([is('s.toDepositId', '=', depositId), is('s.fromDepositId', '=', depositId)]));
  }
  if (active !== undefined) select = select.where('s.activeToId', active ? 'is not' : 'is', null);
  if (failing === true) {
    const failed = platform.database
      .selectFrom('instruction_due')
      .select('instructionId')
      .where('status', '=', 'failed');
    select = select.where('s.activeToId', 'is not', null).where('s.id', 'in', failed);
  }
  const beforeId = readIdCursor(cursor);
  if (beforeId !== undefined) select = select.where('s.id', '<', beforeId);
  const rows = await select.execute();
  const shown = rows.slice(0, limit);
  return {
    items: await toViews(platform, shown, actor.language),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

export async function getInstruction(platform: Platform, actor: Actor, id: number): Promise<InstructionView> {
  const row = await instructions(platform.database, actor).where('s.id', '=', id).executeTakeFirst();
  const [view] = row === undefined ? [] : await toViews(platform, [row], actor.language);
  if (view === undefined) throw new Refusal('missing', 'INSTRUCTION_UNKNOWN');
  return view;
}

type InstructionRow = Awaited<ReturnType<ReturnType<typeof instructions>['execute']>>[number];

function instructions(reader: Reader, actor: Pick<Actor, 'kind' | 'memberId'>) {
  const all = reader
    .selectFrom('standing_instruction as s')
    .innerJoin('member as m', 'm.id', 's.memberId')
    .innerJoin('deposit as f', 'f.id', 's.fromDepositId')
    .innerJoin('deposit as t', 't.id', 's.toDepositId')
    .select(['s.id', 's.memberId', 's.fromDepositId', 's.toDepositId', 's.startsOn', 's.stoppedOn'])
    .select(['m.name as memberName', 'm.number as memberNumber', 'f.number as fromAccount'])
    .select(['t.number as toAccount', 't.productCode']);
  return actor.kind === 'member' ? all.where('s.memberId', '=', actor.memberId ?? 0) : all;
}

async function toViews(platform: Platform, rows: readonly InstructionRow[], language: Language) {
  const dues = await duesOf(
    platform.database,
    rows.map(({ id }) => id),
  );
  const names = await productNames(platform);
  const { currency } = await bookRules(platform);
  return rows.map(({ id, memberId, fromDepositId, toDepositId, productCode, ...row }): InstructionView => {
    const ofInstruction = dues.get(id) ?? [];
    return {
      ...row,
      id: String(id),
      memberId: String(memberId),
      fromDepositId: String(fromDepositId),
      toDepositId: String(toDepositId),
      toProduct: productName(names, { productCode }, language),
      isFailing: row.stoppedOn === null && ofInstruction.some(({ status }) => status === 'failed'),
      dues: ofInstruction.slice(0, DUES_SHOWN).map((due) => dueView(due, language, currency)),
      currency,
    };
  });
}

async function duesOf(reader: Reader, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, Row<'instruction_due'>[]>();
  const rows = await reader
    .selectFrom('instruction_due')
    .selectAll()
    .where('instructionId', 'in', [...ids])
    .orderBy('instructionId')
    .orderBy('dueOn', 'desc')
    .execute();
  return Map.groupBy(rows, ({ instructionId }) => instructionId);
}

let sentences: Sentences | undefined;

function dueView(
  { dueOn, status, amount, fine, triedOn, tries, code, params, entryId }: Row<'instruction_due'>,
  language: Language,
  currency: string,
) {
  sentences ??= mergeMessages([platformMessages, depositsMessages]);
  return {
    dueOn,
    // Kept to its list by the table's check.
    status: status as InstructionView['dues'][number]['status'],
    amount: formatMoney(amount),
    fine: formatMoney(fine),
    triedOn,
    tries,
    // The values were written by us from those of a refusal.
    reason: code === null ? null : (sentences.say(language, code, JSON.parse(params ?? '{}'), currency) ?? code),
    entryId: entryId === null ? null : String(entryId),
  };
}
