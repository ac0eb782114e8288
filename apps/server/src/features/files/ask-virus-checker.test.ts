import { writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { silentLog } from '../../platform/log/log.ts';
import type { Platform } from '../../platform/platform.ts';
import { askVirusChecker } from './ask-virus-checker.ts';

const path = join(tmpdir(), `kafal-virus-checker-${process.pid}`);
let checker: Server | undefined;
afterEach(() => checker?.close());

/** Speaks INSTREAM as clamd(8) does: answers when the piece of no length has come. */
async function listen(answerTo: (content: Buffer) => string | undefined): Promise<string> {
  checker = createServer((socket) => {
    let sent: Buffer = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (piece: Buffer) => {
      sent = Buffer.concat([sent, piece]);
      const content = contentOf(sent);
      if (content !== undefined) reply(socket, answerTo(content));
    });
  });
  await new Promise<void>((resolve) => checker?.listen(0, '127.0.0.1', resolve));
  const address = checker.address();
  return `tcp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function contentOf(sent: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  let place = 'zINSTREAM\0'.length;
  if (sent.length >= place) expect(sent.toString('latin1', 0, place)).toBe('zINSTREAM\0');
  while (sent.length >= place + 4) {
    const length = sent.readUInt32BE(place);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(sent.subarray(place + 4, place + 4 + length));
    place += 4 + length;
  }
  return undefined;
}

const reply = (socket: Socket, answer: string | undefined) =>
  answer === undefined ? socket.destroy() : socket.end(`${answer}\0`);

const ask = (virusChecker: string | null) =>
  askVirusChecker({ config: { virusChecker }, log: silentLog() } as unknown as Platform, path);

test('a file of which nothing is found goes on, whole as it was sent', async () => {
  const content = Buffer.alloc(300_000, 7);
  writeFileSync(path, content);
  let seen: Buffer = Buffer.alloc(0);
  const url = await listen((sent) => {
    seen = sent;
    return 'stream: OK';
  });
  await expect(ask(url)).resolves.toBeUndefined();
  expect(seen.equals(content)).toBe(true);
});

test('an infected one is refused by the name of what was found', async () => {
  writeFileSync(path, 'bad');
  const url = await listen(() => 'stream: Eicar-Test-Signature FOUND');
  await expect(ask(url)).rejects.toMatchObject({
    kind: 'rule',
    code: 'FILE_INFECTED',
    params: { found: 'Eicar-Test-Signature' },
  });
});

test('without an answer, with an error, or with nobody there, no file is taken', async () => {
  writeFileSync(path, 'anything');
  const down = { kind: 'unavailable', code: 'FILE_CHECK_DOWN' };
  await expect(ask(await listen(() => undefined))).rejects.toMatchObject(down);
  checker?.close();
  const url = await listen(() => 'INSTREAM size limit exceeded. ERROR');
  await expect(ask(url)).rejects.toMatchObject(down);
  await new Promise((resolve) => checker?.close(resolve));
  await expect(ask(url)).rejects.toMatchObject(down);
});

test('where none is named, none is asked', async () => {
  await expect(ask(null)).resolves.toBeUndefined();
});
