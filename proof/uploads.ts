import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRealServer } from '../tests/servers/real-server.ts';
import { sendFiles } from '../tests/uploads/send-files.ts';
import type { Proof } from './proof-kind.ts';

const ABORTS = 1_000;
const MOST_GROWN_MIB = 256;
let grownMiB = 0;

export const proof: Proof = {
  title: `Poisoned files refused or made harmless, good ones taken, ${ABORTS} uploads that break off leave nothing`,
  async run({ step }) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'kafal-uploads-'));
    const server = await startRealServer({ dataFolder, environment: { RATE_USER: '10000' } });
    try {
      const { failures, grownMiB: grown, ...counts } = await sendFiles(server, dataFolder, ABORTS);
      grownMiB = grown;
      step({ ...counts });
      return grown <= MOST_GROWN_MIB ? [...failures] : [...failures, `memory grew by ${grown} MiB`];
    } finally {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  },
  figures: () => ({ 'most grown, MiB': grownMiB }),
};
