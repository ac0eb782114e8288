// The pages that people meet first, as Lighthouse sees them on a slow phone: the median of five on the built app.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { type BrowserContext, chromium } from 'playwright-core';
import { openHouses, PASSWORD } from '../scripts/screens/demo-houses.ts';
import { findExamples } from '../scripts/screens/examples.ts';
import { fill, press } from '../tests/journeys/society-day/controls.ts';
import { wordsOf } from '../tests/journeys/words.ts';
import type { Proof } from './proof-kind.ts';

const PORT = 3156;
const BROWSER_PORT = 3160;
const ROUNDS = 5;
const data = fileURLToPath(new URL('../data', import.meta.url));

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
type Category = (typeof CATEGORIES)[number];
type Scores = Readonly<Record<Category, number>>;

interface Page {
  readonly name: string;
  readonly address: string;
  readonly performance: number;
}

const figures: Record<string, string> = {};

export const proof: Proof = {
  title: 'Lighthouse on a phone, the median of five: log-in, home, passbook of a member, and the staff dashboard',
  figures: () => figures,
  run: async ({ step, say }) => {
    const houses = await openHouses({ folder: join(data, 'screens'), size: 'whole', port: PORT });
    const profile = mkdtempSync(join(tmpdir(), 'kafal-lighthouse-'));
    // Lighthouse opens its page beside ours, in the one profile that keeps the log-ins.
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', `--remote-debugging-port=${BROWSER_PORT}`, '--disable-background-networking'],
    });
    const failures: string[] = [];
    const measure = async ({ name, address, performance }: Page) => {
      const rounds: Scores[] = [];
      for (let load = 1; rounds.length < ROUNDS; load += 1) {
        const scores = await scoresOf(`${origin}${address}`);
        if (typeof scores === 'string') {
          // The browser lost the beginning of this load, so nothing was measured.
          if (load > ROUNDS + 2) throw new Error(scores);
          say(scores);
          continue;
        }
        rounds.push(scores);
        say(`${name}, ${rounds.length} of ${ROUNDS}: ${CATEGORIES.map((one) => scores[one]).join(' ')}`);
      }
      const wanted: Scores = { performance, accessibility: 1, 'best-practices': 1 };
      for (const category of CATEGORIES) {
        const score = median(rounds.map((scores) => scores[category]));
        figures[`${name}: ${category}`] = score.toFixed(2);
        if (score < wanted[category]) failures.push(`${name}: ${category} is ${score}, wanted ${wanted[category]}`);
      }
      step({ pages: 1 });
    };
    const origin = houses.society.api.replace('127.0.0.1', 'localhost');
    try {
      const { own, saver } = await findExamples(houses.society, PASSWORD);
      await measure({ name: 'member log-in', address: '/', performance: 0.95 });
      await logInMember(browser, origin, saver.memberNumber);
      await measure({ name: 'member home', address: '/', performance: 0.95 });
      await measure({ name: 'passbook', address: `/accounts/${own.depositId}`, performance: 0.95 });
      await logInManager(browser, origin);
      await measure({ name: 'staff dashboard', address: '/staff', performance: 0.9 });
      return failures;
    } finally {
      await browser.close();
      await houses.close();
      rmSync(profile, { recursive: true, force: true });
    }
  },
};

/** What Lighthouse thinks of it, or in a sentence why it could not measure. */
async function scoresOf(address: string): Promise<Scores | string> {
  // Its own settings are those of a phone on a slow line; cookies stay, everything cached goes.
  const result = await lighthouse(address, {
    port: BROWSER_PORT,
    onlyCategories: [...CATEGORIES],
    logLevel: 'error',
    output: 'json',
  });
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${address}.`);
  const { runtimeError, categories } = result.lhr;
  if (runtimeError !== undefined) return `${address}: ${runtimeError.message}`;
  const score = (category: Category) => categories[category]?.score ?? 0;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  };
}

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

async function logInMember(browser: BrowserContext, origin: string, memberNumber: string): Promise<void> {
  const t = wordsOf('en').member;
  const page = await browser.newPage();
  await page.goto(origin);
  await fill(page, t('login.identifier'), memberNumber);
  await fill(page, t('login.password'), PASSWORD);
  await press(page, t('login.act'));
  await page.getByRole('navigation', { name: t('shell.tools') }).waitFor();
  await page.close();
}

async function logInManager(browser: BrowserContext, origin: string): Promise<void> {
  const t = wordsOf('en').staff;
  const page = await browser.newPage();
  await page.goto(`${origin}/staff`);
  await fill(page, t('login.username'), 'manager');
  await fill(page, t('login.password'), PASSWORD);
  await press(page, t('login.enter'));
  await page.getByRole('banner').waitFor();
  await page.close();
}
