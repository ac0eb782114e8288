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
  title:
    'schedules of 360 instalments beside a bare loop and the package `financial`, 25 rounds, all sides interleaved',
  async run({ step }) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bench/loan-schedules.ts', '--rounds', '25', '--json'],
      { cwd: root, encoding: 'utf8' },
    );
    if (status !== 0) return [`the schedules failed or missed a bound: ${stdout}${stderr}`];
    const rows = JSON.parse(stdout) as Row[];
    figures = Object.fromEntries(rows.map(({ name, median }) => [name, median]));
    step({ schedules: 3 * 25 * 500 });
    return [];
  },
  figures: () => figures,
};
