// The demo's people act through the same requests as everybody else; only the log-in is left out.

import { invariant } from '@kafal/core';
import { buildApp } from '../../app.ts';
import type { SimulatedClock } from '../../platform/clock.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import type { Platform } from '../../platform/platform.ts';

export interface Desk {
  platform: Platform;
  clock: SimulatedClock;
  /** Sends one request as somebody (nobody for the public form), a minute or so after the last. */
  ask<Answer>(
    who: Actor | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** Between two acts at the counter. */
const MINUTE = 60_000;

/** Each desk has keys of its own: a second one must not be taken for a retry of the first. */
export async function openDesk(platform: Platform, clock: SimulatedClock, name = 'demo'): Promise<Desk> {
  const { app } = await buildApp(platform);
  const people = new Map<string, Actor>();
  app.authenticateWith({
    authenticate: (request) => {
      const actor = people.get(request.headers.authorization ?? '');
      return actor === undefined ? undefined : { ...actor, ...request.caller };
    },
  });
  let asked = 0;

  return {
    platform,
    clock,
    ask: async (who, method, url, body) => {
      asked += 1;
      clock.advance(MINUTE);
      const headers: Record<string, string> = { 'user-agent': 'Kafal demo' };
      if (who !== null) {
        headers.authorization = `Demo ${who.userId}`;
        people.set(headers.authorization, who);
      }
      if (method === 'POST') headers['idempotency-key'] = `${name}-${String(asked).padStart(12, '0')}`;
      return sent(app, { method, url, headers, ...(body === undefined ? {} : { payload: body }) });
    },
    close: () => app.close(),
  };
}

async function sent<Answer>(
  app: KafalApp,
  request: {
    method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    url: string;
    headers: Record<string, string>;
    payload?: unknown;
  },
): Promise<Answer> {
  const { payload, ...rest } = request;
  const answer = await app.inject({ ...rest, ...(payload === undefined ? {} : { payload: payload as object }) });
  invariant(
    answer.statusCode < 400,
    `the demo's ${request.method} ${request.url} answered ${answer.statusCode}: ${answer.body}`,
  );
  // Whoever asks names the shape of the answer that the contract gives this route.
  return answer.json() as Answer;
}
