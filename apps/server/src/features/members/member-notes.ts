// What the staff want to remember about a member. A note is never changed: who wrote it, and when, stays true.

import type { MemberNoteList } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { getMember } from './find-member.ts';
import { readCursor, writeCursor } from './page-cursor.ts';

const USUAL_LIMIT = 50;
type Notes = z.infer<typeof MemberNoteList>;

export async function writeNote(
  platform: Platform,
  actor: Actor,
  command: { readonly memberId: number; readonly text: string },
): Promise<Notes['items'][number]> {
  const { memberId, text } = command;
  await getMember(platform.database, memberId);
  const at = platform.clock.now();
  const id = await platform.transact(async (trx) => {
    const { insertId } = await trx
      .insertInto('member_note')
      .values({ memberId, text, writtenByUserId: actor.userId, writtenAt: at })
      .executeTakeFirstOrThrow();
    await recordAudit(trx, platform, actor, {
      action: 'member.noted',
      subjectKind: 'member',
      subjectId: memberId,
      newValues: { noteId: Number(insertId) },
    });
    return Number(insertId);
  });
  return { id: String(id), text, by: actor.name, at: new Date(at).toISOString() };
}

/** Newest first. */
export async function notesOf(
  platform: Platform,
  memberId: number,
  query: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): Promise<Notes> {
  await getMember(platform.database, memberId);
  const limit = query.limit ?? USUAL_LIMIT;
  const after = readCursor('-at', query.cursor);
  const rows = await platform.database
    .selectFrom('member_note as note')
    .innerJoin('user', 'user.id', 'note.writtenByUserId')
    .select(['note.id', 'note.text', 'note.writtenAt', 'user.name as by'])
    .where('note.memberId', '=', memberId)
    .$if(after !== undefined, (select) => select.where('note.id', '<', after?.id ?? 0))
    .orderBy('note.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, text, by, writtenAt }) => ({
      ...{ id: String(id), text, by },
      at: new Date(writtenAt).toISOString(),
    })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor('-at', { value: last.id, id: last.id }) : null,
  };
}
