// Everything that happened to one member, newest first. Each source is asked for one page from the same place on, by an
// index of its own, and the pages are laid over each other; so page 100 costs what page 1 costs.

import type { TIMELINE_KINDS, TimelinePage, TimelineQuery } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { narrationsIn } from '../accounting/index.ts';
import { getMember, type Member } from './find-member.ts';
import { membersMessages } from './messages.ts';

type Kind = (typeof TIMELINE_KINDS)[number];
type Item = z.infer<typeof TimelinePage>['items'][number];

/** A row of one source, with what the order needs. */
interface Found extends Omit<Item, 'id' | 'at' | 'kind'> {
  readonly rowId: number;
  readonly at: number;
}

/** Where a page begins: after this instant, and among equals after this source and row. */
interface Place {
  readonly at: number;
  readonly source: number;
  readonly rowId: number;
}

interface Asked {
  readonly platform: Platform;
  readonly member: Member;
  readonly language: Language;
  /** Not later than this; among rows of this very instant only those with a smaller id. */
  readonly until: number;
  readonly below: number;
  readonly limit: number;
}

interface Source {
  readonly kind: Kind;
  read(asked: Asked): Promise<Found[]>;
}

const PROFILE_ACTS = ['member.approved', 'member.changed', 'member.details_changed', 'member.identity_disclosed'];
const PAPER_ACTS = [
  ...['file.added', 'file.removed', 'file.opened', 'member.picture_changed'],
  ...['paper.verified', 'paper.rejected', 'kyc.reviewed', 'kyc.risk_changed'],
];

const SOURCES: readonly Source[] = [
  { kind: 'money', read: moneyOf },
  { kind: 'status', read: statusChangesOf },
  { kind: 'profile', read: (asked) => auditOf(asked, PROFILE_ACTS) },
  { kind: 'papers', read: (asked) => auditOf(asked, PAPER_ACTS) },
  { kind: 'approvals', read: approvalsOf },
  { kind: 'logins', read: logInsOf },
  { kind: 'notes', read: notesOf },
];

const USUAL_LIMIT = 50;

export async function memberTimeline(
  platform: Platform,
  actor: Actor,
  memberId: number,
  query: z.output<typeof TimelineQuery>,
): Promise<z.infer<typeof TimelinePage>> {
  const member = await getMember(platform.database, memberId);
  const limit = query.limit ?? USUAL_LIMIT;
  const from = readPlace(query.cursor);
  const pages = await Promise.all(
    SOURCES.map(async (source, index) => {
      if (query.kind !== undefined && query.kind !== source.kind) return [];
      const found = await source.read({
        ...{ platform, member, language: actor.language, limit: limit + 1 },
        until: from.at,
        below: index === from.source ? from.rowId : index > from.source ? Number.MAX_SAFE_INTEGER : 0,
      });
      return found.map((row) => ({ ...row, kind: source.kind, source: index }));
    }),
  );
  const all = pages.flat().sort((one, other) => {
    if (one.at !== other.at) return other.at - one.at;
    return one.source === other.source ? other.rowId - one.rowId : one.source - other.source;
  });
  const shown = all.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ rowId, source: _source, at, kind, ...row }) => ({
      ...row,
      ...{ id: `${kind}-${rowId}`, kind, at: new Date(at).toISOString() },
    })),
    nextCursor: all.length > limit && last !== undefined ? writePlace(last) : null,
  };
}

const nothing = { text: null, amount: null, link: null } as const;

async function moneyOf({ platform, member, language, until, below, limit }: Asked): Promise<Found[]> {
  const rows = await platform.database
    .selectFrom('journal_entry as entry')
    .leftJoin('receipt', 'receipt.entryId', 'entry.id')
    .leftJoin('user', 'user.id', 'entry.makerUserId')
    .select(['entry.id', 'entry.kind', 'entry.total', 'entry.recordedAt', 'entry.narration'])
    .select(['receipt.id as receiptId', 'user.name as by'])
    .where('entry.memberId', '=', member.id)
    .where('entry.recordedAt', '<=', until)
    .where((where) => where.or([where('entry.recordedAt', '<', until), where('entry.id', '<', below)]))
    .orderBy('entry.recordedAt', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .execute();
  const sayNarration = await narrationsIn(language, platform);
  return rows.map(({ id, kind, total, recordedAt, narration, receiptId, by }) => ({
    ...{
      rowId: id,
      at: recordedAt,
      code: kind,
      by,
      text: sayNarration({ kind, narration }),
      amount: formatMoney(total),
    },
    link:
      receiptId === null
        ? { kind: 'entry' as const, id: String(id) }
        : { kind: 'receipt' as const, id: String(receiptId) },
  }));
}

async function statusChangesOf({ platform, member, language, until, below, limit }: Asked): Promise<Found[]> {
  const rows = await platform.database
    .selectFrom('member_status_change as change')
    .leftJoin('user', 'user.id', 'change.requestedByUserId')
    .select(['change.id', 'change.toStatus', 'change.reason', 'change.recordedAt', 'user.name as by'])
    .where('change.memberId', '=', member.id)
    .where('change.recordedAt', '<=', until)
    .where((where) => where.or([where('change.recordedAt', '<', until), where('change.id', '<', below)]))
    .orderBy('change.recordedAt', 'desc')
    .orderBy('change.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, toStatus, reason, recordedAt, by }) => ({
    ...nothing,
    ...{ rowId: id, at: recordedAt, code: toStatus, by },
    text: membersMessages[language][reason] ?? reason,
  }));
}

