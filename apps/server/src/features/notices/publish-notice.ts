// A notice goes out once: its row is turned from waiting to published by whoever comes first, and only they tell it.

import type { EventName } from '@kafal/contract';
import { type Actor, systemActor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, underKeyIfSent } from '../../platform/http/with-idempotency.ts';
import { type RecordedEvent, recordEvent, recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { committeeUsers, isGroup, membersOfGroup, type NoticeGroup } from './notice-audience.ts';
import type { NoticeRow } from './notice-queries.ts';
import { noticeView } from './notice-views.ts';
import { getRow, lockNotice, type View } from './write-notice.ts';

/** At once, or on its day: then it waits, and publishDueNotices sends it out. */
export async function publishNotice(
  platform: Platform,
  actor: Actor,
  id: number,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<View>> {
  const publish = async (trx: Trx): Promise<View> => {
    const notice = await lockNotice(trx, platform, actor, id);
    if (notice.status === 'published') throw new Refusal('conflict', 'NOTICE_PUBLISHED');
    const now = platform.clock.now();
    if (notice.expiresAt !== null && notice.expiresAt <= now)
      throw new Refusal('rule', 'NOTICE_OVER', undefined, 'expiresOn');
    if (notice.publishAt !== null && notice.publishAt > now) {
      await schedule(trx, platform, actor, { ...notice, publishAt: notice.publishAt });
    } else {
      await goOut(trx, platform, actor, notice);
    }
    return noticeView(platform, trx, actor, await getRow(trx, id));
  };
  return underKeyIfSent(platform, actor, idempotency, publish, () => 200);
}

async function schedule(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  notice: NoticeRow & { publishAt: number },
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({
      ...{ status: 'scheduled', sortAt: notice.publishAt, version: notice.version + 1 },
      publishedByUserId: actor.userId,
    })
    .where('id', '=', notice.id)
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'notice.scheduled',
    subjectKind: 'notice',
    subjectId: notice.id,
    newValues: { publishOn: notice.publishOn, publishTime: notice.publishTime },
  });
  await recordEvent(trx, platform, { name: 'notice.drafted', payload: { noticeId: notice.id } });
}

/** Before its day it becomes a draft again, and nobody has heard of it. */
export async function takeBackNotice(platform: Platform, actor: Actor, id: number): Promise<View> {
  return platform.transact(async (trx) => {
    const notice = await lockNotice(trx, platform, actor, id);
    if (notice.status !== 'scheduled') throw new Refusal('conflict', 'NOTICE_NOT_WAITING');
    await trx
      .updateTable('notice')
      .set({ status: 'draft', publishedByUserId: null, version: notice.version + 1 })
      .where('id', '=', id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'notice.taken-back',
      subjectKind: 'notice',
      subjectId: id,
      oldValues: { publishOn: notice.publishOn, publishTime: notice.publishTime },
    });
    await recordEvent(trx, platform, { name: 'notice.drafted', payload: { noticeId: id } });
    return noticeView(platform, trx, actor, await getRow(trx, id));
  });
}

/** Those whose time has come, each in a transaction of its own; of several servers one turns the row, and only it tells. */
export async function publishDueNotices(platform: Platform): Promise<number> {
  const due = await platform.database
    .selectFrom('notice')
    .select('id')
    .where('status', '=', 'scheduled')
    .where('publishAt', '<=', platform.clock.now())
    .orderBy('publishAt')
    .orderBy('id')
    .execute();
  let published = 0;
  for (const { id } of due) {
    published += await platform.transact(async (trx) => {
      const notice = await platform.dialect
        .forUpdate(trx.selectFrom('notice').selectAll().where('id', '=', id))
        .executeTakeFirst();
      const isDue = notice?.status === 'scheduled' && (notice.publishAt ?? 0) <= platform.clock.now();
      if (notice === undefined || !isDue) return 0;
      await goOut(trx, platform, systemActor('Kafal'), notice);
      return 1;
    });
  }
  return published;
}

export async function goOut(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  notice: NoticeRow,
  isOfLaw = false,
): Promise<void> {
  const now = platform.clock.now();
  await trx
    .updateTable('notice')
    .set({
      ...{ status: 'published', publishedAt: now, sortAt: now, version: notice.version + 1 },
      // A notice that waited for its day was published by whoever sent it off.
      ...(actor.userId === 0 ? {} : { publishedByUserId: actor.userId }),
    })
    .where('id', '=', notice.id)
    .execute();
  const told = await tell(trx, platform, notice, isOfLaw);
  await recordAudit(trx, platform, actor, {
    action: 'notice.published',
    subjectKind: 'notice',
    subjectId: notice.id,
    newValues: {
      ...{ kind: notice.kind, priority: notice.priority, audience: notice.audience },
      ...(told === null ? {} : { members: told }),
    },
  });
}

const EVENT_OF: Readonly<Record<'everyone' | 'members' | 'staff', EventName>> = {
  everyone: 'notice.published',
  members: 'notice.for-members',
  staff: 'notice.for-staff',
};

/** One event for all, or one for each member of a group; the relay makes notifications and pushes of it by priority. */
async function tell(trx: Trx, platform: Platform, notice: NoticeRow, isOfLaw: boolean): Promise<number | null> {
  const { id, priority, audience } = notice;
  const payload = { noticeId: id, priority };
  if (audience !== 'committee' && !isGroup(audience)) {
    const name = isOfLaw && audience === 'members' ? 'notice.of-law' : EVENT_OF[audience];
    await recordEvent(trx, platform, { name, payload });
    // The list of the office shows it too, whomever it is for.
    if (audience === 'members') await recordEvent(trx, platform, { name: 'notice.drafted', payload: { noticeId: id } });
    return null;
  }
  if (audience === 'committee') {
    const users = await committeeUsers(trx);
    const told = users.map((userId): RecordedEvent => ({ name: 'notice.for-group', userId, payload }));
    await recordEvents(trx, platform, told);
    await recordEvent(trx, platform, { name: 'notice.drafted', payload: { noticeId: id } });
    return null;
  }
  const receivers = await keepReceivers(trx, platform, id, audience);
  const events = receivers.users.map((userId): RecordedEvent => ({ name: 'notice.for-group', userId, payload }));
  await recordEvents(trx, platform, events);
  await recordEvent(trx, platform, { name: 'notice.drafted', payload: { noticeId: id } });
  return receivers.members;
}

const ROWS_AT_ONCE = 400;

async function keepReceivers(trx: Trx, platform: Platform, noticeId: number, group: NoticeGroup) {
  const memberIds = await membersOfGroup(trx, platform, group);
  const users: number[] = [];
  for (let from = 0; from < memberIds.length; from += ROWS_AT_ONCE) {
    const some = memberIds.slice(from, from + ROWS_AT_ONCE);
    await trx
      .insertInto('notice_receiver')
      .values(some.map((memberId) => ({ noticeId, memberId })))
      .execute();
    const rows = await trx
      .selectFrom('user')
      .select('id')
      .where('memberId', 'in', some)
      .where('status', '=', 'active')
      .execute();
    users.push(...rows.map(({ id }) => id));
  }
  return { members: memberIds.length, users };
}
