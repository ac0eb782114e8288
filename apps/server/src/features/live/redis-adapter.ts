// Carries messages between instances. Loaded only when REDIS_URL is set.

import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Logger } from '../../platform/log/log.ts';

export async function redisAdapter(url: string, log: Logger) {
  const client = createClient({ url });
  client.on('error', (error: unknown) =>
    log.warn({ err: error }, 'Redis is away; live messages reach this instance only'),
  );
  await client.connect();
  return {
    adapter: createAdapter(client, { maxLen: 10_000 }),
    /** The adapter closes the lines it opened itself, not this one; an open line keeps the process from ending. */
    close: () => client.destroy(),
  };
}
