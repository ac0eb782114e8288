// Whoever acts on a resolution types its number. What a meeting here decided is looked at; a number that no meeting here gave was
// given on paper before, and stands as it was typed.

import type { CalendarDate } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';

export interface RestsOn {
  readonly resolutionNumber: string | undefined;
  readonly resolutionOn?: CalendarDate | undefined;
  /** Without one the act is about no loan. */
  readonly loanId?: number;
}

export async function refuseUnlessCarried(
  reader: Reader,
  { resolutionNumber, resolutionOn, loanId }: RestsOn,
): Promise<void> {
  if (resolutionNumber === undefined) return;
  const resolution = await reader
    .selectFrom('resolution as r')
    .leftJoin('meeting_item as i', 'i.id', 'r.itemId')
    .select(['r.number', 'r.status', 'r.decidedOn', 'i.subjectId'])
    .where('r.number', '=', resolutionNumber)
    .executeTakeFirst();
  if (resolution === undefined) return;
  const { status, decidedOn, subjectId } = resolution;
  const number = resolutionNumber;
  if (status !== 'carried') throw new Refusal('rule', 'RESOLUTION_NOT_CARRIED', { number }, 'resolutionNumber');
  if (subjectId !== null && subjectId !== loanId) {
    throw new Refusal('rule', 'RESOLUTION_OF_ANOTHER', { number }, 'resolutionNumber');
  }
  if (resolutionOn !== undefined && decidedOn !== null && resolutionOn !== decidedOn) {
    throw new Refusal('rule', 'RESOLUTION_OTHER_DAY', { number, day: decidedOn }, 'resolutionOn');
  }
}
