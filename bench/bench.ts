// How fast Kafal is beside what this machine can do at all: `npm run bench [-- --rounds N --seconds S --small]`. All
// sides run in turn within each round; the ratios of a round are made from that round alone, and the median of the
// rounds counts. Any error, or a sum that is not what was acknowledged, fails the run. Every round is in results.json.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type RealServer, startRealServer } from '../tests/servers/real-server.ts';
import { type BenchSociety, benchSociety, copySociety, PASSWORD, type SocietySize } from './bench-society.ts';
import { type Child, startChild } from './child.ts';
import type { LoadResult, LoadTask } from './load-task.ts';
import { cpuSeconds, residentMiB } from './process-figures.ts';
import { type Row, row, rowText } from './ratios.ts';
import type { RawResult } from './raw-commits.ts';

interface BenchSize {
  readonly society: SocietySize;
  readonly sockets: number;
  readonly manyConnections: number;
  readonly hotConnections: number;
  readonly deepPage: number;
  readonly warmUpSeconds: number;
}

/** A page is this long, so that 10,000 members are 1,000 pages. */
const PAGE = 10;
const FULL: BenchSize = {
  society: { members: 10_000, postings: 1_000_000, managers: 100, cashiers: 10, days: 500 },
  sockets: 200,
  manyConnections: 1_000,
  hotConnections: 64,
  deepPage: 1_000,
  warmUpSeconds: 2,
};
/** For every change of the code: that everything still runs and adds up. Its ratios say nothing. */
const SMALL: BenchSize = {
  society: { members: 100, postings: 2_000, managers: 5, cashiers: 2, days: 10 },
  sockets: 10,
  manyConnections: 50,
  hotConnections: 8,
  deepPage: 9,
  warmUpSeconds: 0,
};

const root = fileURLToPath(new URL('..', import.meta.url));

interface Measured extends LoadResult {
  readonly perCpuSecond: number;
}

interface Round {
  readonly hello: Measured;
  readonly dashboard: Measured;
  readonly helloMany: Measured;
  readonly raw: RawResult;
  readonly one: Measured;
  readonly many: Measured;
  readonly spread: Measured;
  readonly hot: Measured;
  readonly firstPage: Measured;
  readonly deepPage: Measured;
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    small: { type: 'boolean', default: false },
    /** Only these sides, for finding out where the time goes; nothing is judged then. */
    only: { type: 'string' },
    /** Writes a CPU profile of the server into this folder when it stops. */
    profile: { type: 'string' },
    results: { type: 'string', default: join(root, 'bench/results.json') },
  },
});
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const size = values.small ? SMALL : FULL;
const only = values.only?.split(',');
const say = (sentence: string) => console.log(sentence);

class Bench {
  private readonly folder = join(root, '.cache', `bench-run-${process.pid}`);
  private readonly children: Child[] = [];
  private readonly troubles: string[] = [];
  private society!: BenchSociety;
  private server!: RealServer;
  private load!: Child;
  private sockets!: Child;
  private raw: Child | undefined;
  private hello!: { child: Child; port: number };
  private managers: string[] = [];
  private cashiers: string[] = [];
  private deepPath = '';
  private tasks = 0;
  private acknowledged = { deposited: 0, answers: 0, entries: 0 };

