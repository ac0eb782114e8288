// What concerns members themselves: papers that run out or are to be looked at again, and the general meeting.

import type { CalendarDate, ReminderWindow } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { kycEndings } from '../kyc/index.ts';
import { type DueDay, type ReminderSource, remindedOf } from './reminder-source.ts';

export const endsOfKyc: ReminderSource = {
  event: 'kyc.ending',
  isMoved: false,
  async next(trx, _platform, { window, today, afterId, limit }) {
    const { endings, lastId } = await kycEndings(trx, { ...window, today, afterId, limit });
    const told = await remindedOf(
      trx,
      'kyc',
      window.daysBefore,
      endings.map(({ memberId }) => memberId),
    );
    return {
      due: endings
        .filter(({ memberId, validUntil }) => !told.has(`${memberId} ${validUntil}`))
        .map(({ memberId, validUntil }) => ({
          objectId: memberId,
          dueOn: validUntil,
          memberId,
          payload: { memberId },
        })),
      lastId,
    };
  },
  async count({ database }, { today, after, through }) {
    const members = new Map<CalendarDate, number>();
    for (let afterId: number | undefined = 0; afterId !== undefined; ) {
      const page = await kycEndings(database, { after, through, today, afterId, limit: AT_ONCE });
      for (const { validUntil } of page.endings) members.set(validUntil, (members.get(validUntil) ?? 0) + 1);
      afterId = page.lastId;
    }
    return [...members].map(([dueOn, count]): DueDay => ({ dueOn, members: count }));
  },
};
const AT_ONCE = 500;

export const generalMeetings: ReminderSource = {
  event: 'meeting.soon',
  isMoved: false,
  async next(trx, _platform, { window, afterId, limit }) {
    const rows = await called(trx, window)
      .select(['m.id', 'm.heldOn', 'm.heldTime', 'm.noticeId'])
      .where('m.id', '>', afterId)
      .orderBy('m.id')
      .limit(limit)
      .execute();
    const told = await remindedOf(
      trx,
      'meeting',
      window.daysBefore,
      rows.map(({ id }) => id),
    );
    return {
      due: rows
        .filter(({ id, heldOn }) => !told.has(`${id} ${heldOn}`))
        .map(({ id, heldOn, heldTime, noticeId }) => ({
          ...{ objectId: id, dueOn: heldOn, memberId: null },
          payload: { meetingId: id, noticeId, time: heldTime },
        })),
      lastId: rows.at(-1)?.id,
    };
  },
  async count({ database }, days) {
    const meetings = await called(database, days).select('m.heldOn').orderBy('m.heldOn').execute();
    if (meetings.length === 0) return [];
    const { members } = await database
      .selectFrom('user')
      .select(({ fn }) => fn.countAll<number>().as('members'))
      .where('kind', '=', 'member')
      .where('status', '=', 'active')
      .executeTakeFirstOrThrow();
    return meetings.map(({ heldOn }) => ({ dueOn: heldOn, members: Number(members) }));
  },
};

/** To which the members were called, and which was not put off or cancelled since. */
function called(reader: Reader, { after, through }: Pick<ReminderWindow, 'after' | 'through'>) {
  return reader
    .selectFrom('meeting as m')
    .where('m.status', '=', 'called')
    .where('m.kind', '<>', 'committee')
    .where('m.heldOn', '>', after)
    .where('m.heldOn', '<=', through);
}
