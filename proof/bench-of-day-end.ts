import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Proof } from './proof-kind.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Results {
  rows: { name: string; median: number }[];
}

/** The societies are kept once they are made, so a proof that was stopped does not make them again. */
export function benchOfDayEnd(
  script: string,
  {
    title,
    counted,
    count,
    results,
  }: {
    readonly title: string;
    readonly counted: 'accounts' | 'loans';
    readonly count: number;
    readonly results: string;
  },
): Proof {
  let figures: Record<string, number> = {};
  return {
    title,
    async run({ step }) {
      const args = [script, `--${counted}`, String(count), '--results', join(root, results)];
      const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
      if (status !== 0) return [`the end of the day failed or missed a bound; see ${results}`];
      const { rows } = JSON.parse(readFileSync(join(root, results), 'utf8')) as Results;
      figures = Object.fromEntries(rows.map(({ name, median }) => [name, median]));
      step({ [counted]: count });
      return [];
    },
    figures: () => figures,
  };
}
