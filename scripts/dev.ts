// The server, starting again when a file of it changes, and the web app, built again when a file of it changes.

import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const GATHER_MS = 300;

const children = new Set<ChildProcess>();
function run(args: string[]): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

// The server looks for a new build of the pages at each request in development, so only the pages are built again here.
let waiting: NodeJS.Timeout | undefined;
for (const folder of ['apps/web/src', 'packages/contract/src', 'packages/core/src']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => run(['scripts/build-web.ts']), GATHER_MS);
  });
}

const server = run(['--watch-path=apps/server', '--watch-path=packages', 'apps/server/src/main.ts', 'start']);
server.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
