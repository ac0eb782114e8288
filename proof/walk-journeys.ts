// The journeys of tests/journeys, walked to be looked at: their pictures stay in tests/journeys/screenshots.

import type { Browser } from 'playwright-core';
import { ACCOUNT_ACTS, walkAct } from '../tests/journeys/accounts/acts.ts';
import { AccountsHouse } from '../tests/journeys/accounts/house.ts';
import { launchBrowser } from '../tests/journeys/browser.ts';
import { KeptHouse, type Story } from '../tests/journeys/kept-deposits/kept-house.ts';
import { STORIES } from '../tests/journeys/kept-deposits/stories.ts';
import { KYC_STAFF, KYC_STORIES } from '../tests/journeys/kyc/stories.ts';
import { openLateHouse } from '../tests/journeys/loans/late-house.ts';
import { LATE_STORIES, LOAN_STAFF, LOAN_STORIES } from '../tests/journeys/loans/stories.ts';
import { MEETING_STAFF, MEETING_STORIES } from '../tests/journeys/meetings/stories.ts';
import { NEWS_STAFF, NEWS_STORIES } from '../tests/journeys/news/stories.ts';
import { walkOverPlainHttp } from '../tests/journeys/plain-http.ts';
import { reminderStories } from '../tests/journeys/reminders/stories.ts';
import { RoleHouse } from '../tests/journeys/roles/role-house.ts';
import { actsOf, type Role, RoleWalk } from '../tests/journeys/roles/walk-roles.ts';
import { beginDay, picturesOf } from '../tests/journeys/society-day/day.ts';
import { STEPS, walkStep } from '../tests/journeys/society-day/steps.ts';
import type { Screen } from '../tests/journeys/visitor.ts';
import type { Language } from '../tests/journeys/words.ts';
import type { Proof, ProofRun } from './proof-kind.ts';

const PORT = 3153;
const WEB_PORT = 8153;

