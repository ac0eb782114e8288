// A society with an open counter, for tests: real members, real accounts, one till of known cash. Only tests import
// this file.

import { RegisterWalkInBody } from '@kafal/contract';
import { calendarDate, formatMoney, type Money, parseMoney } from '@kafal/core';
import type { LightMyRequestResponse } from 'fastify';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import type { Feature } from '../../platform/http/build-app.ts';
import { createTestApp, type SignedIn, type TestApp, type TestAppOptions } from '../../platform/http/test-app.ts';
import type { Platform } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry, VAULT_ID } from '../accounting/index.ts';
import { approveApplication, registerWalkIn } from '../members/index.ts';
import { paperMessages, paperRoutes } from '../paper/index.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety, type testSetupBody } from '../setup/test-society.ts';
import { changeSetting } from '../society/test-settings.ts';
import { counterMessages, counterRoutes } from './index.ts';

export const rupees = (amount: number): Money => parseMoney(`${amount}.00`);

export interface AdmittedMember {
  readonly id: string;
  readonly number: string;
  readonly depositId: string;
  readonly depositNumber: string;
  readonly signedIn: SignedIn;
}

export interface TestCounter extends TestApp {
  readonly manager: SignedIn;
  readonly cashier: SignedIn;
  readonly secondCashier: SignedIn;
  readonly tillId: string;
  /** A money request under a new key. */
  post(url: string, payload: object, by?: SignedIn): Promise<LightMyRequestResponse>;
  get(url: string, by?: SignedIn): Promise<LightMyRequestResponse>;
  /** Opens the till with notes taken from the vault. */
  openTill(by?: SignedIn, tillId?: string, fromVault?: number): Promise<LightMyRequestResponse>;
  /** Approved, with a savings account, and nothing paid yet. */
  admit(name: string): Promise<AdmittedMember>;
  /** The same, with the dues of 850 paid in cash and this much on the account. */
  admitActive(name: string, savings?: number): Promise<AdmittedMember>;
  /** A cash receipt of one savings line. */
  deposit(member: AdmittedMember, amount: string, by?: SignedIn): Promise<LightMyRequestResponse>;
  /** The postings of the newest entry: `debit 1102 till:T1 500.00`. */
  lastPostings(): Promise<string[]>;
  balance(subLedger: string, id: string | number): Promise<string>;
  /** A hold of this much on an account, or what else is said, asked by the manager and approved by the committee. */
  restrict(depositId: string, restriction: string | object): Promise<void>;
  /** The newest hold, lien or freeze of an account, lifted by the same two. */
  lift(depositId: string): Promise<void>;
  changeSetting(name: string, value: string | number | boolean): Promise<void>;
  setStatus(memberId: string, status: string): Promise<void>;
}

