// A request that moves money carries a key made before the first send, so that sending it again changes nothing.

import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { canonicalJson } from './canonical-json.ts';
import type { Idempotency } from './kafal-app.ts';
import { Refusal } from './refusal.ts';

const FORM = /^[A-Za-z0-9_-]{16,64}$/;

/** Undefined for a preview, which takes no key and keeps none. Called before validation: the body is as it was sent. */
export function readIdempotency(request: FastifyRequest): Idempotency | undefined {
  // The query string is unread text here, whatever the route's schema makes of it later.
  if ((request.query as Record<string, unknown> | undefined)?.preview === 'true') return undefined;

  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw new Refusal('malformed', 'IDEMPOTENCY_KEY_REQUIRED');
  if (typeof key !== 'string' || !FORM.test(key)) throw new Refusal('malformed', 'IDEMPOTENCY_KEY_MALFORMED');
  return { key, requestHash: requestHash(request.method, request.url, request.body) };
}

export function requestHash(method: string, url: string, body: unknown): string {
  const path = url.split('?', 1)[0];
  return hash('sha256', `${method} ${path}\n${canonicalJson(body ?? null)}`, 'base64url');
}
