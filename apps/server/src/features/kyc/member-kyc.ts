// How one member's papers stand, and the day on which they are looked at again.

import { FileKind, type KycView, type RiskClass } from '@kafal/contract';
import { addMonths, type CalendarDate, type KnownPaper, type KycStanding, kycStanding } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { allFilesOf } from '../files/index.ts';
import { getMemberFor } from '../members/index.ts';
import { readSettings, readSettingsWithin, type Settings } from '../society/index.ts';
import { kindOfMember, kycRule, offeredKinds, reviewMonths } from './kyc-rules.ts';
import { isOwnPaper } from './may-check.ts';

export interface KycRow {
  readonly riskClass: RiskClass;
  readonly riskReason: string | null;
  readonly reviewedOn: CalendarDate | null;
  readonly reviewedByUserId: number | null;
  readonly reviewDueOn: CalendarDate | null;
}

const NEVER_REVIEWED: KycRow = {
  riskClass: 'low',
  riskReason: null,
  reviewedOn: null,
  reviewedByUserId: null,
  reviewDueOn: null,
};

export async function kycRowOf(reader: Reader, memberId: number): Promise<KycRow> {
  const row = await reader
    .selectFrom('member_kyc')
    .select(['riskClass', 'riskReason', 'reviewedOn', 'reviewedByUserId', 'reviewDueOn'])
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return row ?? NEVER_REVIEWED;
}

/** What counts of the papers of some members: what is in use, and what was rejected. */
export async function knownPapers(
  reader: Reader,
  memberIds: readonly number[],
): Promise<Map<number, KnownPaper<FileKind>[]>> {
  const papers = new Map<number, KnownPaper<FileKind>[]>();
  if (memberIds.length === 0) return papers;
  const rows = await reader
    .selectFrom('person_file')
    .select(['memberId', 'kind', 'checkState', 'expiresOn'])
    .where('memberId', 'in', [...memberIds])
    .where('loanId', 'is', null)
    .where('status', 'in', ['current', 'waiting', 'refused'])
    .where('checkState', 'is not', null)
    .execute();
  for (const { memberId, kind, checkState, expiresOn } of rows) {
    if (memberId === null || checkState === null) continue;
    const known = { kind: FileKind.parse(kind), state: checkState, expiresOn };
    papers.set(memberId, [...(papers.get(memberId) ?? []), known]);
  }
  return papers;
}

export function standing(
  settings: Settings,
  memberClass: string,
  papers: readonly KnownPaper<FileKind>[],
  on: { readonly reviewDueOn: CalendarDate | null; readonly today: CalendarDate },
): KycStanding<FileKind> {
  return kycStanding(kycRule(settings, kindOfMember(memberClass)), papers, on);
}

export async function memberKyc(platform: Platform, actor: Actor, memberId: number): Promise<KycView> {
  const { database } = platform;
  const member = await getMemberFor(platform, actor, memberId);
  const settings = await readSettings(platform);
  const today = await calendarToday(platform);
  const row = await kycRowOf(database, memberId);
  const papers = (await knownPapers(database, [memberId])).get(memberId) ?? [];
  const { state, validUntil, wanted } = standing(settings, member.memberClass, papers, { ...row, today });
  const isMember = actor.kind === 'member';
  const all = await allFilesOf(database, { memberId });
  return {
    ...{ state, validUntil, offered: offeredKinds(settings) },
    wanted: wanted.map(({ kinds, ...one }) => ({ ...one, kinds: [...kinds] })),
    papers: all.toSorted((one, other) => other.addedAt.localeCompare(one.addedAt)),
    office: isMember
      ? null
      : {
          ...{ riskClass: row.riskClass, riskReason: row.riskReason },
          ...{ reviewedOn: row.reviewedOn, reviewDueOn: row.reviewDueOn },
          reviewedBy: await nameOf(database, row.reviewedByUserId),
          reviewMonths: reviewMonths(settings, row.riskClass),
          mayCheck: actor.permissions.has('kyc.check') && !(await isOwnPaper(database, actor, memberId)),
        },
  };
}

