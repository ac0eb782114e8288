import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Proof } from './proof-kind.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = fileURLToPath(new URL('../bench/results.json', import.meta.url));
let figures: Record<string, number | string> = {};

interface Results {
  rows: { name: string; median: number }[];
}

export const proof: Proof = {
  title: 'the bench of five rounds: both sides interleaved, medians of ratios',
  async run({ step }) {
    const { status } = spawnSync(process.execPath, ['bench/bench.ts'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) return ['the bench failed or missed a floor; see bench/results.json'];
    const { rows } = JSON.parse(readFileSync(RESULTS, 'utf8')) as Results;
    figures = Object.fromEntries(rows.map(({ name, median }) => [name, median]));
    step({ benches: 1 });
    return [];
  },
  figures: () => figures,
};
