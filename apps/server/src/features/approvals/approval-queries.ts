// The queue of what waits for a second person, and what became of each.

import { APPROVAL_KINDS, type ApprovalQuery, type ApprovalRow, type ApprovalView } from '@kafal/contract';
import { formatMoney, invariant, type Money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type Messages, mergeMessages } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type ApprovalKind,
  type ApprovalLine,
  type ApprovalRequest,
  type LineValue,
  ruleOf,
  type Sentence,
} from './approval-kinds.ts';
import { approvalsMessages } from './messages.ts';
import { isSamePerson } from './second-person.ts';

const USUAL_LIMIT = 50;

export interface RequestRow {
  readonly id: number;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly memberId: number | null;
  readonly summary: string;
  readonly command: string;
  readonly amount: Money | null;
  readonly status: string;
  readonly requestedByUserId: number;
  readonly requestedAt: number;
  readonly decidedAt: number | null;
  readonly reason: string | null;
  readonly entryId: number | null;
  readonly version: number;
  readonly memberNumber: string | null;
  readonly memberName: string | null;
  readonly requestedBy: string | null;
  readonly requesterKind: string | null;
  readonly requesterMemberId: number | null;
  readonly requesterEmail: string | null;
  readonly requesterPhone: string | null;
  readonly decidedBy: string | null;
}

export async function findRequest(reader: Reader, id: number): Promise<RequestRow | undefined> {
  const rows: RequestRow[] = await selectRequests(reader).where('approval_request.id', '=', id).execute();
  return rows[0];
}

export async function getRequest(reader: Reader, id: number): Promise<RequestRow> {
  const row = await findRequest(reader, id);
  if (row === undefined) throw new Refusal('missing', 'APPROVAL_NOT_FOUND');
  return row;
}

export async function readRequests(reader: Reader, ids: readonly number[]): Promise<RequestRow[]> {
  return selectRequests(reader).where('approval_request.id', 'in', ids).execute();
}

export async function approvalList(platform: Platform, actor: Actor, query: z.infer<typeof ApprovalQuery>) {
  const { status = 'pending', kind, sort = '-requestedAt', limit = USUAL_LIMIT } = query;
  // Requests are numbered as they are asked, so the order of ids is that order.
  const isRising = sort === 'requestedAt';
  const rows: RequestRow[] = await selectRequests(platform.database)
    .$if(status !== 'all', (select) => select.where('approval_request.status', '=', status))
    .$if(kind !== undefined, (select) => select.where('approval_request.kind', '=', kind ?? ''))
    .$if(query.cursor !== undefined, (select) =>
      select.where('approval_request.id', isRising ? '>' : '<', idOf(query.cursor ?? '')),
    )
    .orderBy('approval_request.id', isRising ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();

  const checker = await readChecker(platform, actor);
  const shown = rows.slice(0, limit);
  const items: z.input<typeof ApprovalRow>[] = [];
  for (const row of shown) items.push(await approvalRow(platform, checker, row));
  return {
    items,
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    ...(query.total === true ? { total: await countRequests(platform, status, kind) } : {}),
  };
}

async function countRequests(platform: Platform, status: string, kind: string | undefined): Promise<number> {
  const { requests } = await platform.database
    .selectFrom('approval_request')
    .$if(status !== 'all', (select) => select.where('status', '=', status))
    .$if(kind !== undefined, (select) => select.where('kind', '=', kind ?? ''))
    .select(({ fn }) => fn.countAll().as('requests'))
    .executeTakeFirstOrThrow();
  return Number(requests);
}

export async function approvalView(
  platform: Platform,
  actor: Actor,
  id: number,
): Promise<z.input<typeof ApprovalView>> {
  const row = await getRequest(platform.database, id);
  const kind = kindOf(row);
  const { messages } = ruleOf(kind);
  const refusal = await mayNotDecide(platform, await readChecker(platform, actor), row);
  const { lines } = summaryOf(row);
  return {
    ...(await approvalRow(platform, await readChecker(platform, actor), row)),
    lines: linesFor(messages, actor.language, lines),
    mayNotDecideBecause: refusal === undefined ? null : sayRefusal(messages, actor.language, refusal, row),
  };
}

/** What would change, in the reader's language. */
export function linesFor(messages: Messages, language: Language, lines: readonly ApprovalLine[]) {
  const read = (value: LineValue) => (typeof value === 'string' ? value : value[language]);
  return lines.map((line) => ({
    ...line,
    label: say(messages, language, line.label),
    before: line.before === null ? null : read(line.before),
    after: read(line.after),
  }));
}

export function toRequest(row: RequestRow): ApprovalRequest {
  const { id, subjectKind, subjectId, memberId, amount, requestedByUserId, requestedAt } = row;
  const command: unknown = JSON.parse(row.command);
  return { id, kind: kindOf(row), subjectKind, subjectId, memberId, amount, command, requestedByUserId, requestedAt };
}

export interface Checker {
  readonly actor: Actor;
  /** Amounts in the sentences they read are written in it. */
  readonly currency: string | undefined;
  readonly email: string | null;
  readonly phone: string | null;
}

export async function readChecker(platform: Platform, actor: Actor, reader?: Reader): Promise<Checker> {
  const from = reader ?? platform.database;
  const user = await from
    .selectFrom('user')
    .select(['email', 'phone'])
    .where('id', '=', actor.userId)
    .executeTakeFirst();
  const currency = await currencyOf(from);
  return { actor, currency, email: user?.email ?? null, phone: user?.phone ?? null };
}

/** Not through features/society, whose rules wait for a second person here: a circle otherwise. It never changes. */
async function currencyOf(reader: Reader): Promise<string | undefined> {
  const row = await reader
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'money.currency')
    .executeTakeFirst();
  // The settings keep their values as JSON; this one is the ISO code.
  return row === undefined ? undefined : (JSON.parse(row.value) as string);
}

