import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { askRunningServer } from '../platform/cli/control-socket.ts';

const root = mkdtempSync(join(tmpdir(), 'kafal-serve-'));
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Started {
  child: ChildProcess;
  /** Its first line on standard output. */
  firstLine: Promise<Record<string, unknown>>;
  ended: Promise<number | null>;
}

function start(dataFolder: string, ports: { PORT: string; WEB_PORT: string } = { PORT: '0', WEB_PORT: '0' }): Started {
  const child = spawn(process.execPath, [fileURLToPath(new URL('test-server.ts', import.meta.url))], {
    env: { PATH: process.env.PATH, DATA_DIR: dataFolder, ...ports },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const line = Promise.withResolvers<Record<string, unknown>>();
  const end = Promise.withResolvers<number | null>();
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    const at = text.indexOf('\n');
    if (at >= 0) line.resolve(JSON.parse(text.slice(0, at)));
  });
  child.stderr?.resume();
  child.once('exit', (code) => {
    end.resolve(code);
    line.reject(new Error(`The server ended with ${code} and said: ${text}`));
  });
  line.promise.catch(() => undefined);
  return { child, firstLine: line.promise, ended: end.promise };
}

const status = async (url: string) => (await fetch(url)).status;

test('a server starts, holds its folder, answers the command line, and finishes what it accepted', async () => {
  const folder = join(root, 'data');
  const server = start(folder);
  const { port, webPort, setupCode } = await server.firstLine;
  expect(setupCode).toBe(readFileSync(join(folder, 'setup-code'), 'utf8').trim());
  expect(await status(`http://127.0.0.1:${port}/health`)).toBe(200);
  expect(await status(`http://127.0.0.1:${webPort}/api/quick`)).toBe(200);
  expect(await askRunningServer(folder, 'ping', {}, () => {})).toEqual({ pong: true });

  const second = start(folder);
  expect(await second.ended).toBe(1);
  await expect(second.firstLine).resolves.toMatchObject({
    ok: false,
    error: expect.stringContaining('Another server already runs on the data folder'),
  });

  const underWay = status(`http://127.0.0.1:${port}/api/slow`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  server.child.kill('SIGTERM');
  expect(await underWay).toBe(200);
  expect(await server.ended).toBe(0);
  expect(await askRunningServer(folder, 'ping', {}, () => {})).toBeUndefined();
});

test('after kill -9 the next server takes the folder over', async () => {
  const folder = join(root, 'killed');
  const first = start(folder);
  await first.firstLine;
  first.child.kill('SIGKILL');
  await first.ended;
  const next = start(folder);
  const { port } = await next.firstLine;
  expect(await status(`http://127.0.0.1:${port}/api/quick`)).toBe(200);
  next.child.kill('SIGINT');
  expect(await next.ended).toBe(0);
});

test('a bad setting is one sentence and exit code 1', async () => {
  const server = start(join(root, 'bad'), { PORT: 'three', WEB_PORT: '0' });
  expect(await server.ended).toBe(1);
  await expect(server.firstLine).resolves.toEqual({
    ok: false,
    error: 'PORT is "three"; it must be a whole number from 0 to 65535.',
  });
});
