import type { MemberCounts, MemberLogIn } from '@kafal/contract';
import type { z } from 'zod';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { getMember } from './find-member.ts';

/** How much stands behind each part of a member's page. */
export async function memberCounts(platform: Platform, memberId: number): Promise<z.infer<typeof MemberCounts>> {
  const { database } = platform;
  await getMember(database, memberId);
  const [receipts, papers, waiting, notes] = await Promise.all([
    database
      .selectFrom('receipt')
      .select(({ fn }) => fn.countAll().as('rows'))
      .where('memberId', '=', memberId)
      .executeTakeFirst(),
    database
      .selectFrom('person_file')
      .select(({ fn }) => fn.countAll().as('rows'))
      .where('memberId', '=', memberId)
      .where('status', 'in', ['current', 'waiting'])
      .executeTakeFirst(),
    database
      .selectFrom('approval_request')
      .select(({ fn }) => fn.countAll().as('rows'))
      .where('memberId', '=', memberId)
      .where('status', '=', 'pending')
      .executeTakeFirst(),
    database
      .selectFrom('member_note')
      .select(({ fn }) => fn.countAll().as('rows'))
      .where('memberId', '=', memberId)
      .executeTakeFirst(),
  ]);
  const rows = (counted: { readonly rows: string | number | bigint } | undefined) => Number(counted?.rows ?? 0);
  return { receipts: rows(receipts), papers: rows(papers), waiting: rows(waiting), notes: rows(notes) };
}

const STATUSES = ['active', 'suspended', 'closed'] as const;

/** The log-in of a member, and where it is open now. */
export async function memberLogIn(platform: Platform, memberId: number): Promise<z.infer<typeof MemberLogIn>> {
  const { database, clock } = platform;
  await getMember(database, memberId);
  const user = await database
    .selectFrom('user')
    .select(['id', 'status', 'passwordHash', 'lastLoginAt'])
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  const status = STATUSES.find((known) => known === user?.status);
  if (user === undefined || status === undefined) throw new Refusal('missing', 'MEMBER_NOT_FOUND');
  const sessions = await database
    .selectFrom('session')
    .select(['id', 'address', 'agent', 'lastSeenAt'])
    .where('userId', '=', user.id)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', clock.now())
    .orderBy('lastSeenAt', 'desc')
    .limit(20)
    .execute();
  return {
    status,
    hasPassword: user.passwordHash !== null,
    lastLoginAt: user.lastLoginAt === null ? null : new Date(user.lastLoginAt).toISOString(),
    sessions: sessions.map(({ lastSeenAt, ...session }) => ({
      ...session,
      lastSeenAt: new Date(lastSeenAt).toISOString(),
    })),
  };
}
