// Who is behind a request. The token says which session; the session says who it is and what they may do, and it is
// looked at for every request, so that a log-out, a suspension or another role acts at once.

import { MEMBER_PERMISSIONS, type Permission } from '@kafal/contract';
import type { FastifyRequest } from 'fastify';
import type { Actor, Caller, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkAccessToken } from './access-token.ts';
import { type CheckedToken, type KnownSession, memoryOf } from './memory.ts';
import { permissionsOfRole } from './user-queries.ts';

/** All that somebody may do who has not yet chosen a password of their own. */
const BEFORE_OWN_PASSWORD: ReadonlySet<string> = new Set([
  'GET /api/me',
  'HEAD /api/me',
  'POST /api/auth/password/change',
  'POST /api/auth/logout',
  'POST /api/auth/refresh',
]);

export function authenticate(
  platform: Platform,
  request: FastifyRequest,
): Actor | undefined | Promise<Actor | undefined> {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  const token = bearerToken(authorization);
  if (token === undefined) return undefined;

  const session = sessionOfToken(platform, token);
  return session instanceof Promise
    ? session.then((found) => actorOfRequest(found, request))
    : actorOfRequest(session, request);
}

/** For lines that carry the token themselves, such as sockets. Nobody who must first choose a password. */
export async function actorOfToken(platform: Platform, token: string, caller: Caller): Promise<Actor | undefined> {
  const session = await sessionOfToken(platform, token);
  return session === undefined || session.mustChangePassword ? undefined : actorOf(session, caller);
}

function bearerToken(authorization: string): string | undefined {
  return authorization.slice(0, 7).toLowerCase() === 'bearer ' ? authorization.slice(7).trim() : undefined;
}

function actorOfRequest(session: KnownSession | undefined, request: FastifyRequest): Actor | undefined {
  if (session === undefined) return undefined;
  if (session.mustChangePassword && !BEFORE_OWN_PASSWORD.has(`${request.method} ${request.routeOptions.url}`)) {
    throw new Refusal('forbidden', 'PASSWORD_CHANGE_NEEDED');
  }
  const { caller } = request;
  const actor = actorOf(session, caller);
  return request.headers['accept-language'] === undefined ? { ...actor, language: session.language } : actor;
}

function actorOf(session: KnownSession, caller: Caller): Actor {
  return {
    userId: session.userId,
    kind: session.kind,
    memberId: session.memberId,
    roleCode: session.roleCode,
    permissions: session.permissions,
    sessionId: session.sessionId,
    name: session.name,
    address: caller.address,
    agent: caller.agent,
    language: caller.language,
    requestId: caller.requestId,
  };
}

function sessionOfToken(
  platform: Platform,
  token: string,
): KnownSession | undefined | Promise<KnownSession | undefined> {
  const checked = checkAccessToken(platform, token);
  return checked instanceof Promise
    ? checked.then((claims) => (claims === undefined ? undefined : livingSession(platform, claims)))
    : checked && livingSession(platform, checked);
}

function livingSession(
  platform: Platform,
  claims: CheckedToken,
): KnownSession | undefined | Promise<KnownSession | undefined> {
  const now = platform.clock.now();
  const memory = memoryOf(platform);
  // Where several servers share one database, another of them may have ended the session a moment ago.
  const isShared = platform.config.redisUrl !== null;
  const known = isShared ? undefined : memory.session(claims.sessionId, now);
  if (known !== undefined) return belongs(known, claims, now);
  return memory
    .read(claims.sessionId, () => readSession(platform, claims.sessionId))
    .then((read) => belongs(read, claims, now));
}

function belongs(session: KnownSession | undefined, claims: CheckedToken, now: number): KnownSession | undefined {
  const isOfToken =
    session !== undefined &&
    session.userId === claims.userId &&
    session.kind === claims.audience &&
    session.expiresAt > now;
  return isOfToken ? session : undefined;
}

interface SessionRow {
  userId: number;
  kind: 'member' | 'staff';
  memberId: number | null;
  roleCode: string | null;
  name: string;
  language: Language;
  mustChangePassword: number;
  expiresAt: number;
  lastSeenAt: number;
}

const READ_SESSION =
  'SELECT s.userId, u.kind, u.memberId, u.roleCode, u.name, u.language, u.mustChangePassword, s.expiresAt, s.lastSeenAt ' +
  'FROM `session` s INNER JOIN `user` u ON u.id = s.userId ' +
  "WHERE s.id = ? AND s.endedAt IS NULL AND u.status = 'active'";

const MEMBER: ReadonlySet<Permission> = new Set(MEMBER_PERMISSIONS);
const NONE: ReadonlySet<Permission> = new Set();

async function readSession(platform: Platform, sessionId: string): Promise<KnownSession | undefined> {
  const readAt = platform.clock.now();
  const row = await platform.dialect.one<SessionRow>(platform.database, READ_SESSION, [sessionId]);
  if (row === undefined) return undefined;
  noteSeen(platform, sessionId, row.lastSeenAt, readAt);
  return {
    sessionId,
    userId: row.userId,
    kind: row.kind,
    memberId: row.memberId,
    roleCode: row.roleCode,
    permissions: await permissionsOf(platform, row),
    name: row.name,
    language: row.language,
    mustChangePassword: row.mustChangePassword === 1,
    expiresAt: row.expiresAt,
    readAt,
  };
}

async function permissionsOf(platform: Platform, row: SessionRow): Promise<ReadonlySet<Permission>> {
  if (row.kind === 'member') return MEMBER;
  return row.roleCode === null ? NONE : new Set(await permissionsOfRole(platform.database, row.roleCode));
}

const SEEN_EVERY_MS = 300_000;
const NOTE_SEEN = 'UPDATE `session` SET lastSeenAt = ? WHERE id = ? AND endedAt IS NULL AND lastSeenAt < ?';

/** Beside the request: nobody waits for the list of sessions to be up to date to the minute. */
function noteSeen(platform: Platform, sessionId: string, lastSeenAt: number, now: number): void {
  if (now - lastSeenAt < SEEN_EVERY_MS) return;
  const tell = (err: unknown) => platform.log.debug({ err }, 'the last use of a session was not noted');
  platform
    .transact(async (trx) => {
      await platform.dialect.run(trx, NOTE_SEEN, [now, sessionId, now]);
    })
    .catch(tell);
}
