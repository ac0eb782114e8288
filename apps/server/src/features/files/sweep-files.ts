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

/** Whoever reads that a paper was rejected reads why for as long as no better one is there, so its row stays; what was in it goes. */
async function sweepRemoved(platform: Platform): Promise<number> {
  const before = platform.clock.now() - KEPT_MS;
  let swept = 0;
  for (;;) {
    const rows = await platform.database
      .selectFrom('person_file')
      .innerJoin('stored_file', 'stored_file.id', 'person_file.id')
      .select(['person_file.id', 'person_file.checkState'])
      .where('person_file.status', 'in', ['removed', 'refused'])
      .where('person_file.statusAt', '<', before)
      .where('stored_file.bytes', '>', 0)
      .limit(PIECE)
      .execute();
    const idsOf = (isRejected: boolean) =>
      rows.filter(({ checkState }) => (checkState === 'rejected') === isRejected).map(({ id }) => id);
    if (rows.length > 0) await sweepPiece(platform, { gone: idsOf(false), emptied: idsOf(true) });
    swept += rows.length;
    if (rows.length < PIECE) return swept;
  }
}

async function sweepPiece(
  platform: Platform,
  { gone, emptied }: { readonly gone: readonly string[]; readonly emptied: readonly string[] },
): Promise<void> {
  const marks: (readonly [string, string])[] = [];
  for (const id of [...gone, ...emptied]) marks.push([id, await setMark(platform, id)]);
  await platform.transact(async (trx) => {
    if (gone.length > 0) {
      await trx.deleteFrom('person_file').where('id', 'in', gone).execute();
      await trx.deleteFrom('stored_file').where('id', 'in', gone).execute();
    }
    if (emptied.length > 0) {
      await trx.updateTable('stored_file').set({ bytes: 0 }).where('id', 'in', emptied).execute();
    }
  });
  // The rows go first: a row without its file would be worse than a file without its row, which its mark will bring to an end.
  for (const [id, mark] of marks) await forgetMarked(platform, id, mark);
}
