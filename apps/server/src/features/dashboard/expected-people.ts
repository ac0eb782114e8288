import type { ExpectedPeople } from '@kafal/contract';
import { formatMoney, money } from '@kafal/core';
import { sql } from 'kysely';
import { rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { Platform } from '../../platform/platform.ts';
import { DASHBOARD_MS } from './dashboard-stats.ts';

const MOST = 8;

/** Admitted members whose dues are not all paid: they come to the counter next. The last admitted first. */
export function expectedPeople(platform: Platform): Promise<ExpectedPeople> {
  return rememberUntilWritten(platform, 'dashboard-expected', DASHBOARD_MS, async () => {
    const { database } = platform;
    const rows = await database
      .selectFrom('member')
      .select(['id', 'number', 'name', 'nameLocal', 'joinedOn'])
      .select((member) =>
        member
          .selectFrom('member_due')
          .select(sql<number>`COALESCE(SUM(amount - paid), 0)`.as('outstanding'))
          .whereRef('member_due.memberId', '=', 'member.id')
          .as('outstanding'),
      )
      .where('status', '=', 'pending_payment')
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute();
    const { total } = await database
      .selectFrom('member')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('status', '=', 'pending_payment')
      .executeTakeFirstOrThrow();
    return {
      items: rows.map(({ id, number, name, nameLocal, joinedOn, outstanding }) => ({
        memberId: String(id),
        memberNumber: number,
        name,
        nameLocal,
        joinedOn,
        outstanding: formatMoney(money(outstanding ?? 0)),
      })),
      total,
    };
  });
}
