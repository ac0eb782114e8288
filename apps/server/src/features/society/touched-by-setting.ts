// Whom a change of a rule reaches, where that can be counted.

import type { Reader } from '../../platform/database/dialect.ts';
import type { ApprovalLine } from '../approvals/index.ts';
import { touched } from './rule-words.ts';
import type { SettingJson } from './setting-registry.ts';

export async function touchedBySetting(reader: Reader, name: string, value: SettingJson): Promise<ApprovalLine[]> {
  switch (name) {
    case 'share.minimumShares':
      return touched('TOUCHED_BELOW_MINIMUM', await holdings(reader, Number(value)));
    case 'share.faceValue':
    case 'share.capPercent':
      return touched('TOUCHED_HOLDERS', await holdings(reader));
    case 'policy.applicationSecondPerson':
      return touched('TOUCHED_APPLICATIONS', await waitingApplications(reader));
    default:
      return [];
  }
}

/** Members who hold shares; fewer than so many, when that is asked. */
async function holdings(reader: Reader, below?: number): Promise<number> {
  let query = reader
    .selectFrom('share_holding')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('shares', '>', 0);
  if (below !== undefined) query = query.where('shares', '<', below);
  return Number((await query.executeTakeFirstOrThrow()).count);
}

async function waitingApplications(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('membership_application')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', 'in', ['submitted', 'returned'])
    .executeTakeFirstOrThrow();
  return Number(count);
}
