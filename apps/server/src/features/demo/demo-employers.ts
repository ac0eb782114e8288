// Two employers of the demo keep instalments back from wages: whoever has an employee loan works for one of them.

import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';

const NAMES = ['जिला चीनी मिल', 'Rajpur Municipal Board'] as const;

/** On the last day of the history. */
export async function enterEmployers(desk: Desk, manager: Actor, day: CalendarDate, ends: CalendarDate): Promise<void> {
  if (day !== ends) return;
  const ids: string[] = [];
  for (const name of NAMES) {
    ids.push((await desk.ask<{ id: string }>(manager, 'POST', '/api/employers', { name })).id);
  }
  const people = await desk.platform.database
    .selectFrom('loan')
    .select('memberId')
    .distinct()
    .where('productCode', '=', 'EPL')
    .where('status', '=', 'active')
    .orderBy('memberId')
    .execute();
  for (const [index, { memberId }] of people.entries()) {
    await desk.ask(manager, 'PUT', `/api/members/${memberId}/employment`, {
      employerId: ids[index % ids.length],
      employeeNumber: `E-${2_000 + memberId}`,
    });
  }
}
