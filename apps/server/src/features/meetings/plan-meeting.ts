// A meeting is drafted with its agenda, and changed until its notice is out.

import type { ChangeMeetingBody, MeetingBody } from '@kafal/contract';
import { invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, underKeyIfSent } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { committeeNow, lockMeeting, recordMeetingStep } from './meeting-queries.ts';
import { meetingView, type View } from './meeting-view.ts';
import { loansToSanction, loansToWriteOff } from './prepare-meeting.ts';

type Planned = z.output<typeof MeetingBody>;

export async function draftMeeting(
  platform: Platform,
  actor: Actor,
  planned: Planned,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<View>> {
  const draft = async (trx: Trx): Promise<View> => {
    await refusePlan(trx, planned);
    const { insertId } = await trx
      .insertInto('meeting')
      .values({
        ...columnsOf(planned),
        ...{ status: 'draft', calledOn: null, noticeId: null, votersOn: null },
        ...{ createdByUserId: actor.userId, createdAt: platform.clock.now() },
      })
      .executeTakeFirstOrThrow();
    const id = Number(insertId);
    await keepItems(trx, id, planned.items);
    await recordMeetingStep(trx, platform, actor, id, { act: 'drafted', values: saidIn(planned) });
    return meetingView(platform, trx, actor, id);
  };
  return underKeyIfSent(platform, actor, idempotency, draft);
}

export async function changeMeeting(
  platform: Platform,
  actor: Actor,
  id: number,
  { version, ...planned }: z.output<typeof ChangeMeetingBody>,
): Promise<View> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    if (meeting.status !== 'draft') throw new Refusal('conflict', 'MEETING_NOT_DRAFT');
    if (meeting.version !== version) throw new Refusal('conflict', 'MEETING_CHANGED_MEANWHILE');
    await refusePlan(trx, planned);
    await trx
      .updateTable('meeting')
      .set({ ...columnsOf(planned), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await trx.deleteFrom('meeting_item').where('meetingId', '=', id).execute();
    await keepItems(trx, id, planned.items);
    await recordMeetingStep(trx, platform, actor, id, { act: 'drafted', values: saidIn(planned) });
    return meetingView(platform, trx, actor, id);
  });
}

const columnsOf = ({ kind, title, heldOn, heldTime, place, link, chairUserId }: Planned) => ({
  ...{ kind, title, heldOn, heldTime, place, chairUserId },
  link: link ?? null,
});

const saidIn = (planned: Planned) => ({
  ...columnsOf(planned),
  items: planned.items.map(({ title, subjectId }) => (subjectId ? { title, loanId: subjectId } : { title })),
});

async function refusePlan(reader: Reader, { chairUserId, items }: Planned): Promise<void> {
  const committee = await committeeNow(reader);
  if (!committee.some(({ id }) => id === chairUserId)) {
    throw new Refusal('rule', 'MEETING_CHAIR', undefined, 'chairUserId');
  }
  const loans = items.flatMap(({ kind, subjectId }) => (kind === 'text' ? [] : [subjectId ?? 0]));
  if (new Set(loans).size < loans.length) throw new Refusal('rule', 'MEETING_LOAN_TWICE', undefined, 'items');
  for (const [place, { kind, subjectId }] of items.entries()) {
    if (kind === 'text') continue;
    const waiting = kind === 'loan' ? loansToSanction(reader) : loansToWriteOff(reader);
    const loan = await waiting.where('l.id', '=', subjectId ?? 0).executeTakeFirst();
    if (loan === undefined) throw new Refusal('rule', 'MEETING_LOAN', undefined, `items.${place}.subjectId`);
  }
}

async function keepItems(trx: Trx, meetingId: number, items: Planned['items']): Promise<void> {
  invariant(items.length > 0, 'an agenda has an item');
  await trx
    .insertInto('meeting_item')
    .values(
      items.map(({ kind, title, text, subjectId }, index) => ({
        ...{ meetingId, place: index + 1, kind, title, text: text ?? '' },
        subjectId: kind === 'text' ? null : (subjectId ?? null),
      })),
    )
    .execute();
}
