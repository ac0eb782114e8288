import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

// The steps of .ci/run after the install. Counts come from the test runner's own report, and a project that ran no test
// is a failure. Nothing here is timed, retried or skipped.

const root = fileURLToPath(new URL('..', import.meta.url));
const startedAt = Number(process.argv[2] ?? Math.floor(Date.now() / 1000)) * 1000;
const work = mkdtempSync(join(quickestFolder(), 'kafal-ci-'));
mkdirSync(join(work, 'tmp'));
const environment: NodeJS.ProcessEnv = { ...process.env, TMPDIR: join(work, 'tmp') };
for (const name of Object.keys(environment)) if (/^DB_/.test(name)) delete environment[name];

const total = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
const children = new Set<ChildProcess>();

/**
 * Tests write some ten thousand small transactions, each of them to the platter. In the memory of the machine they are
 * written as truly and nothing waits for a disk.
 */
function quickestFolder(): string {
  const memory = '/dev/shm';
  const wanted = 4 * 1024 ** 3;
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > wanted ? memory : tmpdir();
}

function run(command: string, args: string[], extra: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...environment, ...extra },
    });
    children.add(child);
    child.on('error', (error) => {
      console.error(String(error));
      resolve(127);
    });
    child.on('exit', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

async function step(name: string, act: () => Promise<boolean>): Promise<boolean> {
  const from = Date.now();
  console.log(`\n— ${name}`);
  const passed = await act();
  const seconds = Math.round((Date.now() - from) / 1000);
  lines.push(`${passed ? 'ok    ' : 'FAILED'}  ${Math.floor(seconds / 60)} min ${seconds % 60} s  ${name}`);
  return passed;
}

/** A step that is one check: it counts as one. */
const check = (name: string, act: () => Promise<number>) =>
  step(name, async () => {
    const passed = (await act()) === 0;
    total[passed ? 'passed' : 'failed'] += 1;
    return passed;
  });

interface Report {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

/** What failed, for the end of the log: a reader begins there. */
const failures: string[] = [];
function keepFailure(project: string, file: string, test: string, message = ''): void {
  const [first = ''] = stripVTControlCharacters(message).trim().split('\n');
  failures.push(`FAILED  ${project}  ${relative(root, file)}  ${test}\n        ${first.slice(0, 300)}`);
}

/** A step of the test runner: each test counts, and none at all is a failure. */
const tests = (name: string, project: string, extra: NodeJS.ProcessEnv = {}) =>
  step(name, async () => {
    const report = join(work, `${project}.json`);
    const status = await run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      extra,
    );
    if (!existsSync(report)) {
      total.failed += 1;
      return false;
    }
    const counted = { passed: 0, failed: 0, skipped: 0, todo: 0 };
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    for (const file of testResults) {
      if (file.status === 'failed' && file.assertionResults.length === 0) {
        counted.failed += 1;
        keepFailure(project, file.name, '', file.message);
      }
      for (const { status: result, fullName, failureMessages } of file.assertionResults) {
        if (result === 'passed') counted.passed += 1;
        else if (result === 'failed') {
          counted.failed += 1;
          keepFailure(project, file.name, fullName, failureMessages?.[0]);
        } else if (result === 'todo') counted.todo += 1;
        else counted.skipped += 1;
      }
    }
    const ranNone = counted.passed + counted.failed === 0;
    if (ranNone) console.error(`The project ${project} ran no test.`);
    if (ranNone || (status !== 0 && counted.failed === 0)) counted.failed += 1;
    total.passed += counted.passed;
    total.failed += counted.failed;
    total.skipped += counted.skipped;
    console.log(
      `${project}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped, ${counted.todo} to do`,
    );
    return counted.failed === 0 && status === 0;
  });

/** A script of the services. What it said last before it failed stands at the end of the log. */
function script(path: string, ...args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('bash', [join('.ci/services', path), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    });
    children.add(child);
    let said = '';
    const hear = (chunk: Buffer) => {
      process.stdout.write(chunk);
      said = (said + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', async (code) => {
      children.delete(child);
      // Its last words are read to the end, unless something that it started keeps the pipes.
      await Promise.race([once(child, 'close'), delay(2_000)]);
      child.stdout.destroy();
      child.stderr.destroy();
      if (code !== 0) failures.push(`FAILED  ${path}\n${said.trim().split('\n').slice(-12).join('\n')}`);
      resolve(code ?? 1);
    });
  });
}

