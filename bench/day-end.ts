// How fast a day's end credits the interest of savings accounts, beside set-based SQL that writes the same rows:
// `npm run proof -- day-end-bench` (100,000) and `day-end-bench-million`, or `node bench/day-end.ts [--accounts N --rounds N
// --results FILE]`. Each side goes
// through its own copy of one society once, a slice of it in each round, in turn; the ratio of a round is made from that
// round alone and the median of the rounds counts. A society of a tenth shows whether an account costs the same in a
// small one. An error, other rows than the comparator's, or books that do not agree fail the run.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Child, startChild } from './child.ts';
import { DAY, dayEndSociety, MORNING } from './day-end-society.ts';
import type { DayEndResult, DayEndTask } from './day-end-task.ts';
import { ownCpuMs } from './process-figures.ts';
import { median, row, rowText } from './ratios.ts';
import { RawDayEnd } from './raw-day-end.ts';
import { assertSameRows, verifyBooks } from './same-rows.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    results: { type: 'string', default: join(root, 'bench/day-end-results.json') },
  },
});
const [accounts, rounds] = [Number(values.accounts), Number(values.rounds)];
const say = (sentence: string) => console.log(sentence);
const work = join(root, `.cache/bench-day-end/work-${process.pid}`);

/** A society whose day is being ended by a process of its own. */
class Side {
  readonly file: string;
  readonly accounts: number;
  done = 0;
  readonly #child: Child;

  constructor(society: string, name: string, size: number) {
    this.file = join(work, `${name}.db`);
    cpSync(society, this.file);
    this.accounts = size;
    this.#child = startChild('./day-end-side.ts', [this.file]);
  }

  /** Goes on to this part of the accounts; a slice ends with a whole piece. What an account took, in microseconds. */
  async goOn(part: number): Promise<{ readonly clock: number; readonly cpu: number }> {
    const { ms, cpuMs, done } = await this.#go({ upTo: Math.ceil(this.accounts * part) });
    const accountsOfSlice = done - this.done;
    this.done = done;
    return { clock: (1_000 * ms) / accountsOfSlice, cpu: (1_000 * cpuMs) / accountsOfSlice };
  }

  rest(): Promise<DayEndResult> {
    return this.#go({});
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }

  #go(task: DayEndTask): Promise<DayEndResult> {
    return this.#child.ask<DayEndResult>(task);
  }
}

/** Everything but the hash, which the comparator does not make, and what follows from where a piece ends. */
const ROWS = [
  `SELECT e.number, e.kind, e.postedOn, e.valueOn, e.narration, e.total, e.memberId, p.line, p.accountCode, p.side, p.amount,
          p.subLedger, p.subLedgerId, p.balanceAfter
     FROM journal_entry e JOIN posting p ON p.entryId = e.id WHERE e.seriesCode = 'DE' ORDER BY e.number, p.line`,
  'SELECT depositId, periodFrom, periodTo, interest FROM interest_credit ORDER BY depositId',
  "SELECT subLedgerId, amount, version FROM balance WHERE subLedger = 'deposit' ORDER BY subLedgerId",
  `SELECT userKind, userName, subjectKind, subjectId, newValues, address, agent, requestId FROM audit
    WHERE action = 'savings.interest-credited' ORDER BY id`,
  "SELECT audience, memberId, userId, payload FROM outbox WHERE name = 'interest.credited' ORDER BY id",
];

mkdirSync(work, { recursive: true });
try {
  const large = new Side(await dayEndSociety(accounts, say), 'large', accounts);
  const small = new Side(await dayEndSociety(Math.ceil(accounts / 10), say), 'small', Math.ceil(accounts / 10));
  const rawFile = join(work, 'raw.db');
  cpSync(await dayEndSociety(accounts, say), rawFile);
  const raw = new RawDayEnd(rawFile);
  const ofSets: number[] = [];
  const ofSetsCpu: number[] = [];
  const ofSmall: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const before = large.done;
    const own = await large.goOn(round / rounds);
    const [startedAt, cpuBefore] = [performance.now(), ownCpuMs()];
    raw.credit(before, large.done, DAY, MORNING);
    const bySets = (1_000 * (performance.now() - startedAt)) / (large.done - before);
    const bySetsCpu = (1_000 * (ownCpuMs() - cpuBefore)) / (large.done - before);
    const ownOfSmall = await small.goOn(round / rounds);
    ofSets.push(bySets / own.clock);
    ofSetsCpu.push(bySetsCpu / own.cpu);
    ofSmall.push(own.clock / ownOfSmall.clock);
    const figures = [own.clock, bySets, ownOfSmall.clock].map((each) => each.toFixed(1));
    say(`round ${round}: an account in ${figures[0]} µs, by sets in ${figures[1]} µs, of a tenth in ${figures[2]} µs`);
  }
  raw.close();
  const rest = await large.rest();
  await small.rest();
  await Promise.all([large.stop(), small.stop()]);
  assertSameRows(large.file, rawFile, ROWS);
  for (const file of [large.file, small.file]) verifyBooks(file);
  verifyBooks(rawFile, ['every chain is whole']);

  const rows = [
    row('interest of savings credited at a day’s end, of set-based SQL', 'times', ofSets, { atLeast: 0.2, goal: 0.5 }),
    row('an account among ten times as many', 'times', ofSmall, { atMost: 1.25 }),
    row('most memory of the process', 'MiB', [rest.peakMiB], { atMost: 512 }),
  ];
  for (const each of rows) say(rowText(each));
  say(`by CPU time instead of the clock: ${median(ofSetsCpu).toFixed(3)} of set-based SQL`);
  say(`the books were checked and the day was closed in ${Math.round(rest.ms)} ms`);
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
  writeFileSync(values.results, `${JSON.stringify({ accounts, machine, rows }, null, 2)}\n`);
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
