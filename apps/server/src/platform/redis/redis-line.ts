// The line to Redis. Nothing that must be right is kept there, so whoever uses it has a way to go on without.

import { createClient } from 'redis';
import type { Logger } from '../log/log.ts';

export interface RedisLine {
  /** Rejects at once while Redis is away, and after a moment when it does not answer. */
  send(...words: string[]): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 250;
const FIRST_CONNECT_MS = 2_000;

export async function openRedisLine(url: string, log: Logger): Promise<RedisLine> {
  const client = createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 3_000) },
  });
  const listening = client.duplicate();
  let isAway = false;
  const away = (error: unknown) => {
    if (!isAway) log.warn({ err: error }, 'Redis is away; this instance goes on with its own memory');
    isAway = true;
  };
  client.on('error', away);
  listening.on('error', away);
  client.on('ready', () => {
    if (isAway) log.info('Redis is back');
    isAway = false;
  });

  // A Redis that is not there yet does not keep the office closed: the client goes on trying by itself.
  await withinTime(Promise.all([client.connect(), listening.connect()]), FIRST_CONNECT_MS).catch(away);

  return {
    send: async (...words) => {
      if (!client.isReady) throw new Error('Redis is away.');
      return withinTime(client.sendCommand(words), PATIENCE_MS);
    },
    subscribe: async (channel, listener) => {
      const listen = () => listening.subscribe(channel, listener);
      if (listening.isReady) await listen().catch(away);
      else listening.once('ready', () => void listen().catch(away));
    },
    close: async () => {
      client.destroy();
      listening.destroy();
    },
  };
}

function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(new Error('Redis does not answer.')), milliseconds);
  work.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}
