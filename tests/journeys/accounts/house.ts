// A society for the acts of every kind of account: two members, somebody at the counter, two people who confirm for each
// other, and days that are ended. It asks its members for thrift from yesterday on.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  calendarDateOf,
  dayOf,
  monthOf,
  yearOf,
} from '@kafal/core';
import type { Browser } from 'playwright-core';
import { type RealServer, startRealServer } from '../../servers/real-server.ts';
import {
  ask,
  choosePassword,
  PASSWORD,
  type RealSaver,
  type RealSociety,
  setUpRealSociety,
} from '../../servers/real-society.ts';
import { verifyBooksOf } from '../../servers/verify-books-of.ts';
import { fill, press, sees } from '../society-day/controls.ts';
import { type Screen, type Visitor, visit } from '../visitor.ts';
import { type Language, type Words, wordsOf } from '../words.ts';

type Person = 'phone' | 'cashier' | 'manager' | 'admin';

export interface HouseOptions {
  readonly browser: Browser;
  readonly language: Language;
  /** What the staff sit at; the member stands in front of the other one. */
  readonly device: Screen;
  readonly pictures?: string;
}

/** The rule of the society knows no day of thrift after it. */
const LAST_DUE_DAY = 28;
export const THRIFT = '200.00';

export class AccountsHouse {
  readonly words: Words;
  readonly today: CalendarDate;
  /** Yesterday, or the last day before it that thrift may be due on. */
  readonly thriftDay: CalendarDate;
  /** Has a log-in and savings. */
  readonly saver: RealSaver;
  readonly other: RealSaver;
  /** The recurring deposit whose instalment the savings cannot pay yet. */
  recurring = { id: '', accountNumber: '' };
  readonly #visitors: Readonly<Record<Person, Visitor>>;
  readonly #society: RealSociety;
  readonly #server: RealServer;
  readonly #folder: string;

  private constructor(made: Made, words: Words, visitors: Record<Person, Visitor>) {
    const [saver, other] = made.society.savers;
    if (saver === undefined || other === undefined) throw new Error('The house has two members.');
    this.words = words;
    this.today = made.today;
    this.thriftDay = made.thriftDay;
    this.saver = saver;
    this.other = other;
    this.#society = made.society;
    this.#server = made.server;
    this.#folder = made.folder;
    this.#visitors = visitors;
  }

  static async open(options: HouseOptions): Promise<AccountsHouse> {
    const made = await makeSociety();
    const words = wordsOf(options.language);
    const member: Screen = options.device === 'phone' ? 'desk' : 'phone';
    const come = (name: Person) =>
      visit({
        browser: options.browser,
        name,
        screen: name === 'phone' ? member : options.device,
        language: options.language,
        origin: `http://localhost:${made.server.port}`,
        ...(options.pictures === undefined ? {} : { pictures: options.pictures }),
      });
    const [phone, cashier, manager, admin] = await Promise.all([
      come('phone'),
      come('cashier'),
      come('manager'),
      come('admin'),
    ]);
    const house = new AccountsHouse(made, words, { phone, cashier, manager, admin });
    await house.#staffComeIn();
    return house;
  }

  who(name: Person): Visitor {
    return this.#visitors[name];
  }

