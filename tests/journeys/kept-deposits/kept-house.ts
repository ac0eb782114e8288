// A society on a real server, with people in front of screens of their own: who works at a desk, who on a phone, and in
// which language they read. Everybody stays logged in, so that many stories share one house.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { type CalendarDate, calendarDate } from '@kafal/core';
import type { Browser } from 'playwright-core';
import { type RealServer, startRealServer } from '../../servers/real-server.ts';
import {
  ask,
  choosePassword,
  hire,
  logIn,
  PASSWORD,
  type RealSaver,
  type RealSociety,
  setUpRealSociety,
} from '../../servers/real-society.ts';
import { verifyBooksOf } from '../../servers/verify-books-of.ts';
import { fill, press, sees } from '../society-day/controls.ts';
import { type Screen, type Visitor, visit } from '../visitor.ts';
import { type Language, type Words, wordsOf } from '../words.ts';

/** On which screen the office works, and on which the members look at their money. */
export interface Dress {
  readonly language: Language;
  readonly office: Screen;
  readonly members: Screen;
}

/** Something that happens in the house, and who sees it where. */
export interface Story {
  readonly title: string;
  readonly walk: (house: KeptHouse) => Promise<void>;
}

type Staff = 'admin' | 'manager' | 'cashier' | Hired;
/** Roles that a house may have beside those that every society has; each logs in under the name of the role. */
type Hired = 'committee' | 'chair' | 'agent' | 'loan_officer' | 'accountant';
/** The chair sits on the committee too. */
const roleOf = (hired: Hired): string => (hired === 'chair' ? 'committee' : hired);

interface Opening {
  readonly dress: Dress;
  readonly browser: Browser;
  readonly pictures: string;
  readonly hired?: readonly Hired[];
  readonly savers?: number;
}

const SAVERS = 3;
const SAVED = '9000.00';

export class KeptHouse {
  readonly words: Words;
  readonly today: CalendarDate;
  readonly savers: readonly RealSaver[];
  readonly #dress: Dress;
  readonly #browser: Browser;
  readonly #pictures: string;
  readonly #folder: string;
  readonly #server: RealServer;
  readonly #visitors = new Map<string, Visitor>();
  readonly #tokens = new Map<string, string>();

  private constructor(
    { dress, browser, pictures }: Opening,
    {
      folder,
      server,
      society,
      today,
    }: { folder: string; server: RealServer; society: RealSociety; today: CalendarDate },
  ) {
    this.#dress = dress;
    this.#browser = browser;
    this.#pictures = pictures;
    this.#folder = folder;
    this.#server = server;
    this.today = today;
    this.savers = society.savers;
    for (const [role, token] of Object.entries(society.tokens)) this.#tokens.set(role, token);
    this.words = wordsOf(dress.language);
  }

  static async open(opening: Opening): Promise<KeptHouse> {
    const { hired = ['committee', 'agent'], savers = SAVERS } = opening;
    const folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
    const server = await startRealServer({ dataFolder: folder, environment: { HOST: '127.0.0.1' } });
    const society = await setUpRealSociety(server, savers);
    const { businessDate } = await ask<{ businessDate: string }>(server, 'GET', '/api/society');
    const house = new KeptHouse(opening, { folder, server, society, today: calendarDate(businessDate) });
    for (const name of hired) {
      house.#tokens.set(name, await hire(server, society.tokens.admin, roleOf(name), name));
    }
    for (const { memberId, memberNumber, depositId, oneTimeCode } of society.savers) {
      await choosePassword(server, memberNumber, oneTimeCode);
      const lines = [{ kind: 'savings', depositId, amount: SAVED }];
      await house.asCashier('POST', '/api/receipts', { memberId, lines, mode: 'cash' });
    }
    return house;
  }

  saver(nth: number): RealSaver {
    const saver = this.savers[nth];
    if (saver === undefined) throw new Error(`There is no member ${nth}.`);
    return saver;
  }

