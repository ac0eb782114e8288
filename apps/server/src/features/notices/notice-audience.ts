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
  const today = await currentBusinessDay(platform, trx);
  switch (group) {
    case 'borrowers':
      return idsOf(borrowers(trx));
    case 'borrowers-in-arrears':
      return idsOf(borrowers(trx).where('loan.nextDueOn', '<=', (await loanDayOf(trx, today)).overdueThrough));
    case 'depositors-maturing': {
      const until = addDays(today, await settingWithin(trx, 'notices.maturingDays', today));
      return idsOf(
        trx
          .selectFrom('term_deposit')
          .innerJoin('deposit', 'deposit.id', 'term_deposit.depositId')
          .select('deposit.memberId')
          .distinct()
          .where('deposit.status', '=', 'active')
          .where('term_deposit.maturesOn', '>=', today)
          .where('term_deposit.maturesOn', '<=', until),
      );
    }
  }
}

function borrowers(reader: Reader) {
  return reader.selectFrom('loan').select('loan.memberId').distinct().where('loan.status', '=', 'active');
}

async function idsOf(query: { execute(): Promise<{ memberId: number }[]> }): Promise<number[]> {
  return (await query.execute()).map(({ memberId }) => memberId);
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

/** How many log-ins a notice to this audience is for. */
export async function countAudience(
  reader: Reader,
  { id, audience }: { readonly id: number; readonly audience: NoticeAudience },
): Promise<number> {
  if (audience === 'committee') return (await committeeUsers(reader)).length;
  const users = reader
    .selectFrom('user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user.status', '=', 'active');
  const chosen = isGroup(audience)
    ? users.where('user.memberId', 'in', (select) =>
        select.selectFrom('notice_receiver').select('memberId').where('noticeId', '=', id),
      )
    : audience === 'everyone'
      ? users
      : users.where('user.kind', '=', audience === 'members' ? 'member' : 'staff');
  return Number((await chosen.executeTakeFirstOrThrow()).count);
}
