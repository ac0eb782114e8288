// Puts the HTTP side together: Fastify, the door of every route, problems, headers, and one line of log per answer.

import type { Permission } from '@kafal/contract';
import fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type onRequestHookHandler,
  type RouteOptions,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { plainAddress } from '../limits/network.ts';
import type { Platform } from '../platform.ts';
import type { Actor, Caller } from './actor.ts';
import { answerRecorder } from './answer-log.ts';
import { isApiPath, isForApi } from './api-path.ts';
import type { Authenticator } from './authenticator.ts';
import { corsOf } from './cors.ts';
import { guardRoute } from './guard.ts';
import { readIdempotency } from './idempotency.ts';
import { BODY_LIMIT, readJsonBody } from './json-body.ts';
import type { KafalApp } from './kafal-app.ts';
import { wantedLanguage } from './language.ts';
import { originRule } from './origins.ts';
import {
  type AnswerToError,
  answerToError,
  isBodyTooLarge,
  namesMoney,
  type ProblemReader,
  platformProblem,
} from './problem.ts';
import { requestIds } from './request-ids.ts';
import { afterRestOfBody } from './rest-of-body.ts';
import { securityHeaders } from './security-headers.ts';
import type { Sentences } from './sentences.ts';
import type { SocketServer } from './sockets.ts';
import { compilersFactory } from './validation.ts';

export interface CreatedApp {
  app: KafalApp;
  /** What features/identity brought. */
  authenticator(): Authenticator;
  /** What features/live brought, once it has. */
  sockets(): SocketServer | undefined;
  /** Once, however often it is asked. */
  closeSockets(): Promise<void>;
  /** The door that asks for one permission, for paths outside the API. */
  guard(permission: Permission): onRequestHookHandler;
  /** Every API route, for the document and the access matrix. */
  routes: readonly ApiRoute[];
}

export interface ApiRoute {
  method: string;
  url: string;
  options: RouteOptions;
}

const LONGEST_AGENT = 200;

