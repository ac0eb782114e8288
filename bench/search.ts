// How fast somebody is found among a million members, beside a raw index query of the same result on the same machine:
// `npm run proof -- search`, or `node bench/search.ts [--members N --rounds N --times N --results FILE]`. Both sides
// answer over HTTP, one request at a time, in turn; the ratio of a round is made from that round alone and the median
// of the rounds counts. An error, or other members than the raw query finds, fails the run.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startRealServer } from '../tests/servers/real-server.ts';
import { logIn } from '../tests/servers/real-society.ts';
import { startChild } from './child.ts';
import { HttpLine, requestText } from './http-line.ts';
import { median, row, rowText } from './ratios.ts';
import { makeSearchSociety } from './search-society.ts';

interface Search {
  readonly what: string;
  readonly typed: string;
  /** What the raw side asks of the index. */
  readonly by: 'whole' | 'beginning' | 'beside';
  readonly with: readonly string[];
}

const LAST = '\u{10FFFF}';
const FASTEST_MS = 100;
const MOST_TIMES = 1.5;
const root = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    times: { type: 'string', default: '40' },
    results: { type: 'string', default: join(root, 'bench/search-results.json') },
  },
});
const [members, rounds, times] = [Number(values.members), Number(values.rounds), Number(values.times)];
const say = (sentence: string) => console.log(sentence);

const number = `m2026${String(members - 1).padStart(4, '0')}`;
const phone = String(9_400_000_000 + members - 2);
const searches: readonly Search[] = [
  { what: 'number', typed: `M-2026-${number.slice(5)}`, by: 'whole', with: ['number', number] },
  { what: 'phone', typed: `+91 ${phone}`, by: 'whole', with: ['phone', `91${phone}`] },
  { what: 'name', typed: 'sunita', by: 'beginning', with: ['word', 'sunita', `sunita${LAST}`] },
  { what: 'part of a name', typed: 'raw', by: 'beginning', with: ['word', 'raw', `raw${LAST}`] },
  { what: 'name in Devanagari', typed: 'सुनीता', by: 'beginning', with: ['word', 'सुनीता', `सुनीता${LAST}`] },
  { what: 'name as heard', typed: 'suneetaa', by: 'whole', with: ['sound', 'sunit'] },
  { what: 'two parts', typed: 'sun tha', by: 'beside', with: ['word', 'sun', `sun${LAST}`, ' tha'] },
  {
    what: 'two parts as heard',
    typed: 'vimalaa raawt',
    by: 'beside',
    with: ['sound', 'viml', `viml${LAST}`, ' =ravt'],
  },
  { what: 'nobody of two', typed: 'hema hemant', by: 'beside', with: ['word', 'hemant', `hemant${LAST}`, ' hema'] },
];

const folder = join(root, '.cache', `search-${process.pid}`);
mkdirSync(folder, { recursive: true, mode: 0o700 });
let passed = false;
try {
  passed = await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = passed ? 0 : 1;

async function measure(): Promise<boolean> {
  const madeAt = performance.now();
  await makeSearchSociety(folder, members);
  say(`${members} members are made, in ${Math.round((performance.now() - madeAt) / 1_000)} s.`);
  const server = await startRealServer({ dataFolder: folder, environment: { RATE_USER: '10000000' } });
  const raw = startChild('./raw-search.ts', [join(folder, 'kafal.db')]);
  try {
    const token = await logIn(server, 'admin', 'manager');
    // What raw-search.ts says first.
    const { port } = (await raw.first) as { port: number };
    const [apiLine, rawLine] = [await HttpLine.open(server.port), await HttpLine.open(port)];
    const asked = searches.map((search) => ({
      search,
      api: requestText('GET', `/api/search?q=${encodeURIComponent(search.typed)}`, server.port, {
        authorization: `Bearer ${token}`,
      }),
      raw: requestText(
        'GET',
        `/?${new URLSearchParams([['by', search.by], ...search.with.map((text) => ['with', text])])}`,
        port,
        {},
      ),
    }));

    const measured: { ratio: number; apiMs: number[]; rawMs: number[]; of: Map<string, number> }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const [apiMs, rawMs]: [number[], number[]] = [[], []];
      const of = new Map<string, number>();
      for (const { search, api: apiText, raw: rawText } of asked) {
        const [apiOf, rawOf]: [number[], number[]] = [[], []];
        for (let time = 0; time < times; time += 1) {
          const api = await timed(apiLine, apiText);
          const other = await timed(rawLine, rawText);
          refuseOther(search, api.body, other.body);
          apiOf.push(api.ms);
          rawOf.push(other.ms);
        }
        of.set(search.what, median(apiOf));
        apiMs.push(...apiOf);
        rawMs.push(...rawOf);
      }
      const sum = (all: readonly number[]) => all.reduce((before, ms) => before + ms, 0);
      // The first round warms both sides up.
      if (round > 0) measured.push({ ratio: sum(apiMs) / sum(rawMs), apiMs, rawMs, of });
      if (round > 0) say(`round ${round} of ${rounds}`);
    }
    apiLine.close();
    rawLine.close();

    const slowest = measured.map(({ apiMs }) => Math.max(...apiMs));
    const rows = [
      row(
        'search beside a raw index query of the same members',
        'times',
        measured.map(({ ratio }) => ratio),
        { atMost: MOST_TIMES },
      ),
      row('slowest answer of a round', 'ms', slowest, { atMost: FASTEST_MS }),
      ...searches.map(({ what }) =>
        row(
          `search by ${what}`,
          'ms',
          measured.map(({ of }) => of.get(what) ?? Number.NaN),
          { atMost: FASTEST_MS },
        ),
      ),
    ];
    for (const line of rows) say(rowText(line));
    writeFileSync(
      values.results,
      `${JSON.stringify({ members, rounds, times, machine: { cores: availableParallelism(), processor: cpus()[0]?.model }, rows }, null, 2)}\n`,
    );
    const asks = measured.length * searches.length * times;
    say(`${asks} searches, each with the members of the raw query; no error.`);
    // A small count says that everything is found; how fast, only the full one.
    return members < 1_000_000 || rows.every(({ holds }) => holds);
  } finally {
    await server.stop();
    await raw.stop();
  }
}

async function timed(line: HttpLine, text: string): Promise<{ ms: number; body: string }> {
  const startedAt = performance.now();
  const { status, body } = await line.send(text);
  const ms = performance.now() - startedAt;
  if (status !== 200) throw new Error(`A search answered ${status}: ${body}`);
  return { ms, body };
}

function refuseOther(search: Search, api: string, raw: string): void {
  const ids = (body: string) =>
    (JSON.parse(body) as { members: { id: string | number }[] }).members.map(({ id }) => Number(id));
  const [found, wanted] = [ids(api), ids(raw)];
  const isRight = String(found) === String(wanted) && (found.length > 0 || search.what.startsWith('nobody'));
  if (!isRight) throw new Error(`Searching "${search.typed}" found ${found}, and the index ${wanted}.`);
}
