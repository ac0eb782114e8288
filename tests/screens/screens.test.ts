// Every screen of a small demo society, on a phone in the light in English and on a desk in the dark in Hindi: no
// barrier, no error, nothing wider than the phone, no word missing, nothing that Tab does not reach. The pictures are in
// tests/screens/pictures. Some of them as the printer gets them, too.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Houses, openHouses, PASSWORD } from '../../scripts/screens/demo-houses.ts';
import { type Examples, findExamples } from '../../scripts/screens/examples.ts';
import { flawsOnPaper, sheetsOf } from '../../scripts/screens/paper.ts';
import { DEVICES, Photographer } from '../../scripts/screens/photographer.ts';
import { pictureFile, writeIndex } from '../../scripts/screens/picture-index.ts';
import { READERS, type Reader } from '../../scripts/screens/screen-list.ts';
import { screensOf } from '../../scripts/screens/take-pictures.ts';
import { launchBrowser } from '../journeys/browser.ts';
import { fill } from '../journeys/society-day/controls.ts';
import { type Language, wordsOf } from '../journeys/words.ts';

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
  mkdirSync(PICTURES, { recursive: true });
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

/** A register across the paper, one beside which something is done, pages of figures, books, a page on a phone. */
const PAPERS: readonly { reader: Reader; name: string; heads: readonly string[] }[] = [
  { reader: 'manager', name: 'members', heads: ['Name', 'Member number', 'Savings, INR'] },
  { reader: 'manager', name: 'shares', heads: ['Folio', 'Shares'] },
  { reader: 'manager', name: 'today', heads: [] },
  { reader: 'accountant', name: 'transactions', heads: ['Posted on', 'Narration', 'Recorded'] },
  { reader: 'accountant', name: 'trial-balance', heads: ['Debit', 'Credit'] },
  { reader: 'accountant', name: 'day-book', heads: ['Debit, INR', 'Credit, INR'] },
  { reader: 'member', name: 'passbook', heads: [] },
];

describe('on paper, from a dark screen', () => {
  const photographers = new Map<string, Photographer>();
  const open = async (reader: Reader, name: string, language: Language) => {
    const key = `${reader} ${language}`;
    const device = reader === 'member' ? 'phone' : 'desk';
    const photographer =
      photographers.get(key) ?? (await Photographer.begin({ browser, houses, examples, reader, device, language }));
    photographers.set(key, photographer);
    const screen = screensOf(reader).find((one) => one.name === name);
    if (screen === undefined) throw new Error(`There is no screen ${name} of ${reader}.`);
    await photographer.show(screen, 'dark');
    return photographer.visitor.page;
  };
  afterAll(async () => {
    await Promise.all([...photographers.values()].map((photographer) => photographer.close()));
  });

  test.each(PAPERS)('$name: whose it is, of when, which sheet, the heads of its columns on each', async (paper) => {
    const page = await open(paper.reader, paper.name, 'en');
    const sheets = await sheetsOf(page);
    expect(sheets[0]).toContain('Registration no.');
    expect(sheets.at(-1)).toContain('Printed by');
    for (const [index, sheet] of sheets.entries()) {
      expect(sheet).toContain('Kafal Valley Thrift and Credit Co-operative Society');
      expect(sheet).toMatch(new RegExp(`${index + 1} */ *${sheets.length}\\s*$`));
      // The last sheet may hold the lines for signatures alone.
      if (index > 0 && !/\d\.\d\d/.test(sheet)) continue;
      for (const head of paper.heads) expect(sheet).toContain(head);
    }
    expect(await flawsOnPaper(page)).toEqual([]);
  });

  test.each([
    { reader: 'manager', name: 'members' },
    { reader: 'member', name: 'passbook' },
  ] as const)('$name in Hindi', async ({ reader, name }) => {
    expect(await flawsOnPaper(await open(reader, name, 'hi'))).toEqual([]);
  });

  test('Ctrl+P of a list prints all of it, and a paper that holds a part says so', async () => {
    const page = await open('accountant', 'transactions', 'en');
    expect((await sheetsOf(page)).at(-1)).toContain('Only the first 50 rows; the list goes on.');
    const printed = page.evaluate(
      () => new Promise<void>((resolve) => Object.assign(globalThis, { print: () => resolve() })),
    );
    await page.keyboard.press('Control+p');
    await printed;
    expect((await sheetsOf(page)).at(-1)).toMatch(/\d rows, the whole list\./);
  });

  test('what a list was searched for stands on its paper', async () => {
    const page = await open('manager', 'members', 'en');
    await fill(page, wordsOf('en').staff('members.search'), 'rawat');
    await page.locator('.on-paper').waitFor({ state: 'attached' });
    expect((await sheetsOf(page))[0]).toContain('Found by “rawat”.');
  });
});
