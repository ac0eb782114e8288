import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Proof } from './proof-kind.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = fileURLToPath(new URL('../bench/search-results.json', import.meta.url));
let figures: Record<string, number> = {};

interface Results {
  members: number;
  rows: { name: string; median: number }[];
}

export const proof: Proof = {
  title: 'the search at 1,000,000 members beside a raw index query, five rounds, both sides interleaved',
  async run({ step }) {
    const { status } = spawnSync(process.execPath, ['bench/search.ts'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) return ['the search failed or missed a bound; see bench/search-results.json'];
    const { rows, members } = JSON.parse(readFileSync(RESULTS, 'utf8')) as Results;
    figures = Object.fromEntries(rows.map(({ name, median }) => [name, median]));
    step({ members });
    return [];
  },
  figures: () => figures,
};
