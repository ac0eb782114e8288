// What a member shows at the door: signed by the house and good for a minute, so that a picture sent home is worth nothing by the
// time it is shown, and the person at the desk sees whose it is. Attendance is kept once, however often a code is read.

import { timingSafeEqual } from 'node:crypto';
import type { AttendanceCode } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { getMeetingFor, ownInvitee } from './meeting-queries.ts';

const GOOD_FOR_MS = 60_000;
const PREFIX = 'KM1';
const MAC_BYTES = 12;

const signed = (meetingId: number, inviteeId: number, until: number) =>
  `meeting-attendance\u0000${meetingId}.${inviteeId}.${until}`;

export async function attendanceCode(
  platform: Platform,
  actor: Actor,
  meetingId: number,
): Promise<z.input<typeof AttendanceCode>> {
  const meeting = await getMeetingFor(platform.database, actor, meetingId);
  const own = await ownInvitee(platform.database, actor, meeting.id);
  if (own === undefined) throw new Refusal('rule', 'ATTENDANCE_NOT_INVITED');
  if (meeting.status !== 'open' && meeting.status !== 'called') throw new Refusal('conflict', 'MEETING_NOT_OPEN');
  const until = platform.clock.now() + GOOD_FOR_MS;
  const { mac } = platform.keys.mac('index', signed(meeting.id, own.id, until));
  const code = [PREFIX, meeting.id, own.id, until.toString(36), mac.subarray(0, MAC_BYTES).toString('base64url')];
  const text = code.join('.');
  const qrcode = await import('qrcode');
  const qrSvg = await qrcode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return { code: text, qrSvg, expiresAt: new Date(until).toISOString() };
}

export const looksLikeCode = (typed: string): boolean => typed.startsWith(`${PREFIX}.`);

/** Whose code it is; refused when it is of another meeting, too old, or not of this house. */
export function readAttendanceCode(platform: Platform, meetingId: number, typed: string): number {
  const [, meeting, invitee, until, mac] =
    /^KM1\.(\d{1,15})\.(\d{1,15})\.([0-9a-z]{1,12})\.([A-Za-z0-9_-]{16})$/.exec(typed) ?? [];
  if (meeting === undefined || invitee === undefined || until === undefined || mac === undefined) throw notGood();
  const goodUntil = Number.parseInt(until, 36);
  const given = Buffer.from(mac, 'base64url');
  const text = signed(Number(meeting), Number(invitee), goodUntil);
  const isOurs = platform.keys
    .macs('index', text)
    .some((own) => timingSafeEqual(own.subarray(0, MAC_BYTES), given.subarray(0, MAC_BYTES)));
  const isGood = isOurs && Number(meeting) === meetingId && goodUntil >= platform.clock.now();
  if (!isGood) throw notGood();
  return Number(invitee);
}

const notGood = () => new Refusal('rule', 'ATTENDANCE_CODE', undefined, 'who');
