import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startRealServer } from './servers/real-server.ts';
import { sendFiles } from './uploads/send-files.ts';

test('poisoned files are refused or made harmless, good ones are taken, and uploads that break off leave nothing', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kafal-uploads-'));
  const server = await startRealServer({ dataFolder, environment: { RATE_USER: '10000' } });
  try {
    const { failures, refused, harmless, good } = await sendFiles(server, dataFolder, 50);
    expect(failures).toEqual([]);
    expect([refused, harmless, good]).toEqual([63, 15, 13]);
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
