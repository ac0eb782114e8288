// Of several instances one does a recurring job. The lease only saves work: what must happen once is claimed by unique
// rows in the job itself.

import type { Platform } from './platform.ts';

/** True when this holder has the lease for the time to come: it was free, had run out, or was theirs already. */
export function takeLease(platform: Platform, name: string, holder: string, milliseconds: number): Promise<boolean> {
  const now = platform.clock.now();
  const expiresAt = now + milliseconds;
  return platform.transact(async (trx) => {
    const { changes } = await platform.dialect.run(
      trx,
      'UPDATE lease SET holder = ?, expiresAt = ? WHERE name = ? AND (expiresAt <= ? OR holder = ?)',
      [holder, expiresAt, name, now, holder],
    );
    if (changes > 0) return true;
    return platform.dialect.insertIgnore(trx.insertInto('lease').values({ name, holder, expiresAt }));
  });
}

export function dropLease(platform: Platform, name: string, holder: string): Promise<void> {
  return platform.transact(async (trx) => {
    await platform.dialect.run(trx, 'DELETE FROM lease WHERE name = ? AND holder = ?', [name, holder]);
  });
}

export function dropAllLeases(platform: Platform): Promise<void> {
  return platform.transact(async (trx) => {
    await trx.deleteFrom('lease').execute();
  });
}
