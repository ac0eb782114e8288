// Cross-origin requests: only from a page of an allowed address, and only for the API. A request whose Origin equals
// its Host is never cross-origin.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { isForApi } from './api-path.ts';
import { isSameOrigin, type OriginRule } from './origins.ts';
import { Refusal } from './refusal.ts';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS = 'Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match, X-Kafal-Client';
const ANSWER_HEADERS =
  'Idempotency-Replayed, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-Id, Content-Disposition';
const PREFLIGHT_SECONDS = 600;

export function corsOf(mayUse: OriginRule) {
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const { origin } = request.headers;
    if (origin === undefined || isSameOrigin(origin, request.host) || !isForApi(request)) {
      done();
      return;
    }
    reply.header('vary', 'Origin');
    if (!mayUse(origin, request.host)) {
      done(new Refusal('forbidden', 'ORIGIN_NOT_ALLOWED', { origin: origin.slice(0, 120) }));
      return;
    }
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-allow-credentials', 'true');
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
      reply
        .code(204)
        .headers({
          'access-control-allow-methods': METHODS,
          'access-control-allow-headers': REQUEST_HEADERS,
          'access-control-max-age': PREFLIGHT_SECONDS,
        })
        .send();
      return;
    }
    reply.header('access-control-expose-headers', ANSWER_HEADERS);
    done();
  };
}
