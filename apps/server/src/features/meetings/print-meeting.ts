// The papers of a meeting: its notice with the agenda, the list of voters with room to sign, and the minutes.

import type { CalendarDate } from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { documentPdf, instantOnPaper, type OnPaper, type PrintedDocument, readSocietyOnPaper } from '../paper/index.ts';
import { getMeetingFor, inviteesOf, type MeetingRow } from './meeting-queries.ts';
import { itemsOf } from './meeting-view.ts';
import { interestWords, type MeetingWord, sayOfMeeting } from './meeting-words.ts';
import { type MinutesRecord, minutesRecord, readRecord } from './minutes-record.ts';
import { findMinutes, signaturesOf } from './write-minutes.ts';

type Values = Readonly<Record<string, string | number>>;
type Blocks = PrintedDocument['blocks'];
type Say = (word: MeetingWord, values?: Values) => string;

export async function printMeetingNotice(
  platform: Platform,
  actor: Actor,
  { id, language }: { readonly id: number; readonly language: Language },
): Promise<Uint8Array> {
  const reader = platform.database;
  const meeting = await getMeetingFor(reader, actor, id);
  const items = await itemsOf(reader, id);
  const chair = await reader
    .selectFrom('user')
    .select('name')
    .where('id', '=', meeting.chairUserId)
    .executeTakeFirstOrThrow();
  const say = sayingIn(language);
  return paperOf(platform, actor, language, (on) => ({
    title: say('noticeTitle', { title: meeting.title }),
    facts: [...factsOf(meeting, say, on), ...calledOn(meeting.calledOn, say, on)],
    blocks: [
      text(say('notice', { day: on.day(meeting.heldOn), time: meeting.heldTime, place: meeting.place })),
      ...(meeting.link === null ? [] : [text(say('noticeLink', { link: meeting.link }))]),
      text(say('noticeChair', { chair: chair.name })),
      { kind: 'heading', text: say('agenda') },
      ...items.flatMap((item, index) => [
        text(`${index + 1}. ${item.title}`),
        ...linesOf(item.text).map((line) => text(`    ${line}`)),
      ]),
    ],
    signatures: [say('secretary')],
  }));
}

export async function printVoters(
  platform: Platform,
  actor: Actor,
  { id, language }: { readonly id: number; readonly language: Language },
): Promise<Uint8Array> {
  const meeting = await getMeetingFor(platform.database, actor, id);
  const voters = await inviteesOf(platform.database, meeting).where('i.mayVote', '=', 1).orderBy('i.id').execute();
  const say = sayingIn(language);
  return paperOf(platform, actor, language, (on) => ({
    title: say('votersTitle', { title: meeting.title }),
    facts: [
      ...factsOf(meeting, say, on),
      ...(meeting.votersOn === null ? [] : [{ label: say('votersOn'), text: on.day(meeting.votersOn) }]),
      { label: say('voters'), text: String(voters.length) },
    ],
    blocks: [
      {
        kind: 'table',
        isRuled: true,
        columns: [
          { heading: '', part: 8, isNumber: true },
          { heading: say('number'), part: 22 },
          { heading: say('name'), part: 40 },
          { heading: say('signature'), part: 30 },
        ],
        rows: voters.map(({ number, name }, index) => [String(index + 1), number ?? '', name, '']),
      },
    ],
    signatures: [say('secretary'), say('chairSigns')],
  }));
}