  /** As somebody at the counter, for what is not walked. */
  asCashier<Answer>(path: string, body: object): Promise<Answer> {
    return ask<Answer>(this.#server, 'POST', path, { token: this.#society.tokens.cashier, body });
  }

  read<Answer>(path: string): Promise<Answer> {
    return ask<Answer>(this.#server, 'GET', path, { token: this.#society.tokens.cashier });
  }

  /** The society is as old as this journey; what takes months is written into its rows. */
  asIfBefore(statement: string, ...values: string[]): void {
    writeInto(this.#folder, statement, ...values);
  }

  /** The till goes home for the night with what it should hold. */
  async closeTill(): Promise<void> {
    const { session } = await this.read<{ session: { id: string; expectedCash: string } | null }>(
      '/api/till-sessions/current',
    );
    if (session === null) return;
    await this.asCashier(`/api/till-sessions/${session.id}/closing`, {
      count: { '1.00': Number(session.expectedCash.split('.')[0]) },
      toVault: session.expectedCash,
    });
  }

  takeComplaints(): string[] {
    return Object.values(this.#visitors).flatMap((visitor) => visitor.takeComplaints());
  }

  get pagesLookedAt(): number {
    return Object.values(this.#visitors).reduce((sum, { looks }) => sum + looks, 0);
  }

  async pictures(name: string): Promise<void> {
    await Promise.allSettled(
      Object.values(this.#visitors).map((visitor) => visitor.picture(`${name}-${visitor.name}`)),
    );
  }

  /** What is wrong with the books, after the house is closed. */
  async close(): Promise<string | undefined> {
    await Promise.allSettled(Object.values(this.#visitors).map((visitor) => visitor.close()));
    await this.#server.stop();
    const wrong = verifyBooksOf(['--database', join(this.#folder, 'kafal.db')]);
    rmSync(this.#folder, { recursive: true, force: true });
    return wrong;
  }

  async memberComesIn(): Promise<void> {
    const { member } = this.words;
    const phone = this.who('phone');
    const { page } = phone;
    await phone.open('/');
    await fill(page, member('login.identifier'), this.saver.memberNumber);
    await fill(page, member('login.password'), PASSWORD);
    await press(page, member('login.act'));
    await page.getByTestId('big-number').waitFor();
  }

  async #staffComeIn(): Promise<void> {
    const { staff } = this.words;
    for (const visitor of [this.who('cashier'), this.who('manager'), this.who('admin')]) {
      await visitor.open('/staff');
      await fill(visitor.page, staff('login.username'), visitor.name);
      await fill(visitor.page, staff('login.password'), PASSWORD);
      await press(visitor.page, staff('login.enter'));
      await sees(visitor.page, staff('line.live'));
    }
  }
}

interface Made {
  readonly folder: string;
  readonly server: RealServer;
  readonly society: RealSociety;
  readonly today: CalendarDate;
  readonly thriftDay: CalendarDate;
}

async function makeSociety(): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-accounts-'));
  const server = await startRealServer({ dataFolder: folder, environment: { HOST: '127.0.0.1' } });
  const yesterday = addDays(calendarDate(new Date().toISOString().slice(0, 10)), -1);
  const thriftDay =
    dayOf(yesterday) <= LAST_DUE_DAY ? yesterday : calendarDateOf(yearOf(yesterday), monthOf(yesterday), LAST_DUE_DAY);
  const society = await setUpRealSociety(server, 2, addDays(thriftDay, -1));
  const { businessDate } = await ask<{ businessDate: string }>(server, 'GET', '/api/society');
  const saver = society.savers[0];
  if (saver === undefined) throw new Error('The house has two members.');
  await choosePassword(server, saver.memberNumber, saver.oneTimeCode);
  await ask(server, 'POST', '/api/receipts', {
    token: society.tokens.cashier,
    body: {
      memberId: saver.memberId,
      lines: [{ kind: 'savings', depositId: saver.depositId, amount: '17000.00' }],
      mode: 'cash',
    },
  });
  // Both joined when the books began, and the general body asked for thrift on that day.
  writeInto(folder, 'UPDATE member SET joinedOn = ?', addDays(thriftDay, -1));
  for (const [name, value] of [
    ['thrift.monthlyDue', JSON.stringify(THRIFT)],
    ['thrift.dueDay', String(dayOf(thriftDay))],
  ] as const)
    writeInto(
      folder,
      "INSERT INTO setting (name, value, effectiveFrom, legalBasis, recordedAt) VALUES (?, ?, ?, 'By-law 21', 0)",
      name,
      value,
      addDays(thriftDay, -1),
    );
  return { folder, server, society, today: calendarDate(businessDate), thriftDay };
}

function writeInto(folder: string, statement: string, ...values: string[]): void {
  const books = new DatabaseSync(join(folder, 'kafal.db'), { timeout: 10_000 });
  books.prepare(statement).run(...values);
  books.close();
}

/** A day in a year, as somebody who saves for something names it. */
export const inAYear = (today: CalendarDate) => addMonths(today, 12);