export async function openTestCounter(
  options: TestAppOptions = {},
  change?: (body: ReturnType<typeof testSetupBody>) => void,
  more: readonly Feature[] = [],
): Promise<TestCounter> {
  const app = await createTestApp(
    [
      ...societyFeatures,
      { name: 'counter', routes: counterRoutes, messages: counterMessages },
      { name: 'paper', routes: paperRoutes, messages: paperMessages },
      ...more,
    ],
    options,
  );
  const { platform } = app;
  await setUpTestSociety(platform, change);
  const manager = await app.staff('manager', 'Meena Joshi');
  const cashier = await app.staff('cashier', 'Kavita Bisht');
  const secondCashier = await app.staff('cashier', 'Ramesh Kumar');
  await fillVault(platform, manager, rupees(500_000));
  const tillId = String((await platform.database.selectFrom('till').select('id').executeTakeFirstOrThrow()).id);

  let keys = 0;
  const post: TestCounter['post'] = (url, payload, by = cashier) => {
    keys += 1;
    const headers = { 'idempotency-key': `counter-key-${String(keys).padStart(8, '0')}` };
    return by.inject({ method: 'POST', url, headers, payload });
  };
  let people = 0;
  const admit: TestCounter['admit'] = async (name) => {
    people += 1;
    const application = await registerWalkIn(platform, cashier.actor, applicantForm(name, people));
    const { memberId, memberNumber } = await approveApplication(platform, manager.actor, {
      applicationId: application.applicationId,
    });
    const deposit = await platform.database
      .selectFrom('deposit')
      .select(['id', 'number'])
      .where('memberId', '=', memberId)
      .executeTakeFirstOrThrow();
    const user = await platform.database
      .selectFrom('user')
      .select('id')
      .where('memberId', '=', memberId)
      .executeTakeFirstOrThrow();
    return {
      id: String(memberId),
      number: memberNumber,
      depositId: String(deposit.id),
      depositNumber: deposit.number,
      signedIn: app.signIn({ userId: user.id, kind: 'member', name, memberId, permissions: memberPermissions }),
    };
  };
  const memberPermissions = (await app.member(null)).actor.permissions;
  const deposit: TestCounter['deposit'] = (member, amount, by) =>
    post(
      '/api/receipts',
      { memberId: member.id, lines: [{ kind: 'savings', depositId: member.depositId, amount }], mode: 'cash' },
      by,
    );

  const decide = async (asked: LightMyRequestResponse) => {
    if (asked.statusCode !== 202) throw new Error(asked.body);
    const committee = await app.staff('committee', 'Hari Chandra');
    await expectStatus(post(`/api/approvals/${asked.json().approvalId}/approval`, {}, committee), 200);
  };
  const restrictionsPath = (depositId: string) => `/api/deposits/${depositId}/restrictions`;

  return {
    ...app,
    restrict: async (depositId, restriction) => {
      const hold = { kind: 'hold', amount: restriction, reason: 'Order of the court' };
      await decide(
        await post(restrictionsPath(depositId), typeof restriction === 'string' ? hold : restriction, manager),
      );
    },
    lift: async (depositId) => {
      const [newest] = (await manager.inject({ url: restrictionsPath(depositId) })).json().items;
      const reason = 'The order is withdrawn';
      await decide(await post(`${restrictionsPath(depositId)}/${newest.id}/lift`, { reason }, manager));
    },
    // Whatever a test did at the counter, the books are whole when it leaves.
    close: async () => {
      try {
        await verifyTestBooks(platform);
      } finally {
        await app.close();
      }
    },
    manager,
    cashier,
    secondCashier,
    tillId,
    post,
    admit,
    deposit,
    get: (url, by = cashier) => by.inject({ method: 'GET', url }),
    openTill: (by = cashier, till = tillId, fromVault = 50_000) =>
      post(
        `/api/tills/${till}/sessions`,
        { count: { '500.00': fromVault / 500 }, fromVault: formatMoney(rupees(fromVault)) },
        by,
      ),
    admitActive: async (name, savings) => {
      const member = await admit(name);
      const dues = await platform.database
        .selectFrom('member_due')
        .select(['id', 'amount'])
        .where('memberId', '=', Number(member.id))
        .execute();
      const lines = dues.map(({ id, amount }) => ({ kind: 'due', dueId: String(id), amount: formatMoney(amount) }));
      await expectStatus(post('/api/receipts', { memberId: member.id, lines, mode: 'cash' }), 201);
      if (savings !== undefined) await expectStatus(deposit(member, formatMoney(rupees(savings))), 201);
      return member;
    },
    lastPostings: async () => {
      const rows = await platform.database
        .selectFrom('posting as p')
        .leftJoin('till as t', (join) => join.onRef('t.id', '=', 'p.subLedgerId').on('p.subLedger', '=', 'till'))
        .leftJoin('deposit as d', (join) => join.onRef('d.id', '=', 'p.subLedgerId').on('p.subLedger', '=', 'deposit'))
        .leftJoin('member as m', (join) =>
          join.onRef('m.id', '=', 'p.subLedgerId').on('p.subLedger', '=', 'share_pending'),
        )
        .select(['p.side', 'p.accountCode', 'p.amount', 'p.subLedger', 't.code', 'd.number', 'm.number as member'])
        .where('p.entryId', '=', (query) =>
          query.selectFrom('journal_entry').select((max) => max.fn.max('id').as('id')),
        )
        .orderBy('p.line')
        .execute();
      return rows.map(({ side, accountCode, amount, code, number, member }) =>
        [side, accountCode, code ?? number ?? member ?? '-', formatMoney(amount)].join(' '),
      );
    },
    balance: async (subLedger, id) => {
      const row = await platform.database
        .selectFrom('balance')
        .select('amount')
        .where('subLedger', '=', subLedger)
        .where('subLedgerId', '=', Number(id))
        .executeTakeFirstOrThrow();
      return formatMoney(row.amount);
    },
    changeSetting: async (name, value) => {
      const administrator = await app.staff('administrator', 'Hema Joshi');
      const effectiveFrom = calendarDate('2026-11-30');
      await changeSetting(platform, administrator.actor, { name, value, effectiveFrom });
    },
    setStatus: async (memberId, status) => {
      await platform.transact(async (trx) => {
        await trx.updateTable('member').set({ status }).where('id', '=', Number(memberId)).execute();
      });
    },
  };
}

async function expectStatus(answer: Promise<LightMyRequestResponse>, status: number): Promise<void> {
  const { statusCode, body } = await answer;
  if (statusCode !== status) throw new Error(`Expected ${status}, got ${statusCode}: ${body}`);
}

/** The cash the society begins with. */
async function fillVault(platform: Platform, manager: SignedIn, amount: Money): Promise<void> {
  const postings: PostingDraft[] = [
    { accountCode: '1101', side: 'debit', amount, subLedger: 'vault', subLedgerId: VAULT_ID },
    { accountCode: '3301', side: 'credit', amount },
  ];
  await platform.transact((trx) =>
    postJournalEntry(trx, platform, manager.actor, {
      seriesCode: 'JV',
      kind: 'opening',
      narration: 'Opening cash',
      postings,
      audit: { action: 'test.opening' },
      event: null,
    }),
  );
}

/** Somebody who applies, each with a phone and a birthday of their own. */
export function applicantForm(name: string, people: number) {
  return RegisterWalkInBody.parse({
    name,
    dateOfBirth: `19${String(50 + (people % 40)).padStart(2, '0')}-04-12`,
    gender: 'female',
    phone: `98110${String(people).padStart(5, '0')}`,
    addressLine: 'House 14, Lane 3',
    locality: 'Nehru Colony',
    district: 'Dehradun',
    state: 'Uttarakhand',
    postalCode: '248001',
    occupation: 'Teacher',
    accountType: 'savings',
    language: 'en',
    nominees: [{ name: 'Mohan Rawat', relation: 'husband', dateOfBirth: '1985-01-20', sharePercent: '100.00' }],
  });
}
