// Where a ClamAV runs beside the server (CLAMAV_URL), it looks at every file before anybody else can: the file is on no list and has
// no row until it has said that it finds nothing. When it does not answer, nothing is taken in.

import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';

const LONGEST_MS = 30_000;

export async function askVirusChecker({ config, log }: Platform, path: string): Promise<void> {
  if (config.virusChecker === null) return;
  const answer = await scan(config.virusChecker, path).catch((error: unknown) => {
    log.error({ err: error }, 'the virus checker does not answer');
    return undefined;
  });
  if (answer === 'stream: OK') return;
  const [, found] = /^stream: (.+) FOUND$/.exec(answer ?? '') ?? [];
  if (found === undefined) {
    if (answer !== undefined) log.error({ answer: answer.slice(0, 200) }, 'the virus checker could not look at a file');
    throw new Refusal('unavailable', 'FILE_CHECK_DOWN', undefined, 'file');
  }
  log.warn({ found }, 'a file that was sent is infected and is refused');
  throw new Refusal('rule', 'FILE_INFECTED', { found }, 'file');
}

/** INSTREAM of clamd(8): pieces, each after its length in four bytes; a length of nothing ends the file. */
async function scan(url: string, path: string): Promise<string> {
  const socket = open(url);
  socket.setTimeout(LONGEST_MS, () => socket.destroy(new Error('The virus checker took too long.')));
  // It answers, and may close, before it has read everything.
  const [answer] = await Promise.all([text(socket), send(socket, path)]);
  return answer.replace(/\0.*$/s, '').trim();
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path)) {
    if (socket.destroyed) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE((piece as Buffer).length);
    socket.write(length);
    if (!socket.write(piece)) await drained(socket);
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
}

function open(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:' ? connect(pathname) : connect(Number(port), hostname);
}

const drained = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', () => resolve());
  });