/** What was signed, as it was signed; before, the draft as it stands. A member reads signed ones alone. */
export async function printMinutes(
  platform: Platform,
  actor: Actor,
  { id, language }: { readonly id: number; readonly language: Language },
): Promise<Uint8Array> {
  const reader = platform.database;
  const meeting = await getMeetingFor(reader, actor, id);
  const minutes = await findMinutes(reader, id);
  if (minutes === undefined) throw new Refusal('missing', 'MINUTES_NOT_WRITTEN');
  const signed = readRecord(minutes);
  if (signed === undefined && actor.kind === 'member') throw new Refusal('missing', 'MINUTES_NOT_WRITTEN');
  const record = signed ?? (await minutesRecord(reader, meeting, minutes.text, await signaturesOf(reader, minutes)));
  const society = await readSocietyOnPaper(platform);
  const say = sayingIn(language);
  const at = (instant: number) => instantOnPaper(society, instant);
  return paperOf(platform, actor, language, (on) => ({
    title: say(signed === undefined ? 'draftTitle' : 'minutesTitle', { title: record.title }),
    facts: [
      ...factsOf(record, say, on),
      { label: say('chair'), text: record.chair },
      ...calledOn(record.calledOn, say, on),
    ],
    blocks: [
      ...attendance(record, say),
      { kind: 'heading', text: say('agenda') },
      ...record.items.map(({ title }, index) => text(`${index + 1}. ${title}`)),
      { kind: 'heading', text: say('proceedings') },
      ...linesOf(record.text).map(text),
      { kind: 'heading', text: say('resolutions') },
      ...(record.resolutions.length === 0
        ? [text(say('noResolution'))]
        : record.resolutions.flatMap((resolution) => resolutionBlocks(resolution, say, language))),
      ...(record.signatures.length === 0 ? [] : [{ kind: 'heading' as const, text: say('signedBy') }]),
      ...record.signatures.map(({ name, asChair, at: instant }) =>
        text(say(asChair ? 'signedAsChair' : 'signedAsSecond', { name, at: at(instant) })),
      ),
    ],
    signatures: [say('chairSigns'), say('secretary')],
  }));
}

const sayingIn =
  (language: Language): Say =>
  (word, values) =>
    sayOfMeeting(language, word, values);

const text = (line: string) => ({ kind: 'text' as const, text: line });
const linesOf = (typed: string) => typed.split('\n').filter((line) => line.trim() !== '');

function paperOf(
  platform: Platform,
  actor: Actor,
  language: Language,
  compose: (on: OnPaper) => PrintedDocument,
): Promise<Uint8Array> {
  return documentPdf(platform, compose, {
    ...{ language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  });
}

function factsOf(
  { kind, heldOn, heldTime, place }: Pick<MeetingRow, 'kind' | 'heldOn' | 'heldTime' | 'place'>,
  say: Say,
  on: OnPaper,
): PrintedDocument['facts'] {
  return [
    { label: say('kind'), text: say(kind) },
    { label: say('day'), text: on.day(heldOn) },
    { label: say('time'), text: heldTime },
    { label: say('place'), text: place },
  ];
}

const calledOn = (day: CalendarDate | null, say: Say, on: OnPaper): PrintedDocument['facts'] =>
  day === null ? [] : [{ label: say('calledOn'), text: on.day(day) }];

function attendance({ present, entitled, quorum, attendees }: MinutesRecord, say: Say): Blocks {
  const named = attendees.map(({ name, number }) => (number === null ? name : `${name} (${number})`));
  return [
    { kind: 'heading', text: say('present') },
    text(say('presentCount', { present, entitled, quorum })),
    ...(named.length === 0 ? [] : [text(`${say('presentNames')}: ${named.join(', ')}`)]),
  ];
}

function resolutionBlocks(
  {
    number,
    text: resolved,
    proposer,
    seconder,
    state,
    manner,
    votes,
    castingVote,
    interested,
  }: MinutesRecord['resolutions'][number],
  say: Say,
  language: Language,
): Blocks {
  const counted = votes === null || manner === null ? [] : [say('votes', { ...votes, manner: say(manner) })];
  const casting = castingVote === null ? [] : [say('casting', { choice: say(castingVote) })];
  const apart =
    interested.length === 0
      ? []
      : [
          say('interested', {
            names: interested.map(({ name, reason }) => `${name} (${interestWords(language, reason)})`).join(', '),
          }),
        ];
  return [
    { kind: 'heading', text: say('resolution', { number: number ?? '' }) },
    text(resolved),
    text(
      [
        say('movedBy', { proposer: proposer ?? '', seconder: seconder ?? '' }),
        ...counted,
        ...casting,
        ...apart,
        say(state === 'carried' ? 'carried' : 'lost'),
      ].join(' '),
    ),
  ];
}
