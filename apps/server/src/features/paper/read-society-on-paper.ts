import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

// A stored file never changes under its name, and there is one logo at a time.
let kept: { readonly file: string; readonly bytes: Uint8Array } | undefined;

async function readLogo({ config, log }: Platform, id: string | null): Promise<Uint8Array | null> {
  if (id === null) return null;
  const file = join(config.dataFolder, 'files', id);
  if (kept?.file === file) return kept.bytes;
  try {
    kept = { file, bytes: await readFile(file) };
    return kept.bytes;
  } catch (error) {
    // A member gets their receipt even when the picture on it is lost.
    log.warn({ err: error }, 'the logo could not be read');
    return null;
  }
}
