// The real server in a process of its own, as `npm start` runs it: for what can only be seen from outside, such as a
// kill, a restart, the speed and the memory. It gets a folder of its own and neither `.env` nor DB_* of this machine.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const READY_WITHIN_MS = 120_000;
const LAST_LINES = 2_000;

export interface RealServerOptions {
  readonly dataFolder: string;
  /** `start`, or `demo` with its options. */
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Node itself, such as those of its profiler. */
  readonly nodeOptions?: readonly string[];
  readonly readyWithinMs?: number;
}

export interface RealServer {
  readonly pid: number;
  /** Without a slash at the end. */
  readonly api: string;
  readonly port: number;
  readonly setupCode: string | undefined;
  /** From the spawn to the first answer that said it is well. */
  readonly firstAnswerMs: number;
  /** As an operator stops it: what was accepted is finished. */
  stop(): Promise<void>;
  /** As a power cut stops it. */
  kill(): Promise<void>;
}

interface Announced {
  readonly ok: boolean;
  readonly error?: string;
  readonly api?: readonly string[];
  readonly setupCode?: string;
}

export async function startRealServer(options: RealServerOptions): Promise<RealServer> {
  const { dataFolder, command = ['start'], environment = {}, nodeOptions = [] } = options;
  mkdirSync(dataFolder, { recursive: true });
  const logFile = join(dataFolder, 'server-output.log');
  const log = openSync(logFile, 'w');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, MAIN, ...command, '--json'], {
    // Not the repository: a developer's .env lies there.
    cwd: dataFolder,
    stdio: ['ignore', 'pipe', log],
    env: { ...bareEnvironment(), DATA_DIR: dataFolder, PORT: '0', WEB_PORT: '0', ...environment },
  });
  closeSync(log);
  // Whatever becomes of this process, no server is left behind.
  const neverAlone = () => child.kill('SIGKILL');
  process.once('exit', neverAlone);
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => {
      process.off('exit', neverAlone);
      resolve();
    }),
  );

  const announced = await announcement(child, options.readyWithinMs ?? READY_WITHIN_MS).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${String(error)}\n${readFileSync(logFile, 'utf8').slice(-LAST_LINES)}`);
  });
  const port = Number(new URL(announced.api?.[0] ?? '').port);
  const api = `http://127.0.0.1:${port}`;
  const health = await fetch(`${api}/health`);
  if (health.status !== 200) throw new Error(`/health answered ${health.status}: ${await health.text()}`);

  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return {
    pid: child.pid ?? 0,
    api,
    port,
    setupCode: announced.setupCode,
    firstAnswerMs: performance.now() - startedAt,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** What any program needs to run, and nothing that this program reads. */
export function bareEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

function announcement(child: ChildProcess, withinMs: number): Promise<Announced> {
  const { promise, resolve, reject } = Promise.withResolvers<Announced>();
  const timer = setTimeout(() => reject(new Error(`The server was not ready within ${withinMs} ms.`)), withinMs);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\n');
    if (end === -1) return;
    // The one line of --json; its form is that of `start` and `demo`.
    const announced = JSON.parse(text.slice(0, end)) as Announced;
    if (announced.ok) resolve(announced);
    else reject(new Error(`The server did not start: ${announced.error}`));
  });
  child.once('exit', (code, signal) => reject(new Error(`The server ended with ${code ?? signal}: ${text}`)));
  child.once('error', reject);
  return promise.finally(() => clearTimeout(timer));
}
