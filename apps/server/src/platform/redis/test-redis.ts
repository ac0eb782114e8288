// A Redis of the few commands we use, in this process: what is tested is how we use them, on a machine that has none.

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

export interface TestRedis {
  readonly url: string;
  /** Cuts every line and takes no new one, until `comeBack`. What was kept stays. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  keys(): string[];
  close(): Promise<void>;
}

interface Kept {
  value: string;
  until: number | undefined;
}

export async function openTestRedis(): Promise<TestRedis> {
  const kept = new Map<string, Kept>();
  const listeners = new Map<string, Set<Socket>>();
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;

  const find = (key: string) => {
    const found = kept.get(key);
    if (found?.until !== undefined && found.until <= Date.now()) kept.delete(key);
    return kept.get(key);
  };
  const count = (key: string, by: number) => {
    const value = Number(find(key)?.value ?? 0) + by;
    kept.set(key, { value: String(value), until: kept.get(key)?.until });
    return `:${value}\r\n`;
  };
  const bulk = (value: string | undefined) =>
    value === undefined ? '$-1\r\n' : `$${Buffer.byteLength(value)}\r\n${value}\r\n`;

  const answer = (socket: Socket, [command = '', ...words]: string[]): string => {
    const [key = '', value = ''] = words;
    switch (command.toUpperCase()) {
      case 'GET':
        return bulk(find(key)?.value);
      case 'MGET':
        return `*${words.length}\r\n${words.map((word) => bulk(find(word)?.value)).join('')}`;
      case 'SET': {
        const life = Number(words[3] ?? 0) * (words[2] === 'EX' ? 1_000 : 1);
        kept.set(key, { value, until: life > 0 ? Date.now() + life : undefined });
        return '+OK\r\n';
      }
      case 'INCR':
        return count(key, 1);
      case 'DECR':
        return count(key, -1);
      case 'PEXPIRE': {
        const found = find(key);
        if (found === undefined || found.until !== undefined) return ':0\r\n';
        found.until = Date.now() + Number(value);
        return ':1\r\n';
      }
      case 'PTTL': {
        const until = find(key)?.until;
        return `:${until === undefined ? -1 : until - Date.now()}\r\n`;
      }
      case 'SUBSCRIBE':
        listeners.set(key, (listeners.get(key) ?? new Set()).add(socket));
        return `*3\r\n${bulk('subscribe')}${bulk(key)}:1\r\n`;
      case 'PUBLISH':
        for (const other of listeners.get(key) ?? []) {
          other.write(`*3\r\n${bulk('message')}${bulk(key)}${bulk(value)}`);
        }
        return `:${listeners.get(key)?.size ?? 0}\r\n`;
      case 'CLIENT':
        return '+OK\r\n';
      default:
        return `-ERR unknown command '${command}'\r\n`;
    }
  };

  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    let waiting = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      waiting += text;
      for (let read = readRequest(waiting); read !== undefined; read = readRequest(waiting)) {
        waiting = waiting.slice(read.length);
        socket.write(answer(socket, read.words));
      }
    });
  };

  const comeBack = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    server = createServer(serve).listen(port, '127.0.0.1', resolve);
    await promise;
    // The server was listening a moment ago, on a port and not on a path.
    port = (server.address() as AddressInfo).port;
  };
  const goAway = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (server === undefined) return;
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
    listeners.clear();
    await promise;
    server = undefined;
  };

  await comeBack();
  return { url: `redis://127.0.0.1:${port}`, goAway, comeBack, keys: () => [...kept.keys()], close: goAway };
}

/** One array of bulk texts (`*2 $3 GET $1 a`), when all of it has arrived. */
function readRequest(text: string): { words: string[]; length: number } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (head === null) return undefined;
  let place = head[0].length;
  const words: string[] = [];
  for (let count = Number(head[1]); count > 0; count -= 1) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(place));
    if (size === null) return undefined;
    const start = place + size[0].length;
    const end = start + Number(size[1]);
    if (text.length < end + 2) return undefined;
    words.push(Buffer.from(text.slice(start, end), 'latin1').toString('utf8'));
    place = end + 2;
  }
  return { words, length: place };
}
