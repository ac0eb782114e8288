// The society's picture: a file of a random name under data/files, known to the database by its hash.

import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../platform/http/refusal.ts';
import { makeOwnerOnlyFolder } from '../../platform/keys/owner-only.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
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

export interface KeptLogo extends CheckedLogo {
  readonly id: string;
  /** For when the transaction that names it fails. */
  forget(): void;
}

/** The file comes first: a row without its file would be worse than a file without its row. */
export function keepLogoFile(platform: Pick<Platform, 'config' | 'ids'>, logo: CheckedLogo): KeptLogo {
  const id = platform.ids.randomToken(16);
  makeOwnerOnlyFolder(filesFolder(platform));
  const file = join(filesFolder(platform), id);
  writeFileSync(file, logo.bytes, { mode: 0o600, flush: true });
  return { ...logo, id, forget: () => rmSync(file, { force: true }) };
}

export async function recordLogo(trx: Trx, platform: Pick<Platform, 'clock'>, logo: KeptLogo): Promise<void> {
  await trx
    .insertInto('stored_file')
    .values({
      id: logo.id,
      purpose: 'society.logo',
      mediaType: logo.mediaType,
      bytes: logo.bytes.length,
      sha256: createHash('sha256').update(logo.bytes).digest('hex'),
      createdAt: platform.clock.now(),
    })
    .execute();
}

export async function openLogo(platform: Platform): Promise<{ mediaType: string; sha256: string; stream: ReadStream }> {
  const id = (await findSettings(platform))?.['society.logo'] ?? null;
  const file =
    id === null
      ? undefined
      : await platform.database
          .selectFrom('stored_file')
          .select(['id', 'mediaType', 'sha256'])
          .where('id', '=', id)
          .executeTakeFirst();
  if (file === undefined) throw new Refusal('missing', 'LOGO_NOT_FOUND');
  const stream = createReadStream(join(filesFolder(platform), file.id));
  return { mediaType: file.mediaType, sha256: file.sha256, stream };
}

const filesFolder = ({ config }: Pick<Platform, 'config'>) => join(config.dataFolder, 'files');