/** What the trail keeps about this member; the values themselves stay there, for those who may read it. */
async function auditOf({ platform, member, until, below, limit }: Asked, acts: readonly string[]): Promise<Found[]> {
  const rows = await platform.database
    .selectFrom('audit')
    .select(['id', 'action', 'userName', 'recordedAt'])
    .where('subjectKind', '=', 'member')
    .where('subjectId', '=', String(member.id))
    .where('action', 'in', [...acts])
    .where('recordedAt', '<=', until)
    .where((where) => where.or([where('recordedAt', '<', until), where('id', '<', below)]))
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, action, userName, recordedAt }) => ({
    ...nothing,
    ...{ rowId: id, at: recordedAt, code: action, by: userName },
  }));
}

async function approvalsOf({ platform, member, until, below, limit }: Asked): Promise<Found[]> {
  const rows = await platform.database
    .selectFrom('approval_request as request')
    .leftJoin('user as maker', 'maker.id', 'request.requestedByUserId')
    .leftJoin('user as decider', 'decider.id', 'request.decidedByUserId')
    .select(['request.id', 'request.kind', 'request.status', 'request.amount', 'request.reason', 'request.requestedAt'])
    .select(['maker.name as by', 'decider.name as decidedBy'])
    .where('request.memberId', '=', member.id)
    .where('request.requestedAt', '<=', until)
    .where((where) => where.or([where('request.requestedAt', '<', until), where('request.id', '<', below)]))
    .orderBy('request.requestedAt', 'desc')
    .orderBy('request.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, kind, status, amount, reason, requestedAt, by, decidedBy }) => ({
    ...{ rowId: id, at: requestedAt, code: `${kind}.${status}`, amount: amount === null ? null : formatMoney(amount) },
    by: [by, decidedBy].filter((name) => name !== null).join(' → ') || null,
    ...{ text: reason, link: { kind: 'approval' as const, id: String(id) } },
  }));
}

async function logInsOf({ platform, member, until, below, limit }: Asked): Promise<Found[]> {
  const rows = await platform.database
    .selectFrom('login_attempt as attempt')
    .innerJoin('user', 'user.id', 'attempt.userId')
    .select(['attempt.id', 'attempt.outcome', 'attempt.address', 'attempt.attemptedAt'])
    .where('user.memberId', '=', member.id)
    .where('attempt.attemptedAt', '<=', until)
    .where((where) => where.or([where('attempt.attemptedAt', '<', until), where('attempt.id', '<', below)]))
    .orderBy('attempt.attemptedAt', 'desc')
    .orderBy('attempt.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, outcome, address, attemptedAt }) => ({
    ...{ ...nothing, rowId: id, at: attemptedAt, code: outcome, by: member.name, text: address },
  }));
}

async function notesOf({ platform, member, until, below, limit }: Asked): Promise<Found[]> {
  const rows = await platform.database
    .selectFrom('member_note as note')
    .leftJoin('user', 'user.id', 'note.writtenByUserId')
    .select(['note.id', 'note.text', 'note.writtenAt', 'user.name as by'])
    .where('note.memberId', '=', member.id)
    .where('note.writtenAt', '<=', until)
    .where((where) => where.or([where('note.writtenAt', '<', until), where('note.id', '<', below)]))
    .orderBy('note.writtenAt', 'desc')
    .orderBy('note.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, text, writtenAt, by }) => ({
    ...{ ...nothing, rowId: id, at: writtenAt, code: 'note', by, text },
  }));
}

const END_OF_TIME: Place = { at: Number.MAX_SAFE_INTEGER, source: -1, rowId: 0 };

const writePlace = ({ at, source, rowId }: Place): string =>
  Buffer.from(JSON.stringify([at, source, rowId])).toString('base64url');

function readPlace(cursor: string | undefined): Place {
  if (cursor === undefined) return END_OF_TIME;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 3 && parts.every((part) => Number.isSafeInteger(part))) {
      const [at, source, rowId] = parts;
      return { at, source, rowId };
    }
  } catch {
    // Not a cursor of ours; told below like any other.
  }
  throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
}
