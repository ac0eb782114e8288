import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Proof } from './proof-kind.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = fileURLToPath(new URL('../bench/day-end-results.json', import.meta.url));
let figures: Record<string, number> = {};

interface Results {
  accounts: number;
  rows: { name: string; median: number }[];
}

/** The societies are kept once they are made, so a proof that was stopped does not make them again. */
export const proof: Proof = {
  title: 'interest of 1,000,000 savings accounts beside set-based SQL, one pass in five rounds, all sides interleaved',
  async run({ step }) {
    const { status } = spawnSync(process.execPath, ['bench/day-end.ts'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) return ['the end of the day failed or missed a bound; see bench/day-end-results.json'];
    const { rows, accounts } = JSON.parse(readFileSync(RESULTS, 'utf8')) as Results;
    figures = Object.fromEntries(rows.map(({ name, median }) => [name, median]));
    step({ accounts });
    return [];
  },
  figures: () => figures,
};
