import type { Platform, Trx } from '../../platform/platform.ts';
import { forget, moveIn } from './file-store.ts';
import type { Upload } from './receive-upload.ts';

/**
 * The file moves to its place, then the rows that name it are written. Whatever goes wrong, neither stays without the
 * other. The database is asked, also after a refusal: after a lost line nobody else knows whether the commit went
 * through. If it cannot be asked the mark stays, and the sweep asks later.
 */
export async function keepUpload<Result>(
  platform: Platform,
  upload: Upload,
  write: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const place = await moveIn(platform, upload).catch(async (error: unknown) => {
    await forget(upload.path);
    throw error;
  });
  try {
    return await platform.transact(write);
  } finally {
    const isKept = await isNamed(platform, upload.id).catch(() => undefined);
    if (isKept !== undefined) await place.settled(isKept);
  }
}

/** It arrived whole, and is not wanted after all. */
export const dropUpload = ({ path }: Upload): Promise<void> => forget(path);

export async function isNamed(platform: Pick<Platform, 'database'>, id: string): Promise<boolean> {
  const row = await platform.database.selectFrom('stored_file').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}
