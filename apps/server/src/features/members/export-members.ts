// The list of members as a file: the whole filter, read page by page, so that it never stands in memory.

import { formatMoney, type MemberStatus, money } from '@kafal/core';
import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { statusWords } from './change-member-status.ts';
import { type ListedMember, type MemberFilter, memberPage, pageAfter, sumsOf } from './member-list.ts';
import { say } from './say.ts';

const ROWS_AT_ONCE = 500;
const COLUMNS = ['NUMBER', 'NAME', 'NAME_LOCAL', 'PHONE', 'LOCALITY', 'STATUS', 'SINCE', 'JOINED', 'SAVINGS', 'SHARES'];

/** The export is in the trail before its first byte leaves. */
export async function exportMembers(
  platform: Platform,
  actor: Actor,
  filter: MemberFilter,
): Promise<AsyncGenerator<string>> {
  const { q = null, status = null, locality = null, joinedFrom = null, joinedTo = null } = filter;
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'members.exported',
      subjectKind: 'member',
      subjectId: null,
      newValues: { q, status, locality, joinedFrom, joinedTo },
    }),
  );
  return lines(platform, actor, filter);
}

async function* lines(platform: Platform, actor: Actor, filter: MemberFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([COLUMNS.map((column) => say(actor.language, `MEMBER_COLUMN_${column}`))]);

  let last: ListedMember | undefined;
  do {
    const members = await memberPage(platform, filter, pageAfter(filter.sort, last), ROWS_AT_ONCE);
    const sums = await sumsOf(
      platform,
      members.map(({ id }) => id),
    );
    yield csvLines(
      members.map((member) => [
        member.number,
        member.name,
        member.nameLocal ?? '',
        member.phone ?? '',
        member.locality,
        // Only values of this type are written into the column.
        statusWords(member.status as MemberStatus)[actor.language],
        member.statusSince,
        member.joinedOn,
        formatMoney(sums.savings.get(member.id) ?? money(0)),
        formatMoney(sums.shares.get(member.id) ?? money(0)),
      ]),
    );
    last = members.length === ROWS_AT_ONCE ? members.at(-1) : undefined;
  } while (last !== undefined);
}