  async run(): Promise<boolean> {
    try {
      this.society = await benchSociety(size.society, say);
      const dataFolder = copySociety(this.society, join(this.folder, 'kafal'));
      const before = booksOf(dataFolder);
      const starts = await this.prepare(dataFolder);
      const measured: Round[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        measured.push(await this.round(round));
        say(`round ${round} of ${rounds}`);
      }
      const memoryAfterLoad = residentMiB(this.server.pid);
      await this.server.stop();
      this.compare(before, booksOf(dataFolder));
      this.verify(dataFolder);
      return this.tell(measured, starts, memoryAfterLoad);
    } finally {
      await this.server?.stop();
      for (const child of this.children) await child.stop();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  // ---- before ------------------------------------------------------------------------------------------------------

  private async prepare(dataFolder: string): Promise<{ firstAnswerMs: number; idleMiB: number }[]> {
    const start = () =>
      startRealServer({
        dataFolder,
        // Ten clerks behind one address never meet a limit; a thousand connections of ten clerks would.
        environment: { RATE_USER: '10000000' },
        nodeOptions: values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
      });
    // The first start compiles what later ones find.
    this.server = await start();
    this.managers = await this.logIn(this.society.managers);
    this.cashiers = await this.logIn(this.society.cashiers.map(({ username }) => username));
    await this.openTills();
    this.deepPath = await this.findDeepPage();

    const starts: { firstAnswerMs: number; idleMiB: number }[] = [];
    for (let time = 0; time < (only === undefined ? rounds : 1); time += 1) {
      await this.server.stop();
      this.server = await start();
      await pause(values.small ? 500 : 3_000);
      starts.push({ firstAnswerMs: Math.round(this.server.firstAnswerMs), idleMiB: residentMiB(this.server.pid) });
    }

    this.load = this.child('./load.ts');
    this.sockets = this.child('./sockets.ts');
    const hello = this.child('./hello.ts');
    // What hello.ts says first.
    this.hello = { child: hello, port: ((await hello.first) as { port: number }).port };
    if (size.warmUpSeconds > 0) await this.round(0, size.warmUpSeconds);
    return starts;
  }

  private child(file: string, words: readonly string[] = []): Child {
    const child = startChild(file, words);
    this.children.push(child);
    return child;
  }

  private async logIn(usernames: readonly string[]): Promise<string[]> {
    const tokens: string[] = [];
    for (const identifier of usernames) {
      const { accessToken } = await this.ask<{ accessToken: string }>('POST', '/api/auth/admin/login', undefined, {
        identifier,
        password: PASSWORD,
      });
      tokens.push(accessToken);
    }
    return tokens;
  }

  private async openTills(): Promise<void> {
    for (const [index, { tillId }] of this.society.cashiers.entries()) {
      await this.ask('POST', `/api/tills/${tillId}/sessions`, this.cashiers[index], { count: {}, fromVault: '0.00' });
    }
  }

  private async findDeepPage(): Promise<string> {
    let path = pagePath();
    for (let page = 1; page < size.deepPage; page += 1) {
      const { nextCursor } = await this.ask<{ nextCursor: string | null }>('GET', path, this.managers[0]);
      if (nextCursor === null) throw new Error(`The list of members has no page ${page + 1}.`);
      path = pagePath(nextCursor);
    }
    return path;
  }

  private async ask<Answer>(method: 'GET' | 'POST', path: string, token?: string, body?: object): Promise<Answer> {
    this.tasks += 1;
    const answer = await fetch(`${this.server.api}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': `bench-before-${process.pid}-${Date.now()}-${this.tasks}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    // Whoever asks names the shape that the contract gives this route.
    return (await answer.json()) as Answer;
  }

  // ---- one round ---------------------------------------------------------------------------------------------------

  private async round(number: number, forSeconds = seconds): Promise<Round> {
    const sides: Record<keyof Round, () => Promise<unknown>> = {
      hello: () => this.readHello(this.managers.length, forSeconds),
      dashboard: () => this.readDashboard(forSeconds),
      firstPage: () => this.read(pagePath(), 8, forSeconds),
      deepPage: () => this.read(this.deepPath, 8, forSeconds),
      raw: () => this.commitRaw(forSeconds),
      one: () => this.deposit(1, this.society.savers, forSeconds),
      many: () => this.deposit(size.manyConnections, this.society.savers, forSeconds),
      helloMany: () => this.readHello(size.manyConnections, forSeconds),
      spread: () => this.deposit(size.hotConnections, this.society.savers, forSeconds),
      hot: () => this.deposit(size.hotConnections, this.society.savers.slice(0, 1), forSeconds),
    };
    const round: Partial<Record<keyof Round, unknown>> = {};
    // Every other round backwards, so that no side always comes after the same one.
    const order = Object.keys(sides) as (keyof Round)[];
    for (const side of number % 2 === 0 ? order : order.reverse()) {
      if (only !== undefined && !only.includes(side)) continue;
      await this.untilQuiet();
      const measured = (await sides[side]()) as Measured;
      round[side] = measured;
      if (only !== undefined) say(`${side} ${JSON.stringify({ ...measured, sample: undefined })}`);
      for (const error of measured.errors ?? []) this.troubles.push(`${side}: ${error}`);
    }
    // Every side has run unless only some were asked for, and then nothing is judged.
    return round as Round;
  }

  /** What the load before has left to do, such as telling its events, is not to weigh on the next. */
  private async untilQuiet(): Promise<void> {
    for (let look = 0; look < 100; look += 1) {
      const before = cpuSeconds(this.server.pid);
      await pause(200);
      if (cpuSeconds(this.server.pid) - before <= 0.02) return;
    }
  }

  private async measure(pid: number, task: LoadTask): Promise<Measured> {
    const before = cpuSeconds(pid);
    const result = await this.load.ask<LoadResult>(task);
    return { ...result, perCpuSecond: Math.round(result.answeredInAll / (cpuSeconds(pid) - before)) };
  }

  private readHello(connections: number, forSeconds: number): Promise<Measured> {
    const work = { kind: 'read', paths: ['/'], tokens: [] } as const;
    return this.measure(this.hello.child.pid, { port: this.hello.port, connections, seconds: forSeconds, work });
  }

  /** Everybody who may see it looks at once, each with a token of their own, and more lines listen. */
  private async readDashboard(forSeconds: number): Promise<Measured> {
    const { port, pid } = this.server;
    await this.sockets.ask({ port, tokens: this.managers, count: size.sockets });
    const work = { kind: 'read', paths: ['/api/admin/dashboard/stats'], tokens: this.managers } as const;
    const measured = await this.measure(pid, { port, connections: this.managers.length, seconds: forSeconds, work });
    await this.sockets.ask({ port, tokens: [], count: 0 });
    return measured;
  }

  private read(path: string, connections: number, forSeconds: number): Promise<Measured> {
    const { port, pid } = this.server;
    const work = { kind: 'read', paths: [path], tokens: this.managers } as const;
    return this.measure(pid, { port, connections, seconds: forSeconds, work });
  }

  private async deposit(connections: number, savers: BenchSociety['savers'], forSeconds: number): Promise<Measured> {
    const { port, pid } = this.server;
    this.tasks += 1;
    const work = { kind: 'deposit', tokens: this.cashiers, savers, keys: `bench-${this.tasks}` } as const;
    const measured = await this.measure(pid, { port, connections, seconds: forSeconds, work });
    this.acknowledged.deposited += measured.deposited;
    this.acknowledged.answers += measured.answeredInAll;
    this.acknowledged.entries += measured.entries;
    return measured;
  }

  /** The comparator opens its copy when a real deposit has shown what an answer looks like. */
  private async commitRaw(forSeconds: number): Promise<RawResult> {
    if (this.raw === undefined) {
      const { sample } = await this.deposit(1, this.society.savers, 0.2);
      const copy = copySociety(this.society, join(this.folder, 'raw'));
      this.raw = this.child('./raw-commits.ts', [join(copy, 'kafal.db'), sample]);
    }
    return this.raw.ask<RawResult>({ seconds: forSeconds });
  }

  // ---- after -------------------------------------------------------------------------------------------------------

  private compare(before: Books, after: Books): void {
    const { deposited, answers, entries } = this.acknowledged;
    const expect = (what: string, found: number, wanted: number) => {
      if (found !== wanted) this.troubles.push(`${what}: ${found} where ${wanted} belong`);
    };
    expect('different entries in the answers', entries, answers);
    expect('receipts in the books', after.receipts - before.receipts, answers);
    expect('journal entries of receipts', after.entries - before.entries, answers);
    expect('keys kept', after.keys - before.keys, answers + this.society.cashiers.length);
    expect('money in the members’ accounts', after.deposits - before.deposits, deposited);
    expect('receipts without an entry', after.orphans, 0);
  }

  private verify(dataFolder: string): void {
    say('Proving the books of the measured society.');
    const script = join(root, 'scripts/verify-books.ts');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [script, '--database', join(dataFolder, 'kafal.db')],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (status !== 0) this.troubles.push(`the books do not agree:\n${stdout}${stderr}`);
  }

  private tell(measured: readonly Round[], starts: { firstAnswerMs: number; idleMiB: number }[], afterLoad: number) {
    for (const trouble of this.troubles) console.error(trouble);
    if (only !== undefined) return this.troubles.length === 0;

    const rows = rowsOf(measured, starts);
    const passed = this.troubles.length === 0 && (values.small || rows.every(({ holds }) => holds));
    const results = {
      commit: commit(),
      node: process.version,
      processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
      society: size.society,
      secondsPerSide: seconds,
      passed,
      errors: this.troubles,
      deposits: this.acknowledged.answers,
      memoryAfterLoadMiB: afterLoad,
      rows,
      starts,
      rounds: measured.map((round) =>
        Object.fromEntries(
          Object.entries(round).map(([side, { sample: _, errors: __, ...figures }]) => [side, figures]),
        ),
      ),
    };
    writeFileSync(`${values.results}.tmp`, `${JSON.stringify(results, null, 1)}\n`);
    renameSync(`${values.results}.tmp`, values.results);
    say('');
    for (const each of rows) say(rowText(each));
    say(
      `\n${this.acknowledged.answers} deposits acknowledged, each in the books once; ${afterLoad} MiB after the load; ` +
        `${this.troubles.length === 0 ? 'no error' : `${this.troubles.length} errors`}.`,
    );
    return passed;
  }
}

function rowsOf(measured: readonly Round[], starts: { firstAnswerMs: number; idleMiB: number }[]): Row[] {
  const each = (ratio: (round: Round) => number) => measured.map(ratio);
  return [
    row(
      'cached dashboard, of a bare hello, per CPU second',
      'times',
      each(({ dashboard, hello }) => dashboard.perCpuSecond / hello.perCpuSecond),
      { atLeast: 0.35, goal: 0.5 },
    ),
    row(
      'cached dashboard with 100 people and 200 sockets, p95',
      'ms',
      each(({ dashboard }) => dashboard.p95),
      {
        atMost: 200,
      },
    ),
    row(
      'durable deposits of one client, of raw FULL commits of the same rows',
      'times',
      each(({ one, raw }) => one.perSecond / raw.perSecond),
      { atLeast: 0.2, goal: 0.3 },
    ),
    row(
      'deposits over 1,000 connections, of one client',
      'times',
      each(({ many, one }) => many.perSecond / one.perSecond),
      { atLeast: 1.5 },
    ),
    row(
      'deposits over 1,000 connections, of a bare hello over as many',
      'times',
      each(({ many, helloMany }) => many.perSecond / helloMany.perSecond),
      { atLeast: 0.06, goal: 0.12 },
    ),
    row(
      'deposits over 1,000 connections, p99',
      'ms',
      each(({ many }) => many.p99),
      { atMost: 1_000, goal: 500 },
    ),
    row(
      'deposits into one hot account, of the same spread over all',
      'times',
      each(({ hot, spread }) => hot.perSecond / spread.perSecond),
      { atLeast: 0.85, goal: 0.95 },
    ),
    row(
      'CPU of the 1,000th page of members, of the first page',
      'times',
      each(({ firstPage, deepPage }) => firstPage.perCpuSecond / deepPage.perCpuSecond),
      { atMost: 1.1 },
    ),
    row(
      'second start to first answer',
      'ms',
      starts.map(({ firstAnswerMs }) => firstAnswerMs),
      { atMost: 2_000 },
    ),
    row(
      'idle memory',
      'MiB',
      starts.map(({ idleMiB }) => idleMiB),
      { atMost: 190 },
    ),
  ];
}

interface Books {
  readonly deposits: number;
  readonly receipts: number;
  readonly entries: number;
  readonly keys: number;
  readonly orphans: number;
}

/** Read from the file itself, past the program. */
function booksOf(dataFolder: string): Books {
  const database = new DatabaseSync(join(dataFolder, 'kafal.db'), { readOnly: true });
  const one = (sql: string) => Number(database.prepare(sql).get()?.n ?? 0);
  try {
    return {
      deposits: one("SELECT SUM(amount) AS n FROM balance WHERE subLedger = 'deposit'"),
      receipts: one('SELECT COUNT(*) AS n FROM receipt'),
      entries: one("SELECT COUNT(*) AS n FROM journal_entry WHERE kind = 'receipt'"),
      keys: one('SELECT COUNT(*) AS n FROM idempotency'),
      orphans: one(
        'SELECT COUNT(*) AS n FROM receipt r LEFT JOIN journal_entry e ON e.id = r.entryId WHERE e.id IS NULL',
      ),
    };
  } finally {
    database.close();
  }
}

const pagePath = (cursor?: string) =>
  `/api/members?limit=${PAGE}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function commit(): string {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  try {
    return (
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'apps', 'packages') === '' ? '' : '+')
    );
  } catch {
    return 'unknown';
  }
}

mkdirSync(join(root, '.cache'), { recursive: true });
process.exitCode = (await new Bench().run()) ? 0 : 1;
