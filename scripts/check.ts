import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps: [string, string[]][] = [
  ['types', ['scripts/typecheck.ts']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['imports', ['scripts/check-imports.ts']],
  ['generated files', ['scripts/generate.ts', '--check']],
];

let failed = 0;
for (const [name, command] of steps) {
  console.log(`— ${name}`);
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
