// What a phone is told when the member app is put on its home screen: the society's own name under our icon.

import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { findSettings } from '../society/index.ts';

/** What stands under an icon before a phone cuts it off. */
const SHORT_NAME = 12;
const GROUND = '#ffffff';
const BERRY = '#8f1d3f';

const icon = (name: string, pixels: number, purpose: 'any' | 'maskable' | 'monochrome') => ({
  src: `/icons/${name}.png`,
  sizes: `${pixels}x${pixels}`,
  type: 'image/png',
  purpose,
});

export async function webManifest(platform: Platform, language: Language) {
  const settings = await findSettings(platform);
  const local = language === 'hi' ? settings?.['society.nameLocal'] : undefined;
  const name = local ?? settings?.['society.name'] ?? 'Kafal';
  return {
    id: '/',
    name,
    short_name: shortName(name),
    lang: local === undefined || local === null ? 'en' : 'hi',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: GROUND,
    theme_color: BERRY,
    icons: [
      icon('kafal-192', 192, 'any'),
      icon('kafal-512', 512, 'any'),
      icon('kafal-maskable-512', 512, 'maskable'),
      icon('kafal-badge', 96, 'monochrome'),
    ],
  };
}

/** As many whole words as fit; a first word that is too long is cut by the phone itself. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.split(/\s+/);
  let short = first;
  for (const word of rest) {
    if (`${short} ${word}`.length > SHORT_NAME) break;
    short += ` ${word}`;
  }
  return short;
}
