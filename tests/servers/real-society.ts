// A society on a real server, made through its public API alone: set up with the code of the terminal, staff with
// passwords of their own, a till that is open, and members who may save.

import { applicant, SOCIETY } from '../society/open-society.ts';
import type { RealServer } from './real-server.ts';

export const PASSWORD = 'a quiet walk to the river';

export interface RealSociety {
  readonly tokens: Readonly<Record<'admin' | 'manager' | 'cashier', string>>;
  readonly savers: readonly RealSaver[];
  readonly tillId: string;
}

export interface RealSaver {
  readonly memberId: string;
  readonly memberNumber: string;
  readonly depositId: string;
  readonly dues: readonly { readonly id: string; readonly outstanding: string }[];
  readonly oneTimeCode: string;
}

let keys = 0;
export function freshKey(): string {
  keys += 1;
  return `society-${process.pid}-${String(keys).padStart(8, '0')}`;
}

export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
}

export async function send(
  server: Pick<RealServer, 'api'>,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: {
    readonly token?: string;
    readonly body?: unknown;
    readonly key?: string;
    readonly signal?: AbortSignal;
  } = {},
): Promise<ApiAnswer> {
  const { token, body, key, signal } = options;
  const answer = await fetch(`${server.api}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': key ?? freshKey() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const replayed = answer.headers.get('idempotency-replayed') === 'true';
  return { status: answer.status, text: await answer.text(), replayed };
}

export async function ask<Answer>(...request: Parameters<typeof send>): Promise<Answer> {
  const [, method, path] = request;
  const { status, text } = await send(...request);
  if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${text}`);
  // Whoever asks names the shape that the contract gives this route.
  return JSON.parse(text) as Answer;
}

export async function setUpRealSociety(
  server: RealServer,
  members: number,
  booksBeginOn = theDayBeforeYesterday(),
  more: (nth: number) => object = () => ({}),
): Promise<RealSociety> {
  await ask(server, 'POST', '/api/setup', {
    body: {
      ...SOCIETY,
      administrator: { ...SOCIETY.administrator, password: PASSWORD },
      booksBeginOn,
      setupCode: server.setupCode,
    },
  });
  const admin = await logIn(server, 'admin', SOCIETY.administrator.username);
  const manager = await hire(server, admin, 'manager');
  const cashier = await hire(server, admin, 'cashier');
  const { items } = await ask<{ items: { id: string }[] }>(server, 'GET', '/api/tills', { token: cashier });
  const tillId = items[0]?.id ?? '';
  await ask(server, 'POST', `/api/tills/${tillId}/sessions`, {
    token: cashier,
    body: { count: {}, fromVault: '0.00' },
  });

  const savers: RealSaver[] = [];
  for (let nth = 1; nth <= members; nth += 1) savers.push(await admitOne(server, { manager, cashier }, nth, more(nth)));
  return { tokens: { admin, manager, cashier }, savers, tillId };
}

export async function logIn(server: RealServer, entry: 'admin' | 'member', identifier: string, password = PASSWORD) {
  const { accessToken } = await ask<{ accessToken: string }>(server, 'POST', `/api/auth/${entry}/login`, {
    body: { identifier, password },
  });
  return accessToken;
}

/** A password of one's own, by the code that the office handed over. */
export async function choosePassword(server: RealServer, identifier: string, code: string): Promise<void> {
  await ask(server, 'POST', '/api/auth/password/reset', { body: { identifier, code, newPassword: PASSWORD } });
}

/** Somebody of this role with a password of their own; answers their token. */
export async function hire(server: RealServer, admin: string, role: string, username = role): Promise<string> {
  const { oneTimeCode } = await ask<{ oneTimeCode: string }>(server, 'POST', '/api/admin/users', {
    token: admin,
    body: { username, name: `The ${username}`, role },
  });
  await choosePassword(server, username, oneTimeCode);
  return logIn(server, 'admin', username);
}

/** Admitted, and with all dues paid a member in full. */
async function admitOne(
  server: RealServer,
  { manager, cashier }: { manager: string; cashier: string },
  nth: number,
  more: object,
): Promise<RealSaver> {
  const { trackingNumber } = await ask<{ trackingNumber: string }>(server, 'POST', '/api/admin/member-requests', {
    token: cashier,
    body: { ...applicant(nth), pan: panOf(nth), ...more },
  });
  const found = await ask<{ items: { id: string }[] }>(
    server,
    'GET',
    `/api/admin/member-requests?q=${trackingNumber}`,
    { token: manager },
  );
  const approved = await ask<{ memberId: string; memberNumber: string; oneTimeCode: string }>(
    server,
    'PUT',
    `/api/admin/member-requests/${found.items[0]?.id}/approve`,
    { token: manager, body: { acceptFlags: true } },
  );
  const { memberId, memberNumber, oneTimeCode } = approved;
  const { deposits, dues } = await ask<{ deposits: { id: string }[]; dues: RealSaver['dues'] }>(
    server,
    'GET',
    `/api/counter/members/${memberId}`,
    { token: cashier },
  );
  await ask(server, 'POST', '/api/receipts', {
    token: cashier,
    body: {
      memberId,
      lines: dues.map(({ id, outstanding }) => ({ kind: 'due', dueId: id, amount: outstanding })),
      mode: 'cash',
    },
  });
  return { memberId, memberNumber, depositId: deposits[0]?.id ?? '', dues, oneTimeCode };
}

/** Of the right form, and nobody's. */
export function panOf(nth: number): string {
  return `ZZZPR${String(1_000 + nth).padStart(4, '0')}Z`;
}

/** The real server goes by the real clock, in whatever zone this machine is. */
function theDayBeforeYesterday(): string {
  return new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
}
