import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookAt, restoreElsewhere } from '../servers/backup-drill.ts';
import { startRealServer } from '../servers/real-server.ts';
import { choosePassword, PASSWORD, setUpRealSociety } from '../servers/real-society.ts';

// Backups of MySQL and MariaDB are tested beside the code; the drill with the demo is `npm run proof -- backup-drill`.
test('a backup brought back onto an empty folder is the same society, with its log-ins and sealed numbers', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kafal-drill-'));
  const server = await startRealServer({ dataFolder });
  try {
    const { savers } = await setUpRealSociety(server, 2);
    const [saver] = savers;
    if (saver === undefined) throw new Error('nobody saves');
    await choosePassword(server, saver.memberNumber, saver.oneTimeCode);
    const people = {
      manager: { username: 'manager', password: PASSWORD },
      member: { number: saver.memberNumber, password: PASSWORD },
    };
    const before = await lookAt(server, people);
    const { trialBalance, pan } = await restoreElsewhere({ dataFolder, open: {}, ...people });
    expect(pan).toMatch(/^[A-Z]{5}\d{4}[A-Z]$/);
    expect({ trialBalance, pan }).toEqual(before);
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
