import { type CalendarDate, type Depositor, type DepositorCategory, depositorCategories } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { staffStandings } from '../members/index.ts';
import { settingWithin } from '../society/index.ts';

type RegisteredDepositor = Omit<Depositor, 'isStaff'> & { readonly id: number };

/** What the rate card calls somebody whose deposit is opened on a day, by the rules of that day. */
export async function categoriesOf(reader: Reader, depositor: RegisteredDepositor, openedOn: CalendarDate) {
  const seniorAge = await settingWithin(reader, 'deposits.seniorAge', openedOn);
  const isStaff = (await staffStandings(reader, [depositor.id]))(depositor.id, openedOn);
  return depositorCategories({ ...depositor, isStaff }, { seniorAge }, openedOn);
}

/** The same for many at once, each asked for the first day of their own period, by the rule of that day. */
export async function categoriesOfMembers(
  reader: Reader,
  memberIds: readonly number[],
): Promise<(memberId: number, on: CalendarDate) => DepositorCategory[]> {
  const rows = await reader
    .selectFrom('member')
    .select(['id', 'dateOfBirth', 'gender', 'memberClass'])
    .where('id', 'in', [...new Set(memberIds)])
    .execute();
  const isStaff = await staffStandings(reader, [...new Set(memberIds)]);
  const members = new Map(rows.map((member) => [member.id, member]));
  const rules = await reader
    .selectFrom('setting')
    .select(['value', 'effectiveFrom'])
    .where('name', '=', 'deposits.seniorAge')
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  return (memberId, on) => {
    const member = members.get(memberId);
    const rule = rules.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? rules[0];
    if (member === undefined) return [];
    // Where the society does not say from which age on, nobody is a senior.
    const seniorAge = rule === undefined ? Number.POSITIVE_INFINITY : Number(rule.value);
    return depositorCategories({ ...member, isStaff: isStaff(memberId, on) }, { seniorAge }, on);
  };
}
