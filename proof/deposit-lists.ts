// A tax year of the demo society, made act by act and day by day, with tax withheld, a declaration, a member without a PAN,
// and what was withheld paid over: its lists of tax, certificates and maturities beside the ledger.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarDate } from '@kafal/core';
import { actorOf } from '../apps/server/src/features/demo/begin-demo.ts';
import { openDesk } from '../apps/server/src/features/demo/demo-desk.ts';
import { prepareDemo } from '../apps/server/src/features/demo/index.ts';
import { simulatedClock } from '../apps/server/src/platform/clock.ts';
import { readConfig } from '../apps/server/src/platform/config/config.ts';
import { openLog } from '../apps/server/src/platform/log/log.ts';
import { openPlatform } from '../apps/server/src/platform/open-platform.ts';
import { compareWithLedger } from '../tests/deposit-lists/lists-and-ledger.ts';
import { bareEnvironment } from '../tests/servers/real-server.ts';
import type { Proof } from './proof-kind.ts';

const YEAR = '2026-27';
const UNTIL = calendarDate('2027-04-02');

export const proof: Proof = {
  title: `the lists of tax, certificates and maturities of the demo's year ${YEAR} are those of the ledger, to the paisa`,
  run: async ({ step, say }) => {
    const folder = mkdtempSync(join(tmpdir(), 'kafal-deposit-lists-'));
    try {
      const config = readConfig({ ...bareEnvironment(), DATA_DIR: folder }, 'demo');
      let said = '';
      await prepareDemo({
        config,
        password: undefined,
        until: UNTIL,
        progress: (what) => {
          if (what !== said) say(what);
          said = what;
        },
      });
      const clock = simulatedClock(Date.parse(`${UNTIL}T05:30:00Z`));
      const log = openLog('warn');
      const { platform, close } = await openPlatform(config, { log: log.logger, clock, isSetUp: async () => true });
      const desk = await openDesk(platform, clock, 'lists');
      try {
        const manager = await actorOf(platform, 'manager');
        const compared = await compareWithLedger({
          platform,
          get: (path) => desk.ask(manager, 'GET', path),
          year: YEAR,
        });
        step(compared.counts);
        const missing = ['tax in paise', 'maturities', 'certificates'].filter((name) => !compared.counts[name]);
        return [...compared.failures, ...missing.map((name) => `the year had no ${name}`)];
      } finally {
        await desk.close();
        await close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
