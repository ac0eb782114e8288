import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exportMembers } from '../../apps/server/src/features/members/export-members.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { migrateDatabase } from '../../apps/server/src/platform/database/migrate.ts';
import { databaseOptions } from '../../apps/server/src/platform/database-options.ts';
import { createTestApp } from '../../apps/server/src/platform/http/test-app.ts';
import { logInto } from '../../apps/server/src/platform/log/log.ts';
import { type OpenPlatform, openPlatform } from '../../apps/server/src/platform/open-platform.ts';
import { applicant } from '../society/open-society.ts';
import { type Lines, openLines } from './live-lines.ts';
import { everything, refusedWhole } from './refused-whole.ts';
import { ROOT } from './running-server.ts';
import { MEMBER_PASSWORD, must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

let society: SocietyInBusiness;
let lines: Lines;
let asha: Person;
let bina: Person;
beforeAll(async () => {
  society = await openForBusiness();
  lines = await openLines(society);
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
});
afterAll(async () => {
  await lines.close();
  await society.close();
});

const sourcesOf = (pattern: string) =>
  globSync(join(ROOT, pattern))
    .filter((file) => !/test/.test(file.slice(ROOT.length)))
    .map((file) => ({ file: file.slice(ROOT.length), text: readFileSync(file, 'utf8') }));

describe('a platform as the server opens it', () => {
  let folder: string;
  let opened: OpenPlatform;
  const logged: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kafal-contract-platform-'));
    const config = readConfig({ DATA_DIR: folder });
    await migrateDatabase(databaseOptions(config));
    opened = await openPlatform(config, { log: logInto(logged) });
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  test('S96 a query that takes longer than a second is logged, without any value of it', async () => {
    const { platform } = opened;
    const ask = () =>
      platform.dialect.one(platform.database, 'SELECT id FROM member WHERE name = ?', ['Sunita Devi Rawat']);
    await ask();
    expect(logged.join('')).not.toContain('SELECT id FROM member');
    // The clock of the process jumps: for the query it took 1.2 s.
    let now = performance.now();
    const time = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 1_200;
      return now;
    });
    await ask();
    time.mockRestore();
    const line = logged.find((text) => text.includes('SELECT id FROM member'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 'warn', milliseconds: expect.any(Number) });
    expect(logged.join('')).not.toContain('Sunita');
  });

  test('S97 the pool is watched as it is now, by what the driver shows openly', async () => {
    const { platform } = opened;
    const inUse = async () => /^kafal_database_readers_in_use (\d+)$/m.exec(await platform.metrics.text())?.[1];
    expect(await inUse()).toBe('0');
    await platform.database.transaction().execute(async (snapshot) => {
      await snapshot.selectFrom('member').select('id').execute();
      expect(await inUse()).toBe('1');
    });
    expect(await inUse()).toBe('0');
    const private_ = sourcesOf('apps/server/src/**/*.ts').filter(({ text }) =>
      /\._(all|free|acquiring)Connections/.test(text),
    );
    expect(private_).toEqual([]);
  });

  test('S98 memory, event loop and everything kept in memory are tracked', async () => {
    const text = await opened.platform.metrics.text();
    for (const name of [
      'kafal_memory_resident_bytes',
      'kafal_memory_heap_used_bytes',
      'kafal_event_loop_delay_p99_seconds',
      'kafal_cache_entries',
      'kafal_limit_windows',
    ]) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} .+$`, 'm'));
      expect(text).toMatch(new RegExp(`^${name} [\\d.e+-]+$`, 'm'));
    }
  });
});

describe('audit', () => {
  const newest = async (query = '') =>
    must(await society.administrator.inject({ url: `/api/admin/audit?limit=20${query}` }), 200).json().items;

  test('S99 every act of a user is in the trail: who, what, from where, by which request, before and after', async () => {
    const { send, cashier, manager, administrator } = society;
    const own = await society.admitActive('500.00');
    const profile = must(await own.signedIn.inject({ url: '/api/members/profile' }), 200).json();
    const acts: [string, () => ReturnType<typeof send>][] = [
      [
        'member.changed',
        () => send(own.signedIn, 'PUT', '/api/members/profile', { version: profile.version, occupation: 'Weaver' }),
      ],
      [
        'setting.changed',
        () =>
          send(administrator, 'PUT', '/api/settings/society.website', {
            value: 'society.example',
            effectiveFrom: '2026-11-30',
          }),
      ],
      ['till.created', () => send(manager, 'POST', '/api/tills', { code: 'S99', name: 'A till' })],
      [
        'receipt.taken',
        () =>
          send(cashier, 'POST', '/api/receipts', {
            memberId: own.memberId,
            lines: [{ kind: 'shares', amount: '10.00' }],
            mode: 'cash',
          }),
      ],
      ['user.one-time-code-issued', () => send(manager, 'POST', `/api/members/${own.memberId}/one-time-code`)],
      ['deposit.opened', () => send(cashier, 'POST', '/api/deposits', { memberId: own.memberId, productCode: 'CA' })],
    ];
    for (const [action, act] of acts) {
      const answer = must(await act(), 200, 201);
      const [row] = await newest(`&action=${action}`);
      expect(row, action).toMatchObject({
        action,
        requestId: answer.headers['x-request-id'],
        address: '127.0.0.1',
        userName: expect.stringMatching(/\w/),
        agent: expect.any(String),
      });
      expect(row.newValues, action).not.toBeNull();
    }
    expect((await newest('&action=member.changed'))[0]).toMatchObject({
      oldValues: { occupation: 'Farmer' },
      newValues: { occupation: 'Weaver' },
      userKind: 'member',
    });
    // No act of anybody in this society is without its line, and none holds what nobody may read.
    const trail = JSON.stringify(await society.platform.database.selectFrom('audit').selectAll().execute());
    expect(trail).not.toContain(MEMBER_PASSWORD);
    expect(trail).not.toContain(own.oneTimeCode ?? '');
  });

  test('S100 log-ins, failed log-ins and changes of status are in the trail, searched and exported', async () => {
    await society.logIn(
      'member',
      { identifier: asha.memberNumber, password: 'wrong wrong wrong' },
      { headers: { 'user-agent': 'A phone' } },
    );
    expect((await newest('&action=user.login-failed'))[0]).toMatchObject({
      userId: null,
      subjectId: String(asha.userId),
      agent: 'A phone',
      newValues: { entry: 'member', outcome: 'wrong-password' },
    });
    await society.tokens('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD });
    expect((await newest('&action=user.logged-in'))[0]).toMatchObject({ userId: String(asha.userId) });
    const other = await society.admitActive();
    await society.changeStatus(other.memberId, 'suspended');
    expect((await newest(`&action=member.status_changed&subjectId=${other.memberId}`))[0]).toMatchObject({
      oldValues: { status: 'active' },
      newValues: { status: 'suspended', reason: 'Order of the committee' },
    });
    const own = must(await asha.signedIn.inject({ url: '/api/auth/login-history?limit=2' }), 200).json().items;
    expect(own.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['success', 'wrong-password']);
    const file = must(
      await society.administrator.inject({ url: '/api/admin/audit.csv?action=user.login-failed' }),
      200,
    );
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.body.trim().split('\r\n').length).toBeGreaterThan(1);
  });

  test('S101 an error of ours is logged whole with its request’s number; the reader gets the number and no stack', async () => {
    const app = await createTestApp(
      [
        {
          name: 'broken',
          routes: async (own) => {
            own.get('/api/broken', { config: { permission: 'public' } }, async () => {
              throw new Error('the shelf fell down');
            });
          },
        },
      ],
      { environment: { NODE_ENV: 'production' } },
    );
    const answer = await app.inject({ url: '/api/broken?phone=9811100001', headers: { 'user-agent': 'A phone' } });
    const problem = answer.json();
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL_ERROR', requestId: answer.headers['x-request-id'] });
    expect(problem.detail).toContain(problem.requestId);
    expect(answer.body).not.toMatch(/shelf|at .*\.ts/);
    const line = JSON.parse(app.logged.find((text) => text.includes('the shelf fell down')) ?? '{}');
    expect(line).toMatchObject({
      level: 'error',
      requestId: problem.requestId,
      err: { stack: expect.stringContaining('.ts') },
    });
    expect(app.logged.join('')).not.toMatch(/9811100001|A phone|127\.0\.0\.1/);
    await app.close();
  });
});

describe('tests', () => {
  const runTests = (kind: string, environment: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['scripts/test.ts', kind], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...environment },
    });

  test('S102 npm test needs nothing but the clone; what needs a server or a browser says so at once and is never skipped', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts.test).toBe('node scripts/test.ts default');
    const databases = runTests('databases');
    expect([databases.status, databases.stderr]).toEqual([1, expect.stringContaining('TEST_MYSQL_URL is not set')]);
    const journeys = runTests('journeys', { CHROMIUM: '/nowhere/chromium' });
    expect([journeys.status, journeys.stderr]).toEqual([1, expect.stringContaining('/nowhere/chromium')]);
    expect(runTests('nonsense').status).toBe(1);
    const skipping = globSync(join(ROOT, '{apps,packages,tests,scripts}/**/*.test.{ts,tsx}'), {
      exclude: ['**/node_modules'],
    })
      .filter((file) =>
        /\b(test|it|describe)\.(skip|skipIf|only|runIf)\b|\bretry:/.test(
          readFileSync(file, 'utf8').replaceAll(/\/\\b.*\\b\//g, ''),
        ),
      )
      .filter((file) => !file.endsWith('watching-and-workflow.test.ts'));
    expect(skipping).toEqual([]);
  });

  test('S103 npm run test:coverage measures the sources of the program by the same tests', () => {
    const { scripts, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts['test:coverage']).toBe('node scripts/test.ts coverage');
    expect(devDependencies['@vitest/coverage-v8']).toBe(devDependencies.vitest);
    const config = readFileSync(join(ROOT, 'vitest.config.ts'), 'utf8');
    expect(config).toMatch(
      /coverage: \{ provider: 'v8', include: \['packages\/\*\/src\/\*\*\/\*\.ts', 'apps\/server\/src/,
    );
    expect(readFileSync(join(ROOT, 'scripts/test.ts'), 'utf8')).toMatch(/coverage: \['unit', 'api', 'contract'\]/);
  });
});

describe('workflow', () => {
  test('S104 features are entered by their front door, in no circle, and the platform knows none of them', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-imports.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).not.toMatch(/ imports /);
    expect(status).toBe(0);
    for (const folder of globSync(join(ROOT, 'apps/server/src/features/*'))) {
      expect(existsSync(join(folder, 'index.ts')), folder).toBe(true);
    }
  });

  test('S105 every error is a problem with a stable code and a sentence in the reader’s language', async () => {
    const asked: [object, number, string][] = [
      [{ url: '/api/nothing' }, 404, 'PATH_UNKNOWN'],
      [{ url: '/api/members' }, 401, 'NOT_SIGNED_IN'],
      [{ method: 'DELETE', url: '/api/society' }, 404, 'PATH_UNKNOWN'],
      [
        {
          method: 'POST',
          url: '/api/auth/member/login',
          payload: '{',
          headers: { 'content-type': 'application/json' },
        },
        400,
        'JSON_MALFORMED',
      ],
      [
        { method: 'POST', url: '/api/auth/member/login', payload: 'a=b', headers: { 'content-type': 'text/plain' } },
        415,
        'MEDIA_TYPE_UNSUPPORTED',
      ],
    ];
    for (const [request, status, code] of asked) {
      for (const language of ['en', 'hi'] as const) {
        const given = request as { headers?: Record<string, string> };
        const answer = await society.inject({ ...given, headers: { ...given.headers, 'accept-language': language } });
        expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(answer.json()).toMatchObject({
          type: 'about:blank',
          status,
          code,
          requestId: answer.headers['x-request-id'],
        });
        expect(/[\u0900-\u097F]/.test(answer.json().detail), answer.body).toBe(language === 'hi');
      }
    }
    // Without a header the reader's own language is taken.
    must(await asha.signedIn.inject({ method: 'PUT', url: '/api/me/language', payload: { language: 'hi' } }), 200);
    expect((await asha.signedIn.inject({ url: '/api/deposits/999999' })).json().detail).toMatch(/[\u0900-\u097F]/);
    must(await asha.signedIn.inject({ method: 'PUT', url: '/api/me/language', payload: { language: 'en' } }), 200);
  });

  test('S106 what is wrong is refused by the form, by the rule, and at last by the table itself', async () => {
    const receipt = (amount: string) => ({
      memberId: asha.memberId,
      lines: [{ kind: 'due', dueId: asha.dues[0]?.id, amount }],
      mode: 'cash',
    });
    const take = (amount: string) => society.send(society.cashier, 'POST', '/api/receipts', receipt(amount));
    expect((await take('-1.00')).json()).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect((await take('1.00')).json()).toMatchObject({ status: 422, code: 'DUE_OVERPAID' });
    const { platform } = society;
    const broken = [
      'UPDATE member_due SET paid = amount + 1',
      'UPDATE member_due SET amount = 0, paid = 0',
      "UPDATE business_day SET status = 'half open'",
      "UPDATE user SET kind = 'ghost'",
      "INSERT INTO deposit (number, memberId, productCode, kind, status, openedOn) VALUES ('X', 999999, 'SB', 'savings', 'active', '2026-11-30')",
    ];
    for (const sql of broken) {
      await expect(
        platform.transact((trx) => platform.dialect.run(trx, sql)),
        sql,
      ).rejects.toThrow(/constraint/i);
    }
  });

  test('S107 the code and the interface say why: comments in the sources, a summary for every route, the documents', async () => {
    const sources = [...sourcesOf('apps/server/src/**/*.ts'), ...sourcesOf('packages/*/src/**/*.ts')];
    const explained = sources.filter(({ text }) => /^\s*(\/\/|\/\*\*)/m.test(text));
    expect(explained.length / sources.length).toBeGreaterThan(0.8);
    for (const name of ['ARCHITECTURE', 'POSTINGS', 'GLOSSARY', 'TESTING', 'OPERATIONS']) {
      expect(readFileSync(join(ROOT, `docs/${name}.md`), 'utf8').length).toBeGreaterThan(500);
    }
    const document = must(await society.inject({ url: '/api/openapi.json' }), 200).json();
    for (const [path, operations] of Object.entries<Record<string, { summary?: string; tags?: string[] }>>(
      document.paths,
    )) {
      for (const [method, { summary, tags }] of Object.entries(operations)) {
        expect(summary, `${method} ${path}`).toMatch(/^.{8,}$/);
        expect(tags, `${method} ${path}`).toHaveLength(1);
      }
    }
  });

  test('S108 nothing waits for slow work of others: while passwords are checked, everybody else is answered', async () => {
    const blocking = sourcesOf('apps/server/src/{features,platform/http}/**/*.ts').filter(({ text }) =>
      /\b(hash|compare|pbkdf2|scrypt|exec|spawn|gzip|brotliCompress|randomFill)Sync\(/.test(text),
    );
    expect(blocking).toEqual([]);
    const own = await openForBusiness({ environment: { PASSWORD_COST: '12' } });
    const finished: string[] = [];
    const slow = own
      .logIn('admin', { username: 'admin', password: 'not this one at all' })
      .then(() => finished.push('log-in'));
    const quick = own.send(own.manager, 'GET', '/api/tills').then(() => finished.push('tills'));
    await Promise.all([slow, quick]);
    expect(finished).toEqual(['tills', 'log-in']);
    await own.close();
  });

  test('S109 an act is done whole or not at all', async () => {
    const line = (depositId: string) => ({ kind: 'savings', depositId, amount: '10.00' });
    const send = (language: 'en' | 'hi') =>
      society.cashier.inject({
        method: 'POST',
        url: '/api/receipts',
        headers: { 'accept-language': language, 'idempotency-key': 'a-receipt-half-right' },
        payload: {
          memberId: asha.memberId,
          lines: [{ kind: 'shares', amount: '10.00' }, line(bina.depositId)],
          mode: 'cash',
        },
      });
    await refusedWhole(society, send, { status: 404, code: 'DEPOSIT_UNKNOWN', field: 'lines.1.depositId' });

    const before = await everything(society);
    const { platform } = society;
    const cut = platform.transact(async (trx) => {
      await trx.updateTable('member').set({ name: 'Half A Change' }).execute();
      throw new Error('the power went');
    });
    await expect(cut).rejects.toThrow('the power went');
    expect(await everything(society)).toEqual(before);
  });

  test('S110 a long list leaves the server piece by piece and never stands in memory', async () => {
    const rows = await exportMembers(society.platform, society.manager.actor, {});
    const first = await rows.next();
    expect(String(first.value).split('\r\n').filter(Boolean)).toHaveLength(1);
    // Read only when it is wanted: whoever joins meanwhile is still in the file.
    const late = await society.admitNew();
    let rest = '';
    for await (const piece of rows) rest += piece;
    expect(rest).toContain(late.memberNumber);
    for (const url of ['/api/members.csv', '/api/transactions.csv', '/api/admin/audit.csv']) {
      const answer = must(await society.administrator.inject({ url }), 200);
      expect(answer.headers, url).not.toHaveProperty('content-length');
      expect(answer.headers['content-disposition'], url).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
    }
  });

  test('S111 two screens show the same: what one clerk does is told to the other and read the same by both', async () => {
    const [one, other] = [await society.addStaff('desk-one', 'manager'), await society.addStaff('desk-two', 'auditor')];
    const screens = await Promise.all([one, other].map(({ tokens }) => lines.open(tokens.accessToken)));
    for (const screen of screens) await screen.join('join-admin');
    const payload = { ...applicant(11_100), phone: '9644400111', consent: true };
    must(await society.inject({ method: 'POST', url: '/api/members/register', payload }), 201);
    const [seen, alsoSeen] = await Promise.all(screens.map((screen) => screen.hearType('NEW_MEMBER_REQUEST')));
    expect(alsoSeen).toEqual(seen);
    const read = async (person: typeof one) =>
      must(await person.inject({ url: '/api/admin/dashboard/stats' }), 200).json();
    expect(await read(other)).toEqual(await read(one));
    for (const screen of screens) screen.hangUp();
  });
});
