// The server as people start it: a process of its own, on free ports, with a data folder of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningServer {
  readonly child: ChildProcess;
  readonly dataFolder: string;
  readonly api: string;
  readonly web: string;
  readonly setupCode: string | undefined;
  /** What it printed so far. */
  printed(): string;
  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null>;
}

export interface Start {
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly dataFolder?: string;
}

const MAIN = ['apps/server/src/main.ts', 'start', '--json'];

/** A process with only what is named: no DB_*, no `.env` of whoever runs the tests. */
export function startProcess({ words = MAIN, environment = {}, dataFolder }: Start) {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'kafal-contract-'));
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR|LANG)$/.test(name)),
  );
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { ...inherited, DATA_DIR: folder, PORT: '0', WEB_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let complaints = '';
  const printed = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const look of printed) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, folder, ended, printed, out: () => out, complaints: () => complaints };
}

export async function startServer(start: Start = {}): Promise<RunningServer> {
  const { child, folder, ended, printed, out, complaints } = startProcess(start);
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
  const look = () => {
    const line = out()
      .split('\n')
      .find((text) => text.startsWith('{"ok":true'));
    if (line !== undefined) resolve(JSON.parse(line));
  };
  printed.add(look);
  void ended.then((code) => reject(new Error(`The server ended with ${code}: ${out()}${complaints()}`)));
  const told = (await promise) as { web: string[]; api: string[]; setupCode?: string };
  const loopback = (addresses: readonly string[]) => (addresses[0] ?? '').replace('localhost', '127.0.0.1');

  return {
    child,
    dataFolder: folder,
    api: loopback(told.api),
    web: loopback(told.web),
    setupCode: told.setupCode,
    printed: () => `${out()}${complaints()}`,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      if (start.dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
