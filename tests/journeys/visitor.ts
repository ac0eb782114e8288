// One person in front of one screen. What goes wrong behind the page (an error in the console, a breach of the content
// policy, a request that fails) is written down while the person walks, and read at the end of every step.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from './words.ts';

export type Screen = 'desk' | 'tablet' | 'phone';

const SCREENS: Readonly<Record<Screen, BrowserContextOptions>> = {
  desk: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 768, height: 1024 }, hasTouch: true },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IN', hi: 'hi-IN' };

/** Two busy cores are slow; nothing waits longer than it must. */
const PATIENCE_MS = 30_000;

export interface VisitorOptions {
  readonly browser: Browser;
  readonly name: string;
  readonly screen: Screen;
  readonly language: Language;
  /** Where the page is: "http://localhost:8151". */
  readonly origin: string;
  /** Where the pictures go; none are taken without it. */
  readonly pictures?: string;
}

/** Pictures are for people to look at; where nobody will, JOURNEY_PICTURES=none saves the time they take. */
const TAKES_PICTURES = process.env.JOURNEY_PICTURES !== 'none';

/** Runs in the page, before anything of the page itself. */
const TELL_POLICY_BREACHES = `
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    tellPolicyBreach(violatedDirective + ' ' + blockedURI);
  });
`;

interface ExpectedRefusal {
  readonly status: number;
  readonly path: string;
}

export class Visitor {
  readonly name: string;
  readonly page: Page;
  readonly origin: string;
  /** While the line is cut on purpose, requests may fail. */
  lineIsCut = false;
  /** Pages that axe has gone through. */
  looks = 0;
  #mayAnswer: number | undefined;
  readonly #context: BrowserContext;
  readonly #pictures: string | undefined;
  readonly #complaints: string[];
  #expected: ExpectedRefusal[] = [];

  constructor(options: VisitorOptions, context: BrowserContext, page: Page, complaints: string[]) {
    this.name = options.name;
    this.origin = options.origin;
    this.page = page;
    this.#context = context;
    this.#pictures = options.pictures;
    this.#complaints = complaints;
    this.#watch();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
  }

  /** The server is going to say no to this, and the page should show it. */
  expectRefusal(status: number, path: string): void {
    this.#expected.push({ status, path });
  }

  /** For a while the server may refuse anything with this status, because somebody was shut out. */
  mayBeRefused(status: number | undefined): void {
    this.#mayAnswer = status;
  }

  /** What a person would look at, and what somebody would notice who cannot see it; the picture is kept. */
  async look(name: string): Promise<void> {
    // A page that was just opened may still be on its way; the one before it has left with its title.
    await this.page.locator('h1').first().waitFor({ state: 'attached' });
    await this.picture(name);
    this.looks += 1;
    for (const { id, help, nodes } of await this.#barriers()) {
      const where = nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)}\n    ${failureSummary}`);
      this.#complaints.push(`axe on "${name}": ${id}, ${help}\n    ${where.join('\n    ')}`);
    }
  }

  async picture(name: string): Promise<void> {
    if (this.#pictures === undefined || !TAKES_PICTURES) return;
    mkdirSync(this.#pictures, { recursive: true });
    // What stands above the first line, out of sight, would come into the picture of a page that was moved.
    await this.page.evaluate('scrollTo(0, 0)');
    await this.page.screenshot({ path: join(this.#pictures, `${name}.png`), fullPage: true });
  }

  async #barriers() {
    const { page } = this;
    // Its own code takes long to read in, and stays as long as the page is not loaded anew.
    const isThere = (await page.evaluate('typeof axe')) === 'object';
    const axe = new AxeBuilder(isThere ? { page, axeSource: '/* read in before */' } : { page });
    // The pages have no frames, so one run inside the page sees all of it.
    const { violations } = await axe
      .setLegacyMode()
      .options({ resultTypes: ['violations'], preload: false })
      .analyze();
    return violations;
  }

  /** Everything that went wrong since the last time, with the expected refusals that never came. */
  takeComplaints(): string[] {
    const missing = this.#expected.map(({ status, path }) => `the server never answered ${path} with ${status}`);
    this.#expected = [];
    return [...this.#complaints.splice(0), ...missing].map((complaint) => `${this.name}: ${complaint}`);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  #watch(): void {
    const { page } = this;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.#complaints.push(`the page threw ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      // The browser's own line about a refused request; the answers themselves are looked at below.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
      // Over plain HTTP the browser leaves this header aside, and says so; it is sent for when it counts.
      if (message.text().startsWith('The Cross-Origin-Opener-Policy header has been ignored')) return;
      if (this.lineIsCut && /WebSocket|ERR_|net::/.test(message.text())) return;
      this.#complaints.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // A page that is left, or a search that is typed on, drops what it no longer needs.
      if (this.lineIsCut || reason === 'net::ERR_ABORTED') return;
      this.#complaints.push(`${request.method()} ${request.url()} failed: ${reason}`);
    });
    page.on('response', (response) => {
      const status = response.status();
      if (status < 400 || status === this.#mayAnswer) return;
      const path = new URL(response.url()).pathname;
      const expected = this.#expected.findIndex((one) => one.status === status && path.includes(one.path));
      if (expected !== -1) this.#expected.splice(expected, 1);
      else this.#complaints.push(`${response.request().method()} ${path} answered ${status}`);
    });
  }
}

export async function visit(options: VisitorOptions): Promise<Visitor> {
  const context = await options.browser.newContext({
    ...SCREENS[options.screen],
    locale: LOCALES[options.language],
    // Far from the society: the page must never take "today" from the machine it is shown on.
    timezoneId: 'Pacific/Auckland',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  await context.exposeFunction('tellPolicyBreach', (breach: string) => complaints.push(`content policy: ${breach}`));
  await context.addInitScript(TELL_POLICY_BREACHES);
  return new Visitor(options, context, await context.newPage(), complaints);
}
