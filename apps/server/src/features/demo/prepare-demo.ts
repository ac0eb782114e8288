// Makes the demo once, and afterwards only opens its doors. A half-made one is made again from the beginning.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarDate, calendarDate } from '@kafal/core';
import { type Clock, simulatedClock, systemClock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import { migrateDatabase } from '../../platform/database/migrate.ts';
import { databaseOptions } from '../../platform/database-options.ts';
import { seededIds } from '../../platform/ids.ts';
import { makeOwnerOnlyFolder } from '../../platform/keys/owner-only.ts';
import { openLog } from '../../platform/log/log.ts';
import { openPlatform } from '../../platform/open-platform.ts';
import { beginDemo } from './begin-demo.ts';
import { DemoLetters } from './demo-letters.ts';
import { type DemoLogin, demoLogins, setDemoPasswords } from './demo-logins.ts';
import { liveOn } from './live-on.ts';
import type { PostOffice } from './post-office.ts';
import { DEMO, type DemoScale, seedDemo } from './seed-demo.ts';

export interface PreparedDemo {
  sentences: readonly string[];
  clock: Clock;
}

/** Written last, with the day the demo stands at: a folder without it holds a demo that was not finished. */
const FINISHED = 'demo-is-made';
/** Eleven in the morning in India, when what the demo tells of its last day has happened. */
const openingTime = (day: CalendarDate) => Date.parse(`${day}T05:30:00Z`);

export async function prepareDemo(options: {
  config: Config;
  password: string | undefined;
  /** Smaller where only its variety is wanted; it ends on the same day. */
  scale?: DemoScale;
  /** Lives on until the morning of this day, where it does not stand there already. */
  until?: CalendarDate | undefined;
  /** Who takes what goes out of the house; without it the demo has neither e-mail nor SMS, and tells no other system. */
  post?: PostOffice;
  progress: (what: string, done?: number, total?: number) => void;
}): Promise<PreparedDemo> {
  const { password, progress, scale = DEMO, until, post } = options;
  const config = post?.configured(options.config) ?? options.config;
  makeOwnerOnlyFolder(config.dataFolder);
  const finished = join(config.dataFolder, FINISHED);
  const isMade = existsSync(finished);
  let stands = isMade ? calendarDate(readFileSync(finished, 'utf8').trim()) : DEMO.ends;
  const clock = simulatedClock(openingTime(stands));
  if (!isMade) forgetHalfMade(config.dataFolder);

  await migrateDatabase(databaseOptions(config), {});
  const log = openLog('warn');
  const { platform, close } = await openPlatform(config, {
    log: log.logger,
    clock,
    ids: seededIds('kafal-demo'),
    isSetUp: async () => isMade,
  });
  try {
    if (!isMade) {
      const { desk, staff } = await beginDemo(platform, clock, scale);
      const letters = post === undefined ? undefined : new DemoLetters(desk, staff, post, scale.ends);
      await seedDemo(
        desk,
        staff,
        scale,
        (share) => progress('Making the demo society', Math.floor(share * 100), 100),
        letters,
      );
      await letters?.close();
      await desk.close();
    }
    post?.openForMail();
    const logins = await demoLogins(platform);
    const given = isMade && password === undefined ? [] : await setDemoPasswords(platform, logins, password);
    writeFileSync(
      join(config.dataFolder, 'logins.json'),
      `${JSON.stringify(
        logins.map(({ role, username }) => ({ role, username })),
        null,
        2,
      )}\n`,
      { mode: 0o600 },
    );
    const standAt = (day: CalendarDate) => {
      stands = day;
      writeFileSync(finished, `${day}\n`, { mode: 0o600 });
    };
    standAt(stands);
    if (until !== undefined && until > stands) {
      await liveOn(platform, clock, { from: stands, until }, (day, done, days) => {
        standAt(day);
        progress(`The demo lives on to ${until}`, done, days);
      });
    }
    return { sentences: sentencesOf(logins, given, password), clock: goingOnFrom(openingTime(stands)) };
  } finally {
    log.flush();
    await close();
  }
}

/** The demo's day passes at the pace of the world, from its own eleven o'clock. */
function goingOnFrom(start: number): Clock {
  const startedAt = systemClock.now();
  return { now: () => start + systemClock.now() - startedAt };
}

function forgetHalfMade(folder: string): void {
  for (const name of ['kafal.db', 'kafal.db-wal', 'kafal.db-shm', 'logins.json', 'files']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function sentencesOf(
  logins: readonly DemoLogin[],
  given: readonly { username: string; password: string }[],
  password: string | undefined,
): string[] {
  const staff = logins.filter(({ role }) => role !== 'member');
  const members = logins.filter(({ role }) => role === 'member');
  if (password !== undefined) {
    return [
      'Every log-in has the password you gave.',
      `Staff, at /staff: ${staff.map(({ username }) => username).join(', ')}`,
      `Members, at /: ${members
        .slice(0, 6)
        .map(({ username }) => username)
        .join(', ')} and ${members.length - 6} more in logins.json`,
    ];
  }
  if (given.length === 0) {
    return [
      `Staff, at /staff: ${staff.map(({ username }) => username).join(', ')}. Their passwords were printed when the demo was made;`,
      'npm run demo -- --password <password> gives everybody the same one.',
    ];
  }
  return [
    'Log-ins of this demo, printed this once:',
    ...given.map(({ username, password: own }) => `  ${username.padEnd(18)} ${own}`),
    'All user names are in logins.json; npm run demo -- --password <password> gives everybody the same password.',
  ];
}
