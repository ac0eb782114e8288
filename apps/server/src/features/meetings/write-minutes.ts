// The minutes are drafted from what was kept, written by one, and signed by the chair and one more, neither of whom wrote them. From
// then on nothing in them changes.

import type { MinutesView, SignMinutesBody, WriteMinutesBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { mergeMessages } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import { areOnePerson } from '../approvals/index.ts';
import { dateOnPaper, readSocietyOnPaper } from '../paper/index.ts';
import { getMeetingFor, lockMeeting, type MeetingRow, mayManage, recordMeetingStep, sits } from './meeting-queries.ts';
import { sayOfMeeting } from './meeting-words.ts';
import { meetingsMessages } from './messages.ts';
import { type MinutesRecord, minutesRecord } from './minutes-record.ts';

type MinutesShown = z.input<typeof MinutesView>;
type MinutesRow = Row<'minutes'>;

export async function readMinutes(platform: Platform, actor: Actor, meetingId: number): Promise<MinutesShown> {
  const meeting = await getMeetingFor(platform.database, actor, meetingId);
  return minutesView(platform, platform.database, actor, meeting);
}

export async function writeMinutes(
  platform: Platform,
  actor: Actor,
  meetingId: number,
  { text, version }: z.output<typeof WriteMinutesBody>,
): Promise<MinutesShown> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, meetingId);
    refuseUnlessHeld(meeting);
    const before = await findMinutes(trx, meetingId);
    refuseSigned(before);
    if ((before?.version ?? 0) !== version) throw new Refusal('conflict', 'MINUTES_CHANGED_MEANWHILE');
    const written = { text, writtenByUserId: actor.userId, writtenAt: platform.clock.now(), version: version + 1 };
    if (before === undefined) {
      await trx
        .insertInto('minutes')
        .values({ meetingId, ...written, record: null, signedAt: null })
        .execute();
    } else {
      // Whoever signed the words before signs the new ones again.
      await trx.updateTable('minutes').set(written).where('meetingId', '=', meetingId).execute();
    }
    await recordMeetingStep(trx, platform, actor, meetingId, { act: 'minutes-written', values: { text } });
    return minutesView(platform, trx, actor, meeting);
  });
}

export async function signMinutes(
  platform: Platform,
  actor: Actor,
  meetingId: number,
  { version }: z.output<typeof SignMinutesBody>,
): Promise<MinutesShown> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, meetingId);
    refuseUnlessHeld(meeting);
    const minutes = await findMinutes(trx, meetingId);
    if (minutes === undefined) throw new Refusal('conflict', 'MINUTES_NOT_WRITTEN');
    refuseSigned(minutes);
    if (minutes.version !== version) throw new Refusal('conflict', 'MINUTES_CHANGED_MEANWHILE');
    const refused = await whyNot(trx, actor, meeting, minutes);
    if (refused !== undefined) throw new Refusal('forbidden', refused);
    const isChair = meeting.chairUserId === actor.userId;
    const now = platform.clock.now();
    await trx
      .insertInto('minutes_signature')
      .values({ meetingId, userId: actor.userId, asChair: isChair ? 1 : 0, version, signedAt: now })
      .execute();
    const signatures = await signaturesOf(trx, minutes);
    if (signatures.some(({ asChair }) => asChair) && signatures.some(({ asChair }) => !asChair)) {
      const record = JSON.stringify(await minutesRecord(trx, meeting, minutes.text, signatures));
      await trx.updateTable('minutes').set({ record, signedAt: now }).where('meetingId', '=', meetingId).execute();
    }
    await recordMeetingStep(trx, platform, actor, meetingId, { act: 'minutes-signed', values: { asChair: isChair } });
    return minutesView(platform, trx, actor, meeting);
  });
}

