// Who ends the days of a society: this process; the real command, which a power cut ends in the middle; or two processes
// at once.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DAY_END_STEPS } from '@kafal/contract';
import { type CalendarDate, endOfMonth } from '@kafal/core';
import { runDayEnd } from '../../apps/server/src/features/day-end/index.ts';
import { systemActor } from '../../apps/server/src/platform/http/actor.ts';
import { bareEnvironment } from '../servers/real-server.ts';
import { type Seeded, seeded } from '../society/seeded.ts';
import { type EndDays, live, type Plan, type SavingsSociety } from './savings-society.ts';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const CLOCK = new URL('./clock-at.ts', import.meta.url).href;
const RACER = fileURLToPath(new URL('./racing-instance.ts', import.meta.url));
const CREDITS = DAY_END_STEPS.indexOf('credit-interest');
/** A kill comes at a random moment after a step has begun. */
const MOST_MS_A_CREDIT = 0.25;
const MOST_MS_INTO_STEP = 4;

export const endedHere: EndDays = async ({ books }, until) => {
  await runDayEnd(books.platform, systemActor('Kafal'), { until });
};

interface Chance {
  readonly random: Seeded;
  readonly mostMsIntoCredits: number;
}

/**
 * So many kills -9 of `kafal day-end` over the days of a plan: most where interest is credited, the others anywhere. A kill
 * that came too late is owed to a later day, so none is planned for the last one.
 */
export function endedThroughKills({ days, accounts }: Plan, wanted: number, seed: number) {
  const random = seeded(seed);
  const planned = new Map<CalendarDate, number>();
  const able = days.slice(0, -1);
  const withInterest = able.filter((day, place) => creditsInterest(day, able[place - 1]));
  for (let kill = 0; kill < wanted; kill += 1) {
    const day = random.oneOf(kill % 3 === 2 ? able : withInterest);
    planned.set(day, (planned.get(day) ?? 0) + 1);
  }
  const chance = { random, mostMsIntoCredits: Math.ceil(accounts.length * MOST_MS_A_CREDIT) };
  const report = { kills: 0, amidCredits: 0 };
  let owed = 0;
  const endDays: EndDays = async (society, until) => {
    owed += planned.get(until) ?? 0;
    if (owed === 0) return endedHere(society, until);
    while (owed > 0 && (await dayEndCommand(society, until, chance))) {
      owed -= 1;
      report.kills += 1;
      if (await isAmidCredits(society)) report.amidCredits += 1;
    }
    await dayEndCommand(society, until);
  };
  return { report, endDays };
}

/** The interest of a month that ends on a day off is credited at the next end of a day. */
function creditsInterest(day: CalendarDate, before: CalendarDate | undefined): boolean {
  return day === endOfMonth(day) || (before !== undefined && endOfMonth(before) < day && before !== endOfMonth(before));
}

/** Some accounts of a day have their interest and the others have not. */
async function isAmidCredits({ books }: SavingsSociety): Promise<boolean> {
  const row = await books.platform.database
    .selectFrom('day_end_step')
    .select('step')
    .where('step', '=', 'credit-interest')
    .where('finishedAt', 'is', null)
    .where('afterId', '>', 0)
    .executeTakeFirst();
  return row !== undefined;
}

function killPoint({ random, mostMsIntoCredits }: Chance) {
  if (random.chance(0.6)) return { fromStep: CREDITS, afterMs: random.whole(0, mostMsIntoCredits) };
  return { fromStep: random.whole(0, DAY_END_STEPS.length - 1), afterMs: random.whole(0, MOST_MS_INTO_STEP) };
}

/** Runs the command, and kills it somewhere when it is left to chance; answers whether the kill came in time. */
function dayEndCommand({ books, dataFolder }: SavingsSociety, until: CalendarDate, chance?: Chance): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const child = spawn(process.execPath, ['--import', CLOCK, MAIN, 'day-end', '--until', until, '--json'], {
    // Not the repository: a developer's .env lies there.
    cwd: dataFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...bareEnvironment(), DATA_DIR: dataFolder, CLOCK_STARTS_AT: String(books.clock.now()) },
  });
  const neverAlone = () => child.kill('SIGKILL');
  process.once('exit', neverAlone);
  const kill = chance === undefined ? undefined : killPoint(chance);
  let said = '';
  let isStruck = false;
  createInterface({ input: child.stderr }).on('line', (line) => {
    said += `${line}\n`;
    const step = DAY_END_STEPS.findIndex((name) => line.includes(`: ${name}"`));
    if (kill === undefined || isStruck || step < kill.fromStep) return;
    isStruck = true;
    setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
  });
  child.once('error', reject);
  child.once('exit', (code, signal) => {
    process.off('exit', neverAlone);
    if (signal === 'SIGKILL') resolve(true);
    else if (code === 0) resolve(false);
    else reject(new Error(`kafal day-end --until ${until} ended with ${code ?? signal}: ${said}`));
  });
  return promise;
}

/** Two instances, each in its own process, begin each end of a day together. */
export async function liveInARace(society: SavingsSociety, plan: Plan): Promise<string> {
  const instances: ChildProcess[] = [];
  try {
    // One after the other: the first makes the secrets of the folder.
    for (const _ of [1, 2]) {
      const env = { ...bareEnvironment(), DATA_DIR: society.dataFolder };
      const instance = fork(RACER, [], { cwd: society.dataFolder, env });
      instances.push(instance);
      await answerOf(instance);
    }
    return await live(society, plan, async ({ books }, until) => {
      const now = books.clock.now();
      const answers = await Promise.all(instances.map((instance) => answerOf(instance, { until, now })));
      const wrong = answers.find((answer) => answer !== 'done');
      if (wrong !== undefined) throw new Error(`the race of ${until}: ${wrong}`);
    });
  } finally {
    await Promise.all(instances.map(stop));
  }
}

function answerOf(instance: ChildProcess, asked?: { readonly until: CalendarDate; readonly now: number }) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const ended = (code: number | null) => reject(new Error(`an instance ended with ${code}`));
  instance.once('exit', ended);
  instance.once('message', (message) => {
    instance.off('exit', ended);
    resolve(String(message));
  });
  if (asked !== undefined) instance.send(asked);
  return promise;
}

async function stop(instance: ChildProcess): Promise<void> {
  if (instance.exitCode !== null || instance.signalCode !== null) return;
  const gone = once(instance, 'exit');
  if (instance.connected) instance.disconnect();
  await gone;
}
