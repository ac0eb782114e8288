import type { Platform } from '../../platform/platform.ts';
import { arrivals, forget, forgetMarked, setMark } from './file-store.ts';
import { isNamed } from './keep-upload.ts';

const HOUR_MS = 3_600_000;
const KEPT_MS = 30 * 24 * HOUR_MS;
const PIECE = 200;

/** What no row names and nobody is sending any more, and what was taken away a month ago. */
export async function sweepFiles(platform: Platform): Promise<number> {
  return (await sweepArrivals(platform)) + (await sweepRemoved(platform));
}

async function sweepArrivals(platform: Platform): Promise<number> {
  const before = platform.clock.now() - HOUR_MS;
  let swept = 0;
  for (const { id, arrivedAt, hasMovedIn, path } of await arrivals(platform)) {
    if (arrivedAt > before) continue;
    const isStray = hasMovedIn && !(await isNamed(platform, id));
    if (isStray && !(await forgetMarked(platform, id, path))) continue;
    await forget(path);
    swept += 1;
  }
  return swept;
}

async function sweepRemoved(platform: Platform): Promise<number> {
  const before = platform.clock.now() - KEPT_MS;
  let swept = 0;
  for (;;) {
    const rows = await platform.database
      .selectFrom('person_file')
      .select('id')
      .where('status', 'in', ['removed', 'refused'])
      .where('statusAt', '<', before)
      .limit(PIECE)
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) {
      const marks: (readonly [string, string])[] = [];
      for (const id of ids) marks.push([id, await setMark(platform, id)]);
      await platform.transact(async (trx) => {
        await trx.deleteFrom('person_file').where('id', 'in', ids).execute();
        await trx.deleteFrom('stored_file').where('id', 'in', ids).execute();
      });
      // The rows go first: a row without its file would be worse than a file without its row, which its mark will bring to an end.
      for (const [id, mark] of marks) await forgetMarked(platform, id, mark);
    }
    swept += ids.length;
    if (ids.length < PIECE) return swept;
  }
}
