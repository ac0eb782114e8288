// A backup taken beside a running server, brought back onto an empty folder where only the backup and its passphrase are
// known: the books agree with the same trial balance, a member logs in, a PAN is read, a signature of before is verified.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Keys, openKeys } from '../../apps/server/src/platform/keys/keys.ts';
import { readSecrets } from '../../apps/server/src/platform/keys/secrets-file.ts';
import { bareEnvironment, type RealServer, type RealServerOptions, startRealServer } from './real-server.ts';
import { ask, logIn } from './real-society.ts';

const run = promisify(execFile);
const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const VERIFY_BOOKS = fileURLToPath(new URL('../../scripts/verify-books.ts', import.meta.url));

export interface DrillOf {
  /** Where the society lives; its server may be running. */
  readonly dataFolder: string;
  /** How the restored society is opened. */
  readonly open: Pick<RealServerOptions, 'command' | 'environment'>;
  readonly manager: { readonly username: string; readonly password: string };
  readonly member: { readonly number: string; readonly password: string };
}

export interface DrillReport {
  readonly bytes: number;
  readonly trialBalance: string;
  readonly pan: string;
}

/** What can be seen of a society from outside: its trial balance as text, and one member's PAN. */
export async function lookAt(server: RealServer, { manager, member }: Pick<DrillOf, 'manager' | 'member'>) {
  const token = await logIn(server, 'admin', manager.username, manager.password);
  const { rows, totals } = await ask<{ rows: unknown[]; totals: unknown }>(server, 'GET', '/api/trial-balance', {
    token,
  });
  const own = await logIn(server, 'member', member.number, member.password);
  await ask(server, 'GET', '/api/members/profile', { token: own });
  const { items } = await ask<{ items: { id: string }[] }>(server, 'GET', '/api/members?limit=200', { token });
  let pan = '';
  for (const { id } of items) {
    const seen = await ask<{ panMasked: string | null }>(server, 'GET', `/api/members/${id}`, { token });
    if (seen.panMasked === null) continue;
    const body = { what: 'pan', reason: 'Drill of the restored books' };
    pan = (await ask<{ value: string }>(server, 'POST', `/api/members/${id}/disclosures`, { token, body })).value;
    break;
  }
  return { trialBalance: JSON.stringify({ rows, totals }), pan };
}

/** Heads of chains are what a society signs. */
const HEAD = 'T1 2026-27 42 5b0c';

function keysOf(dataFolder: string): Keys {
  const secrets = readSecrets(dataFolder);
  if (secrets === undefined) throw new Error(`There are no keys in ${dataFolder}.`);
  return openKeys(secrets);
}

export async function restoreElsewhere(drill: DrillOf): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-restore-'));
  try {
    const [backup, passphrase, restored] = [
      join(folder, 'society.backup'),
      join(folder, 'phrase'),
      join(folder, 'data'),
    ];
    writeFileSync(passphrase, 'seven cedars above the old bridge\n', { mode: 0o600 });
    const kafal = (dataFolder: string, ...words: string[]) =>
      run(process.execPath, [MAIN, ...words, '--passphrase-file', passphrase, '--json'], {
        cwd: folder,
        env: { ...bareEnvironment(), DATA_DIR: dataFolder },
      });
    const taken = await kafal(drill.dataFolder, 'backup', '--to', backup);
    const { bytes } = JSON.parse(taken.stdout.trim().split('\n').at(-1) ?? '{}') as { bytes: number };
    await kafal(restored, 'restore', backup);
    await run(process.execPath, [VERIFY_BOOKS], { env: { ...bareEnvironment(), DATA_DIR: restored } });
    if (!keysOf(restored).verify(HEAD, keysOf(drill.dataFolder).sign(HEAD))) {
      throw new Error('The restored society does not know its own signature.');
    }

    const server = await startRealServer({ ...drill.open, dataFolder: restored });
    try {
      return { bytes, ...(await lookAt(server, drill)) };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
