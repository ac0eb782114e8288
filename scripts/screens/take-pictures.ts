// All pictures of all screens: every reader, width, theme and language. What is there already is not taken again.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Screen as Device } from '../../tests/journeys/visitor.ts';
import type { Language } from '../../tests/journeys/words.ts';
import type { Houses } from './demo-houses.ts';
import type { Examples } from './examples.ts';
import { DEVICES, LANGUAGES, Photographer, THEMES } from './photographer.ts';
import { pictureFile } from './picture-index.ts';
import { READERS, type Reader, SCREENS, type Screen } from './screen-list.ts';

/** One reader in front of one device; both languages are taken at the same time. */
export interface Round {
  readonly reader: Reader;
  readonly device: Device;
}

// The keys of a record are its own names.
const DEVICE_NAMES = Object.keys(DEVICES) as Device[];
export const ROUNDS: readonly Round[] = READERS.flatMap((reader) => DEVICE_NAMES.map((device) => ({ reader, device })));

export const screensOf = (reader: Reader): readonly Screen[] =>
  SCREENS.filter(({ readers }) => readers.includes(reader));

export interface TakePictures {
  readonly browser: Browser;
  readonly houses: Houses;
  readonly examples: Examples;
  readonly folder: string;
}

export interface Taken {
  readonly pictures: number;
  /** A sentence each. */
  readonly flaws: readonly string[];
}

export async function takeRound(options: TakePictures, round: Round): Promise<Taken> {
  mkdirSync(join(options.folder, round.reader), { recursive: true });
  const taken = await Promise.all(LANGUAGES.map((language) => takeInLanguage(options, round, language)));
  return {
    pictures: taken.reduce((sum, { pictures }) => sum + pictures, 0),
    flaws: taken.flatMap(({ flaws }) => flaws),
  };
}

async function takeInLanguage(options: TakePictures, { reader, device }: Round, language: Language): Promise<Taken> {
  const { folder, browser, houses, examples } = options;
  const width = DEVICES[device];
  const fileOf = ({ name }: Screen, theme: string) => join(folder, pictureFile(reader, name, width, theme, language));
  const wanted = screensOf(reader).filter((screen) => THEMES.some((theme) => !existsSync(fileOf(screen, theme))));
  if (wanted.length === 0) return { pictures: 0, flaws: [] };
  const photographer = await Photographer.begin({ browser, houses, examples, reader, device, language });
  const flaws: string[] = [];
  let pictures = 0;
  try {
    for (const screen of wanted) {
      const dress = `${reader}, ${width} points, ${language}`;
      try {
        flaws.push(...(await photographer.show(screen, 'light')).map((flaw) => `${dress}: ${flaw}`));
        for (const theme of THEMES) {
          await photographer.dress(theme);
          flaws.push(...(await photographer.barriers(screen.name)).map((flaw) => `${dress}, ${theme}: ${flaw}`));
          await photographer.photograph(fileOf(screen, theme));
          pictures += 1;
        }
      } catch (error) {
        flaws.push(`${dress}: ${screen.name} could not be shown: ${error instanceof Error ? error.message : error}`);
      }
    }
  } finally {
    await photographer.close();
  }
  return { pictures, flaws };
}
