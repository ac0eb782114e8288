import { eventsOfKind, type NotificationQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { readIdCursor } from '../../platform/http/id-cursor.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSettings } from '../society/index.ts';
import { describeEvents } from './describe-events.ts';

export async function countUnread(platform: Platform, userId: number): Promise<number> {
  const row = await platform.dialect.one<{ unread: number }>(
    platform.database,
    'SELECT COUNT(*) AS unread FROM notification WHERE userId = ? AND readAt IS NULL',
    [userId],
  );
  return row?.unread ?? 0;
}

/** The reader's own notifications, newest first. The cursor is the id of the last one shown. */
export async function listNotifications(
  platform: Platform,
  actor: Actor,
  { limit = 50, cursor, unread, kind }: z.output<typeof NotificationQuery>,
) {
  const before = readIdCursor(cursor);
  const rows = await platform.database
    .selectFrom('notification')
    .select(['id', 'name', 'payload', 'createdAt', 'readAt'])
    .where('userId', '=', actor.userId)
    .$if(before !== undefined, (select) => select.where('id', '<', before ?? 0))
    .$if(kind !== undefined, (select) => select.where('name', 'in', kind === undefined ? [] : eventsOfKind(kind)))
    .$if(unread === 'true', (select) => select.where('readAt', 'is', null))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const currency = (await readSettings(platform))['money.currency'];
  const described = await describeEvents(
    platform,
    {
      language: actor.language,
      audience: actor.kind === 'member' ? 'member' : 'staff',
      currency,
      mayReadApprovals: actor.permissions.has('approval.read'),
      userId: actor.userId,
    },
    shown.map((row) => ({ ...row, memberId: actor.memberId })),
  );
  return {
    items: shown.map((row, index) => ({
      id: String(row.id),
      event: row.name,
      title: described[index]?.title ?? row.name,
      text: described[index]?.text ?? '',
      link: described[index]?.link ?? null,
      createdAt: new Date(row.createdAt).toISOString(),
      readAt: row.readAt === null ? null : new Date(row.readAt).toISOString(),
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    unread: await countUnread(platform, actor.userId),
  };
}

/** Marks the named, or all, of the reader's own; another's ids simply match nothing. */
export async function markRead(platform: Platform, actor: Actor, ids: readonly number[] | 'all'): Promise<void> {
  if (ids !== 'all' && ids.length === 0) return;
  await platform.transact(async (trx) => {
    await trx
      .updateTable('notification')
      .set({ readAt: platform.clock.now() })
      .where('userId', '=', actor.userId)
      .where('readAt', 'is', null)
      .$if(ids !== 'all', (update) => update.where('id', 'in', ids === 'all' ? [] : [...ids]))
      .execute();
  });
}
