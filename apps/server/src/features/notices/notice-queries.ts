// Which notices somebody may see, and how they read them.

import { NOTICE_LANGUAGES, type NoticeLanguage, type NoticeState } from '@kafal/contract';
import { sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';

export type NoticeRow = Row<'notice'>;
export type NoticeText = Row<'notice_text'>;

export const mayWrite = (actor: Actor): boolean => actor.permissions.has('notice.write');

/** What has passed its last day is expired without anybody having done anything. */
export function stateOf({ status, expiresAt }: Pick<NoticeRow, 'status' | 'expiresAt'>, now: number): NoticeState {
  return status === 'published' && expiresAt !== null && expiresAt <= now ? 'expired' : status;
}

/**
 * Whoever writes notices sees all of them; others of the staff what was published, to whomever; a member what is for all
 * members or for a group they were in that day; a passer-by (no actor) what is for everyone.
 */
export function noticesFor(reader: Reader, actor: Actor | undefined) {
  const all = reader.selectFrom('notice');
  if (actor !== undefined && actor.kind !== 'member' && mayWrite(actor)) return all;
  const published = all.where('notice.status', '=', 'published');
  if (actor === undefined) return published.where('notice.audience', '=', 'everyone');
  if (actor.kind !== 'member') return published;
  return published.where((is) =>
    is.or([
      is('notice.audience', 'in', ['everyone', 'members']),
      is.exists(
        is
          .selectFrom('notice_receiver')
          .select(sql<number>`1`.as('one'))
          .whereRef('notice_receiver.noticeId', '=', 'notice.id')
          .where('notice_receiver.memberId', '=', actor.memberId ?? 0),
      ),
    ]),
  );
}

/** Another's, an archived or a draft answers a reader like none. */
export async function getNoticeFor(reader: Reader, actor: Actor | undefined, id: number): Promise<NoticeRow> {
  const notice = await noticesFor(reader, actor).selectAll('notice').where('notice.id', '=', id).executeTakeFirst();
  if (notice === undefined) throw noSuchNotice();
  return notice;
}

/** For a passer-by, who sees nothing that is over. */
export async function getPublicNotice(reader: Reader, id: number, now: number): Promise<NoticeRow> {
  const notice = await getNoticeFor(reader, undefined, id);
  if (stateOf(notice, now) !== 'published') throw noSuchNotice();
  return notice;
}

export const noSuchNotice = () => new Refusal('missing', 'NOTICE_NOT_FOUND');

/** All texts of these notices, by notice. */
export async function textsOf(reader: Reader, ids: readonly number[]): Promise<Map<number, NoticeText[]>> {
  const texts = new Map<number, NoticeText[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return texts;
  const rows = await reader
    .selectFrom('notice_text')
    .selectAll()
    .where('noticeId', 'in', [...ids])
    .execute();
  for (const row of rows) texts.get(row.noticeId)?.push(row);
  return texts;
}

/** The reader's language first, then the others in their fixed order. */
export function inOrderFor(texts: readonly NoticeText[], language: Language | NoticeLanguage): NoticeText[] {
  const place = (text: NoticeText) => (text.language === language ? -1 : NOTICE_LANGUAGES.indexOf(text.language));
  return texts.toSorted((one, other) => place(one) - place(other));
}

export async function fileOfNotice(reader: Reader, noticeId: number) {
  return reader
    .selectFrom('notice_file')
    .innerJoin('stored_file', 'stored_file.id', 'notice_file.id')
    .select(['notice_file.id', 'notice_file.name', 'stored_file.bytes'])
    .where('notice_file.noticeId', '=', noticeId)
    .where('notice_file.status', '=', 'current')
    .executeTakeFirst();
}
