// How fast a day's end works through running loans of 36 instalments, beside a plain loop from row to row that writes the same
// rows: `npm run proof -- loan-day-end-bench`, or `node bench/loan-day-end.ts [--loans N --rounds N --results FILE]`. It is the last
// day of a month: one loan in thirty is paid from savings, one in twenty is overdue and charged, all are counted and provided for.
// In each round each side goes once through a copy of one society, in turn; the ratio of a round is made from that round alone
// and the median of the rounds counts. A society of three times as many shows whether a loan costs the same in a large one.
// An error, other rows than the comparator's, or books that do not agree fail the run.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startChild } from './child.ts';
import { DAY, MORNING } from './day-end-society.ts';
import type { LoanDayEndResult } from './loan-day-end-side.ts';
import { loanSociety } from './loan-society.ts';
import { ownCpuMs } from './process-figures.ts';
import { median, row, rowText } from './ratios.ts';
import { endDayOfLoans } from './raw-loan-day-end.ts';
import { assertSameRows, verifyBooks } from './same-rows.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    loans: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    results: { type: 'string', default: join(root, 'bench/loan-day-end-results.json') },
  },
});
const [loans, rounds] = [Number(values.loans), Number(values.rounds)];
const many = 3 * loans;
const say = (sentence: string) => console.log(sentence);
const work = join(root, `.cache/bench-day-end/work-loans-${process.pid}`);

/** Everything but the hash of entries, which the comparator does not make, and the order in which rows of other loans came. */
const ROWS = [
  `SELECT e.number, e.kind, e.postedOn, e.valueOn, e.narration, e.total, e.memberId, e.mode, p.line, p.accountCode, p.side,
          p.amount, p.subLedger, p.subLedgerId, p.balanceAfter, p.memo
     FROM journal_entry e JOIN posting p ON p.entryId = e.id WHERE e.postedOn = '${DAY}' ORDER BY e.number, p.line`,
  "SELECT subLedger, subLedgerId, amount, version FROM balance WHERE subLedger IN ('deposit', 'loan') ORDER BY 1, 2",
  `SELECT i.loanId, i.number, i.dueOn, i.principal, i.interest, i.fee, i.penalty, i.paidPrincipal, i.paidInterest, i.paidFee,
          i.paidPenalty, i.paidOn, l.nextDueOn, l.status, l.version
     FROM loan_instalment i JOIN loan l ON l.id = i.loanId ORDER BY i.loanId, i.number`,
  'SELECT loanId, place, type, occurredOn, amount, entryId IS NULL AS isLoose FROM loan_event ORDER BY loanId, place',
  'SELECT * FROM loan_standing ORDER BY loanId',
  'SELECT * FROM loan_penal_day ORDER BY loanId, annualRate, chargedOn',
  'SELECT loanId, changedOn, fromClass, toClass, daysPastDue FROM loan_class_change ORDER BY loanId, changedOn',
  'SELECT loanId, part, countedOn, amount, reserved FROM loan_receivable ORDER BY loanId, part, countedOn, id',
  'SELECT loanId, providedOn, classCode, principalOwed, amount, change FROM loan_provision ORDER BY loanId, providedOn',
  'SELECT loanId, triedOn, due, taken, code FROM loan_debit ORDER BY loanId',
  'SELECT * FROM loan_reminder ORDER BY loanId, about, dueOn',
  "SELECT * FROM reminder WHERE kind = 'loan-instalment' ORDER BY objectId, dueOn",
  `SELECT userKind, userName, action, subjectKind, subjectId, newValues FROM audit
    WHERE action IN ('loan.debited', 'loan.repaid', 'loans.accrued') ORDER BY action, subjectId, id`,
  "SELECT name, audience, memberId, payload FROM outbox WHERE name IN ('loan.repaid', 'loan.due', 'loan.overdue') ORDER BY name, memberId, id",
];

async function endDay(society: string, name: string): Promise<LoanDayEndResult & { readonly file: string }> {
  const file = join(work, `${name}.db`);
  cpSync(society, file);
  const child = startChild('./loan-day-end-side.ts');
  const result = await child.ask<LoanDayEndResult>(file);
  await child.stop();
  return { ...result, file };
}

const perLoan = (ms: number, count: number) => (1_000 * ms) / count;

mkdirSync(work, { recursive: true });
try {
  const society = await loanSociety(loans, say);
  const large = await loanSociety(many, say);
  const ofLoop: number[] = [];
  const ofLoopCpu: number[] = [];
  const ofSmaller: number[] = [];
  let peak = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const own = await endDay(society, 'own');
    const rawFile = join(work, 'raw.db');
    cpSync(society, rawFile);
    const cpuBefore = ownCpuMs();
    const raw = perLoan(endDayOfLoans(rawFile, DAY, MORNING), loans);
    const rawCpu = perLoan(ownCpuMs() - cpuBefore, loans);
    if (round === 1) {
      assertSameRows(own.file, rawFile, ROWS);
      verifyBooks(own.file);
      verifyBooks(rawFile, ['every chain is whole']);
    }
    for (const file of [own.file, rawFile]) rmSync(file);
    const ownOfMany = await endDay(large, 'many');
    if (round === 1) verifyBooks(ownOfMany.file);
    rmSync(ownOfMany.file);
    const [ours, ofMany] = [perLoan(own.ms, loans), perLoan(ownOfMany.ms, many)];
    ofLoop.push(raw / ours);
    ofLoopCpu.push(rawCpu / perLoan(own.cpuMs, loans));
    ofSmaller.push(ofMany / ours);
    peak = Math.max(peak, own.peakMiB, ownOfMany.peakMiB);
    const figures = [ours, raw, ofMany].map((each) => each.toFixed(1));
    say(
      `round ${round}: a loan in ${figures[0]} µs, by the loop in ${figures[1]} µs, of three times as many in ${figures[2]} µs`,
    );
    say(`  milliseconds by step: ${JSON.stringify(own.steps)}`);
  }
  const rows = [
    row('running loans at a day’s end, of a plain loop from row to row', 'times', ofLoop, { atLeast: 0.7 }),
    row('a loan among three times as many', 'times', ofSmaller, { atMost: 1.25 }),
    row('most memory of the process', 'MiB', [peak], { atMost: 512 }),
  ];
  for (const each of rows) say(rowText(each));
  say(`by CPU time instead of the clock: ${median(ofLoopCpu).toFixed(3)} of the loop`);
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
  writeFileSync(values.results, `${JSON.stringify({ loans, machine, rows }, null, 2)}\n`);
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