export interface DecisionRefusal {
  readonly kind: 'forbidden' | 'conflict';
  readonly code: string;
}

/** Why this person may not decide this request now; undefined when they may. */
export async function mayNotDecide(
  platform: Platform,
  { actor, email, phone }: Checker,
  row: RequestRow,
): Promise<DecisionRefusal | undefined> {
  if (row.status !== 'pending') return { kind: 'conflict', code: 'APPROVAL_DECIDED' };
  if (!actor.permissions.has('approval.decide')) return { kind: 'forbidden', code: 'NOT_PERMITTED' };

  const isMaker = isSamePerson(
    { userId: actor.userId, memberId: actor.memberId, email, phone },
    {
      userId: row.requestedByUserId,
      memberId: row.requesterMemberId,
      email: row.requesterEmail,
      phone: row.requesterPhone,
    },
  );
  if (isMaker) return { kind: 'forbidden', code: 'APPROVAL_OWN_REQUEST' };
  if (actor.memberId !== null && row.memberId === actor.memberId) {
    return { kind: 'forbidden', code: 'APPROVAL_OWN_ACCOUNT' };
  }
  const code = await ruleOf(kindOf(row)).mayNotDecide?.(platform, actor, toRequest(row));
  return code === undefined ? undefined : { kind: 'forbidden', code };
}

function selectRequests(reader: Reader) {
  return reader
    .selectFrom('approval_request')
    .leftJoin('member', 'member.id', 'approval_request.memberId')
    .leftJoin('user as maker', 'maker.id', 'approval_request.requestedByUserId')
    .leftJoin('user as decider', 'decider.id', 'approval_request.decidedByUserId')
    .select([
      'approval_request.id',
      'approval_request.kind',
      'approval_request.subjectKind',
      'approval_request.subjectId',
      'approval_request.memberId',
      'approval_request.summary',
      'approval_request.command',
      'approval_request.amount',
      'approval_request.status',
      'approval_request.requestedByUserId',
      'approval_request.requestedAt',
      'approval_request.decidedAt',
      'approval_request.reason',
      'approval_request.entryId',
      'approval_request.version',
      'member.number as memberNumber',
      'member.name as memberName',
      'maker.name as requestedBy',
      'maker.kind as requesterKind',
      'maker.memberId as requesterMemberId',
      'maker.email as requesterEmail',
      'maker.phone as requesterPhone',
      'decider.name as decidedBy',
    ]);
}

async function approvalRow(
  platform: Platform,
  checker: Checker,
  row: RequestRow,
): Promise<z.input<typeof ApprovalRow>> {
  return {
    id: String(row.id),
    ...saidSummary(row, checker.actor.language, checker.currency),
    memberId: row.memberId === null ? null : String(row.memberId),
    memberNumber: row.memberNumber,
    memberName: row.memberName,
    amount: row.amount === null ? null : formatMoney(row.amount),
    requestedBy: row.requestedBy ?? '',
    requestedAt: instant(row.requestedAt),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt === null ? null : instant(row.decidedAt),
    reason: row.reason,
    entryId: row.entryId === null ? null : String(row.entryId),
    mayDecide: (await mayNotDecide(platform, checker, row)) === undefined,
    version: row.version,
  };
}

/** What is asked in one sentence, and how it stands. */
export function saidSummary(row: RequestRow, language: Language, currency: string | undefined) {
  const kind = kindOf(row);
  return { kind, status: statusOf(row), summary: say(ruleOf(kind).messages, language, summaryOf(row), currency) };
}

const instant = (at: number) => new Date(at).toISOString();

function kindOf(row: RequestRow): ApprovalKind {
  const kind = APPROVAL_KINDS.find((known) => known === row.kind);
  invariant(kind, `an approval of the unknown kind ${row.kind}`);
  return kind;
}

const STATUSES = ['pending', 'approved', 'rejected', 'withdrawn'] as const;

function statusOf(row: RequestRow): (typeof STATUSES)[number] {
  const status = STATUSES.find((known) => known === row.status);
  invariant(status, `an approval of the unknown status ${row.status}`);
  return status;
}

function summaryOf(row: RequestRow): Sentence & { lines: readonly ApprovalLine[] } {
  // requestApproval wrote it.
  return JSON.parse(row.summary) as Sentence & { lines: readonly ApprovalLine[] };
}

function say(messages: Messages, language: Language, { code, params = {} }: Sentence, currency?: string): string {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
  );
  return mergeMessages([messages]).say(language, code, values, currency) ?? code;
}

function sayRefusal(messages: Messages, language: Language, { code }: DecisionRefusal, row: RequestRow): string {
  const own = mergeMessages([approvalsMessages]).say(language, code, { who: row.decidedBy ?? '' });
  return own ?? say(messages, language, { code });
}

function idOf(cursor: string): number {
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return Number(cursor);
}
