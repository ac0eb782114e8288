import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Proof } from './proof-kind.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let figures: Record<string, number> = {};

interface Row {
  name: string;
  median: number;
}

export const proof: Proof = {
  title: 'quotes of deposits beside a bare loop over the same integers, nine rounds, both sides interleaved',
  async run({ step }) {
    const { status, stdout } = spawnSync(process.execPath, ['bench/deposit-quotes.ts', '--rounds', '9', '--json'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) return [`the quotes failed or missed a bound: ${stdout}`];
    const rows = JSON.parse(stdout) as Row[];
    figures = Object.fromEntries(rows.map(({ name, median }) => [name, median]));
    step({ quotes: 2 * 9 * 20_000 });
    return [];
  },
  figures: () => figures,
};
