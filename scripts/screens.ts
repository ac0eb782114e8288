// `npm run screens -- --out DIR [--fresh]`: a picture of every screen of the demo society, by reader, at 360, 768 and
// 1,440 points, light and dark, in English and Hindi, with an index.html. A run that was stopped goes on where it was.

import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../tests/journeys/browser.ts';
import { openHouses, PASSWORD } from './screens/demo-houses.ts';
import { findExamples } from './screens/examples.ts';
import { writeIndex } from './screens/picture-index.ts';
import { ROUNDS, takeRound } from './screens/take-pictures.ts';

const PORT = 3156;
const root = fileURLToPath(new URL('..', import.meta.url));

const at = process.argv.indexOf('--out');
const out = at === -1 ? undefined : process.argv[at + 1];
if (out === undefined) {
  console.error('npm run screens -- --out DIR [--fresh]');
  process.exit(2);
}
const folder = resolve(out);
if (process.argv.includes('--fresh')) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

console.log('The demo society opens; the first time takes a minute.');
const houses = await openHouses({ folder: join(root, 'data/screens'), size: 'whole', port: PORT });
const browser = await launchBrowser();
let flaws = 0;
try {
  const examples = await findExamples(houses.society, PASSWORD);
  for (const [index, round] of ROUNDS.entries()) {
    const taken = await takeRound({ browser, houses, examples, folder }, round);
    for (const flaw of taken.flaws) console.log(`  ${flaw}`);
    flaws += taken.flaws.length;
    console.log(`${index + 1} of ${ROUNDS.length}: ${round.reader}, ${round.device}, ${taken.pictures} pictures`);
  }
  writeIndex(folder);
} finally {
  await browser.close();
  await houses.close();
}
console.log(`Look at ${join(folder, 'index.html')}${flaws === 0 ? '' : `; ${flaws} flaws are named above`}.`);
process.exitCode = flaws === 0 ? 0 : 1;
