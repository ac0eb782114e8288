import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Which tests run is said by name, never found out by looking at the machine. Tests never read .env or DB_*.
const root = fileURLToPath(new URL('..', import.meta.url));
const [kind = 'default', ...more] = process.argv.slice(2);

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const environment: NodeJS.ProcessEnv = { ...process.env };
for (const name of Object.keys(environment)) if (/^DB_/.test(name)) delete environment[name];

const projects: Record<string, string[]> = {
  default: ['unit', 'api', 'contract'],
  coverage: ['unit', 'api', 'contract'],
  databases: ['all-on-mysql', 'all-on-mariadb'],
  servers: ['server-mysql', 'server-mariadb'],
  journeys: ['journeys'],
  screens: ['screens'],
};
const chosen =
  projects[kind] ?? stop(`There are no tests called "${kind}"; there are ${Object.keys(projects).join(', ')}.`);

if (kind === 'databases' || kind === 'servers') {
  for (const name of ['TEST_MYSQL_URL', 'TEST_MARIADB_URL']) {
    if (!environment[name]) stop(`${name} is not set: start a server with .ci/services and say where it is.`);
  }
}
if (kind === 'journeys' || kind === 'screens') {
  const browser = environment.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(browser))
    stop(`No browser at ${browser}: install Debian's chromium package, or name one in CHROMIUM.`);
}

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...chosen.flatMap((project) => ['--project', project]),
    ...(kind === 'coverage' ? ['--coverage'] : []),
    ...more,
  ],
  { cwd: root, stdio: 'inherit', env: environment },
);
process.exitCode = status ?? 1;
