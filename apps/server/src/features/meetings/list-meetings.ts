import type { MeetingList, MeetingsQuery } from '@kafal/contract';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { readIdCursor } from '../deposits/index.ts';
import { meetingsFor } from './meeting-queries.ts';
import { rowOf } from './meeting-view.ts';

const USUAL_LIMIT = 50;

/** The newest first. */
export async function listMeetings(
  { database, dialect }: Platform,
  actor: Actor,
  { q, when = 'all', kind, cursor, limit = USUAL_LIMIT }: z.output<typeof MeetingsQuery>,
): Promise<z.input<typeof MeetingList>> {
  const before = readIdCursor(cursor);
  const within = `%${dialect.likePrefix((q ?? '').toLowerCase())}`;
  const rows = await meetingsFor(database, actor)
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .selectAll('meeting')
    .select('minutes.signedAt')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('resolution')
          .select('resolution.id')
          .whereRef('resolution.meetingId', '=', 'meeting.id')
          .where('resolution.status', '=', 'voting'),
      ).as('isVoting'),
    )
    .$if(kind !== undefined, (select) => select.where('meeting.kind', '=', kind ?? 'annual'))
    .$if(when !== 'all', (select) =>
      select.where('meeting.status', 'in', when === 'past' ? ['held', 'cancelled'] : ['draft', 'called', 'open']),
    )
    .$if(q !== undefined && q !== '', (select) =>
      select.where(sql<SqlBool>`LOWER(meeting.title) LIKE ${within} ESCAPE '!'`),
    )
    .$if(before !== undefined, (select) => select.where('meeting.id', '<', before ?? 0))
    .orderBy('meeting.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => ({ ...rowOf(row), isVoting: Boolean(row.isVoting), hasMinutes: row.signedAt !== null })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}
