// A server that keeps its files on the disk, or in a service that speaks S3, for as long as files are sent to it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestS3 } from '../../apps/server/src/platform/file-storage/test-s3-service.ts';
import { startRealServer } from '../servers/real-server.ts';
import { type HowMany, type SentFiles, sendFiles } from './send-files.ts';

export async function sendFilesTo(keeper: 'disk' | 'service', howMany: HowMany): Promise<SentFiles> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kafal-uploads-'));
  const service = keeper === 'service' ? await startTestS3() : undefined;
  const environment = { RATE_USER: '10000', ...service?.environment };
  const server = await startRealServer({ dataFolder, environment });
  try {
    return await sendFiles(server, { dataFolder, ...(service === undefined ? {} : { service }) }, howMany);
  } finally {
    await server.stop();
    await service?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
