// Goes from screen to screen as one reader, and says what is wrong with each.

import type { Browser, Page, Request } from 'playwright-core';
import { fill, press } from '../../tests/journeys/society-day/controls.ts';
import { type Screen as Device, type Visitor, visit } from '../../tests/journeys/visitor.ts';
import { type Language, type Words, wordsOf } from '../../tests/journeys/words.ts';
import { type Houses, PASSWORD } from './demo-houses.ts';
import type { Examples } from './examples.ts';
import { flawsOf } from './flaws.ts';
import type { Reader, Screen } from './screen-list.ts';
import { walkByTab } from './walk-by-tab.ts';

export type Theme = 'light' | 'dark';
export const THEMES: readonly Theme[] = ['light', 'dark'];
export const LANGUAGES: readonly Language[] = ['en', 'hi'];
export const DEVICES: Readonly<Record<Device, number>> = { phone: 360, tablet: 768, desk: 1440 };

export interface PhotographerOptions {
  readonly browser: Browser;
  readonly houses: Houses;
  readonly examples: Examples;
  readonly reader: Reader;
  readonly device: Device;
  readonly language: Language;
}

export class Photographer {
  readonly visitor: Visitor;
  readonly #options: PhotographerOptions;
  readonly #words: Words;
  readonly #calls: Calls;

  private constructor(options: PhotographerOptions, visitor: Visitor) {
    this.#options = options;
    this.visitor = visitor;
    this.#words = wordsOf(options.language);
    this.#calls = watchCalls(visitor.page);
  }

  static async begin(options: PhotographerOptions): Promise<Photographer> {
    const { browser, houses, reader, device, language } = options;
    const house = reader === 'founder' ? houses.empty : houses.society;
    const origin = house.api.replace('127.0.0.1', 'localhost');
    const visitor = await visit({ browser, name: reader, screen: device, language, origin });
    const photographer = new Photographer(options, visitor);
    await photographer.#logIn();
    return photographer;
  }

  /** Opens the screen and waits until it stands still; answers what is wrong with it in this theme. */
  async show({ name, address, act }: Screen, theme: Theme): Promise<string[]> {
    const { page } = this.visitor;
    const { language, device, examples } = this.#options;
    await page.emulateMedia({ colorScheme: theme });
    await this.visitor.open(address(examples));
    await this.#standsStill();
    await act?.(page, this.#words, this.#options.examples);
    await this.#standsStill();
    const flaws = await flawsOf(page, language, DEVICES[device]);
    return [...flaws.map((flaw) => `${name} ${flaw}`), ...this.visitor.takeComplaints()];
  }

  /** The same screen in another theme, for its picture alone. */
  async dress(theme: Theme): Promise<void> {
    await this.visitor.page.emulateMedia({ colorScheme: theme });
    await this.#standsStill();
  }

  /** What axe finds here. */
  async barriers(name: string): Promise<string[]> {
    await this.visitor.look(name);
    return this.visitor.takeComplaints();
  }

  /** What somebody without a mouse cannot reach or not see. */
  async closedToKeys(name: string): Promise<string[]> {
    return (await walkByTab(this.visitor.page)).map((flaw) => `${name}: ${flaw}`);
  }

  async photograph(file: string): Promise<void> {
    const { page } = this.visitor;
    // What stands above the first line, out of sight, would come into the picture of a page that was moved.
    await page.evaluate('scrollTo(0, 0)');
    // Not `fullPage`: a panel, the menu and a foot that stays in sight would end, or lie, in the middle of it.
    const window = page.viewportSize();
    if (window === null) throw new Error('a device has a size');
    const height: number = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: window.width, height: Math.max(window.height, height) });
    await page.screenshot({ path: file, animations: 'disabled' });
    await page.setViewportSize(window);
  }

  close(): Promise<void> {
    return this.visitor.close();
  }

  async #logIn(): Promise<void> {
    const { reader, examples } = this.#options;
    const { page } = this.visitor;
    if (reader === 'founder' || reader === 'stranger' || reader === 'visitor') return;
    if (reader === 'member') {
      const t = this.#words.member;
      await this.visitor.open('/');
      await fill(page, t('login.identifier'), examples.saver.memberNumber);
      await fill(page, t('login.password'), PASSWORD);
      await press(page, t('login.act'));
      await page.getByRole('navigation', { name: t('shell.tools') }).waitFor();
      return;
    }
    const t = this.#words.staff;
    await this.visitor.open('/staff');
    await fill(page, t('login.username'), reader);
    await fill(page, t('login.password'), PASSWORD);
    await press(page, t('login.enter'));
    await page.getByRole('banner').waitFor();
  }

  /** A heading is there, nothing is awaited, and nothing is drawn in grey. */
  async #standsStill(): Promise<void> {
    const { page } = this.visitor;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.#calls.answered();
    await page.waitForFunction(standsStill);
  }
}

/** Runs in the page; two frames are enough for what has arrived to be drawn. */
function standsStill(): Promise<boolean> {
  return new Promise((resolve) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve(document.querySelector('.skeleton, .waiting, [aria-busy="true"]') === null)),
    ),
  );
}

interface Calls {
  /** When no call of the API waits for its answer any more. */
  answered(): Promise<void>;
}

function watchCalls(page: Page): Calls {
  const underWay = new Set<Request>();
  let waiting: (() => void)[] = [];
  const end = (request: Request) => {
    underWay.delete(request);
    if (underWay.size > 0) return;
    for (const go of waiting) go();
    waiting = [];
  };
  page.on('request', (request) => {
    if (request.url().includes('/api/')) underWay.add(request);
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return {
    answered: () => (underWay.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