  asCashier<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    return this.as<Answer>('cashier', method, path, body);
  }

  /** What has happened before the story begins, without a screen. */
  as<Answer>(who: Staff, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer> {
    return ask<Answer>(this.#server, method, path, { token: this.#tokens.get(who) ?? '', body });
  }

  async asMember<Answer>(nth: number, method: 'PUT' | 'POST', path: string, body: object): Promise<Answer> {
    const token = await logIn(this.#server, 'member', this.saver(nth).memberNumber);
    return ask<Answer>(this.#server, method, path, { token, body });
  }

  async paper(who: Staff, path: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${this.#tokens.get(who) ?? ''}` };
    const answer = await fetch(`${this.#server.api}${path}`, { headers });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Ends every day up to this one: the till is handed over before, and opened again after. */
  async endDays(until: CalendarDate): Promise<void> {
    const { session } = await this.asCashier<{ session: { id: string; tillId: string; expectedCash: string } | null }>(
      'GET',
      '/api/till-sessions/current',
    );
    if (session !== null) {
      const rupees = Number(session.expectedCash.split('.')[0]);
      await this.asCashier('POST', `/api/till-sessions/${session.id}/closing`, {
        count: rupees === 0 ? {} : { '1.00': rupees },
        toVault: session.expectedCash,
      });
    }
    await this.as('manager', 'POST', '/api/day-ends', { until });
    while ((await this.businessDate()) <= until) await pause(100);
    if (session !== null) {
      await this.asCashier('POST', `/api/tills/${session.tillId}/sessions`, { count: {}, fromVault: '0.00' });
    }
  }

  async businessDate(): Promise<CalendarDate> {
    const { businessDate } = await ask<{ businessDate: string }>(this.#server, 'GET', '/api/society');
    return calendarDate(businessDate);
  }

  /** The society is as old as this house; what takes months is written into its rows. */
  asIfBefore(statement: string, ...values: string[]): void {
    const books = new DatabaseSync(join(this.#folder, 'kafal.db'), { timeout: 10_000 });
    books.prepare(statement).run(...values);
    books.close();
  }

  /** Somebody of the office in front of their screen. */
  async staff(username: Staff): Promise<Visitor> {
    const { staff } = this.words;
    // An agent is on the way.
    const screen = username === 'agent' ? 'phone' : this.#dress.office;
    return this.#comeIn(username, screen, async (visitor) => {
      await visitor.open('/staff');
      await fill(visitor.page, staff('login.username'), username);
      await fill(visitor.page, staff('login.password'), PASSWORD);
      await press(visitor.page, staff('login.enter'));
      await sees(visitor.page, staff('line.live'));
    });
  }

  async member(nth: number): Promise<Visitor> {
    const { member } = this.words;
    const { memberNumber } = this.saver(nth);
    return this.#comeIn(`member-${nth}`, this.#dress.members, async (visitor) => {
      await visitor.open('/');
      await fill(visitor.page, member('login.identifier'), memberNumber);
      await fill(visitor.page, member('login.password'), PASSWORD);
      await press(visitor.page, member('login.act'));
      await visitor.page.getByTestId('big-number').waitFor();
    });
  }

  /** Somebody who walks by and has no log-in. */
  stranger(): Promise<Visitor> {
    return this.#comeIn('stranger', this.#dress.members, async () => undefined);
  }

  async #comeIn(name: string, screen: Screen, logIn: (visitor: Visitor) => Promise<void>): Promise<Visitor> {
    const here = this.#visitors.get(name);
    if (here !== undefined) return here;
    const visitor = await visit({
      browser: this.#browser,
      name,
      screen,
      language: this.#dress.language,
      origin: `http://localhost:${this.#server.port}`,
      pictures: this.#pictures,
    });
    this.#visitors.set(name, visitor);
    await logIn(visitor);
    return visitor;
  }

  /** The second person reads what was asked last, sees these words in it, and says yes. */
  async agree(by: Staff, seen: readonly string[], picture: string): Promise<void> {
    const { staff } = this.words;
    const { items } = await this.asManager<{ items: { id: string }[] }>('/api/approvals?status=pending');
    const visitor = await this.staff(by);
    await visitor.open(`/staff/approvals/${items[0]?.id}`);
    for (const each of seen) await sees(visitor.page, each);
    await visitor.look(picture);
    await press(visitor.page, staff('approval.approve'));
    await sees(visitor.page, staff('approval.nowApproved'));
  }

  asManager<Answer>(path: string): Promise<Answer> {
    return this.as<Answer>('manager', 'GET', path);
  }

  takeComplaints(): string[] {
    return [...this.#visitors.values()].flatMap((visitor) => visitor.takeComplaints());
  }

  get pagesLookedAt(): number {
    return [...this.#visitors.values()].reduce((sum, { looks }) => sum + looks, 0);
  }

  /** Answers what is wrong with the books, if anything is. */
  async close(): Promise<string | undefined> {
    await Promise.all([...this.#visitors.values()].map((visitor) => visitor.close()));
    await this.#server.stop();
    const wrong = verifyBooksOf(['--database', join(this.#folder, 'kafal.db')]);
    rmSync(this.#folder, { recursive: true, force: true });
    return wrong;
  }
}
