import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from './real-server.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/verify-books.ts', import.meta.url));

/** What the verifier found wrong, in its own words; nothing when the books are whole. */
export function verifyBooksOf(words: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...words], {
    encoding: 'utf8',
    env: bareEnvironment(),
    maxBuffer: 1e8,
  });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}
