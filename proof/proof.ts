// The long counts. `npm run proof -- <name> [--seed N] [--fresh]` runs one and writes proof/results/<name>.json; a run
// that was stopped goes on where it was. `--summary` prints the table.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Progress, Proof, ProofResult } from './proof-kind.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'proof/results');

/** Loaded by name, so that proving one thing does not need what another needs. */
const PROOFS: Record<string, () => Promise<{ proof: Proof }>> = {
  histories: () => import('./histories.ts'),
  'histories-databases': () => import('./histories-databases.ts'),
  kills: () => import('./kills.ts'),
  'kills-databases': () => import('./kills-databases.ts'),
  withdrawals: () => import('./withdrawals.ts'),
  'access-matrix': () => import('./access-matrix.ts'),
  'backup-drill': () => import('./backup-drill.ts'),
  journeys: () => import('./journeys.ts'),
  'journeys-deposits': () => import('./journeys-deposits.ts'),
  'journeys-loans': () => import('./journeys-loans.ts'),
  'journeys-news': () => import('./journeys-news.ts'),
  'journeys-meetings': () => import('./journeys-meetings.ts'),
  screens: () => import('./screens.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  interaction: () => import('./interaction.ts'),
  bench: () => import('./bench.ts'),
  search: () => import('./search.ts'),
  counter: () => import('./counter.ts'),
  'deposit-quotes': () => import('./deposit-quotes.ts'),
  loans: () => import('./loans.ts'),
  'loan-histories': () => import('./loan-histories.ts'),
  'statement-lines': () => import('./statement-lines.ts'),
  'loan-schedules': () => import('./loan-schedules.ts'),
  'loan-schedule-bench': () => import('./loan-schedule-bench.ts'),
  'deposit-lists': () => import('./deposit-lists.ts'),
  'day-end': () => import('./day-end.ts'),
  'day-end-kills': () => import('./day-end-kills.ts'),
  'day-end-bench': () => import('./day-end-bench.ts'),
  'day-end-bench-million': () => import('./day-end-bench-million.ts'),
  'loan-day-end-bench': () => import('./loan-day-end-bench.ts'),
  'day-end-load': () => import('./day-end-load.ts'),
  uploads: () => import('./uploads.ts'),
  'notification-deliveries': () => import('./notification-deliveries.ts'),
};

const commit = () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  return (
    git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', '.', ':!proof/results') === '' ? '' : '+')
  );
};

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

async function prove(name: string): Promise<boolean> {
  const load = PROOFS[name];
  if (load === undefined) {
    console.error(`There is no proof called "${name}"; there are ${Object.keys(PROOFS).join(', ')}.`);
    return false;
  }
  const { proof } = await load();
  const seed = Number(option('--seed') ?? 20261130);
  const kept = join(results, `${name}.tmp`);
  if (process.argv.includes('--fresh')) rmSync(kept, { force: true });
  const before = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Progress) : undefined;
  const current = commit();
  // What another commit or seed had proved says nothing of this one.
  const progress: Progress =
    before !== undefined && before.seed === seed && before.commit === current
      ? before
      : { commit: current, seed, done: 0, counts: {}, seconds: 0 };

  const startedAt = Date.now();
  const keep = () =>
    writeFileSync(kept, JSON.stringify({ ...progress, seconds: progress.seconds + (Date.now() - startedAt) / 1000 }));
  mkdirSync(results, { recursive: true });
  const failures = await proof.run({
    seed,
    progress,
    step: (counts) => {
      progress.done += 1;
      for (const [key, value] of Object.entries(counts)) progress.counts[key] = (progress.counts[key] ?? 0) + value;
      keep();
    },
    say: (sentence) => console.log(sentence),
  });

  const result: ProofResult = {
    name,
    title: proof.title,
    commit: current,
    seed,
    passed: failures.length === 0,
    counts: progress.counts,
    figures: proof.figures?.() ?? {},
    failures: failures.slice(0, 20),
    minutes: Math.round(((progress.seconds * 1000 + Date.now() - startedAt) / 60_000) * 10) / 10,
  };
  writeFileSync(join(results, `${name}.json.tmp`), `${JSON.stringify(result, null, 2)}\n`);
  renameSync(join(results, `${name}.json.tmp`), join(results, `${name}.json`));
  rmSync(kept, { force: true });
  for (const failure of failures.slice(0, 20)) console.error(failure);
  console.log(line(result));
  return result.passed;
}

const line = (result: ProofResult) =>
  [
    result.passed ? 'holds ' : 'FAILED',
    result.name.padEnd(20),
    Object.entries({ ...result.counts, ...result.figures })
      .map(([key, value]) => `${key} ${value}`)
      .join(', '),
    `${result.minutes} min`,
    `seed ${result.seed}`,
    result.commit,
  ].join('  ');

function summary(): boolean {
  const files = existsSync(results) ? readdirSync(results).filter((file) => file.endsWith('.json')) : [];
  const all = files.map((file) => JSON.parse(readFileSync(join(results, file), 'utf8')) as ProofResult);
  for (const result of all) console.log(line(result));
  const missing = Object.keys(PROOFS).filter((name) => !all.some((result) => result.name === name));
  if (missing.length > 0) console.log(`not yet run: ${missing.join(', ')}`);
  return all.every((result) => result.passed);
}

const name = process.argv[2];
if (name === undefined || name === '--help') {
  console.log(`npm run proof -- <name> [--seed N] [--fresh] | --summary\nnames: ${Object.keys(PROOFS).join(', ')}`);
  process.exitCode = name === undefined ? 2 : 0;
} else {
  process.exitCode = (name === '--summary' ? summary() : await prove(name)) ? 0 : 1;
}
