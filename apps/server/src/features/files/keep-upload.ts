import { StorageDown } from '../../platform/file-storage/stored-files.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type Draft, forget, moveIn } from './file-store.ts';
import type { Upload } from './receive-upload.ts';

const RETRY_SECONDS = 60;

/**
 * The file moves to its place, then the rows that name it are written. Whatever goes wrong, neither stays without the
 * other. The database is asked, also after a refusal: after a lost line nobody else knows whether the commit went
 * through. If it cannot be asked the mark stays, and the sweep asks later.
 */
export async function keepUpload<Result>(
  platform: Platform,
  upload: Draft,
  write: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const place = await moveIn(platform, upload).catch((error: unknown) => {
    if (!(error instanceof StorageDown)) throw error;
    platform.log.error({ err: error }, 'a file could not be kept');
    throw new Refusal('unavailable', 'FILE_NOT_KEPT', undefined, 'file').retryAfter(RETRY_SECONDS);
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

/** A row of nothing names a paper whose content was deleted. */
export async function isNamed(platform: Pick<Platform, 'database'>, id: string): Promise<boolean> {
  const row = await platform.database
    .selectFrom('stored_file')
    .select('id')
    .where('id', '=', id)
    .where('bytes', '>', 0)
    .executeTakeFirst();
  return row !== undefined;
}
