// Takes the pictures of the pages in docs/ that are written for people: `node scripts/docs-pictures.ts`. They are the same
// screens that `npm run screens` takes, in English and in the light; each is kept small enough to be read on a slow line.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../tests/journeys/browser.ts';
import type { Screen as Device } from '../tests/journeys/visitor.ts';
import { openHouses, PASSWORD } from './screens/demo-houses.ts';
import { findExamples } from './screens/examples.ts';
import { Photographer } from './screens/photographer.ts';
import type { Reader } from './screens/screen-list.ts';
import { screensOf } from './screens/take-pictures.ts';

const PORT = 3156;
const MOST_BYTES = 150_000;
const root = fileURLToPath(new URL('..', import.meta.url));

interface DocsPicture {
  readonly file: string;
  readonly reader: Reader;
  readonly screen: string;
  readonly device: Device;
}

const PICTURES: readonly DocsPicture[] = [
  { file: 'set-up', reader: 'founder', screen: 'set-up-fees', device: 'desk' },
  { file: 'today', reader: 'manager', screen: 'today', device: 'desk' },
  { file: 'member', reader: 'manager', screen: 'member', device: 'desk' },
  { file: 'counter', reader: 'cashier', screen: 'counter-dues', device: 'desk' },
  { file: 'till', reader: 'cashier', screen: 'till', device: 'desk' },
  { file: 'trial-balance', reader: 'accountant', screen: 'trial-balance', device: 'desk' },
  { file: 'applications', reader: 'loanofficer', screen: 'applications', device: 'desk' },
  { file: 'audit', reader: 'auditor', screen: 'audit', device: 'desk' },
  { file: 'roles', reader: 'admin', screen: 'settings-roles', device: 'desk' },
  { file: 'member-home', reader: 'member', screen: 'home', device: 'phone' },
  { file: 'member-passbook', reader: 'member', screen: 'passbook', device: 'phone' },
  { file: 'member-transfer', reader: 'member', screen: 'transfer-look', device: 'phone' },
  { file: 'member-application', reader: 'visitor', screen: 'application-wanted-papers', device: 'phone' },
];

const houses = await openHouses({ folder: join(root, 'data/screens'), size: 'whole', port: PORT });
const browser = await launchBrowser();
let tooLarge = 0;
try {
  const examples = await findExamples(houses.society, PASSWORD);
  for (const { file, reader, screen, device } of PICTURES) {
    const wanted = screensOf(reader).find(({ name }) => name === screen);
    if (wanted === undefined) throw new Error(`The ${reader} has no screen "${screen}".`);
    const photographer = await Photographer.begin({ browser, houses, examples, reader, device, language: 'en' });
    // A little narrower than a desk, so that the words are still read when the picture is shown small.
    if (device === 'desk') await photographer.visitor.page.setViewportSize({ width: 1280, height: 800 });
    await photographer.show(wanted, 'light');
    const path = join(root, 'docs/pictures', `${file}.png`);
    // One screenful: what the reader of the page has before them.
    await photographer.visitor.page.screenshot({ path, animations: 'disabled' });
    await photographer.close();
    const { size } = statSync(path);
    if (size > MOST_BYTES) tooLarge += 1;
    console.log(`${(size / 1_000).toFixed(0).padStart(4)} kB  docs/pictures/${file}.png`);
  }
} finally {
  await browser.close();
  await houses.close();
}
if (tooLarge > 0) console.error(`${tooLarge} pictures are larger than ${MOST_BYTES / 1_000} kB.`);
process.exitCode = tooLarge === 0 ? 0 : 1;
