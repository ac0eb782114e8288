import type { NoticeReaderList, NoticeReaderQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { getNoticeFor, type NoticeRow } from './notice-queries.ts';
import { noticeView } from './notice-views.ts';
import type { View } from './write-notice.ts';

/** The receipt that somebody opened it: once, at the first time. What is not out yet nobody has read. */
export async function readNotice(platform: Platform, actor: Actor, id: number): Promise<View> {
  const notice = await getNoticeFor(platform.database, actor, id);
  if (notice.publishedAt !== null) {
    await platform.transact((trx) =>
      platform.dialect.insertIgnore(
        trx.insertInto('notice_read').values({ noticeId: id, userId: actor.userId, readAt: platform.clock.now() }),
      ),
    );
  }
  return noticeView(platform, platform.database, actor, notice);
}

const USUAL_LIMIT = 50;

/** Who has read it, the last first. */
export async function listNoticeReaders(
  { database }: Pick<Platform, 'database'>,
  actor: Actor,
  { id, cursor, limit = USUAL_LIMIT }: z.output<typeof NoticeReaderQuery> & Pick<NoticeRow, 'id'>,
): Promise<z.input<typeof NoticeReaderList>> {
  const notice = await getNoticeFor(database, actor, id);
  const after = readCursor(cursor);
  const rows = await database
    .selectFrom('notice_read as r')
    .innerJoin('user as u', 'u.id', 'r.userId')
    .leftJoin('member as m', 'm.id', 'u.memberId')
    .select(['r.userId', 'r.readAt', 'u.name', 'm.id as memberId', 'm.name as memberName', 'm.number as memberNumber'])
    .where('r.noticeId', '=', notice.id)
    .$if(after !== undefined, (select) =>
      select.where((is) => {
        const { readAt, userId } = after ?? { readAt: 0, userId: 0 };
        return is.or([is('r.readAt', '<', readAt), is.and([is('r.readAt', '=', readAt), is('r.userId', '<', userId)])]);
      }),
    )
    .orderBy('r.readAt', 'desc')
    .orderBy('r.userId', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ name, readAt, memberId, memberName, memberNumber }) => ({
      name: memberName ?? name,
      memberNumber,
      memberId: memberId === null ? null : String(memberId),
      readAt: new Date(readAt).toISOString(),
    })),
    nextCursor: rows.length > limit && last !== undefined ? `${last.readAt}.${last.userId}` : null,
  };
}

function readCursor(cursor: string | undefined) {
  if (cursor === undefined || cursor === '') return undefined;
  const [, readAt, userId] = /^(\d{1,15})\.([1-9]\d{0,14})$/.exec(cursor) ?? [];
  if (userId === undefined) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return { readAt: Number(readAt), userId: Number(userId) };
}
