// The door of every API route, made once per route when the server starts: who is it, are they asking too much, may
// they do this. It runs before a body is read.

import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { Taken } from '../limits/limits.ts';
import { tooMany } from '../limits/limits.ts';
import type { Platform } from '../platform.ts';
import type { Actor } from './actor.ts';
import type { Authenticator } from './authenticator.ts';
import type { Audience, RouteLimit, RoutePermission } from './kafal-app.ts';
import { Refusal } from './refusal.ts';

export interface RouteRule {
  permission: RoutePermission;
  audience: Audience;
  limit: RouteLimit | undefined;
}

type Done = (error?: Error) => void;

export function guardRoute(
  rule: RouteRule,
  platform: Platform,
  authenticator: () => Authenticator,
): onRequestHookHandler {
  const { permission } = rule;
  const isPublic = permission === 'public';
  // A path that serves both roles asks each for a permission of its own.
  const asked =
    typeof permission === 'object'
      ? permission
      : permission === 'public' || permission === 'signed-in'
        ? undefined
        : { member: permission, staff: permission };

  const admit = (actor: Actor | undefined, request: FastifyRequest, reply: FastifyReply, done: Done) => {
    request.signedIn = actor;
    const taken = takeOne(rule.limit, actor, request, platform);
    if (taken instanceof Promise) {
      taken.then((counted) => decide(actor, counted, reply, done), done);
    } else {
      decide(actor, taken, reply, done);
    }
  };

  const decide = (actor: Actor | undefined, taken: Taken | undefined, reply: FastifyReply, done: Done) => {
    if (taken !== undefined) {
      tellLimit(reply, taken);
      if (!taken.isAllowed) return done(tooMany('TOO_MANY_REQUESTS', taken));
    }
    if (isPublic) return done();
    if (actor === undefined) {
      reply.header('www-authenticate', 'Bearer');
      return done(new Refusal('unauthorised', 'NOT_SIGNED_IN'));
    }
    if (rule.audience !== 'both' && actor.kind !== rule.audience) {
      return done(new Refusal('forbidden', rule.audience === 'staff' ? 'FOR_STAFF_ONLY' : 'FOR_MEMBERS_ONLY'));
    }
    if (asked !== undefined && !actor.permissions.has(actor.kind === 'member' ? asked.member : asked.staff)) {
      return done(new Refusal('forbidden', 'NOT_PERMITTED'));
    }
    done();
  };

  return (request, reply, done) => {
    let found: ReturnType<Authenticator['authenticate']>;
    try {
      found = authenticator().authenticate(request);
    } catch (error) {
      return refused(error, request, reply, done);
    }
    if (found instanceof Promise) {
      found.then(
        (actor) => admit(actor, request, reply, done),
        (error) => refused(error, request, reply, done),
      );
    } else {
      admit(found, request, reply, done);
    }
  };

  /** A worn-out token does not keep anybody from a public route, such as logging in again. */
  function refused(error: unknown, request: FastifyRequest, reply: FastifyReply, done: Done): void {
    const mayGoOn = isPublic && error instanceof Refusal && error.kind !== 'unavailable';
    if (mayGoOn) admit(undefined, request, reply, done);
    else done(error instanceof Error ? error : new Error('The authenticator threw something that is no error.'));
  }
}

function takeOne(
  limit: RouteLimit | undefined,
  actor: Actor | undefined,
  request: FastifyRequest,
  platform: Platform,
): Taken | Promise<Taken> | undefined {
  if (limit === 'none' || limit === 'login' || limit === 'refresh') return undefined;
  return actor === undefined
    ? platform.limits.takeAnonymous(request.caller.address)
    : platform.limits.takeUser(actor.userId);
}

export function tellLimit(reply: FastifyReply, taken: Taken): void {
  reply.header('ratelimit-limit', taken.limit);
  reply.header('ratelimit-remaining', taken.remaining);
  reply.header('ratelimit-reset', taken.resetSeconds);
}
