// A society on its first morning, in a test app: set up through the real wizard's request, with staff of every role.

import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import {
  createTestApp,
  type SignedIn,
  TEST_SETUP_CODE,
  type TestApp,
  type TestAppOptions,
} from '../../apps/server/src/platform/http/test-app.ts';

export const SOCIETY = {
  preset: 'IN-STATE',
  society: {
    name: 'Hilltop Thrift and Credit Co-operative Society',
    registrationNumber: 'TEST/1',
    address: 'Main Road, Hilltop',
  },
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  financialYearStart: '04-01',
  booksBeginOn: '2026-11-30',
  fees: { admission: '100.00', buildingFund: '50.00', welfareFund: '25.00' },
  shares: { faceValue: '100.00', minimumShares: 2 },
  savings: { minimumBalance: '100.00' },
  administrator: { username: 'admin', name: 'Asha Negi', password: 'a long walk to the river', language: 'en' },
} as const;

export interface Society extends TestApp {
  cashier: SignedIn;
  manager: SignedIn;
  accountant: SignedIn;
  committee: SignedIn;
  /** Sends as this person; a money request gets a key of its own unless one is given. */
  send(
    who: Pick<SignedIn, 'inject'>,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    key?: string,
  ): Promise<LightMyRequestResponse>;
  tillId: string;
}

let keys = 0;
function freshKey(): string {
  keys += 1;
  return `test-key-${String(keys).padStart(12, '0')}`;
}

export async function openSociety(options: TestAppOptions = {}): Promise<Society> {
  const test = await createTestApp(undefined, options);
  const answer = await test.inject({
    method: 'POST',
    url: '/api/setup',
    payload: { ...SOCIETY, setupCode: TEST_SETUP_CODE },
  });
  if (answer.statusCode !== 201) throw new Error(`set-up answered ${answer.statusCode}: ${answer.body}`);

  const send: Society['send'] = (who, method, url, body, key) => {
    const request: InjectOptions = { method, url };
    if (body !== undefined) request.payload = body as object;
    if (method === 'POST' && !url.includes('preview=true')) request.headers = { 'idempotency-key': key ?? freshKey() };
    return who.inject(request);
  };
  const [cashier, manager, accountant, committee] = [
    await test.staff('cashier', 'Kiran Cashier'),
    await test.staff('manager', 'Meena Manager'),
    await test.staff('accountant', 'Amit Accountant'),
    await test.staff('committee', 'Chandra Committee'),
  ];
  const tills = await send(cashier, 'GET', '/api/tills');
  const tillId = (tills.json() as { items: { id: string }[] }).items[0]?.id;
  if (tillId === undefined) throw new Error(`set-up made no till: ${tills.body}`);
  return { ...test, cashier, manager, accountant, committee, send, tillId };
}

export function applicant(index: number) {
  return {
    name: `Member ${index} Rawat`,
    dateOfBirth: '1985-06-15',
    gender: index % 2 === 0 ? 'female' : 'male',
    phone: `98${String(10_000_000 + index)}`,
    addressLine: `House ${index}`,
    locality: 'Nehru Colony',
    district: 'Dehradun',
    state: 'Uttarakhand',
    postalCode: '248001',
    occupation: 'Farmer',
    accountType: 'savings',
    language: 'en',
    nominees: [{ name: `Nominee ${index}`, relation: 'spouse', dateOfBirth: '1987-02-03', sharePercent: '100.00' }],
  };
}

export interface Admitted {
  memberId: string;
  memberNumber: string;
  depositNumber: string;
  depositId: string;
  oneTimeCode: string | null;
  dues: { id: string; code: string; outstanding: string }[];
}

/** A walk-in, registered by the cashier and admitted by the manager. */
export async function admit(society: Society, index: number): Promise<Admitted> {
  const must = (answer: LightMyRequestResponse, status: number) => {
    if (answer.statusCode !== status) throw new Error(`expected ${status}, got ${answer.statusCode}: ${answer.body}`);
    return answer.json();
  };
  const registered = must(
    await society.send(society.cashier, 'POST', '/api/admin/member-requests', applicant(index)),
    201,
  );
  const list = must(
    await society.send(society.manager, 'GET', `/api/admin/member-requests?q=${registered.trackingNumber}`),
    200,
  );
  const approved = must(
    await society.send(society.manager, 'PUT', `/api/admin/member-requests/${list.items[0].id}/approve`, {
      acceptFlags: true,
    }),
    200,
  );
  const counter = must(await society.send(society.cashier, 'GET', `/api/counter/members/${approved.memberId}`), 200);
  return {
    memberId: approved.memberId,
    memberNumber: approved.memberNumber,
    depositNumber: approved.depositNumber,
    depositId: counter.deposits[0].id,
    oneTimeCode: approved.oneTimeCode,
    dues: counter.dues,
  };
}
