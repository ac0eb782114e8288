import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAt, restoreElsewhere } from '../tests/servers/backup-drill.ts';
import { startRealServer } from '../tests/servers/real-server.ts';
import type { Proof } from './proof-kind.ts';

const PASSWORD = 'a quiet walk to the river';

export const proof: Proof = {
  title: 'a backup of the demo, restored onto an empty folder: same trial balance, a log-in, a PAN, a signature',
  async run({ step, say }) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'kafal-drill-'));
    const command = ['demo', '--password', PASSWORD];
    const server = await startRealServer({ dataFolder, command, readyWithinMs: 600_000 });
    try {
      say('the demo is made');
      const people = {
        manager: { username: 'manager', password: PASSWORD },
        member: { number: 'M-2023-0004', password: PASSWORD },
      };
      const before = await lookAt(server, people);
      // Only what is in the backup is known there: not the note that the demo is made, so it is opened as any society.
      const restored = await restoreElsewhere({ dataFolder, open: {}, ...people });
      if (restored.trialBalance !== before.trialBalance) return ['the trial balances differ'];
      if (restored.pan !== before.pan || before.pan === '') return [`PAN ${before.pan} came back as ${restored.pan}`];
      step({ drills: 1, bytes: restored.bytes });
      return [];
    } finally {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  },
};
