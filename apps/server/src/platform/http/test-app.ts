// The real app on a clean database, for tests: a simulated clock, cheap passwords, and people signed in without the
// ceremony of a log-in. Only tests import this file.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_ROLES, MEMBER_PERMISSIONS, type Permission } from '@kafal/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { MemoryCache } from '../cache/memory-cache.ts';
import { type SimulatedClock, simulatedClock } from '../clock.ts';
import { type Config, readConfig } from '../config/config.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../database/test-database.ts';
import { openStoredFiles } from '../file-storage/open-stored-files.ts';
import { systemIds } from '../ids.ts';
import { openKeys } from '../keys/keys.ts';
import { newSecrets } from '../keys/secrets-file.ts';
import { openLimits } from '../limits/limits.ts';
import { MemoryLimitStore } from '../limits/memory-limit-store.ts';
import { logInto } from '../log/log.ts';
import { openMetrics } from '../metrics/metrics.ts';
import { openHealth } from '../operations/health.ts';
import { VERSION } from '../operations/version.ts';
import { outboxSignal } from '../outbox/outbox-signal.ts';
import type { Platform } from '../platform.ts';
import type { Actor } from './actor.ts';
import { buildAppOf, type Feature } from './build-app.ts';
import type { CreatedApp } from './create-app.ts';
import type { KafalApp } from './kafal-app.ts';
import { fixedSetupCode } from './setup-code.ts';

/** Monday, 30 November 2026, ten in the morning in India. */
export const TEST_START = Date.UTC(2026, 10, 30, 4, 30);
export const TEST_SETUP_CODE = 'TEST-CODE-2345';

export interface TestAppOptions {
  clock?: SimulatedClock;
  /** Variables as in `.env`, beside those a test always has. */
  environment?: Record<string, string>;
  /** A database that is there already; the caller closes it. */
  database?: OpenDatabase;
}

