// The life of a server: lock, listen, bring the books up to date, answer, stop. `start` and `demo` differ only in what
// they do before the first answer and in what they print.

import { type ControlHandler, openControlSocket } from '../platform/cli/control-socket.ts';
import type { Terminal } from '../platform/cli/terminal.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { lockDataFolder } from '../platform/database/lock-data-folder.ts';
import type { CreatedApp } from '../platform/http/create-app.ts';
import { type Listeners, openListeners } from '../platform/http/listeners.ts';
import { type Job, startSchedule } from '../platform/jobs.ts';
import { makeOwnerOnlyFolder } from '../platform/keys/owner-only.ts';
import { dropAllLeases } from '../platform/lease.ts';
import { type LogOutput, openLog } from '../platform/log/log.ts';
import { type OpenPlatform, openPlatform } from '../platform/open-platform.ts';
import type { Platform } from '../platform/platform.ts';
import { migrateWithProgress } from './migrate-with-progress.ts';

/** What this server is made of beside the platform. */
export interface ServerParts {
  build(platform: Platform): Promise<CreatedApp>;
  jobs: readonly Job[];
  control(platform: Platform): Readonly<Record<string, ControlHandler>>;
  isSetUp(platform: Platform): Promise<boolean>;
}

const SWEEP_EVERY_MS = 60_000;

export interface ServeOptions {
  parts: ServerParts;
  config: Config;
  terminal: Terminal;
  /** Work between listening and answering, such as the seeding of the demo; /health answers "starting" meanwhile. */
  prepare?: () => Promise<{ clock?: Clock }>;
  /** Printed once people can come in. */
  announce(server: { listeners: Listeners; platform: Platform }): void;
}

/** Whoever stops the service by hand waits no longer than this; the system's own patience is usually 15 s or more. */
const LAST_CHANCE_MS = 14_000;
const DRAIN_MS = 10_000;

/** Resolves when the server has stopped. */
export async function serve(options: ServeOptions): Promise<0 | 1> {
  const { config, terminal } = options;
  for (const warning of config.warnings) terminal.warn(warning);
  makeOwnerOnlyFolder(config.dataFolder);
  const lock = lockDataFolder(config.dataFolder);
  const log = openLog();
  const stop = stopSignal(terminal);
  const faults = watchFaults(log);

  let listeners: Listeners | undefined;
  let opened: OpenPlatform | undefined;
  try {
    listeners = await openListeners(config.listen);
    const prepared = (await options.prepare?.()) ?? {};
    await migrateWithProgress(config, terminal);
    opened = await openPlatform(config, {
      log: log.logger,
      isSetUp: options.parts.isSetUp,
      onInstanceLost: (sentence) => {
        terminal.warn(sentence);
        stop.now(1);
      },
      ...(prepared.clock === undefined ? {} : { clock: prepared.clock }),
    });
    // Money goes on without papers, so the doors open all the same, and do not wait for a service that is silent.
    void opened.platform.files.trouble().then((trouble) => {
      if (trouble !== undefined) terminal.warn(trouble);
    });
    // Whoever holds this folder's lock is alone with its database: a lease of a server that died holds nobody back.
    if (config.database.kind === 'embedded') await dropAllLeases(opened.platform);
    return await answerUntilStopped({ ...options, listeners, opened, log, stop });
  } finally {
    await opened?.close();
    await listeners?.drain(0);
    lock.release();
    faults.over();
    log.flush();
    stop.over();
  }
}

interface Running extends ServeOptions {
  listeners: Listeners;
  opened: OpenPlatform;
  log: LogOutput;
  stop: StopSignal;
}

async function answerUntilStopped({ config, parts, announce, listeners, opened, log, stop }: Running): Promise<0 | 1> {
  const { platform } = opened;
  const created = await parts.build(platform);
  listeners.serve(created);
  const schedule = startSchedule(platform, [
    { name: 'sweep-memory', everyMs: SWEEP_EVERY_MS, isLocal: true, run: async () => opened.sweep() },
    ...parts.jobs,
  ]);
  const control = await openControlSocket(config.dataFolder, parts.control(platform));
  platform.health.state = 'ready';
  announce({ listeners, platform });

  const code = await stop.asked;
  platform.health.state = 'stopping';
  const lastChance = setTimeout(() => {
    log.logger.error('the stop took too long and was cut short');
    log.flush();
    process.exit(1);
  }, LAST_CHANCE_MS);
  await Promise.all([schedule.stop(), control.close(), listeners.drain(DRAIN_MS)]);
  await created.app.close();
  clearTimeout(lastChance);
  return code;
}

/**
 * A promise that nobody waited for is logged and the office goes on; an error that nobody caught may have left anything
 * behind it, so the process ends and starts afresh. The books do not mind: what was not committed was not acknowledged.
 */
function watchFaults(log: LogOutput): { over(): void } {
  const onRejection = (error: unknown) => log.logger.error({ err: error }, 'a promise was rejected and nobody waited');
  const onException = (error: unknown) => {
    log.logger.fatal({ err: error }, 'the server broke and stops');
    log.flush();
    process.exit(1);
  };
  process.on('unhandledRejection', onRejection);
  process.on('uncaughtException', onException);
  return {
    over: () => {
      process.off('unhandledRejection', onRejection);
      process.off('uncaughtException', onException);
    },
  };
}

interface StopSignal {
  asked: Promise<0 | 1>;
  now(code: 0 | 1): void;
  over(): void;
}

function stopSignal(terminal: Terminal): StopSignal {
  const { promise, resolve } = Promise.withResolvers<0 | 1>();
  let isAsked = false;
  const onSignal = () => {
    // Somebody who asks twice means it.
    if (isAsked) process.exit(130);
    isAsked = true;
    terminal.say('Stopping; what was accepted is finished first.');
    resolve(0);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return {
    asked: promise,
    now: resolve,
    over: () => {
      process.off('SIGTERM', onSignal);
      process.off('SIGINT', onSignal);
    },
  };
}
