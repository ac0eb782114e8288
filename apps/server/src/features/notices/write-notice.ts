// A notice is begun as a draft, changed, published, and archived. Nothing of it is ever deleted: what it said before stands in
// the trail.

import type { ChangeNoticeBody, NoticeBody, NoticeView } from '@kafal/contract';
import { addDays, type CalendarDate, invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, underKeyIfSent } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { bookRules } from '../accounting/index.ts';
import { recordAudit, startOfDay } from '../audit/index.ts';
import { mayWrite, type NoticeRow, noSuchNotice, textsOf } from './notice-queries.ts';
import { noticeView } from './notice-views.ts';

export type Written = z.output<typeof NoticeBody>;
type Changed = z.output<typeof ChangeNoticeBody>;
export type View = z.input<typeof NoticeView>;

export async function writeNotice(
  platform: Platform,
  actor: Actor,
  written: Written,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<View>> {
  const write = async (trx: Trx): Promise<View> =>
    noticeView(platform, trx, actor, await keepNotice(trx, platform, actor, written));
  return underKeyIfSent(platform, actor, idempotency, write);
}

/** The draft as it is kept. */
export async function keepNotice(trx: Trx, platform: Platform, actor: Actor, written: Written): Promise<NoticeRow> {
  const now = platform.clock.now();
  const times = await timesOf(trx, platform, written);
  const { insertId } = await trx
    .insertInto('notice')
    .values({
      ...{ kind: written.kind, priority: written.priority, audience: written.audience, status: 'draft', ...times },
      ...{ isPinned: written.isPinned ? 1 : 0, sortAt: now, createdByUserId: actor.userId, createdAt: now },
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await keepTexts(trx, id, written.texts);
  await recordAudit(trx, platform, actor, {
    action: 'notice.written',
    subjectKind: 'notice',
    subjectId: id,
    newValues: saidIn(written),
  });
  await recordEvent(trx, platform, { name: 'notice.drafted', payload: { noticeId: id } });
  return getRow(trx, id);
}

/** Of what is published already, its words, its last day and its pin may change; whom it was told to may not. */
export async function changeNotice(platform: Platform, actor: Actor, id: number, changed: Changed): Promise<View> {
  return platform.transact(async (trx) => {
    const before = await lockNotice(trx, platform, actor, id);
    if (before.version !== changed.version) throw new Refusal('conflict', 'NOTICE_CHANGED_MEANWHILE');
    const isOut = before.status === 'published';
    if (isOut) refuseRetelling(before, changed);
    const times = await timesOf(trx, platform, changed, isOut ? before.publishedAt : null);
    const oldTexts = (await textsOf(trx, [id])).get(id) ?? [];
    await trx
      .updateTable('notice')
      .set({
        ...{ kind: changed.kind, priority: changed.priority, audience: changed.audience },
        ...(isOut ? { expiresOn: times.expiresOn, expiresAt: times.expiresAt } : times),
        ...(before.status === 'scheduled' && times.publishAt !== null ? { sortAt: times.publishAt } : {}),
        // Without a day there is nothing to wait for.
        ...(before.status === 'scheduled' && times.publishAt === null ? { status: 'draft' as const } : {}),
        ...{ isPinned: changed.isPinned ? 1 : 0, version: before.version + 1 },
      })
      .where('id', '=', id)
      .execute();
    await trx.deleteFrom('notice_text').where('noticeId', '=', id).execute();
    await keepTexts(trx, id, changed.texts);
    await recordAudit(trx, platform, actor, {
      action: 'notice.changed',
      subjectKind: 'notice',
      subjectId: id,
      oldValues: saidIn({ ...before, isPinned: before.isPinned === 1, texts: oldTexts }),
      newValues: saidIn(changed),
    });
    await tellChanged(trx, platform, before);
    return noticeView(platform, trx, actor, await getRow(trx, id));
  });
}

function refuseRetelling(before: NoticeRow, { kind, priority, audience }: Changed): void {
  const fixed = [
    ['kind', before.kind !== kind],
    ['priority', before.priority !== priority],
    ['audience', before.audience !== audience],
  ] as const;
  const [field] = fixed.find(([, isOther]) => isOther) ?? [];
  if (field !== undefined) throw new Refusal('conflict', 'NOTICE_IS_OUT', undefined, field);
}

/** Nobody but the office sees it from now on; its words, its paper and who has read it are kept. */
export async function archiveNotice(platform: Platform, actor: Actor, id: number): Promise<View> {
  return platform.transact(async (trx) => {
    await putAway(trx, platform, actor, await lockNotice(trx, platform, actor, id));
    return noticeView(platform, trx, actor, await getRow(trx, id));
  });
}

export async function putAway(trx: Trx, platform: Platform, actor: Actor, notice: NoticeRow): Promise<void> {
  const { id, status, version } = notice;
  await trx
    .updateTable('notice')
    .set({
      ...{ status: 'archived', archivedAt: platform.clock.now(), archivedByUserId: actor.userId },
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'notice.archived',
    subjectKind: 'notice',
    subjectId: id,
    oldValues: { status },
  });
  await tellChanged(trx, platform, notice);
}

/** Its row, held until the end of the act. What is archived stays as it was. */
export async function lockNotice(trx: Trx, platform: Platform, actor: Actor, id: number): Promise<NoticeRow> {
  const notice = await platform.dialect
    .forUpdate(trx.selectFrom('notice').selectAll().where('id', '=', id))
    .executeTakeFirst();
  if (notice === undefined || !mayWrite(actor)) throw noSuchNotice();
  if (notice.status === 'archived') throw new Refusal('conflict', 'NOTICE_ARCHIVED');
  return notice;
}

export async function getRow(trx: Trx, id: number): Promise<NoticeRow> {
  const row = await trx.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();
  invariant(row, 'a notice that was just written is there');
  return row;
}

/** Whoever sees the list looks again; of a draft only the staff hear. */
export function tellChanged(trx: Trx, platform: Platform, { id, status }: NoticeRow): Promise<void> {
  return status === 'published'
    ? recordEvent(trx, platform, { name: 'notice.changed', payload: {} })
    : recordEvent(trx, platform, { name: 'notice.drafted', payload: { noticeId: id } });
}

async function keepTexts(trx: Trx, noticeId: number, texts: Written['texts']): Promise<void> {
  for (const text of texts)
    await trx
      .insertInto('notice_text')
      .values({ noticeId, ...text })
      .execute();
}

interface Days {
  readonly publishOn?: CalendarDate | null | undefined;
  readonly publishTime?: string | null | undefined;
  readonly expiresOn?: CalendarDate | null | undefined;
}

const MINUTE_MS = 60_000;

/** Days and times of the society's own clock as instants. The last day counts whole. */
async function timesOf(
  trx: Trx,
  platform: Platform,
  { publishOn = null, publishTime = null, expiresOn = null }: Days,
  outSince: number | null = null,
) {
  const { timeZone } = await bookRules(platform, trx);
  if (publishTime !== null && publishOn === null)
    throw new Refusal('rule', 'NOTICE_TIME_ALONE', undefined, 'publishTime');
  const [hour = 0, minute = 0] = (publishTime ?? '00:00').split(':').map(Number);
  const publishAt = publishOn === null ? null : startOfDay(publishOn, timeZone) + (hour * 60 + minute) * MINUTE_MS;
  const expiresAt = expiresOn === null ? null : startOfDay(addDays(expiresOn, 1), timeZone);
  const from = outSince ?? publishAt;
  if (expiresAt !== null && from !== null && expiresAt <= from) {
    throw new Refusal('rule', 'NOTICE_ENDS_BEFORE', undefined, 'expiresOn');
  }
  return { publishOn, publishTime, publishAt, expiresOn, expiresAt };
}

/** What the trail keeps of it: all it said, so that nothing that ever hung on the board is lost. */
function saidIn(notice: Pick<Written, 'kind' | 'priority' | 'audience' | 'isPinned' | 'texts'> & Days) {
  const { kind, priority, audience, isPinned = false, publishOn, publishTime, expiresOn, texts } = notice;
  return {
    ...{ kind, priority, audience, isPinned },
    ...{ publishOn: publishOn ?? null, publishTime: publishTime ?? null, expiresOn: expiresOn ?? null },
    texts: texts.map(({ language, title, text }) => ({ language, title, text })),
  };
}
