// One day of one society: the server it runs on, the people in front of their screens, and what they have written down.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { bareEnvironment, type RealServer, startRealServer } from '../../servers/real-server.ts';
import { type Line, layLine } from '../line.ts';
import { type Screen, type Visitor, visit } from '../visitor.ts';
import { type Language, type Words, wordsOf } from '../words.ts';
import { type Cast, castOf } from './cast.ts';

const VERIFY_BOOKS = fileURLToPath(new URL('../../../scripts/verify-books.ts', import.meta.url));
const run = promisify(execFile);

export interface DayOptions {
  readonly browser: Browser;
  readonly language: Language;
  readonly port: number;
  readonly webPort: number;
  /** Where the pictures go; none are taken without it. */
  readonly pictures?: string;
}

/** What one step finds out and a later one needs. */
export type Fact =
  | 'trackingNumber'
  | 'memberNumber'
  | 'accountNumber'
  | 'memberCode'
  | 'otherMemberNumber'
  | 'otherAccountNumber';

export class Day {
  readonly language: Language;
  readonly words: Words;
  readonly cast: Cast;
  readonly server: RealServer;
  readonly webPort: number;
  /** Some people sit behind this line, so that it can be cut. */
  readonly line: Line;
  /** Rupees that should lie in the drawer. */
  drawer = 0;
  readonly #options: DayOptions;
  readonly #folder: string;
  readonly #visitors = new Map<string, Visitor>();
  readonly #facts = new Map<Fact, string>();

  constructor(options: DayOptions, folder: string, server: RealServer, line: Line) {
    this.#options = options;
    this.#folder = folder;
    this.server = server;
    this.line = line;
    this.webPort = options.webPort;
    this.language = options.language;
    this.words = wordsOf(options.language);
    this.cast = castOf(options.language);
  }

  /** Comes in: a page of their own at the web port, or behind the line that can be cut. */
  async comeIn(
    name: string,
    screen: Screen,
    options: { behindLine?: boolean; language?: Language } = {},
  ): Promise<Visitor> {
    const port = options.behindLine === true ? this.line.port : this.webPort;
    const visitor = await visit({
      browser: this.#options.browser,
      name,
      screen,
      language: options.language ?? this.language,
      origin: `http://localhost:${port}`,
      ...(this.#options.pictures === undefined ? {} : { pictures: this.#options.pictures }),
    });
    this.#visitors.set(name, visitor);
    return visitor;
  }

  /** Whoever came in by this name. */
  who(name: string): Visitor {
    const visitor = this.#visitors.get(name);
    if (visitor === undefined) throw new Error(`"${name}" has not come in.`);
    return visitor;
  }

  keep(fact: Fact, value: string): void {
    this.#facts.set(fact, value);
  }

  known(fact: Fact): string {
    const value = this.#facts.get(fact);
    if (value === undefined) throw new Error(`Nobody has found out the ${fact} yet.`);
    return value;
  }

  get pagesLookedAt(): number {
    return [...this.#visitors.values()].reduce((sum, { looks }) => sum + looks, 0);
  }

  takeComplaints(): string[] {
    return [...this.#visitors.values()].flatMap((visitor) => visitor.takeComplaints());
  }

  /** Pictures of what everybody sees when something went wrong. */
  async pictures(name: string): Promise<void> {
    await Promise.allSettled([...this.#visitors.values()].map((visitor) => visitor.picture(`${name}-${visitor.name}`)));
  }

  async verifyBooks(): Promise<string> {
    const { stdout } = await run(process.execPath, [VERIFY_BOOKS], {
      env: { ...bareEnvironment(), DATA_DIR: this.#folder },
    });
    return stdout;
  }

  async end(): Promise<void> {
    await Promise.allSettled([...this.#visitors.values()].map((visitor) => visitor.close()));
    await this.line.close();
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export async function beginDay(options: DayOptions): Promise<Day> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
  if (options.pictures !== undefined) rmSync(options.pictures, { recursive: true, force: true });
  const server = await startRealServer({
    dataFolder: folder,
    environment: { PORT: String(options.port), WEB_PORT: String(options.webPort) },
  });
  return new Day(options, folder, server, await layLine(options.webPort));
}

/** Where the pictures of a journey are kept: looked at by people, not kept in the repository. */
export const picturesOf = (journey: string): string =>
  fileURLToPath(new URL(`../screenshots/${journey}`, import.meta.url));
