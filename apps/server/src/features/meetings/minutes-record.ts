// Everything the minutes are printed from, in no language. Once they are signed it is kept as it was, word for word.

import { type CalendarDate, calendarDate } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import { systemActor } from '../../platform/http/actor.ts';
import { countMeeting, inviteesOf, type MeetingRow } from './meeting-queries.ts';
import { itemsOf, resolutionsShown, type View } from './meeting-view.ts';

export interface MinutesRecord {
  readonly kind: MeetingRow['kind'];
  readonly title: string;
  readonly heldOn: CalendarDate;
  readonly heldTime: string;
  readonly place: string;
  readonly calledOn: CalendarDate | null;
  readonly isAdjourned: boolean;
  readonly chair: string;
  readonly entitled: number;
  readonly present: number;
  readonly quorum: number;
  readonly isQuorate: boolean;
  readonly attendees: readonly { readonly name: string; readonly number: string | null }[];
  readonly items: readonly { readonly title: string; readonly text: string }[];
  readonly resolutions: readonly Pick<
    View['resolutions'][number],
    'number' | 'text' | 'proposer' | 'seconder' | 'state' | 'manner' | 'votes' | 'castingVote' | 'interested'
  >[];
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly asChair: boolean; readonly at: number }[];
}

export async function minutesRecord(
  reader: Reader,
  meeting: MeetingRow,
  text: string,
  signatures: MinutesRecord['signatures'],
): Promise<MinutesRecord> {
  const items = await itemsOf(reader, meeting.id);
  const shown = await resolutionsShown(reader, systemActor('Kafal'), meeting, items);
  const attendees = await inviteesOf(reader, meeting).where('a.seenAt', 'is not', null).orderBy('i.id').execute();
  const chair = await reader
    .selectFrom('user')
    .select('name')
    .where('id', '=', meeting.chairUserId)
    .executeTakeFirstOrThrow();
  const { kind, title, heldOn, heldTime, place, calledOn, sitting } = meeting;
  return {
    ...{ kind, title, heldOn, heldTime, place, calledOn, isAdjourned: sitting > 1, chair: chair.name },
    ...(await countMeeting(reader, meeting)),
    attendees: attendees.map(({ name, number }) => ({ name, number })),
    items: items.map((item) => ({ title: item.title, text: item.text })),
    resolutions: shown
      .filter(({ state }) => state === 'carried' || state === 'lost')
      .map(({ number, text: resolved, proposer, seconder, state, manner, votes, castingVote, interested }) => ({
        ...{ number, text: resolved, proposer, seconder, state, manner, votes, castingVote, interested },
      })),
    ...{ text, signatures },
  };
}

/** Kept by `signMinutes`, from a record of this shape. */
export function readRecord({ record }: Pick<Row<'minutes'>, 'record'>): MinutesRecord | undefined {
  if (record === null) return undefined;
  const kept = JSON.parse(record) as MinutesRecord;
  return { ...kept, heldOn: calendarDate(kept.heldOn) };
}
