// A browser that somebody has logged in from before carries a mark for them. It opens nothing; it only keeps failures
// of strangers behind the same address from locking the owner of the device out.

import { randomBytes } from 'node:crypto';
import { sameSecret } from '../../platform/keys/keys.ts';
import type { Platform } from '../../platform/platform.ts';

type KeysOnly = Pick<Platform, 'keys'>;

const MOST_PEOPLE = 8;
const FORM = /^([A-Za-z0-9_-]{22})((?:~[A-Za-z0-9_.-]{10,80}){0,8})$/;
const PURPOSE = 'login-device';

export const DEVICE_DAYS = 30;

interface Device {
  readonly id: string;
  readonly marks: readonly string[];
}

function parse(cookie: string | undefined): Device | undefined {
  const [, id, marks = ''] = FORM.exec(cookie ?? '') ?? [];
  return id === undefined ? undefined : { id, marks: marks.split('~').slice(1) };
}

/** The device's id, when this user has logged in from it. */
export function knownDeviceOf(platform: KeysOnly, cookie: string | undefined, userId: number): string | undefined {
  const device = parse(cookie);
  if (device === undefined) return undefined;
  const own = platform.keys.indexKeys(`${device.id}:${userId}`, PURPOSE);
  return device.marks.some((mark) => own.some((key) => sameSecret(mark, key))) ? device.id : undefined;
}

/** The cookie with this user's mark in front. */
export function markDevice(platform: KeysOnly, cookie: string | undefined, userId: number): string {
  const { id, marks } = parse(cookie) ?? { id: randomBytes(16).toString('base64url'), marks: [] };
  const own = platform.keys.indexKeys(`${id}:${userId}`, PURPOSE);
  const [mark = ''] = own;
  const others = marks.filter((other) => !own.includes(other));
  return [id, mark, ...others].slice(0, MOST_PEOPLE + 1).join('~');
}
