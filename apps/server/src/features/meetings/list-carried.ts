import type { CarriedResolutionList, ResolutionsQuery } from '@kafal/contract';
import { invariant } from '@kafal/core';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { readIdCursor } from '../deposits/index.ts';

const USUAL_LIMIT = 50;

/** The newest first. Of a loan: what was decided about it, and what is about none in particular. */
export async function listCarried(
  { database, dialect }: Platform,
  actor: Actor,
  { q, loanId, body, cursor, limit = USUAL_LIMIT }: z.output<typeof ResolutionsQuery>,
): Promise<z.input<typeof CarriedResolutionList>> {
  const before = readIdCursor(cursor);
  const within = `%${dialect.likePrefix((q ?? '').toLowerCase())}`;
  const seesCommittee = actor.permissions.has('meeting.manage') || actor.permissions.has('loan.read');
  const rows = await database
    .selectFrom('resolution as r')
    .innerJoin('meeting as m', 'm.id', 'r.meetingId')
    .leftJoin('meeting_item as i', 'i.id', 'r.itemId')
    .select(['r.id', 'r.number', 'r.decidedOn', 'r.text', 'r.meetingId', 'm.title as meeting', 'i.subjectId'])
    .where('r.status', '=', 'carried')
    .$if(!seesCommittee, (select) => select.where('m.kind', '<>', 'committee'))
    .$if(body !== undefined, (select) => select.where('m.kind', body === 'committee' ? '=' : '<>', 'committee'))
    .$if(loanId !== undefined, (select) =>
      select.where((is) => is.or([is('i.subjectId', 'is', null), is('i.subjectId', '=', loanId ?? 0)])),
    )
    .$if(q !== undefined && q !== '', (select) =>
      select.where(
        sql<SqlBool>`(LOWER(r.number) LIKE ${within} ESCAPE '!' OR LOWER(r.text) LIKE ${within} ESCAPE '!')`,
      ),
    )
    .$if(before !== undefined, (select) => select.where('r.id', '<', before ?? 0))
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ id, number, decidedOn, text, meetingId, meeting, subjectId }) => {
      invariant(number !== null && decidedOn !== null, 'what was carried has a number and a day');
      return {
        id: String(id),
        number,
        decidedOn,
        text,
        meetingId: String(meetingId),
        meeting,
        loanId: subjectId === null ? null : String(subjectId),
      };
    }),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}
