// Whom a notice is for. A group is looked up once, when the notice is published: who falls into arrears a week later was not
// told, and who pays up the day after was.

import type { NoticeAudience } from '@kafal/contract';
import { addDays } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { loanDayOf } from '../loans/index.ts';
import { settingWithin } from '../society/index.ts';

export type NoticeGroup = Exclude<NoticeAudience, 'everyone' | 'members' | 'staff' | 'committee'>;

export const isGroup = (audience: NoticeAudience): audience is NoticeGroup =>
  audience !== 'everyone' && audience !== 'members' && audience !== 'staff' && audience !== 'committee';

/** The members of the group as it is now, each once. */
export async function membersOfGroup(trx: Trx, platform: Platform, group: NoticeGroup): Promise<number[]> {
  const rows = await (await groupNow(trx, platform, group)).execute();
  return rows.map(({ memberId }) => memberId);
}

async function groupNow(reader: Reader, platform: Platform, group: NoticeGroup) {
  const today = await currentBusinessDay(platform, reader);
  switch (group) {
    case 'borrowers':
      return borrowers(reader);
    case 'borrowers-in-arrears':
      return borrowers(reader).where('loan.nextDueOn', '<=', (await loanDayOf(reader, today)).overdueThrough);
    case 'depositors-maturing': {
      const until = addDays(today, await settingWithin(reader, 'notices.maturingDays', today));
      return reader
        .selectFrom('term_deposit')
        .innerJoin('deposit', 'deposit.id', 'term_deposit.depositId')
        .select('deposit.memberId')
        .distinct()
        .where('deposit.status', '=', 'active')
        .where('term_deposit.maturesOn', '>=', today)
        .where('term_deposit.maturesOn', '<=', until);
    }
  }
}

function borrowers(reader: Reader) {
  return reader.selectFrom('loan').select('loan.memberId').distinct().where('loan.status', '=', 'active');
}

/** Whoever sits in the committee now. */
export async function committeeUsers(reader: Reader): Promise<number[]> {
  const users = await reader
    .selectFrom('user as u')
    .innerJoin('role_permission as p', 'p.roleCode', 'u.roleCode')
    .select('u.id')
    .where('p.permission', '=', 'meeting.sit')
    .where('u.kind', '=', 'staff')
    .where('u.status', '=', 'active')
    .orderBy('u.id')
    .execute();
  return users.map(({ id }) => id);
}

/** How many log-ins a notice to this audience is for; of a group, as it was when the notice was published. */
export async function countAudience(
  reader: Reader,
  { id, audience }: { readonly id: number; readonly audience: NoticeAudience },
): Promise<number> {
  if (!isGroup(audience)) return countLogIns(reader, audience);
  const { count } = await activeUsers(reader)
    .where('user.memberId', 'in', (select) =>
      select.selectFrom('notice_receiver').select('memberId').where('noticeId', '=', id),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many a notice would reach if it were published now: the members of a group, and those who have a log-in. */
export async function reachNow(
  platform: Platform,
  audience: NoticeAudience,
): Promise<{ readonly members: number | null; readonly logIns: number }> {
  const { database } = platform;
  if (!isGroup(audience)) return { members: null, logIns: await countLogIns(database, audience) };
  const group = (await groupNow(database, platform, audience)).as('g');
  const { members, logIns } = await database
    .selectFrom(group)
    .leftJoin('user', (join) => join.onRef('user.memberId', '=', 'g.memberId').on('user.status', '=', 'active'))
    .select(({ fn }) => [
      fn.count<number>('g.memberId').distinct().as('members'),
      fn.count<number>('user.id').as('logIns'),
    ])
    .executeTakeFirstOrThrow();
  return { members: Number(members), logIns: Number(logIns) };
}

async function countLogIns(reader: Reader, audience: Exclude<NoticeAudience, NoticeGroup>): Promise<number> {
  if (audience === 'committee') return (await committeeUsers(reader)).length;
  const { count } = await activeUsers(reader)
    .$if(audience !== 'everyone', (users) => users.where('user.kind', '=', audience === 'members' ? 'member' : 'staff'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const activeUsers = (reader: Reader) =>
  reader
    .selectFrom('user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user.status', '=', 'active');
