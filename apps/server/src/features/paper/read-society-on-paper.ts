import { buffer } from 'node:stream/consumers';
import type { Platform } from '../../platform/platform.ts';
import { readSettings } from '../society/index.ts';
import type { SocietyOnPaper } from './society-on-paper.ts';

export async function readSocietyOnPaper(platform: Platform): Promise<SocietyOnPaper> {
  const settings = await readSettings(platform);
  return {
    name: settings['society.name'],
    nameLocal: settings['society.nameLocal'],
    registrationNumber: settings['society.registrationNumber'],
    address: settings['society.address'],
    phone: settings['society.phone'],
    email: settings['society.email'],
    website: settings['society.website'],
    logo: await readLogo(platform, settings['society.logo']),
    currency: settings['money.currency'],
    calendar: settings['calendar.kind'],
    timeZone: settings['calendar.timeZone'],
  };
}

const LOOK_AGAIN_MS = 60_000;

// A stored file never changes under its name, and there is one logo at a time.
let kept: { readonly id: string; readonly bytes: Uint8Array } | undefined;
/** No paper waits for a logo that could not be read a moment ago. */
let lost: { readonly id: string; readonly at: number } | undefined;

async function readLogo({ database, files, log }: Platform, id: string | null): Promise<Uint8Array | null> {
  if (id === null) return null;
  if (kept?.id === id) return kept.bytes;
  if (lost?.id === id && performance.now() - lost.at < LOOK_AGAIN_MS) return null;
  try {
    const { bytes } = await database
      .selectFrom('stored_file')
      .select('bytes')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const content = await files.open(id, bytes);
    if (content === undefined) throw new Error('The file of the logo is not there, or not whole.');
    kept = { id, bytes: await buffer(content) };
    return kept.bytes;
  } catch (error) {
    // A member gets their receipt even when the picture on it is lost.
    log.warn({ err: error }, 'the logo could not be read');
    lost = { id, at: performance.now() };
    return null;
  }
}