async function minutesView(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  meeting: MeetingRow,
): Promise<MinutesShown> {
  const minutes = await findMinutes(reader, meeting.id);
  const isMember = actor.kind === 'member';
  // What is not signed is the office’s own paper.
  if (isMember && (minutes === undefined || minutes.signedAt === null)) {
    throw new Refusal('missing', 'MINUTES_NOT_WRITTEN');
  }
  if (minutes === undefined) {
    return {
      meetingId: String(meeting.id),
      text: await draftOfMinutes(platform, reader, meeting, actor.language),
      ...{ isWritten: false, writtenBy: null, writtenAt: null, version: 0, signatures: [], isSigned: false },
      mayNotSignBecause: saidBy(actor, 'MINUTES_NOT_WRITTEN'),
    };
  }
  const writer = await reader
    .selectFrom('user')
    .select('name')
    .where('id', '=', minutes.writtenByUserId)
    .executeTakeFirstOrThrow();
  const refused = minutes.signedAt === null ? await whyNot(reader, actor, meeting, minutes) : 'MINUTES_SIGNED';
  return {
    meetingId: String(meeting.id),
    ...{ text: minutes.text, isWritten: true, writtenBy: writer.name, version: minutes.version },
    writtenAt: new Date(minutes.writtenAt).toISOString(),
    signatures: (await signaturesOf(reader, minutes)).map(({ name, asChair, at }) => ({
      ...{ name, asChair, at: new Date(at).toISOString() },
    })),
    isSigned: minutes.signedAt !== null,
    mayNotSignBecause: refused === undefined ? null : saidBy(actor, refused),
  };
}

const saidBy = ({ language }: Actor, code: string): string =>
  mergeMessages([meetingsMessages]).say(language, code) ?? code;

export const findMinutes = (reader: Reader, meetingId: number): Promise<MinutesRow | undefined> =>
  reader.selectFrom('minutes').selectAll().where('meetingId', '=', meetingId).executeTakeFirst();

/** Of the words as they stand now. */
export async function signaturesOf(
  reader: Reader,
  { meetingId, version }: MinutesRow,
): Promise<MinutesRecord['signatures']> {
  const rows = await reader
    .selectFrom('minutes_signature as s')
    .innerJoin('user as u', 'u.id', 's.userId')
    .select(['u.name', 's.asChair', 's.signedAt', 's.userId'])
    .where('s.meetingId', '=', meetingId)
    .where('s.version', '=', version)
    .orderBy('s.signedAt')
    .orderBy('s.userId')
    .execute();
  return rows.map(({ name, asChair, signedAt }) => ({ name, asChair: asChair === 1, at: signedAt }));
}

async function whyNot(
  reader: Reader,
  actor: Actor,
  meeting: MeetingRow,
  { meetingId, version, writtenByUserId }: MinutesRow,
): Promise<string | undefined> {
  const isSigner = meeting.chairUserId === actor.userId || sits(actor) || mayManage(actor);
  if (actor.kind === 'member' || !isSigner) return 'MINUTES_SIGNER';
  if (await areOnePerson(reader, writtenByUserId, actor.userId)) return 'MINUTES_OWN';
  const signatures = await reader
    .selectFrom('minutes_signature')
    .select('userId')
    .where('meetingId', '=', meetingId)
    .where('version', '=', version)
    .execute();
  for (const { userId } of signatures) {
    if (await areOnePerson(reader, userId, actor.userId)) return 'MINUTES_SIGNED_BY_YOU';
  }
  return undefined;
}

function refuseUnlessHeld({ status }: MeetingRow): void {
  if (status !== 'held') throw new Refusal('conflict', 'MEETING_NOT_HELD');
}

function refuseSigned(minutes: MinutesRow | undefined): void {
  if (minutes !== undefined && minutes.signedAt !== null) throw new Refusal('conflict', 'MINUTES_SIGNED');
}

/** What was kept, as sentences to go on from, in the language of whoever writes. */
async function draftOfMinutes(
  platform: Platform,
  reader: Reader,
  meeting: MeetingRow,
  language: Language,
): Promise<string> {
  const society = await readSocietyOnPaper(platform);
  const record = await minutesRecord(reader, meeting, '', []);
  const { chair, place, heldTime: time, heldOn, entitled, present, quorum } = record;
  const say = (word: Parameters<typeof sayOfMeeting>[1], values: Readonly<Record<string, string | number>> = {}) =>
    sayOfMeeting(language, word, values);
  const resolved = record.resolutions.map(({ number, text, state }) =>
    say('draftResolved', { number: number ?? '', text, outcome: say(state === 'carried' ? 'carried' : 'lost') }),
  );
  return [
    say('draftBegan', { chair, place, time, day: dateOnPaper(society, heldOn, language) }),
    ...(record.isAdjourned ? [say('draftAdjourned')] : []),
    say(record.isQuorate ? 'draftQuorum' : 'draftNoQuorum', { entitled, present, quorum }),
    ...record.items.map(({ title }, index) => say('draftItem', { place: index + 1, title })),
    ...(resolved.length === 0 ? [say('draftNone')] : resolved),
    say('draftEnd'),
  ].join('\n');
}
