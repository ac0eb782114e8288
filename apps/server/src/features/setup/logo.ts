// The society's picture: a stored file, known to the database by its hash.

import { Readable } from 'node:stream';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type Draft, keepUpload, openStored, writeDraft } from '../files/index.ts';
import { findSettings } from '../society/index.ts';

export interface CheckedLogo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** `data:image/png;base64,…`; what it says it is and what it is must be the same. */
export function checkLogo(dataUrl: string, field: 'logo' | 'society.logo'): CheckedLogo {
  const [head = '', base64 = ''] = dataUrl.split(',');
  const bytes = Buffer.from(base64, 'base64');
  const mediaType = head.startsWith('data:image/png') ? 'image/png' : 'image/jpeg';
  const signature = mediaType === 'image/png' ? PNG : JPEG;
  if (!bytes.subarray(0, signature.length).equals(signature)) {
    throw new Refusal('malformed', 'LOGO_FORM', undefined, field);
  }
  return { mediaType, bytes };
}

export type KeptLogo = Pick<CheckedLogo, 'mediaType'> & Draft;

/** The file is kept, and `write` writes the rows that name it; neither stays without the other. */
export async function keepLogo<Result>(
  platform: Platform,
  { mediaType, bytes }: CheckedLogo,
  write: (trx: Trx, logo: KeptLogo) => Promise<Result>,
): Promise<Result> {
  const draft = await writeDraft(platform, Readable.from([bytes]));
  return keepUpload(platform, draft, (trx) => write(trx, { ...draft, mediaType }));
}

export async function recordLogo(trx: Trx, platform: Pick<Platform, 'clock'>, logo: KeptLogo): Promise<void> {
  await trx
    .insertInto('stored_file')
    .values({
      id: logo.id,
      purpose: 'society.logo',
      mediaType: logo.mediaType,
      bytes: logo.bytes,
      sha256: logo.sha256,
      createdAt: platform.clock.now(),
    })
    .execute();
}

export async function openLogo(platform: Platform): Promise<{ mediaType: string; sha256: string; stream: Readable }> {
  const id = (await findSettings(platform))?.['society.logo'] ?? null;
  const file =
    id === null
      ? undefined
      : await platform.database
          .selectFrom('stored_file')
          .select(['id', 'mediaType', 'sha256', 'bytes'])
          .where('id', '=', id)
          .executeTakeFirst();
  const stream = file === undefined ? undefined : await openStored(platform, file);
  if (file === undefined || stream === undefined) throw new Refusal('missing', 'LOGO_NOT_FOUND');
  return { mediaType: file.mediaType, sha256: file.sha256, stream };
}
