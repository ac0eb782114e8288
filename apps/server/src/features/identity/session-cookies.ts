// What the web app's browser keeps: the refresh token, out of reach of any script, and the mark of a known device.

import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSameOrigin } from '../../platform/http/origins.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { DEVICE_DAYS } from './known-device.ts';
import type { Client, Entry } from './sessions.ts';

const NAMES: Readonly<Record<Entry, string>> = { member: 'kafal-member', staff: 'kafal-staff' };
const DEVICE = 'kafal-device';
const DAY_SECONDS = 86_400;

/** A browser keeps a `__Host-` cookie from every other host and path, and only over HTTPS. */
const nameOf = (request: FastifyRequest, name: string) => (request.isSecure ? `__Host-${name}` : name);

const optionsOf = (request: FastifyRequest): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: request.isSecure,
});

export function clientOf(request: FastifyRequest): Client {
  return request.headers['x-kafal-client'] === 'web' ? 'web' : 'other';
}

export function keepRefreshCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  entry: Entry,
  refreshToken: string,
  maxAge: number,
): void {
  reply.setCookie(nameOf(request, NAMES[entry]), refreshToken, { ...optionsOf(request), maxAge });
}

export function dropRefreshCookie(request: FastifyRequest, reply: FastifyReply, entry: Entry): void {
  reply.setCookie(nameOf(request, NAMES[entry]), '', { ...optionsOf(request), maxAge: 0 });
}

export function deviceCookie(request: FastifyRequest): string | undefined {
  return request.cookies[nameOf(request, DEVICE)];
}

export function keepDeviceCookie(request: FastifyRequest, reply: FastifyReply, value: string): void {
  reply.setCookie(nameOf(request, DEVICE), value, { ...optionsOf(request), maxAge: DEVICE_DAYS * DAY_SECONDS });
}

export interface RefreshCookie {
  readonly entry: Entry;
  readonly refreshToken: string;
}

/** The refresh cookie of the entry that is meant: the named one, or the only one there is. */
export function refreshCookie(request: FastifyRequest, entry: Entry | undefined): RefreshCookie | undefined {
  const found = (['member', 'staff'] as const)
    .filter((each) => entry === undefined || each === entry)
    .flatMap((each) => {
      const refreshToken = request.cookies[nameOf(request, NAMES[each])];
      return refreshToken === undefined || refreshToken === '' ? [] : [{ entry: each, refreshToken }];
    });
  if (found.length > 1) throw new Refusal('malformed', 'AUDIENCE_NEEDED', {}, 'audience');
  return found[0];
}

/** A browser sends cookies along with whatever page made the request; only our own page may use them. */
export function isOwnPage(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (clientOf(request) !== 'web' || origin === undefined || !isSameOrigin(origin, request.host)) return false;
  return !request.isSecure || origin.startsWith('https://');
}

export function refuseForeignPage(request: FastifyRequest): void {
  if (!isOwnPage(request)) throw new Refusal('forbidden', 'COOKIE_OF_OWN_PAGE_ONLY');
}