async function nameOf(reader: Reader, userId: number | null): Promise<string | null> {
  if (userId === null) return null;
  const user = await reader.selectFrom('user').select('name').where('id', '=', userId).executeTakeFirst();
  return user?.name ?? null;
}

/**
 * After a yes to a paper: when everything is verified now, and it was never found in order or the time to look again has come, it is
 * found in order today.
 */
export async function renewReview(trx: Trx, platform: Platform, checker: Actor, memberId: number): Promise<void> {
  const today = await calendarToday(platform, trx);
  const settings = await readSettingsWithin(trx, today);
  const { memberClass } = await trx
    .selectFrom('member')
    .select('memberClass')
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  const row = await kycRowOf(trx, memberId);
  const papers = (await knownPapers(trx, [memberId])).get(memberId) ?? [];
  const { state } = standing(settings, memberClass, papers, { reviewDueOn: row.reviewDueOn, today });
  const isAllVerified = standing(settings, memberClass, papers, { reviewDueOn: null, today }).wanted.every(
    (wanted) => wanted.state === 'verified',
  );
  if (isAllVerified && state !== 'verified')
    await setReviewed(trx, platform, checker, { memberId, row, today, settings });
}

export async function setReviewed(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  { memberId, row, today, settings }: { memberId: number; row: KycRow; today: CalendarDate; settings: Settings },
): Promise<void> {
  const reviewDueOn = addMonths(today, reviewMonths(settings, row.riskClass));
  await platform.dialect.upsert(
    trx,
    'member_kyc',
    { memberId, ...row, reviewedOn: today, reviewedByUserId: checker.userId, reviewDueOn },
    { key: ['memberId'] },
  );
}

export interface AskedEndings {
  /** Days that the papers are good for the last time: after one and up to another. */
  readonly after: CalendarDate;
  readonly through: CalendarDate;
  readonly today: CalendarDate;
  readonly afterId: number;
  readonly limit: number;
}

/** Members whose papers end within some days, by the id of the member; the last of them that was looked at. */
export async function kycEndings(
  reader: Reader,
  { after, through, today, afterId, limit }: AskedEndings,
): Promise<{ endings: { memberId: number; validUntil: CalendarDate }[]; lastId: number | undefined }> {
  const reviewed = reader
    .selectFrom('member_kyc')
    .select('memberId')
    .where('reviewDueOn', '>', after)
    .where('reviewDueOn', '<=', through);
  const papersEnding = reader
    .selectFrom('person_file')
    .select('memberId')
    .where('expiresOn', '>', after)
    .where('expiresOn', '<=', through)
    .where('checkState', '=', 'verified')
    .where('status', '=', 'current')
    .where('memberId', 'is not', null);
  const members = await reader
    .selectFrom('member as m')
    .leftJoin('member_kyc as k', 'k.memberId', 'm.id')
    .select(['m.id', 'm.memberClass', 'k.reviewDueOn'])
    .where((is) => is.or([is('m.id', 'in', reviewed), is('m.id', 'in', papersEnding)]))
    .where('m.status', 'in', [...LOOKED_AFTER])
    .where('m.id', '>', afterId)
    .orderBy('m.id')
    .limit(limit)
    .execute();
  if (members.length === 0) return { endings: [], lastId: undefined };
  const settings = await readSettingsWithin(reader, today);
  const papers = await knownPapers(
    reader,
    members.map(({ id }) => id),
  );
  const endings = members.flatMap(({ id, memberClass, reviewDueOn }) => {
    const { validUntil } = standing(settings, memberClass, papers.get(id) ?? [], { reviewDueOn, today });
    // One paper of several may end while another proves the same for longer.
    const isWithin = validUntil !== null && validUntil > after && validUntil <= through;
    return isWithin ? [{ memberId: id, validUntil }] : [];
  });
  return { endings, lastId: members.at(-1)?.id };
}

/** Who has left, and who has died, is asked for no papers any more. */
export const LOOKED_AFTER = ['pending_payment', 'active', 'dormant', 'suspended'] as const;
