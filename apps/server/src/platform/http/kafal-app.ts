// The app as features see it: Fastify with zod schemas, the platform, and what a route must say about itself.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Permission } from '@kafal/contract';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Platform } from '../platform.ts';
import type { Actor, Caller } from './actor.ts';
import type { Authenticator } from './authenticator.ts';
import type { SocketServer } from './sockets.ts';

export type KafalApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/**
 * A route without a permission stops the server from starting. A path that serves both roles names one permission for
 * each: the token decides which is asked and what is seen.
 */
export type RoutePermission = Permission | 'public' | 'signed-in' | { member: Permission; staff: Permission };
export type Audience = 'member' | 'staff' | 'both';

/**
 * Which counter a request falls into. `anonymous` and `user` are the same as saying nothing: signed in counts for the
 * user, everybody else for their address. `login` and `refresh` count for themselves, in the feature; `none` is for
 * what the page itself needs to start.
 */
export type RouteLimit = 'login' | 'refresh' | 'anonymous' | 'user' | 'none';

/** The key of a request that moves money, and what it stands for: method, path and canonical JSON of the body. */
export interface Idempotency {
  readonly key: string;
  readonly requestHash: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: RoutePermission;
    /** Who may come in at all, whatever the permission; without it, both. */
    audience?: Audience;
    /**
     * The request moves money: it must carry an Idempotency-Key unless it is a preview. `if-sent`: it moves none, and a
     * key makes it safe to send again.
     */
    idempotent?: boolean | 'if-sent';
    limit?: RouteLimit;
    /** The body is a form with one file; these are the fields before it. For the document: the route reads them itself. */
    form?: z.ZodObject;
  }

  interface FastifySchema {
    tags?: readonly string[];
    summary?: string;
    description?: string;
    deprecated?: boolean;
    /** Left out of the OpenAPI document: pages and files, never an API route. */
    hide?: boolean;
  }

  interface FastifyRequest {
    /** Who acts. On a public route with nobody signed in, asking for it is our mistake and throws. */
    readonly actor: Actor;
    /** Who acts, or undefined: for public routes that show more to somebody signed in. */
    signedIn: Actor | undefined;
    /** Address, agent, language and request id of any request, signed in or not. */
    readonly caller: Caller;
    /** Set on `idempotent` routes, except for a preview and where a key may be left out. */
    idempotency: Idempotency | undefined;
    /** True over HTTPS (also through a proxy that TRUST_PROXY names): cookies are `__Host-` and Secure only then. */
    readonly isSecure: boolean;
  }

  interface FastifyInstance {
    platform: Platform;
    /** Called once by features/identity. */
    authenticateWith(authenticator: Authenticator): void;
    /** Called once by features/society: what amounts in sentences are counted in; undefined before there is a society. */
    countMoneyIn(currency: () => Promise<string | undefined>): void;
    /** Called once by features/live. */
    serveSockets(sockets: SocketServer): void;
    /** The one rule about origins, for sockets too: blank means not a browser; equal to the host is never foreign. */
    originAllowed(origin: string | undefined, host: string | undefined): boolean;
  }
}