export function createApp(platform: Platform, sentences: Sentences): CreatedApp {
  const { config } = platform;
  let authenticator: Authenticator = { authenticate: () => undefined };
  let currencyOf: () => Promise<string | undefined> = () => Promise.resolve(undefined);
  let sockets: SocketServer | undefined;
  const routes: ApiRoute[] = [];
  const record = answerRecorder(platform);

  // One logger for all: our own line per answer carries the request id, so no child is made per request.
  const loggerInstance: FastifyBaseLogger = Object.create(platform.log, { child: { value: () => loggerInstance } });
  const app: KafalApp = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // Zod checks everything, so the JSON Schema machinery that would stand here is not even loaded.
    schemaController: { compilersFactory },
    genReqId: requestIds(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    routerOptions: { caseSensitive: true, ignoreDuplicateSlashes: false, maxParamLength: 200 },
    // While the server stops, what was already sent to it is still answered; nothing new gets a connection.
    return503OnClosing: false,
    requestTimeout: 30_000,
    frameworkErrors: (error, request, reply) => {
      applyHeaders(request, reply);
      answerError(error, request, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();

  const mayUse = originRule(config.allowedOrigins);
  const cors = corsOf(mayUse);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, readJsonBody(String(text)));
    } catch (error) {
      done(error instanceof Error ? error : new Error('The body could not be read.'));
    }
  });

  app.decorate('platform', platform);
  app.decorate('authenticateWith', (given: Authenticator) => {
    authenticator = given;
  });
  app.decorate('countMoneyIn', (given: () => Promise<string | undefined>) => {
    currencyOf = given;
  });
  app.decorate('serveSockets', (given: SocketServer) => {
    sockets = given;
  });
  app.decorate('originAllowed', mayUse);

  app.decorateRequest('signedIn', undefined);
  app.decorateRequest('idempotency', undefined);
  app.decorateRequest('actor', { getter: actorOf });
  app.decorateRequest('caller', { getter: callerOf });
  app.decorateRequest('isSecure', {
    getter() {
      return this.protocol === 'https';
    },
  });

  app.addHook('onRequest', (request, reply, done) => {
    applyHeaders(request, reply);
    cors(request, reply, done);
  });

  app.addHook('onRoute', (route) => {
    route.onResponse = [record(route.url), ...asList(route.onResponse)];
    if (!isApiPath(route.url)) return;

    const { permission, audience = 'both', limit, idempotent = false } = route.config ?? {};
    if (permission === undefined) {
      throw new Error(`${String(route.method)} ${route.url} does not say which permission it needs.`);
    }
    const guard = guardRoute({ permission, audience, limit }, platform, () => authenticator);
    route.onRequest = [guard, ...asList(route.onRequest)];
    if (idempotent !== false) {
      const read = idempotent === 'if-sent' ? readIdempotencyIfSent : requireIdempotency;
      route.preValidation = [read, ...asList(route.preValidation)];
    }
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, options: route });
  });

  let socketsClosed: Promise<void> | undefined;
  const closeSockets = () => {
    socketsClosed ??= sockets?.close() ?? Promise.resolve();
    return socketsClosed;
  };
  app.addHook('preClose', closeSockets);

  app.setErrorHandler((error, request, reply) => {
    if (isBodyTooLarge(error)) afterRestOfBody(request.raw, () => answerError(error, request, reply));
    else answerError(error, request, reply);
  });

  // A path nobody knows counts like any other request of a stranger.
  const countStranger = guardRoute(
    { permission: 'public', audience: 'both', limit: undefined },
    platform,
    () => authenticator,
  );
  app.setNotFoundHandler({ preHandler: countStranger }, (request, reply) => {
    sendProblem(reply, {
      problem: platformProblem(404, 'PATH_UNKNOWN', readerOf(request)),
      retryAfterSeconds: undefined,
    });
  });

  function readerOf(request: FastifyRequest): ProblemReader {
    return {
      language: wantedLanguage(request.headers['accept-language']) ?? request.signedIn?.language ?? 'en',
      requestId: request.id,
      sentences,
      showErrorDetail: config.showErrorDetail,
      isTest: config.purpose === 'tests',
    };
  }

  function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (!namesMoney(error, sentences)) {
      answerIn(undefined, error, request, reply);
      return;
    }
    // A refusal is told in any case, at worst with its amounts bare.
    void currencyOf()
      .catch(() => undefined)
      .then((currency) => answerIn(currency, error, request, reply));
  }

  function answerIn(currency: string | undefined, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const answer = answerToError(error, { ...readerOf(request), currency });
    if (answer.isOurMistake) platform.log.error({ err: error, requestId: request.id }, 'a request failed');
    else if (answer.problem.status === 503) platform.log.warn({ err: error, requestId: request.id }, 'unavailable');
    sendProblem(reply, answer);
  }

  return {
    app,
    authenticator: () => authenticator,
    sockets: () => sockets,
    closeSockets,
    guard: (permission) =>
      guardRoute({ permission, audience: 'both', limit: undefined }, platform, () => authenticator),
    routes,
  };
}

function applyHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const kind = isForApi(request) ? securityHeaders.api : securityHeaders.page;
  reply.headers(request.isSecure ? kind.secure : kind.open);
  reply.header('x-request-id', request.id);
}

export function sendProblem(
  reply: FastifyReply,
  { problem, retryAfterSeconds }: Pick<AnswerToError, 'problem' | 'retryAfterSeconds'>,
): void {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

function actorOf(this: FastifyRequest): Actor {
  if (this.signedIn === undefined) throw new Error(`${this.url} asked who acts, but nobody is signed in.`);
  return this.signedIn;
}

function callerOf(this: FastifyRequest): Caller {
  const agent = this.headers['user-agent'] ?? '';
  return {
    address: plainAddress(this.ip),
    agent: printable(agent.length > LONGEST_AGENT ? agent.slice(0, LONGEST_AGENT) : agent),
    language: wantedLanguage(this.headers['accept-language']) ?? 'en',
    requestId: this.id,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what cannot be printed is taken out here.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/;

const printable = (text: string) => (CONTROLS.test(text) ? text.replace(new RegExp(CONTROLS, 'g'), '') : text);

const requireIdempotency = (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) => {
  try {
    request.idempotency = readIdempotency(request);
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error('The key could not be read.'));
  }
};

const readIdempotencyIfSent: typeof requireIdempotency = (request, reply, done) => {
  if (request.headers['idempotency-key'] === undefined) done();
  else requireIdempotency(request, reply, done);
};

function asList<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
