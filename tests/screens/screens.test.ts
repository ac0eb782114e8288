// Every screen of a small demo society, on a phone in the light in English and on a desk in the dark in Hindi: no
// barrier, no error, nothing wider than the phone, no word missing, nothing that Tab does not reach. The pictures are in
// tests/screens/pictures.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Houses, openHouses, PASSWORD } from '../../scripts/screens/demo-houses.ts';
import { type Examples, findExamples } from '../../scripts/screens/examples.ts';
import { DEVICES, Photographer } from '../../scripts/screens/photographer.ts';
import { pictureFile, writeIndex } from '../../scripts/screens/picture-index.ts';
import { READERS } from '../../scripts/screens/screen-list.ts';
import { screensOf } from '../../scripts/screens/take-pictures.ts';
import { launchBrowser } from '../journeys/browser.ts';

const PORT = 3156;
const PICTURES = fileURLToPath(new URL('./pictures', import.meta.url));
const DRESSES = [
  { device: 'phone', theme: 'light', language: 'en' },
  { device: 'desk', theme: 'dark', language: 'hi' },
] as const;

let folder: string;
let houses: Houses;
let examples: Examples;
let browser: Browser;
beforeAll(async () => {
  rmSync(PICTURES, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'kafal-screens-'));
  houses = await openHouses({ folder, size: 'small', port: PORT });
  examples = await findExamples(houses.society, PASSWORD);
  browser = await launchBrowser();
});
afterAll(async () => {
  if (examples !== undefined) writeIndex(PICTURES);
  await browser?.close();
  await houses?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(READERS)('%s', (reader) => {
  let photographers: readonly Photographer[] = [];
  beforeAll(async () => {
    mkdirSync(join(PICTURES, reader), { recursive: true });
    photographers = await Promise.all(
      DRESSES.map((dress) => Photographer.begin({ browser, houses, examples, reader, ...dress })),
    );
  });
  afterAll(async () => {
    await Promise.all(photographers.map((photographer) => photographer.close()));
  });

  test.each(screensOf(reader))('$name', async (screen) => {
    const flaws = await Promise.all(
      photographers.map(async (photographer, index) => {
        const { device, theme, language } = DRESSES[index] ?? DRESSES[0];
        const found = await photographer.show(screen, theme);
        await photographer.photograph(
          join(PICTURES, pictureFile(reader, screen.name, DEVICES[device], theme, language)),
        );
        found.push(...(await photographer.barriers(screen.name)));
        // Whoever has no mouse sits at a desk.
        if (device === 'desk') found.push(...(await photographer.closedToKeys(screen.name)));
        return found;
      }),
    );
    expect(flaws.flat()).toEqual([]);
  });
});
