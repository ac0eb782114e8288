// A society in the middle of a day: cash in the vault, a till open, members whose dues are paid, and real log-ins.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TokenAnswer } from '@kafal/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { z } from 'zod';
import type { SignedIn, TestAppOptions } from '../../apps/server/src/platform/http/test-app.ts';
import { type Admitted, admit, openSociety, SOCIETY, type Society } from '../society/open-society.ts';

export const MEMBER_PASSWORD = 'seven quiet lanterns by the lake';

export type Tokens = z.infer<typeof TokenAnswer> & { refreshToken: string };

/** Known by a real token alone. */
export type LoggedIn = Omit<SignedIn, 'actor'>;

export interface Person extends Admitted {
  signedIn: LoggedIn;
  tokens: Tokens;
  userId: number;
}

export interface SocietyInBusiness extends Society {
  administrator: LoggedIn;
  tillSessionId: string;
  /** A member with the dues paid and this much on the account. */
  admitActive(savings?: string): Promise<Person>;
  /** A member whose dues are not paid yet. */
  admitNew(): Promise<Person>;
  logIn(entry: 'member' | 'admin', body: object, more?: Partial<InjectOptions>): Promise<LightMyRequestResponse>;
  tokens(entry: 'member' | 'admin', body: object, more?: Partial<InjectOptions>): Promise<Tokens>;
  bearer(accessToken: string): LoggedIn;
  addStaff(username: string, role: string): Promise<LoggedIn & { tokens: Tokens; userId: string }>;
  deposit(person: Admitted, amount: string): Promise<string>;
  /** Asked by the manager, decided by the committee. */
  changeStatus(memberId: string, toStatus: string): Promise<void>;
  /** Asked by the administrator, agreed by the manager where it takes two. */
  changeSetting(name: string, value: unknown): Promise<void>;
  agree(answer: LightMyRequestResponse): Promise<void>;
  count(table: string, where?: string): Promise<number>;
}

export function must(answer: LightMyRequestResponse, ...statuses: number[]): LightMyRequestResponse {
  if (!statuses.includes(answer.statusCode)) {
    throw new Error(`expected ${statuses.join(' or ')}, got ${answer.statusCode}: ${answer.body}`);
  }
  return answer;
}

let applicants = 100;