function ended(): void {
  for (const child of children) child.kill('SIGTERM');
  for (const [down, folder] of [
    ['mysql8-down.sh', 'mysql'],
    ['mariadb-down.sh', 'mariadb'],
    ['redis-down.sh', 'redis'],
  ] as const) {
    if (existsSync(join(work, folder)))
      spawnSync('bash', [join(root, '.ci/services', down), '--dir', join(work, folder)], { stdio: 'ignore' });
  }
}
process.on('SIGTERM', () => {
  console.error('Stopped: 30 minutes have passed.');
  ended();
  total.failed += 1;
  finish();
});

function finish(): never {
  rmSync(work, { recursive: true, force: true });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`\n${[...failures, ...lines].join('\n')}\nin all ${Math.floor(seconds / 60)} min ${seconds % 60} s`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

// What is fetched and started waits for the network more than for this machine, so it goes on beside the first checks.
const databases = check('databases start', async () => {
  const [mysql, mariadb] = await Promise.all([
    script(
      'mysql8-up.sh',
      '--dir',
      join(work, 'mysql'),
      '--port',
      '23506',
      '--pkg',
      join(tmpdir(), 'kafal-mysql-packages'),
    ),
    script('mariadb-up.sh', '--dir', join(work, 'mariadb'), '--port', '23507'),
  ]);
  return mysql + mariadb;
});
// One after the other, since a machine installs one package at a time.
const browser = databases.then(() =>
  check('browser', async () => {
    if (['chromium-headless-shell', 'pdftotext'].every((name) => existsSync(`/usr/bin/${name}`))) return 0;
    return script('apt-install.sh', 'chromium-headless-shell', 'fonts-noto-core', 'poppler-utils');
  }),
);

await check('types', () => run(process.execPath, ['scripts/typecheck.ts']));
await check('lint', () => run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.']));
await check('imports', () => run(process.execPath, ['scripts/check-imports.ts']));
await check('generated files', () => run(process.execPath, ['scripts/generate.ts', '--check']));
await check('web build', () => run(process.execPath, ['scripts/build-web.ts']));
await check('weights', () => run(process.execPath, ['scripts/weigh-web.ts']));
await tests('unit tests', 'unit');
await tests('server tests on SQLite', 'api');
// Nothing of what follows can be said without them.
if (!(await databases) || !(await browser)) {
  ended();
  finish();
}
const urls = {
  TEST_MYSQL_URL: 'mysql://app:app@127.0.0.1:23506',
  TEST_MARIADB_URL: 'mysql://app:app@127.0.0.1:23507',
};
// The contract tests use neither server, so their settings may change meanwhile.
await Promise.all([tests('contract tests', 'contract'), serverSettings()]);

async function serverSettings(): Promise<void> {
  await tests('server settings on MySQL', 'server-mysql', urls);
  await tests('server settings on MariaDB', 'server-mariadb', urls);
  // They are about the binary log too; the suite is quicker on a server that keeps neither it nor its own statistics.
  await check('MySQL without a binary log', async () => {
    const where = ['--dir', join(work, 'mysql')];
    const stopped = await script('mysql8-down.sh', ...where);
    const started = await script(
      'mysql8-up.sh',
      ...[...where, '--port', '23506', '--pkg', join(tmpdir(), 'kafal-mysql-packages')],
      ...['--', '--skip-log-bin', '--performance-schema=OFF'],
    );
    return stopped + started;
  });
}
await Promise.all([
  tests('database suite on MySQL', 'databases-mysql', urls),
  tests('database suite on MariaDB', 'databases-mariadb', urls),
]);

// The same engine without what only a window needs; nobody looks at pictures here.
await tests('journeys', 'short-journeys', {
  CHROMIUM: '/usr/bin/chromium-headless-shell',
  JOURNEY_PICTURES: 'none',
});

ended();
finish();
