import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { todayIn } from '@kafal/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigRefused, readConfig } from '../../apps/server/src/platform/config/config.ts';
import { originRule } from '../../apps/server/src/platform/http/origins.ts';
import { createTestApp } from '../../apps/server/src/platform/http/test-app.ts';
import { applicant, SOCIETY } from '../society/open-society.ts';
import { openLines } from './live-lines.ts';
import { ROOT, type RunningServer, startProcess, startServer } from './running-server.ts';
import { openForBusiness } from './society-in-business.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const packageFile = (folder = '.') => JSON.parse(read(join(folder, 'package.json')));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

describe('structure', () => {
  test('S26 the README leads from every name of the brief to a place that is there', () => {
    const table = read('README.md').split('## Looking for')[1]?.split('\n## ')[0] ?? '';
    const names = [
      ...['server.js', 'config/database.js', 'middleware/auth.js', 'services/realtime.js', 'utils/optimization.js'],
      ...['admin', 'auth', 'deposits', 'loans', 'members', 'notices', 'transactions'].map(
        (name) => `routes/${name}.js`,
      ),
      ...['database/schema.sql', 'sample_data.sql', 'assets/js', 'assets/css'],
    ];
    for (const name of names) expect(table).toContain(`\`${name}\``);

    const targets = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path));
    expect(targets.length).toBeGreaterThan(12);
    const missing = targets.filter((target) => {
      const places = ['', 'apps/server/src/'].flatMap((under) =>
        globSync(join(ROOT, under, target.replace(/\/$/, ''))),
      );
      return places.length === 0 && globSync(join(ROOT, `**/${target}`), { exclude: ['**/node_modules'] }).length === 0;
    });
    expect(missing).toEqual([]);
    for (const file of ['package.json', 'database/schema.sql', 'database/sample_data.sql']) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
  });
});