export async function openForBusiness(options: TestAppOptions = {}): Promise<SocietyInBusiness> {
  const society = await openSociety({
    ...options,
    // Many tests share one society; those about limits open one of their own.
    environment: {
      RATE_ANONYMOUS: '100000',
      RATE_USER: '100000',
      RATE_LOGIN_IDENTIFIER: '100000',
      RATE_LOGIN_ADDRESS: '100000',
      ...options.environment,
    },
  });
  const { send, cashier, manager, committee, accountant } = society;

  const bearer = (accessToken: string): LoggedIn => {
    const headers = { authorization: `Bearer ${accessToken}` };
    return {
      headers,
      inject: (request) => society.inject({ ...request, headers: { ...request.headers, ...headers } }),
    };
  };
  const logIn: SocietyInBusiness['logIn'] = (entry, body, more = {}) =>
    society.inject({ method: 'POST', url: `/api/auth/${entry}/login`, payload: body, ...more });
  const tokens: SocietyInBusiness['tokens'] = async (entry, body, more) =>
    must(await logIn(entry, body, more), 200).json();

  const entered = must(
    await send(accountant, 'POST', '/api/vouchers', {
      kind: 'opening',
      narration: 'Cash and capital at the beginning',
      lines: [
        { accountCode: '1101', side: 'debit', amount: '500000.00' },
        { accountCode: '1201', side: 'debit', amount: '500000.00' },
        { accountCode: '3211', side: 'credit', amount: '1000000.00' },
      ],
    }),
    202,
  );
  must(await send(manager, 'POST', `/api/approvals/${entered.json().approvalId}/approval`, {}), 200);
  const session = must(
    await send(cashier, 'POST', `/api/tills/${society.tillId}/sessions`, {
      count: { '500.00': 200 },
      fromVault: '100000.00',
    }),
    201,
  );

  const admitNew = async (): Promise<Person> => {
    applicants += 1;
    const admitted = await admit(society, applicants);
    must(
      await society.inject({
        method: 'POST',
        url: '/api/auth/password/reset',
        payload: { identifier: admitted.memberNumber, code: admitted.oneTimeCode, newPassword: MEMBER_PASSWORD },
      }),
      200,
    );
    const own = await tokens('member', { identifier: admitted.memberNumber, password: MEMBER_PASSWORD });
    return { ...admitted, tokens: own, signedIn: bearer(own.accessToken), userId: Number(own.user.id) };
  };
  const deposit: SocietyInBusiness['deposit'] = async (person, amount) => {
    const lines = [{ kind: 'savings', depositId: person.depositId, amount }];
    const taken = await send(cashier, 'POST', '/api/receipts', { memberId: person.memberId, lines, mode: 'cash' });
    return must(taken, 201).json().receipt.id;
  };

  const agree: SocietyInBusiness['agree'] = async (asked) => {
    const { approvalId } = must(asked, 200, 202).json();
    if (approvalId !== null) must(await send(manager, 'POST', `/api/approvals/${approvalId}/approval`, {}), 200);
  };

  const admin = SOCIETY.administrator;
  const adminTokens = await tokens('admin', { identifier: admin.username, password: admin.password });
  const administrator = bearer(adminTokens.accessToken);

  return {
    ...society,
    administrator,
    tillSessionId: session.json().id,
    bearer,
    logIn,
    tokens,
    admitNew,
    deposit,
    admitActive: async (savings) => {
      const person = await admitNew();
      const dues = person.dues.map(({ id, outstanding }) => ({ kind: 'due', dueId: id, amount: outstanding }));
      const saved = savings === undefined ? [] : [{ kind: 'savings', depositId: person.depositId, amount: savings }];
      const lines = [...dues, ...saved];
      must(await send(cashier, 'POST', '/api/receipts', { memberId: person.memberId, lines, mode: 'cash' }), 201);
      return person;
    },
    addStaff: async (username, role) => {
      const created = must(
        await administrator.inject({
          method: 'POST',
          url: '/api/admin/users',
          payload: { username, name: `Staff ${username}`, role },
        }),
        201,
      ).json();
      const password = `the ${username} keeps a careful ledger`;
      must(
        await society.inject({
          method: 'POST',
          url: '/api/auth/password/reset',
          payload: { identifier: username, code: created.oneTimeCode, newPassword: password },
        }),
        200,
      );
      const own = await tokens('admin', { username, password });
      return { ...bearer(own.accessToken), tokens: own, userId: own.user.id };
    },
    changeStatus: async (memberId, toStatus) => {
      const { businessDate } = must(await send(manager, 'GET', '/api/business-day'), 200).json();
      const body = { toStatus, reason: 'Order of the committee', effectiveOn: businessDate };
      const asked = must(await send(manager, 'POST', `/api/members/${memberId}/status-changes`, body), 200, 202).json();
      if (asked.approvalId !== null) {
        must(await send(committee, 'POST', `/api/approvals/${asked.approvalId}/approval`, {}), 200);
      }
    },
    changeSetting: async (name, value) => {
      const { businessDate } = must(await send(manager, 'GET', '/api/business-day'), 200).json();
      const payload = { value, effectiveFrom: businessDate };
      await agree(await administrator.inject({ method: 'PUT', url: `/api/settings/${name}`, payload }));
    },
    agree,
    count: async (table, where = '1 = 1') => {
      const sql = `SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`;
      const { platform } = society;
      return (await platform.dialect.one<{ n: number }>(platform.database, sql))?.n ?? 0;
    },
  };
}

const VERIFIER = fileURLToPath(new URL('../../scripts/verify-books.ts', import.meta.url));

/** What the outside verifier says of the society's books; the sentences of what is bad, or none. */
export async function badInBooks({ platform }: Pick<Society, 'platform'>): Promise<string[]> {
  const [main] = await platform.dialect.all<{ file: string }>(platform.database, 'PRAGMA database_list');
  const answer = spawnSync(process.execPath, [VERIFIER, '--database', main?.file ?? '', '--json'], {
    encoding: 'utf8',
  });
  const report = JSON.parse(answer.stdout) as { ok: boolean; checks: { bad?: string }[] };
  const bad = report.checks.flatMap((check) => check.bad ?? []);
  return report.ok ? bad : bad.length === 0 ? ['the verifier found something'] : bad;
}
