// The society that is measured: thousands of members with two years of business, made once through the same commands as
// everything else and kept until the tables change. Only the durability of the file is switched off while it is made.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Permission } from '@kafal/contract';
import { addDays, type CalendarDate, calendarDate, formatMoney, money, weekdayOf } from '@kafal/core';
import type { InjectOptions } from 'fastify';
import { migrations } from '../apps/server/migrations/index.ts';
import { allFeatures } from '../apps/server/src/app.ts';
import { closeTill, openTill, takeReceipt } from '../apps/server/src/features/counter/index.ts';
import { sweepOutbox } from '../apps/server/src/features/live/index.ts';
import { type SimulatedClock, simulatedClock } from '../apps/server/src/platform/clock.ts';
import { migrateDatabase } from '../apps/server/src/platform/database/migrate.ts';
import { stepsOf } from '../apps/server/src/platform/database/migration.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { sqliteSchema } from '../apps/server/src/platform/database/schema-dialect.ts';
import { databaseFileOf } from '../apps/server/src/platform/database-options.ts';
import type { Actor } from '../apps/server/src/platform/http/actor.ts';
import { buildAppOf } from '../apps/server/src/platform/http/build-app.ts';
import { createTestPlatform, TEST_SETUP_CODE } from '../apps/server/src/platform/http/test-app.ts';
import { openKeys } from '../apps/server/src/platform/keys/keys.ts';
import { makeOwnerOnlyFolder } from '../apps/server/src/platform/keys/owner-only.ts';
import { readOrMakeSecrets } from '../apps/server/src/platform/keys/secrets-file.ts';
import { silentLog } from '../apps/server/src/platform/log/log.ts';
import type { Platform } from '../apps/server/src/platform/platform.ts';
import { seeded } from '../tests/society/seeded.ts';

export interface SocietySize {
  readonly members: number;
  readonly postings: number;
  readonly managers: number;
  readonly cashiers: number;
  readonly days: number;
}

/** What the load needs to know of it. */
export interface BenchSociety {
  readonly folder: string;
  readonly size: SocietySize;
  readonly managers: readonly string[];
  readonly cashiers: readonly { readonly username: string; readonly tillId: string }[];
  readonly savers: readonly { readonly memberId: string; readonly depositId: string }[];
}

export const PASSWORD = 'a long walk to the river';
export const ADMIN = 'admin';

/** Changed with what this file makes, so that a society of an older kind is made again. */
const KIND = 3;
const SEED = 20_261_122;
const BEGINS = calendarDate('2022-04-01');
const SUNDAY = 7;
const CACHE = fileURLToPath(new URL('../.cache/bench-society', import.meta.url));
const NINE_IN_INDIA = 3.5 * 3_600_000;
const AT_ONCE = 64;

