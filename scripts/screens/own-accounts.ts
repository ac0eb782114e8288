// Accounts of every kind for the member of the pictures, with a little money in each from their savings; a deposit that a
// member asks for, and a rate that is asked of a second person. What is there already stays as it is.

import { addMonths, type CalendarDate, calendarDate } from '@kafal/core';
import type { RealServer } from '../../tests/servers/real-server.ts';
import { ask, logIn } from '../../tests/servers/real-society.ts';

export interface OwnAccounts {
  readonly goal: string;
  readonly current: string;
  readonly emergency: string;
  /** Compulsory thrift, taken from savings. */
  readonly thrift: string;
  /** Its instalments are taken from savings. */
  readonly recurring: string;
  /** Collected at the door. */
  readonly daily: string;
}

interface Account {
  readonly id: string;
  readonly kind: string;
  readonly accountNumber: string;
}

interface Savings {
  readonly id: string;
  readonly memberId: string;
  readonly memberNumber: string;
  readonly available: string;
}

export interface Saver {
  readonly id: string;
  readonly memberNumber: string;
}

const PUT_BY = '100.00';
const ASKED = 1_000;
const GOAL = { purpose: 'सिलाई मशीन', target: '2400.00' };

export async function ownAccounts(server: RealServer, password: string, saver: Saver): Promise<OwnAccounts> {
  const cashier = await logIn(server, 'admin', 'cashier', password);
  const post = <Answer>(path: string, body: object) => ask<Answer>(server, 'POST', path, { token: cashier, body });
  const accounts = async () =>
    (await ask<{ items: Account[] }>(server, 'GET', `/api/deposits?memberId=${saver.id}&limit=50`, { token: cashier }))
      .items;
  const before = await accounts();
  const own = (kind: string) => before.find((account) => account.kind === kind);
  const savings = own('savings');
  if (savings === undefined) throw new Error('The member of the pictures has no savings.');

  const opened = async (kind: string, productCode: string, more: object = {}): Promise<string> => {
    const there = own(kind);
    if (there !== undefined) return there.id;
    const account = await post<Account>('/api/deposits', { memberId: saver.id, productCode, ...more });
    const to = { kind: 'deposit', accountNumber: account.accountNumber };
    await post(`/api/deposits/${savings.id}/transfers`, { amount: PUT_BY, to });
    return account.id;
  };
  const recurring =
    own('recurring')?.id ??
    (
      await post<Account>('/api/deposits', {
        memberId: saver.id,
        productCode: 'RD',
        amount: '100.00',
        months: 12,
        payment: { mode: 'transfer', depositId: savings.id },
      })
    ).id;
  const thrift = own('thrift')?.id;
  if (thrift === undefined) throw new Error('The member of the pictures owes no thrift.');
  for (const toDepositId of [thrift, recurring]) {
    const path = `/api/standing-instructions?depositId=${toDepositId}`;
    const { items } = await ask<{ items: { stoppedOn: string | null }[] }>(server, 'GET', path, { token: cashier });
    if (items.some(({ stoppedOn }) => stoppedOn === null)) continue;
    await post('/api/standing-instructions', { fromDepositId: savings.id, toDepositId });
  }
  return {
    goal: await opened('goal', 'GS', { goal: { ...GOAL, targetOn: addMonths(await today(server), 12) } }),
    current: await opened('current', 'CA'),
    emergency: await opened('emergency', 'ES'),
    thrift,
    recurring,
    daily: own('daily')?.id ?? (await openedDaily(server, password, saver)),
  };
}

/** On the first route, with what its agent took at the door today. */
async function openedDaily(server: RealServer, password: string, saver: Saver): Promise<string> {
  const cashier = await logIn(server, 'admin', 'cashier', password);
  const agent = await logIn(server, 'admin', 'agent1', password);
  const { routes } = await ask<{ routes: { id: string }[] }>(server, 'GET', '/api/collections/own', { token: agent });
  const { id } = await ask<{ id: string }>(server, 'POST', '/api/collections/accounts', {
    token: cashier,
    body: { memberId: saver.id, productCode: 'DD', routeId: routes[0]?.id, dailyAmount: '50.00' },
  });
  await ask(server, 'POST', '/api/collections', { token: agent, body: { depositId: id, amount: '50.00' } });
  return id;
}

async function today(server: RealServer): Promise<CalendarDate> {
  const { businessDate } = await ask<{ businessDate: string }>(server, 'GET', '/api/society');
  return calendarDate(businessDate);
}

/** A fixed deposit that another member asks for, as it waits among the approvals: while one waits, nobody asks for a second. */
export async function askedForDeposit(server: RealServer, password: string, saver: Saver): Promise<string> {
  const cashier = await logIn(server, 'admin', 'cashier', password);
  const read = <Answer>(path: string) => ask<Answer>(server, 'GET', path, { token: cashier });
  const { items } = await read<{ items: Savings[] }>('/api/deposits?kind=savings&status=active&limit=100');
  for (const savings of items) {
    if (savings.memberId === saver.id || Number(savings.available) < ASKED) continue;
    const { status } = await read<{ status: string }>(`/api/members/${savings.memberId}`);
    if (status !== 'active') continue;
    const token = await logIn(server, 'member', savings.memberNumber, password);
    const requests = await ask<{ items: { id: string; status: string }[] }>(server, 'GET', '/api/deposit-requests', {
      token,
    });
    const waiting = requests.items.find((request) => request.status === 'pending');
    if (waiting !== undefined) return waiting.id;
    const payment = { mode: 'transfer', depositId: savings.id };
    const { approvalId } = await ask<{ approvalId: string }>(server, 'POST', '/api/deposits', {
      token,
      body: { productCode: 'FD', amount: `${ASKED}.00`, months: 12, payment },
    });
    return approvalId;
  }
  throw new Error('No other member of the demo has enough to ask for a deposit.');
}

/** Another rate for optional savings, as it waits for a second person. */
export async function askedForRate(server: RealServer, password: string): Promise<string> {
  const token = await logIn(server, 'admin', 'admin', password);
  const { items } = await ask<{ items: ProductRule[] }>(server, 'GET', '/api/deposit-products/rules', { token });
  const product = items.find(({ code }) => code === 'OS');
  if (product === undefined) throw new Error('The society offers no optional savings.');
  if (product.waitingApprovalId !== null) return product.waitingApprovalId;
  const { nameEn, nameHi, minimumBalance, code } = product;
  const { approvalId } = await ask<{ approvalId: string }>(server, 'PUT', `/api/deposit-products/${code}`, {
    token,
    body: {
      nameEn,
      nameHi,
      minimumBalance,
      annualRate: '4.75',
      effectiveFrom: addMonths(await today(server), 1),
      legalBasis: 'समिति का प्रस्ताव 14, 28 नवंबर 2026',
    },
  });
  return approvalId;
}

interface ProductRule {
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly minimumBalance: string;
  readonly waitingApprovalId: string | null;
}