export interface Walked {
  readonly failures: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

export interface Journey {
  readonly name: string;
  readonly walk: (say: ProofRun['say']) => Promise<Walked>;
}

/** On a desk and on a phone, in English and in Hindi. */
export function inEveryDress(walks: (device: Screen, language: Language) => readonly Journey[]): readonly Journey[] {
  return (['desk', 'phone'] as const).flatMap((device) =>
    (['en', 'hi'] as const).flatMap((language) => walks(device, language)),
  );
}

export function proofOfJourneys(title: string, journeys: readonly Journey[]): Proof {
  return {
    title,
    run: async ({ progress, step, say }) => {
      for (const { name, walk } of journeys.slice(progress.done)) {
        say(name);
        const { failures, counts } = await walk(say);
        if (failures.length > 0) return failures.map((failure) => `${name}: ${failure}`);
        step({ journeys: 1, ...counts });
      }
      return [];
    },
  };
}

export async function walkDay(language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const day = await beginDay({ browser, language, port: PORT, webPort: WEB_PORT, pictures: picturesOf(language) });
  let steps = 0;
  try {
    for (const step of STEPS) {
      say(`  ${step.title}`);
      await walkStep(day, step);
      steps += 1;
    }
    return { failures: [], counts: { steps, 'pages without a barrier': day.pagesLookedAt } };
  } catch (error) {
    return { failures: [error instanceof Error ? error.message : String(error)], counts: {} };
  } finally {
    await day.end();
    await browser.close();
  }
}

export async function walkAccounts(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const pictures = picturesOf(`accounts-${device}-${language}`);
  const house = await AccountsHouse.open({ browser, device, language, pictures });
  const failures: string[] = [];
  let acts = 0;
  try {
    for (const act of ACCOUNT_ACTS) {
      say(`  ${act.title}`);
      await walkAct(house, act);
      acts += 1;
    }
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
  }
  const counts = { acts, 'pages without a barrier': house.pagesLookedAt };
  const wrong = await house.close();
  await browser.close();
  return { failures: wrong === undefined ? failures : [...failures, wrong], counts };
}

export async function walkKept(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const pictures = picturesOf(`kept-${device}-${language}`);
  const house = await KeptHouse.open({ dress: { language, office: device, members: device }, browser, pictures });
  const failures: string[] = [];
  for (const { title, walk } of STORIES) {
    say(`  ${title}`);
    await walk(house).catch((error: unknown) => failures.push(`${title}: ${error}`));
    failures.push(...house.takeComplaints());
  }
  const pages = house.pagesLookedAt;
  const wrong = await house.close();
  await browser.close();
  if (wrong !== undefined) failures.push(wrong);
  return { failures, counts: { stories: STORIES.length, 'pages without a barrier': pages } };
}

export async function walkLoan(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const dress = { language, office: device, members: device } as const;
  const pictures = picturesOf(`loans-${language}-${device}`);
  const house = await KeptHouse.open({ dress, browser, pictures, hired: LOAN_STAFF });
  return walkStories(house, browser, LOAN_STORIES, say);
}

export async function walkLateLoan(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const dress = { language, office: device, members: device } as const;
  const house = await openLateHouse({ dress, browser, pictures: picturesOf(`late-loans-${language}-${device}`) });
  return walkStories(house, browser, LATE_STORIES, say);
}

export async function walkNews(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const dress = { language, office: device, members: device } as const;
  const house = await KeptHouse.open({
    ...{ dress, browser, hired: NEWS_STAFF },
    pictures: picturesOf(`news-${language}-${device}`),
  });
  return walkStories(house, browser, NEWS_STORIES, say);
}

export async function walkMeetings(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const dress = { language, office: device, members: device } as const;
  const pictures = picturesOf(`meetings-${language}-${device}`);
  const house = await KeptHouse.open({ dress, browser, pictures, hired: MEETING_STAFF });
  return walkStories(house, browser, MEETING_STORIES, say);
}

export async function walkReminders(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const dress = { language, office: device, members: device } as const;
  const pictures = picturesOf(`reminders-${language}-${device}`);
  const house = await KeptHouse.open({ dress, browser, pictures, hired: [], savers: 1 });
  return walkStories(house, browser, reminderStories, say);
}

export async function walkKyc(device: Screen, language: Language, say: ProofRun['say']): Promise<Walked> {
  const browser = await launchBrowser();
  const dress = { language, office: device, members: device } as const;
  const pictures = picturesOf(`kyc-${language}-${device}`);
  const house = await KeptHouse.open({ dress, browser, pictures, hired: KYC_STAFF, savers: 2 });
  return walkStories(house, browser, KYC_STORIES, say);
}

async function walkStories(
  house: KeptHouse,
  browser: Browser,
  told: readonly Story[],
  say: ProofRun['say'],
): Promise<Walked> {
  const failures: string[] = [];
  let stories = 0;
  // A loan goes one step after the other, so the first that fails ends the walk.
  for (const { title, walk } of told) {
    say(`  ${title}`);
    await walk(house).catch((error: unknown) => failures.push(`${title}: ${error}`));
    failures.push(...house.takeComplaints());
    if (failures.length > 0) break;
    stories += 1;
  }
  const pages = house.pagesLookedAt;
  const wrong = await house.close();
  await browser.close();
  if (wrong !== undefined) failures.push(wrong);
  return { failures, counts: { stories, 'pages without a barrier': pages } };
}

export async function walkRoles(
  roles: readonly Role[],
  device: Screen,
  language: Language,
  say: ProofRun['say'],
): Promise<Walked> {
  const browser = await launchBrowser();
  const house = await RoleHouse.open({ port: PORT, webPort: WEB_PORT });
  const pictures = picturesOf(`roles-${device}-${language}`);
  const failures: string[] = [];
  let acts = 0;
  try {
    for (const role of roles) {
      const walk = await RoleWalk.begin(house, role, { browser, device, language, pictures });
      for (const act of actsOf(role)) {
        say(`  ${role}: ${act}`);
        await walk.do(act).catch((error: unknown) => failures.push(`${role}: ${act}: ${error}`));
        acts += 1;
      }
      await walk.close();
    }
    return { failures, counts: { acts } };
  } finally {
    await browser.close();
    await house.close();
  }
}

export async function walkPlainHttp(): Promise<Walked> {
  const failures = await walkOverPlainHttp({ port: PORT, webPort: WEB_PORT, pictures: picturesOf('plain-http') });
  return { failures, counts: {} };
}
