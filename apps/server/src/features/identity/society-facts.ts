import type { PhoneCountry } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { findSettings } from '../society/index.ts';

export interface SocietyFacts {
  readonly phoneCountry: PhoneCountry;
  /** The names of the society, from which no password is made. */
  readonly names: readonly string[];
}

/** The first administrator, and the one of the command line, come before there is a society. */
export async function societyFacts(platform: Platform): Promise<SocietyFacts> {
  const settings = await findSettings(platform);
  if (settings === undefined) return { phoneCountry: 'IN', names: [] };
  const local = settings['society.nameLocal'];
  return {
    phoneCountry: settings['phone.country'],
    names: local === null ? [settings['society.name']] : [settings['society.name'], local],
  };
}