export interface TestApp {
  app: KafalApp;
  created: CreatedApp;
  platform: Platform;
  clock: SimulatedClock;
  /** Every line logged so far. */
  logged: string[];
  /** A request of a stranger. */
  inject(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Somebody who is signed in with these permissions; no row is written. */
  signIn(actor: Partial<Actor>): SignedIn;
  /** A member of staff with the permissions their role starts with; writes the rows of `role` and `user`. */
  staff(roleCode: string, name?: string): Promise<SignedIn>;
  /** A member's log-in; writes the row of `user`. The member must be there, or null for none. */
  member(memberId: number | null, name?: string): Promise<SignedIn>;
  close(): Promise<void>;
}

export interface SignedIn {
  actor: Actor;
  inject(request: InjectOptions): Promise<LightMyRequestResponse>;
  headers: { authorization: string };
}

export async function createTestPlatform(options: TestAppOptions = {}): Promise<{
  platform: Platform;
  database: OpenDatabase;
  clock: SimulatedClock;
  logged: string[];
  close(): Promise<void>;
}> {
  const clock = options.clock ?? simulatedClock(TEST_START);
  const dataFolder = mkdtempSync(join(tmpdir(), 'kafal-test-data-'));
  const environment = { PASSWORD_COST: '4', DATA_DIR: dataFolder, ...options.environment };
  const config: Config = readConfig(environment, 'tests');
  const database = options.database ?? (await createTestDatabase());
  const logged: string[] = [];
  const files = openStoredFiles(config);
  const platform: Platform = {
    config,
    clock,
    ids: systemIds,
    database: database.database,
    transact: database.transact,
    dialect: database.dialect,
    databaseOfThread: database.ofThread,
    files,
    keys: openKeys(newSecrets(), config.token.secret),
    log: logInto(logged),
    cache: new MemoryCache(clock),
    metrics: openMetrics(),
    outboxSignal: outboxSignal(),
    health: openHealth({
      database,
      files,
      dataFolder: tmpdir(),
      version: VERSION,
      clock,
      lastBackupAt: async () => undefined,
    }),
    limits: openLimits(new MemoryLimitStore(clock, config.rates.windowMinutes), config.rates),
    setupCode: fixedSetupCode(TEST_SETUP_CODE),
  };
  return {
    platform,
    database,
    clock,
    logged,
    close: async () => {
      if (options.database === undefined) await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function createTestApp(features?: readonly Feature[], options: TestAppOptions = {}): Promise<TestApp> {
  const { platform, clock, logged, close } = await createTestPlatform(options);
  // The whole list is loaded only by who wants the whole app.
  const created = await buildAppOf(platform, features ?? (await import('../../app.ts')).allFeatures);
  const { app } = created;
  platform.health.state = 'ready';
  const people = new Map<string, Actor>();

  // Beside the feature that knows real tokens: `Test <n>` is somebody whom a test signed in.
  const real = created.authenticator();
  app.authenticateWith({
    authenticate: (request) => {
      const actor = people.get(request.headers.authorization ?? '');
      if (actor === undefined) return real.authenticate(request);
      const { caller } = request;
      const isAsked = request.headers['accept-language'] !== undefined;
      return { ...actor, ...caller, language: isAsked ? caller.language : actor.language };
    },
  });

  const signIn = (given: Partial<Actor>): SignedIn => {
    const authorization = `Test ${people.size + 1}`;
    const actor: Actor = {
      userId: people.size + 1,
      kind: 'staff',
      memberId: null,
      roleCode: null,
      permissions: new Set<Permission>(),
      sessionId: `session-${people.size + 1}`,
      name: 'Somebody',
      language: 'en',
      address: '127.0.0.1',
      agent: 'test',
      requestId: 'test-request',
      ...given,
    };
    people.set(authorization, actor);
    const headers = { authorization };
    return {
      actor,
      headers,
      inject: (request) => app.inject({ ...request, headers: { ...request.headers, ...headers } }),
    };
  };

  const addUser = (kind: 'member' | 'staff', name: string, roleCode: string | null, memberId: number | null) =>
    platform.transact(async (trx) => {
      const { insertId } = await trx
        .insertInto('user')
        .values({
          kind,
          name,
          memberId,
          roleCode,
          email: null,
          phone: null,
          passwordHash: null,
          passwordChangedAt: null,
          mustChangePassword: 0,
          totpSealed: null,
          totpEnabledAt: null,
          totpLastStep: null,
          status: 'active',
          language: 'en',
          createdAt: clock.now(),
          lastLoginAt: null,
        })
        .executeTakeFirstOrThrow();
      return Number(insertId);
    });

  return {
    app,
    created,
    platform,
    clock,
    logged,
    inject: (request) => app.inject(request),
    signIn,
    staff: async (roleCode, name = roleCode) => {
      const role = FIRST_ROLES.find(({ code }) => code === roleCode);
      if (role === undefined) throw new Error(`There is no role "${roleCode}".`);
      await platform.transact(async (trx) => {
        await platform.dialect.insertIgnore(
          trx.insertInto('role').values({ code: role.code, nameEn: role.nameEn, nameHi: role.nameHi, builtIn: 1 }),
        );
        const there = await trx
          .selectFrom('role_permission')
          .select('permission')
          .where('roleCode', '=', roleCode)
          .execute();
        const missing = role.permissions.filter((permission) => !there.some((row) => row.permission === permission));
        if (missing.length > 0) {
          const rows = missing.map((permission) => ({ roleCode, permission }));
          await trx.insertInto('role_permission').values(rows).execute();
        }
      });
      const userId = await addUser('staff', name, roleCode, null);
      return signIn({ userId, name, roleCode, permissions: new Set(role.permissions) });
    },
    member: async (memberId, name = 'Member') => {
      const userId = await addUser('member', name, null, memberId);
      return signIn({ userId, kind: 'member', name, memberId, permissions: new Set(MEMBER_PERMISSIONS) });
    },
    close: async () => {
      await app.close();
      await close();
    },
  };
}
