// A meeting as its page shows it. A member sees neither who voted how nor who was interested.

import type { MeetingView, ResolutionView } from '@kafal/contract';
import { invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  adjournableTo,
  countMeeting,
  getMeetingFor,
  inviteesOf,
  isPresent,
  type MeetingRow,
  mayManage,
  ownInvitee,
  type ResolutionRow,
  sits,
} from './meeting-queries.ts';
import { interestWords } from './meeting-words.ts';

export type View = z.input<typeof MeetingView>;
type ResolutionShown = z.input<typeof ResolutionView>;

const instant = (at: number) => new Date(at).toISOString();

export async function meetingView(platform: Platform, reader: Reader, actor: Actor, id: number): Promise<View> {
  const meeting = await getMeetingFor(reader, actor, id);
  const items = await itemsOf(reader, id);
  const resolutions = await resolutionsShown(reader, actor, meeting, items);
  const count = await countMeeting(reader, meeting);
  const minutes = await reader.selectFrom('minutes').select('signedAt').where('meetingId', '=', id).executeTakeFirst();
  const minutesSigned = minutes !== undefined && minutes.signedAt !== null;
  const chair = await reader
    .selectFrom('user')
    .select('name')
    .where('id', '=', meeting.chairUserId)
    .executeTakeFirstOrThrow();
  const mayAdjourn = meeting.status === 'open' && meeting.sitting === 1 && !count.isQuorate;
  const isStaff = actor.kind !== 'member';
  const isChair = meeting.chairUserId === actor.userId;
  return {
    ...rowOf(meeting),
    isVoting: resolutions.some(({ state }) => state === 'voting'),
    hasMinutes: minutesSigned,
    version: meeting.version,
    chair: chair.name,
    chairUserId: String(meeting.chairUserId),
    calledOn: meeting.calledOn,
    noticeId: meeting.noticeId === null ? null : String(meeting.noticeId),
    items: items.map(({ id: itemId, kind, title, text, subjectId }) => ({
      ...{ id: String(itemId), kind, title, text },
      subjectId: subjectId === null || !isStaff ? null : String(subjectId),
    })),
    resolutions,
    votersOn: meeting.votersOn,
    ...count,
    adjournableTo: mayAdjourn ? await adjournableTo(platform, reader, meeting) : null,
    steps: isStaff ? await stepsOf(reader, id) : [],
    may: {
      manage: mayManage(actor),
      chair: isStaff && (mayManage(actor) || isChair),
      sign: isChair || sits(actor) || mayManage(actor),
    },
    own: await ownOf(reader, actor, meeting),
    minutesSigned,
  };
}

export function rowOf(meeting: MeetingRow) {
  const { id, kind, title, status, heldOn, heldTime, place, link, sitting } = meeting;
  return { id: String(id), kind, title, state: status, heldOn, heldTime, place, link, isAdjourned: sitting > 1 };
}

export function itemsOf(reader: Reader, meetingId: number): Promise<Row<'meeting_item'>[]> {
  return reader.selectFrom('meeting_item').selectAll().where('meetingId', '=', meetingId).orderBy('place').execute();
}

async function ownOf(reader: Reader, actor: Actor, meeting: MeetingRow): Promise<View['own']> {
  const own = await ownInvitee(reader, actor, meeting.id);
  if (own === undefined) return null;
  return {
    mayVote: own.mayVote === 1,
    noVoteBecause: own.noVoteBecause,
    isPresent: await isPresent(reader, meeting, own.id),
  };
}

async function stepsOf(reader: Reader, meetingId: number): Promise<View['steps']> {
  const steps = await reader
    .selectFrom('meeting_step as s')
    .innerJoin('user as u', 'u.id', 's.userId')
    .select(['s.act', 's.note', 's.recordedAt', 'u.name'])
    .where('s.meetingId', '=', meetingId)
    .orderBy('s.id')
    .execute();
  return steps.map(({ act, note, recordedAt, name }) => ({ act, by: name, at: instant(recordedAt), note }));
}

export async function resolutionsShown(
  reader: Reader,
  actor: Actor,
  meeting: MeetingRow,
  items: readonly Row<'meeting_item'>[],
): Promise<ResolutionShown[]> {
  const rows = await reader
    .selectFrom('resolution')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .where('status', '<>', 'withdrawn')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const marks = await marksOf(
    reader,
    rows.map(({ id }) => id),
  );
  const movers = rows.flatMap(({ proposerId, seconderId }) => [proposerId, seconderId]);
  const people = await inviteesOf(reader, meeting)
    .where('i.id', 'in', [...new Set(movers)])
    .execute();
  const nameOf = (inviteeId: number) => people.find(({ id }) => id === inviteeId)?.name ?? null;
  const own = await ownInvitee(reader, actor, meeting.id);
  const votesNow = own !== undefined && own.mayVote === 1 && (await isPresent(reader, meeting, own.id));
  return rows.map((row) => {
    const ofRow = marks.filter(({ resolutionId }) => resolutionId === row.id);
    const mine = ofRow.find(({ inviteeId }) => inviteeId === own?.id);
    const item = items.find(({ id }) => id === row.itemId);
    const isCounted = row.votesFor !== null;
    const isStaff = actor.kind !== 'member';
    return {
      id: String(row.id),
      meetingId: String(row.meetingId),
      itemId: row.itemId === null ? null : String(row.itemId),
      ...{ number: row.number, text: row.text, majority: row.majority, state: row.status, manner: row.manner },
      proposer: nameOf(row.proposerId),
      seconder: nameOf(row.seconderId),
      votes: votesOf(row),
      cast: ofRow.filter(({ kind }) => kind === 'voted').length,
      castingVote: row.castingVote,
      decidedOn: row.decidedOn,
      interested: isStaff
        ? ofRow
            .filter(({ kind }) => kind === 'interest')
            .map(({ name, reason }) => ({ name, reason: interestWords(actor.language, reason ?? '') }))
        : [],
      openVotes:
        isStaff && isCounted ? ofRow.flatMap(({ name, choice }) => (choice === null ? [] : [{ name, choice }])) : [],
      subject:
        isStaff && item !== undefined && item.subjectId !== null
          ? { kind: item.kind, id: String(item.subjectId) }
          : null,
      mayVote: row.status === 'voting' && votesNow && mine === undefined,
      hasVoted: mine?.kind === 'voted',
    };
  });
}

export function votesOf({ votesFor, votesAgainst, votesAbstained }: ResolutionRow): ResolutionShown['votes'] {
  if (votesFor === null) return null;
  invariant(votesAgainst !== null && votesAbstained !== null, 'votes are counted whole');
  return { for: votesFor, against: votesAgainst, abstained: votesAbstained };
}

/** By name: the rows lie in no order of time. */
function marksOf(reader: Reader, resolutionIds: readonly number[]) {
  return reader
    .selectFrom('vote_mark as v')
    .innerJoin('meeting_invitee as i', 'i.id', 'v.inviteeId')
    .leftJoin('member as m', 'm.id', 'i.memberId')
    .leftJoin('user as u', 'u.id', 'i.userId')
    .select(['v.resolutionId', 'v.inviteeId', 'v.kind', 'v.choice', 'v.reason'])
    .select(({ fn }) => fn.coalesce('m.name', 'u.name').as('name'))
    .where('v.resolutionId', 'in', [...resolutionIds])
    .orderBy('v.inviteeId')
    .$narrowType<{ name: string }>()
    .execute();
}
