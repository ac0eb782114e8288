// Members who look like one person twice: the same phone, or the same name and birth date. Nobody can have a PAN or an e-mail that
// another member has; the database refuses it.

import type { DuplicateList, DuplicatesQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { LOOKED_AFTER } from './member-kyc.ts';

const MOST_GROUPS = 100;

type Group = z.input<typeof DuplicateList>['items'][number];

export async function findLookalikes(
  platform: Platform,
  { kind }: z.output<typeof DuplicatesQuery>,
): Promise<z.input<typeof DuplicateList>> {
  const byName = kind === 'phone' ? [] : await sameNameAndBirthDate(platform);
  const byPhone = kind === 'nameAndBirthDate' ? [] : await samePhone(platform);
  const groups = [...byName, ...byPhone];
  return { items: groups.slice(0, MOST_GROUPS), isMore: groups.length > MOST_GROUPS };
}

const members = ({ database }: Platform) =>
  database.selectFrom('member as m').where('m.status', 'in', [...LOOKED_AFTER]);

async function sameNameAndBirthDate(platform: Platform): Promise<Group[]> {
  const shared = await members(platform)
    .select(['m.name', 'm.dateOfBirth'])
    .groupBy(['m.name', 'm.dateOfBirth'])
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('m.name')
    .orderBy('m.dateOfBirth')
    .limit(MOST_GROUPS + 1)
    .execute();
  const groups: Group[] = [];
  for (const { name, dateOfBirth } of shared) {
    const rows = await listed(platform).where('m.name', '=', name).where('m.dateOfBirth', '=', dateOfBirth).execute();
    groups.push({ kind: 'nameAndBirthDate', shared: name, bornOn: dateOfBirth, members: rows.map(shown) });
  }
  return groups;
}

async function samePhone(platform: Platform): Promise<Group[]> {
  const shared = await members(platform)
    .select('m.phone')
    .where('m.phone', 'is not', null)
    .groupBy('m.phone')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('m.phone')
    .limit(MOST_GROUPS + 1)
    .execute();
  const groups: Group[] = [];
  for (const { phone } of shared) {
    const rows = await listed(platform).where('m.phone', '=', phone).execute();
    groups.push({ kind: 'phone', shared: phone ?? '', bornOn: null, members: rows.map(shown) });
  }
  return groups;
}

const listed = (platform: Platform) =>
  members(platform).select(['m.id', 'm.number', 'm.name', 'm.status', 'm.joinedOn']).orderBy('m.id').limit(20);

function shown(row: { id: number; number: string; name: string; status: string; joinedOn: string }) {
  const { id, number, status, ...rest } = row;
  // Only values of this type are written into the column.
  return { ...rest, id: String(id), memberNumber: number, status: status as Group['members'][number]['status'] };
}
