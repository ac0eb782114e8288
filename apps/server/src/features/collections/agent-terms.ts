// What was agreed with one agent in place of the society's settings: a limit to their cash, a rate of commission.

import type { CalendarDate, Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Settings } from '../society/index.ts';

/** Every row of the agent up to a day, the oldest first; the last one holds. */
export function termsOf(reader: Reader, agentId: number, on: CalendarDate): Promise<Row<'agent_terms'>[]> {
  return reader
    .selectFrom('agent_terms')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('effectiveFrom', '<=', on)
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
}

export async function cashLimitOf(
  reader: Reader,
  agentId: number,
  on: CalendarDate,
  settings: Pick<Settings, 'limit.agentCash'>,
): Promise<Money | null> {
  const own = (await termsOf(reader, agentId, on)).at(-1);
  return own?.cashLimit ?? settings['limit.agentCash'];
}