describe('install', () => {
  test('S27 the floors are said openly: Node, npm, yarn, MySQL, MariaDB', () => {
    const readme = read('README.md');
    for (const word of [/Node 2\d/, /npm 1\d or later/, /yarn/, /MySQL 8\.0 or later/, /MariaDB 10\.11 or later/]) {
      expect(readme).toMatch(word);
    }
    expect(packageFile().engines).toEqual({ node: '>=20.0.0', npm: '>=10.0.0' });
  });

  test('S28 the install is clean: exact versions, all in the lock file, no address and no script of a stranger', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<
        string,
        { version?: string; resolved?: string; integrity?: string; link?: boolean; hasInstallScript?: boolean }
      >;
    };
    for (const folder of ['.', 'apps/server', 'apps/web', 'packages/core', 'packages/contract']) {
      const { dependencies = {}, devDependencies = {}, optionalDependencies = {}, scripts = {} } = packageFile(folder);
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
        expect(version, `${folder} ${name}`).toMatch(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/);
        expect(
          lock.packages[`node_modules/${name}`] ?? lock.packages[`${folder}/node_modules/${name}`],
          name,
        ).toBeDefined();
      }
      for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
    }
    for (const [path, { link, integrity, hasInstallScript, resolved }] of Object.entries(lock.packages)) {
      if (!path.includes('node_modules/') || link === true) continue;
      expect(integrity, path).toMatch(/^sha512-/);
      expect(resolved, path).toBeUndefined();
      if (hasInstallScript === true)
        expect(packageFile().allowScripts, path).toHaveProperty(path.split('node_modules/').at(-1) ?? '', false);
    }
    const listed = spawnSync('npm', ['ls', '--all'], { cwd: ROOT, encoding: 'utf8' });
    expect(listed.stderr).toBe('');
    expect(listed.status).toBe(0);
  });

  test('S32 .env.example is there, explains every variable, and copied as it is it starts the server', () => {
    const text = read('.env.example');
    const uncommented = text.replace(/^#(?=[A-Z_]+=)/gm, '');
    expect(parseEnv(uncommented)).toMatchObject({
      DB_HOST: 'localhost',
      DB_PORT: '3306',
      DB_NAME: 'kafal_cooperative',
      DB_USER: 'root',
      DB_PASSWORD: 'your_password',
      JWT_SECRET: 'your_super_secret_jwt_key',
      JWT_EXPIRES_IN: '24h',
      JWT_REFRESH_EXPIRES_IN: '7d',
      PORT: '3000',
      NODE_ENV: 'development',
      ALLOWED_ORIGINS: 'http://localhost:8000,http://127.0.0.1:8000',
      DATA_DIR: './data',
      WEB_PORT: '8000',
      REDIS_URL: expect.any(String),
      RATE_ANONYMOUS: '100',
      RATE_LOGIN_IDENTIFIER: '10',
      RATE_LOGIN_ADDRESS: '300',
      RATE_USER: '3000',
      RATE_WINDOW_MINUTES: '15',
      TRUST_PROXY: expect.any(String),
    });
    // Nothing the server reads is left out of it.
    const sources = globSync(join(ROOT, 'apps/server/src/platform/config/*.ts')).map((file) =>
      readFileSync(file, 'utf8'),
    );
    const named = sources.flatMap((source) =>
      [...source.matchAll(/reading\.\w+\('([A-Z_]+)'/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(15);
    for (const name of new Set(named)) expect(parseEnv(uncommented)).toHaveProperty([name ?? '']);
    // Each stands under a comment, and its value is what the server uses when it is left out.
    const example = parseEnv(text);
    const { warnings, database, ...config } = readConfig(example);
    expect(database).toEqual({ kind: 'embedded' });
    expect(warnings).toEqual([expect.stringContaining('JWT_SECRET is the sample')]);
    expect({ ...config, showErrorDetail: false }).toEqual(
      (({ warnings: _none, database: _embedded, ...rest }) => rest)(readConfig({})),
    );
  });

  test('S33 npm run dev starts the same server for whoever changes it, and watches what they change', async () => {
    const [node, ...words] = String(packageFile().scripts.dev).split(' ');
    expect(node).toBe('node');
    expect(words.slice(-2)).toEqual(['apps/server/src/main.ts', 'start']);
    expect(words.filter((word) => word.startsWith('--watch')).length).toBeGreaterThan(0);
    const dev = startProcess({ words });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        const look = () => {
          const found = /API:\s+http:\/\/localhost:(\d+)/.exec(dev.out());
          if (found !== null) resolve(`http://127.0.0.1:${found[1]}`);
        };
        dev.printed.add(look);
        void dev.ended.then((code) => reject(new Error(`ended with ${code}: ${dev.out()}${dev.complaints()}`)));
      });
      const health = await fetch(`${address}/health`);
      expect(health.status).toBe(200);
    } finally {
      dev.child.kill('SIGTERM');
      await dev.ended;
      rmSync(dev.folder, { recursive: true, force: true });
    }
  });

  test('S34 npm start makes database and secrets for its owner alone and prints addresses and set-up code', () => {
    expect(packageFile().scripts.start).toBe('node apps/server/src/main.ts start');
    expect(server.setupCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const modeOf = (path: string) => statSync(path).mode & 0o777;
    expect(modeOf(server.dataFolder)).toBe(0o700);
    const files = readdirSync(server.dataFolder);
    expect(files).toEqual(expect.arrayContaining(['kafal.db', 'secrets.json', 'server.lock']));
    for (const file of files) expect(modeOf(join(server.dataFolder, file)), file).toBe(0o600);
    expect(server.printed()).not.toContain(
      JSON.parse(readFileSync(join(server.dataFolder, 'secrets.json'), 'utf8')).toString(),
    );
  });

  test('a second server on the same folder is refused with a sentence', async () => {
    const second = startProcess({ dataFolder: server.dataFolder });
    expect(await second.ended).not.toBe(0);
    expect(second.out() + second.complaints()).toMatch(/already|running|another/i);
  });

  test('S35 the web app is at port 8000, and its port serves page, API and health alike', async () => {
    expect(readConfig({}).listen.webPort).toBe(8000);
    for (const path of ['/', '/staff', '/setup', '/staff/members/1']) {
      const page = await fetch(`${server.web}${path}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await page.text()).toContain('<div id="root">');
    }
    expect((await fetch(`${server.web}/api/setup`)).status).toBe(200);
    expect((await fetch(`${server.web}/health`)).status).toBe(200);
  });

  test('S36 the API is at port 3000, and its port serves the web app too', async () => {
    expect(readConfig({}).listen.port).toBe(3000);
    const state = await fetch(`${server.api}/api/setup`);
    expect(await state.json()).toMatchObject({ isSetUp: false });
    expect((await fetch(`${server.api}/`)).headers.get('content-type')).toBe('text/html; charset=utf-8');
    const documented = await fetch(`${server.api}/api/docs`);
    expect(documented.status).toBe(200);
  });

  test('S37 /health tells of database, pool, disk, version and last backup', async () => {
    const health = await fetch(`${server.api}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      status: 'ok',
      version: packageFile().version,
      database: { status: 'ok', kind: 'sqlite' },
      pool: expect.any(Object),
      files: { status: 'ok' },
      disk: { status: expect.stringMatching(/^(ok|low)$/) },
      lastBackup: null,
    });
  });
});

describe('variables', () => {
  const mysql = (environment: Record<string, string>) => {
    const { database } = readConfig({ DB_HOST: 'db.society.example', ...environment });
    if (database.kind !== 'mysql') throw new Error('DB_HOST was said');
    return database;
  };
  const refusals = (environment: Record<string, string>): readonly string[] => {
    try {
      readConfig(environment);
      return [];
    } catch (error) {
      if (error instanceof ConfigRefused) return error.sentences;
      throw error;
    }
  };

  test('S38 DB_HOST chooses MySQL or MariaDB; left out, the embedded database is used', () => {
    expect(readConfig({}).database).toEqual({ kind: 'embedded' });
    expect(mysql({}).host).toBe('db.society.example');
    expect(readConfig({ DB_NAME: 'books' }).warnings).toEqual([expect.stringContaining('DB_HOST is not')]);
  });
  test('S39 DB_PORT, 3306 when left out', () => {
    expect([mysql({}).port, mysql({ DB_PORT: '3307' }).port]).toEqual([3306, 3307]);
    expect(refusals({ DB_HOST: 'h', DB_PORT: 'x' })).toEqual([expect.stringContaining('DB_PORT is "x"')]);
  });
  test('S40 DB_NAME, kafal_cooperative when left out', () => {
    expect([mysql({}).name, mysql({ DB_NAME: 'books' }).name]).toEqual(['kafal_cooperative', 'books']);
  });
  test('S41 DB_USER, root when left out, and then a plain warning', () => {
    expect([mysql({}).user, mysql({ DB_USER: 'kafal' }).user]).toEqual(['root', 'kafal']);
    expect(readConfig({ DB_HOST: 'h' }).warnings).toEqual([expect.stringContaining('The database user is root')]);
    expect(readConfig({ DB_HOST: 'h', DB_USER: 'kafal' }).warnings).toEqual([]);
  });
  test('S42 DB_PASSWORD, as written', () => {
    expect([mysql({}).password, mysql({ DB_PASSWORD: ' with blanks ' }).password]).toEqual(['', ' with blanks ']);
  });

  test('S43 JWT_SECRET signs tokens; the sample of the brief counts as unset in every mode, a short one is refused', () => {
    for (const NODE_ENV of ['development', 'production', 'test']) {
      const { token, warnings } = readConfig({ NODE_ENV, JWT_SECRET: 'your_super_secret_jwt_key' });
      expect(token.secret).toBeNull();
      expect(warnings).toEqual([expect.stringContaining('a generated key is used')]);
    }
    const own = 'forty characters of our own choosing here';
    expect(readConfig({ JWT_SECRET: own }).token.secret).toBe(own);
    expect(refusals({ JWT_SECRET: 'short' })).toEqual([expect.stringContaining('JWT_SECRET is too short')]);
  });
  test('S44 JWT_EXPIRES_IN, 24 hours when left out, is how long an access token lives', async () => {
    expect(readConfig({}).token.accessSeconds).toBe(24 * 3_600);
    const society = await openForBusiness({ environment: { JWT_EXPIRES_IN: '15m' } });
    const own = await society.admitNew();
    expect(own.tokens.expiresIn).toBe(900);
    society.clock.advance(899_000);
    expect((await own.signedIn.inject({ url: '/api/me' })).statusCode).toBe(200);
    society.clock.advance(2_000);
    expect((await own.signedIn.inject({ url: '/api/me' })).statusCode).toBe(401);
    await society.close();
  });
  test('S45 JWT_REFRESH_EXPIRES_IN, 7 days when left out, is how long somebody stays logged in without coming back', async () => {
    expect(readConfig({}).token.refreshSeconds).toBe(7 * 86_400);
    const society = await openForBusiness();
    const own = await society.admitNew();
    const refresh = (refreshToken: string) =>
      society.inject({ method: 'POST', url: '/api/auth/refresh', payload: { refreshToken } });
    society.clock.advance(6 * 86_400_000);
    const renewed = await refresh(own.tokens.refreshToken);
    expect(renewed.statusCode).toBe(200);
    society.clock.advance(7 * 86_400_000 + 1_000);
    expect((await refresh(renewed.json().refreshToken)).statusCode).toBe(401);
    await society.close();
  });
  test('S46 PORT, 3000 when left out, and never the port of the web app', () => {
    expect([readConfig({}).listen.port, readConfig({ PORT: '3100' }).listen.port]).toEqual([3000, 3100]);
    expect(refusals({ PORT: '8000' })).toEqual([expect.stringContaining('two different ports')]);
    expect(refusals({ PORT: '70000' })).toEqual([expect.stringContaining('PORT is "70000"')]);
  });
  test('S47 NODE_ENV decides how much an error tells, and nothing else', () => {
    const without = ({ showErrorDetail: _told, ...rest }: ReturnType<typeof readConfig>) => rest;
    const modes = ['development', 'production', 'test'].map((NODE_ENV) => readConfig({ NODE_ENV }));
    expect(modes.map(({ showErrorDetail }) => showErrorDetail)).toEqual([true, false, false]);
    for (const mode of modes) expect(without(mode)).toEqual(without(readConfig({})));
    expect(refusals({ NODE_ENV: 'staging' })).toHaveLength(1);
  });
  test('S48 ALLOWED_ORIGINS is a list with commas, blanks and slashes forgiven; sockets obey the same list', async () => {
    const environment = { ALLOWED_ORIGINS: ' https://office.example/ , http://localhost:8000 ' };
    const { allowedOrigins } = readConfig(environment);
    expect(allowedOrigins).toEqual(['https://office.example', 'http://localhost:8000']);
    const may = originRule(allowedOrigins);
    expect(may('http://127.0.0.1:8000', 'api.example')).toBe(true);
    expect(may('https://office.example.evil.example', 'api.example')).toBe(false);
    expect(refusals({ ALLOWED_ORIGINS: 'office.example' })).toEqual([expect.stringContaining('not an origin')]);

    const society = await openForBusiness({ environment });
    const lines = await openLines(society);
    const { tokens } = await society.admitNew();
    for (const origin of ['https://office.example', `http://127.0.0.1:${lines.port}`]) {
      (await lines.open(tokens.accessToken, { origin })).hangUp();
    }
    for (const origin of ['https://evil.example', 'https://my.vercel.app', 'null']) {
      await expect(lines.open(tokens.accessToken, { origin })).rejects.toThrow();
    }
    await lines.close();
    await society.close();
  });
});

describe('both sides', () => {
  test('S123 one running server brings the pages of members and staff, sets a society up and takes an application', async () => {
    const page = async (path: string) => {
      const answer = await fetch(`${server.web}${path}`, { headers: { 'accept-encoding': 'br' } });
      expect(answer.status).toBe(200);
      return answer.text();
    };
    const [member, staff, setup] = [await page('/'), await page('/staff'), await page('/setup')];
    expect(new Set([member, staff, setup]).size).toBe(3);
    for (const html of [member, staff, setup]) {
      expect(html).toMatch(/<meta name="viewport"/);
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>[^<]/);
      for (const [, script = ''] of html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)) {
        const file = await fetch(`${server.web}${script}`, { headers: { 'accept-encoding': 'br' } });
        expect(file.status).toBe(200);
        expect(file.headers.get('cache-control')).toContain('immutable');
      }
    }

    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${server.web}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const setUp = {
      ...SOCIETY,
      booksBeginOn: todayIn(SOCIETY.timeZone, Date.now()),
      setupCode: server.setupCode,
    };
    const made = await post('/api/setup', setUp);
    expect(made.status, await made.clone().text()).toBe(201);
    expect((await post('/api/setup', setUp)).status).toBe(409);
    const { username: identifier, password } = SOCIETY.administrator;
    const logIn = await post(
      '/api/auth/admin/login',
      { identifier, password },
      { 'x-kafal-client': 'web', origin: server.web },
    );
    expect(logIn.status).toBe(200);
    expect(logIn.headers.get('set-cookie')).toContain('HttpOnly');
    const { accessToken } = (await logIn.json()) as { accessToken: string };
    const applied = await post('/api/members/register', { ...applicant(1), consent: true });
    expect(applied.status).toBe(201);
    const headers = { authorization: `Bearer ${accessToken}` };
    // The same log-in at the other port: one process, one app.
    const list = await fetch(`${server.api}/api/admin/member-requests`, { headers });
    expect(await list.json()).toMatchObject({ items: [{ name: 'Member 1 Rawat' }] });
  });
});

test('a database that cannot be written safely is refused in every mode outside tests', async () => {
  const app = await createTestApp([]);
  expect(app.platform.config.purpose).toBe('tests');
  await app.close();
  // Only the tests' own opening may say so; nothing in the configuration can.
  const sources = globSync(join(ROOT, 'apps/server/src/**/*.ts')).filter(
    (file) => !/\.(server)?test\.ts$|\/test-|-test-/.test(file),
  );
  const unsafe = sources.filter((file) => /unsafeForTests: true/.test(readFileSync(file, 'utf8')));
  expect(unsafe).toEqual([]);
});
