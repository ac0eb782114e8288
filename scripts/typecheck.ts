import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// TypeScript 7 checks; 5.9 stays installed for tools that need the compiler's own interface.
const root = fileURLToPath(new URL('..', import.meta.url));
const projects = ['packages/core', 'packages/contract', 'apps/server', 'apps/web', 'tests'];

const failed = projects.filter((project) => {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript7/bin/tsc', '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  console.log(`types ${project}: ${status === 0 ? 'ok' : 'FAILED'}`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