export async function benchSociety(size: SocietySize, say: (sentence: string) => void): Promise<BenchSociety> {
  const steps = migrations.flatMap((migration) => [migration.name, ...stepsOf(migration, sqliteSchema)]);
  const version = createHash('sha256')
    .update(JSON.stringify([KIND, size, steps]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(CACHE, version);
  const manifest = join(folder, 'society.json');
  if (!existsSync(manifest)) {
    const making = join(CACHE, `making-${process.pid}`);
    rmSync(making, { recursive: true, force: true });
    makeOwnerOnlyFolder(making);
    const made = await new Making(making, size, say).make();
    writeFileSync(join(making, 'society.json'), JSON.stringify(made));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  }
  // Written above by the same version of this file.
  return { folder, ...(JSON.parse(readFileSync(manifest, 'utf8')) as Omit<BenchSociety, 'folder'>) };
}

/** The load writes, so it gets copies. */
export function copySociety(society: BenchSociety, to: string): string {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of ['kafal.db', 'secrets.json']) cpSync(join(society.folder, name), join(to, name));
  return to;
}

const GIVEN =
  'Asha Bina Chandra Deepa Gita Hema Indu Janaki Kamla Lata Mohan Naresh Om Prem Ravi Suresh Tara Uma Vijay';
const SURNAMES =
  'Rawat Negi Bisht Joshi Pant Bhatt Rana Semwal Thapa Gusain Chauhan Dobhal Kandari Mehra Nautiyal Panwar';

interface Saver {
  memberId: number;
  depositId: number;
}

class Making {
  private readonly folder: string;
  private readonly size: SocietySize;
  private readonly say: (sentence: string) => void;
  private readonly random = seeded(SEED);
  private readonly clock: SimulatedClock = simulatedClock(0);
  private readonly people = new Map<string, Actor>();
  private readonly cashiers: { actor: Actor; username: string; tillId: number; sessionId: number; cash: number }[] = [];
  private readonly savers: Saver[] = [];
  private readonly managers: string[] = [];
  private requests = 0;
  private receipts = 0;
  private platform!: Platform;
  private inject!: (request: InjectOptions) => Promise<{ statusCode: number; body: string }>;

  constructor(folder: string, size: SocietySize, say: (sentence: string) => void) {
    this.folder = folder;
    this.size = size;
    this.say = say;
  }

  async make(): Promise<Omit<BenchSociety, 'folder'>> {
    const startedAt = Date.now();
    this.morning(BEGINS);
    const options = { kind: 'sqlite', path: databaseFileOf(this.folder), unsafeForTests: true } as const;
    await migrateDatabase(options);
    const database = await openDatabase(options);
    const test = await createTestPlatform({ clock: this.clock, database });
    const platform: Platform = {
      ...test.platform,
      keys: openKeys(readOrMakeSecrets(this.folder), null),
      log: silentLog(),
    };
    this.platform = platform;
    const created = await buildAppOf(platform, allFeatures);
    created.app.authenticateWith({
      authenticate: (request) => {
        const actor = this.people.get(request.headers.authorization ?? '');
        return actor === undefined ? undefined : { ...actor, requestId: request.id };
      },
    });
    this.inject = (request) => created.app.inject(request);
    try {
      await this.open();
      await this.workAllDays();
    } finally {
      await created.app.close();
      await database.close();
    }
    this.say(`The society of the bench is made, in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
    return {
      size: this.size,
      managers: this.managers,
      cashiers: this.cashiers.map(({ username, tillId }) => ({ username, tillId: String(tillId) })),
      savers: this.savers.map(({ memberId, depositId }) => ({
        memberId: String(memberId),
        depositId: String(depositId),
      })),
    };
  }

  // ---- the first day ---------------------------------------------------------------------------------------------

  private async open(): Promise<void> {
    await this.ask(null, 'POST', '/api/setup', {
      setupCode: TEST_SETUP_CODE,
      preset: 'IN-STATE',
      society: { name: 'Long Valley Thrift Society', registrationNumber: 'BENCH/1', address: 'Main Road, Long Valley' },
      currency: 'INR',
      timeZone: 'Asia/Kolkata',
      financialYearStart: '04-01',
      booksBeginOn: BEGINS,
      fees: { admission: '100.00', buildingFund: '50.00', welfareFund: '25.00' },
      shares: { faceValue: '100.00', minimumShares: 2 },
      savings: { minimumBalance: '100.00' },
      administrator: { username: ADMIN, name: 'Hema Joshi', password: PASSWORD, language: 'en' },
    });
    const admin = await this.actorOf(ADMIN);
    await this.hire(admin, 'accountant', 'accountant');
    for (let nth = 1; nth <= this.size.managers; nth += 1) {
      await this.hire(admin, `manager${nth}`, 'manager');
      this.managers.push(`manager${nth}`);
    }
    for (let nth = 1; nth <= this.size.cashiers; nth += 1) {
      const username = `cashier${nth}`;
      const actor = await this.hire(admin, username, 'cashier');
      const till =
        nth === 1
          ? (await this.ask<{ items: { id: string }[] }>(actor, 'GET', '/api/tills')).items[0]
          : await this.ask<{ id: string }>(admin, 'POST', '/api/tills', { code: `T${nth}`, name: `Counter ${nth}` });
      if (till === undefined) throw new Error('Set-up made no till.');
      this.cashiers.push({ actor, username, tillId: Number(till.id), sessionId: 0, cash: 0 });
    }
  }

  private async hire(admin: Actor, username: string, role: string): Promise<Actor> {
    const { oneTimeCode } = await this.ask<{ oneTimeCode: string }>(admin, 'POST', '/api/admin/users', {
      username,
      name: `${this.random.oneOf(GIVEN.split(' '))} ${this.random.oneOf(SURNAMES.split(' '))}`,
      role,
    });
    await this.ask(null, 'POST', '/api/auth/password/reset', {
      identifier: username,
      code: oneTimeCode,
      newPassword: PASSWORD,
    });
    return this.actorOf(username);
  }

  // ---- two years -------------------------------------------------------------------------------------------------

  private async workAllDays(): Promise<void> {
    const { members, postings } = this.size;
    const days = businessDays(this.size.days);
    // Everybody has joined when two fifths of the time have passed; then all save in turn.
    const joining = Math.floor(days.length * 0.4);
    const afterJoining = postings - members * POSTINGS_OF_JOINING - days.length * this.size.cashiers * 2;
    const rounds = Math.max(0, Math.ceil(afterJoining / POSTINGS_OF_SAVING));
    const weights = days.map((_, index) => Math.min(1, (index + 1) / joining));
    const allWeight = weights.reduce((sum, weight) => sum + weight, 0);
    const accountant = await this.actorOf('accountant');
    const manager = await this.actorOf('manager1');
    let saved = 0;
    let weightSoFar = 0;

    for (const [index, day] of days.entries()) {
      this.morning(day);
      for (const cashier of this.cashiers) await this.openTill(cashier);
      const joined = Math.min(members, Math.round((members * (index + 1)) / joining));
      await this.manyAtOnce(joined - this.savers.length, () => this.join(manager));
      weightSoFar += weights[index] ?? 0;
      const due = Math.round((rounds * weightSoFar) / allWeight) - saved;
      await this.manyAtOnce(due, () => this.save());
      saved += due;
      for (const cashier of this.cashiers) await this.closeTill(cashier);
      await this.ask(accountant, 'POST', `/api/business-days/${day}/closing`);
      if (index % 7 === 0) await sweepOutbox(this.platform);
      if (index % 10 === 9 || index === days.length - 1) {
        this.say(`Making the society of the bench: ${Math.floor((100 * (index + 1)) / days.length)} %`);
      }
    }
    await this.topUp();
  }

  /** The exact number of postings that was asked for. */
  private async topUp(): Promise<void> {
    const last = businessDays(this.size.days).at(-1) ?? BEGINS;
    this.morning(addDays(last, 1));
    for (const cashier of this.cashiers) await this.openTill(cashier);
    const row = await this.platform.dialect.one<{ n: number }>(
      this.platform.database,
      'SELECT COUNT(*) AS n FROM posting',
    );
    const missing = this.size.postings - (row?.n ?? 0) - this.cashiers.length * 2;
    await this.manyAtOnce(Math.max(0, Math.ceil(missing / POSTINGS_OF_SAVING)), () => this.save());
    for (const cashier of this.cashiers) await this.closeTill(cashier);
    await sweepOutbox(this.platform);
  }

  private async manyAtOnce(count: number, act: () => Promise<void>): Promise<void> {
    let left = count;
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, Math.max(0, count)) }, async () => {
        while (left > 0) {
          left -= 1;
          await act();
        }
      }),
    );
  }

  private async join(manager: Actor): Promise<void> {
    const { random } = this;
    const nth = this.requests;
    const name = `${random.oneOf(GIVEN.split(' '))} ${random.oneOf(SURNAMES.split(' '))}`;
    const cashier = this.anyCashier();
    const { trackingNumber } = await this.ask<{ trackingNumber: string }>(
      cashier.actor,
      'POST',
      '/api/admin/member-requests',
      {
        name,
        dateOfBirth: `19${random.whole(60, 99)}-0${random.whole(1, 9)}-${random.whole(10, 28)}`,
        gender: random.oneOf(['female', 'male']),
        phone: `9${String(100_000_000 + nth)}`,
        addressLine: `House ${random.whole(1, 900)}`,
        locality: random.oneOf(['Upper Bazaar', 'Lower Bazaar', 'River Side', 'Temple Road', 'Mill Road']),
        district: 'Tehri Garhwal',
        state: 'Uttarakhand',
        postalCode: '249199',
        occupation: random.oneOf(['Farmer', 'Teacher', 'Trader', 'Driver', 'Weaver']),
        accountType: 'savings',
        language: random.oneOf(['en', 'hi']),
        nominees: [{ name: 'Mohan Rawat', relation: 'spouse', dateOfBirth: '1985-01-20', sharePercent: '100.00' }],
      },
    );
    const application = await this.platform.dialect.one<{ id: number }>(
      this.platform.database,
      'SELECT id FROM membership_application WHERE trackingNumber = ?',
      [trackingNumber],
    );
    const { memberId: id } = await this.ask<{ memberId: string }>(
      manager,
      'PUT',
      `/api/admin/member-requests/${application?.id}/approve`,
      { acceptFlags: true },
    );
    const memberId = Number(id);
    const dues = await this.platform.dialect.all<{ id: number; amount: number }>(
      this.platform.database,
      'SELECT id, amount FROM member_due WHERE memberId = ? ORDER BY position',
      [memberId],
    );
    const deposit = await this.platform.dialect.one<{ id: number }>(
      this.platform.database,
      'SELECT id FROM deposit WHERE memberId = ?',
      [memberId],
    );
    const saver = { memberId, depositId: deposit?.id ?? 0 };
    await this.receipt(memberId, [
      ...dues.map((due) => ({ kind: 'due' as const, dueId: due.id, amount: money(due.amount) })),
      { kind: 'savings' as const, depositId: saver.depositId, amount: money(50_000) },
    ]);
    this.savers.push(saver);
  }

  private async save(): Promise<void> {
    const { random } = this;
    const { memberId, depositId } = random.oneOf(this.savers);
    await this.receipt(memberId, [
      { kind: 'savings', depositId, amount: money(random.whole(1, 40) * 5_000) },
      { kind: 'shares', amount: money(10_000) },
    ]);
  }

  private async receipt(memberId: number, lines: Parameters<typeof takeReceipt>[2]['lines']): Promise<void> {
    const cashier = this.anyCashier();
    const isCash = this.random.chance(0.7);
    this.receipts += 1;
    await takeReceipt(
      this.platform,
      cashier.actor,
      {
        memberId,
        lines,
        ...(isCash ? { mode: 'cash' as const } : { mode: 'upi' as const, reference: `UPI${this.receipts}` }),
      },
      this.idempotency(),
    );
    if (isCash) cashier.cash += lines.reduce((sum, { amount }) => sum + amount, 0);
  }

  private async openTill(cashier: (typeof this.cashiers)[number]): Promise<void> {
    const command = { tillId: cashier.tillId, count: {}, fromVault: money(0) };
    const { answer } = await openTill(this.platform, cashier.actor, command, this.idempotency());
    cashier.sessionId = Number(answer.id);
    cashier.cash = 0;
  }

  private async closeTill(cashier: (typeof this.cashiers)[number]): Promise<void> {
    const count = pieces(cashier.cash / 100);
    const command = { sessionId: cashier.sessionId, count, toVault: money(cashier.cash) };
    await closeTill(this.platform, cashier.actor, command, this.idempotency());
  }

  // ---- asking ----------------------------------------------------------------------------------------------------

  private anyCashier() {
    return this.random.oneOf(this.cashiers);
  }

  private idempotency() {
    this.requests += 1;
    return { key: `bench-${String(this.requests).padStart(12, '0')}`, requestHash: 'bench' };
  }

  private morning(day: CalendarDate): void {
    this.clock.set(Date.parse(`${day}T00:00:00Z`) + NINE_IN_INDIA);
  }

  private async ask<Answer>(who: Actor | null, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) {
    const headers: Record<string, string> = { 'idempotency-key': this.idempotency().key };
    if (who !== null) {
      headers.authorization = `Bench ${who.userId}`;
      this.people.set(headers.authorization, who);
    }
    const answer = await this.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
    if (answer.statusCode >= 400) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`);
    // Whoever asks names the shape that the contract gives this route.
    return JSON.parse(answer.body) as Answer;
  }

  private async actorOf(username: string): Promise<Actor> {
    const user = await this.platform.database
      .selectFrom('user')
      .innerJoin('login_name', 'login_name.userId', 'user.id')
      .select(['user.id', 'user.name', 'user.roleCode'])
      .where('login_name.nameKey', '=', username)
      .executeTakeFirstOrThrow();
    const held = await this.platform.database
      .selectFrom('role_permission')
      .select('permission')
      .where('roleCode', '=', user.roleCode ?? '')
      .execute();
    return {
      userId: user.id,
      kind: 'staff',
      memberId: null,
      roleCode: user.roleCode,
      // The rows were seeded from the contract's own list.
      permissions: new Set(held.map(({ permission }) => permission as Permission)),
      sessionId: `bench-${username}`,
      name: user.name,
      language: 'en',
      address: '127.0.0.1',
      agent: 'Kafal bench',
      requestId: '',
    };
  }
}

const POSTINGS_OF_JOINING = 6;
const POSTINGS_OF_SAVING = 3;

function businessDays(count: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = BEGINS; days.length < count; day = addDays(day, 1)) {
    if (weekdayOf(day) !== SUNDAY) days.push(day);
  }
  return days;
}

/** Counts whole rupees in the fewest notes and coins. */
function pieces(rupees: number): Record<string, number> {
  const counted: Record<string, number> = {};
  let rest = rupees;
  for (const piece of [500, 200, 100, 50, 20, 10, 5, 2, 1]) {
    const count = Math.floor(rest / piece);
    if (count > 0) counted[formatMoney(money(piece * 100))] = count;
    rest -= count * piece;
  }
  return counted;
}
