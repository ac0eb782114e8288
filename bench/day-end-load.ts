// What people at work notice of a day's end: `npm run proof -- day-end-load`, or `node bench/day-end-load.ts
// [--accounts N --rounds N --results FILE]`. In each round a server works on its own copy of one society; people read
// pages and post transfers at a steady beat, at first alone and then while the day is being ended beside them; the medians
// of the rounds count. An error, a day that was not ended, or books that do not agree fail the run.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startChild } from './child.ts';
import { DAY, dayEndSociety } from './day-end-society.ts';
import { HttpLine, requestText } from './http-line.ts';
import { answerTimes, type People, share } from './paced-load.ts';
import { peakMiB } from './process-figures.ts';
import { median, row, rowText } from './ratios.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    results: { type: 'string', default: join(root, 'bench/day-end-load-results.json') },
  },
});
const [accounts, rounds] = [Number(values.accounts), Number(values.rounds)];
const say = (sentence: string) => console.log(sentence);
const work = join(root, `.cache/bench-day-end/load-${process.pid}`);
const WARM_UP_MS = 3_000;
const IDLE_MS = 6_000;
const LOOK_EVERY_MS = 250;

interface Server {
  readonly port: number;
  readonly manager: Readonly<Record<string, string>>;
  readonly cashier: Readonly<Record<string, string>>;
}

const account = (place: number) => ((place * 7_919) % accounts) + 1;

const PAGES = [
  (id: number) => `/api/members/${id}`,
  (id: number) => `/api/deposits/${id}`,
  (id: number) => `/api/deposits/${id}/passbook`,
  (id: number) => `/api/counter/members/${id}`,
  () => '/api/members?limit=20',
  () => '/api/day-end',
];

const readers = ({ port, manager }: Server): People => ({
  count: 6,
  everyMs: 20,
  wanted: 200,
  request: (person, turn) => {
    const page = PAGES[(person + turn) % PAGES.length] ?? PAGES[0];
    return requestText('GET', page?.(account(person + 6 * turn)) ?? '/', port, manager);
  },
});

let keys = 0;
/** One rupee from one member's savings to another's. */
const posters = ({ port, cashier }: Server): People => ({
  count: 4,
  everyMs: 100,
  wanted: 201,
  request: (person, turn) => {
    keys += 1;
    const from = account(person + 4 * turn);
    const to = { kind: 'deposit', accountNumber: `SB${String((from % accounts) + 1).padStart(7, '0')}` };
    const headers = { ...cashier, 'idempotency-key': `bench-load-${String(keys).padStart(10, '0')}` };
    const body = JSON.stringify({ amount: '1.00', to });
    return requestText('POST', `/api/deposits/${from}/transfers`, port, headers, body);
  },
});

interface Times {
  readonly reads: number[];
  readonly posts: number[];
}

async function peopleAtWork(server: Server, whileGoing: () => Promise<void>): Promise<Times> {
  const over = new AbortController();
  const going = whileGoing().finally(() => over.abort());
  const [reads, posts] = await Promise.all([
    answerTimes(server.port, readers(server), over.signal),
    answerTimes(server.port, posters(server), over.signal),
    going,
  ]);
  return { reads, posts };
}

/** Begins the end of the day as a page does, and looks until it is over. */
async function endTheDay({ port, manager }: Server): Promise<void> {
  const line = await HttpLine.open(port);
  const started = await line.send(requestText('POST', '/api/day-ends', port, manager, JSON.stringify({ until: DAY })));
  if (started.status !== 202) throw new Error(`The end of the day was not begun: ${started.body}`);
  for (;;) {
    await pause(LOOK_EVERY_MS);
    const { body } = await line.send(requestText('GET', '/api/day-end', port, manager));
    const { state } = JSON.parse(body) as { state: string };
    if (state === 'ended') break;
    if (state === 'stopped') throw new Error(`The end of the day stopped: ${body}`);
  }
  line.close();
}

interface Round {
  readonly idle: Times;
  readonly during: Times;
  readonly seconds: number;
  readonly peakMiB: number;
}

async function round(number: number, society: string): Promise<Round> {
  const file = join(work, `round-${number}.db`);
  cpSync(society, file);
  const child = startChild('./day-end-server.ts', [file]);
  try {
    // What day-end-server.ts says first.
    const server = (await child.first) as Server;
    await peopleAtWork(server, () => pause(WARM_UP_MS));
    const idle = await peopleAtWork(server, () => pause(IDLE_MS));
    const startedAt = performance.now();
    const during = await peopleAtWork(server, () => endTheDay(server));
    return { idle, during, seconds: (performance.now() - startedAt) / 1_000, peakMiB: peakMiB(child.pid) };
  } finally {
    await child.stop();
    verify(file);
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}

function verify(file: string): void {
  const args = ['scripts/verify-books.ts', '--database', file];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`The books do not agree: ${stdout}`);
}

mkdirSync(work, { recursive: true });
try {
  const society = await dayEndSociety(accounts, say);
  const measured: Round[] = [];
  for (let number = 1; number <= rounds; number += 1) {
    const each = await round(number, society);
    measured.push(each);
    const figures = [each.idle.reads, each.during.reads, each.idle.posts, each.during.posts];
    const [idleReads, reads, idlePosts, posts] = figures.map((times) => share(times, 0.99).toFixed(1));
    say(
      `round ${number}: ${each.seconds.toFixed(1)} s; p99 of ${each.during.reads.length} reads ${reads} ms (idle ${idleReads}), ` +
        `of ${each.during.posts.length} postings ${posts} ms (idle ${idlePosts}); ${each.peakMiB} MiB`,
    );
  }
  const p99 = (which: (each: Round) => number[]) => measured.map((each) => share(which(each), 0.99));
  const idleReads = p99(({ idle }) => idle.reads);
  const rows = [
    row(
      'p99 of reads during a day’s end',
      'ms',
      p99(({ during }) => during.reads),
      {
        atMost: Math.max(50, 2 * median(idleReads)),
      },
    ),
    row(
      'p99 of postings during a day’s end',
      'ms',
      p99(({ during }) => during.posts),
      { atMost: 250 },
    ),
    row(
      'most memory of the server',
      'MiB',
      measured.map((each) => each.peakMiB),
      { atMost: 512 },
    ),
  ];
  for (const each of rows) say(rowText(each));
  const idle = { reads: median(idleReads), postings: median(p99((each) => each.idle.posts)) };
  say(`while nothing else goes on: ${idle.reads.toFixed(1)} ms of reads, ${idle.postings.toFixed(1)} ms of postings`);
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
  writeFileSync(values.results, `${JSON.stringify({ accounts, machine, rows, idle }, null, 2)}\n`);
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
