import { calendarDate, parseMoney } from '@kafal/core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../platform/http/refusal.ts';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
// Brings the rule of withdrawals, which these tests put their own in place of.
import '../counter/index.ts';
import { ruleOf } from './approval-kinds.ts';
import {
  type ApprovalRequest,
  approvalsMessages,
  approvalsRoutes,
  registerApprovalKind,
  requestApproval,
} from './index.ts';

let app: TestApp;
let cashier: SignedIn;
let manager: SignedIn;
let approved: ApprovalRequest[];
let refusal: Refusal | undefined;
let objection: string | undefined;

const ofTheCounter = ruleOf('withdrawal');
afterAll(() => registerApprovalKind('withdrawal', ofTheCounter));

beforeEach(async () => {
  app = await createTestApp([{ name: 'approvals', routes: approvalsRoutes, messages: approvalsMessages }]);
  const currency = { name: 'money.currency', value: '"INR"', effectiveFrom: calendarDate('2026-04-01'), recordedAt: 0 };
  await app.platform.transact((trx) => trx.insertInto('setting').values(currency).execute());
  cashier = await app.staff('cashier', 'Kavita Bisht');
  manager = await app.staff('manager', 'Meena Joshi');
  approved = [];
  refusal = undefined;
  objection = undefined;
  registerApprovalKind('withdrawal', {
    messages: {
      en: { PAY: 'Pay {amount:money} to {name}', BALANCE: 'Balance', TOO_NEW: 'A clerk of a week decides nothing.' },
      hi: { PAY: '{name} को {amount:money} दें', BALANCE: 'शेष', TOO_NEW: 'एक सप्ताह का कर्मचारी निर्णय नहीं लेता।' },
    },
    approve: async (_platform, trx, _checker, request) => {
      if (refusal !== undefined) throw refusal;
      // A body may run again when a neighbour of its batch was refused; what lasts is what was committed.
      trx.afterCommit(() => approved.push(request));
      return { receiptId: 41 };
    },
    mayNotDecide: async () => objection,
  });
});
afterEach(() => app.close());

const ask = (by: SignedIn = cashier) =>
  app.platform.transact((trx) =>
    requestApproval(trx, app.platform, by.actor, {
      kind: 'withdrawal',
      subjectKind: 'deposit',
      subjectId: 7,
      amount: parseMoney('25000.00'),
      summary: { code: 'PAY', params: { amount: '25000.00', name: { en: 'Sunita Rawat', hi: 'सुनीता रावत' } } },
      lines: [{ label: { code: 'BALANCE' }, before: '30000.00', after: '5000.00' }],
      command: { depositId: 7, amount: 2_500_000 },
    }),
  );
let presses = 0;
const newKey = () => {
  presses += 1;
  return `approval-key-${String(presses).padStart(8, '0')}`;
};
const decide = (id: number, act: string, by: SignedIn = manager, payload: object = {}, key = newKey()) =>
  by.inject({ method: 'POST', url: `/api/approvals/${id}/${act}`, payload, headers: { 'idempotency-key': key } });
const look = async (id: number, by: SignedIn = manager) =>
  (await by.inject({ method: 'GET', url: `/api/approvals/${id}` })).json();

test('a request says what is asked in the language of who reads it', async () => {
  const id = await ask();
  expect(await look(id)).toMatchObject({
    kind: 'withdrawal',
    status: 'pending',
    summary: 'Pay ₹25,000.00 to Sunita Rawat',
    amount: '25000.00',
    requestedBy: 'Kavita Bisht',
    mayDecide: true,
    mayNotDecideBecause: null,
    lines: [{ label: 'Balance', before: '30000.00', after: '5000.00' }],
  });
  const hindi = await manager.inject({
    method: 'GET',
    url: `/api/approvals/${id}`,
    headers: { 'accept-language': 'hi' },
  });
  expect(hindi.json()).toMatchObject({ summary: 'सुनीता रावत को ₹25,000.00 दें', lines: [{ label: 'शेष' }] });
});

test('a yes does the act with what was asked, once', async () => {
  const id = await ask();
  const answer = await decide(id, 'approval', manager, { note: 'Member is known' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    approval: { status: 'approved', decidedBy: 'Meena Joshi', reason: 'Member is known', version: 2 },
    receiptId: '41',
  });
  expect(approved).toMatchObject([
    { id, subjectId: 7, amount: 2_500_000, command: { depositId: 7, amount: 2_500_000 } },
  ]);

  const again = await decide(id, 'approval');
  expect(again.statusCode).toBe(409);
  expect(again.json()).toMatchObject({
    code: 'APPROVAL_DECIDED',
    detail: 'Meena Joshi has already decided this request.',
  });
  expect(approved).toHaveLength(1);
});

test('a lost answer is given again under the same key, and only to the same question', async () => {
  const [id, other] = [await ask(), await ask()];
  const key = newKey();
  const first = await decide(id, 'approval', manager, { note: 'Member is known' }, key);
  const again = await decide(id, 'approval', manager, { note: 'Member is known' }, key);

  expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
  expect(again.body).toBe(first.body);
  expect(approved).toHaveLength(1);
  for (const changed of [
    await decide(id, 'approval', manager, {}, key),
    await decide(other, 'approval', manager, {}, key),
  ]) {
    expect(changed.json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  }
  const kept = await app.platform.database.selectFrom('idempotency').select('answer').execute();
  expect(kept).toEqual([{ answer: '{"receiptId":41}' }]);
});

test('a yes without its key is not taken', async () => {
  const answer = await manager.inject({ method: 'POST', url: `/api/approvals/${await ask()}/approval`, payload: {} });
  expect(answer.json()).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
});

test('two people press at the same moment: one decision', async () => {
  const id = await ask();
  const other = await app.staff('committee', 'Ravi Rana');
  const answers = await Promise.all([decide(id, 'approval'), decide(id, 'approval', other)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect(approved).toHaveLength(1);
});

test('an act that is refused takes the decision back with it', async () => {
  const id = await ask();
  refusal = new Refusal('rule', 'APPROVAL_OWN_ACCOUNT');
  expect((await decide(id, 'approval')).statusCode).toBe(422);
  expect(await look(id)).toMatchObject({ status: 'pending', decidedBy: null });
});

test('a no needs a reason and does nothing', async () => {
  const id = await ask();
  expect((await decide(id, 'rejection', manager, { reason: 'no' })).statusCode).toBe(400);
  const answer = await decide(id, 'rejection', manager, { reason: 'The signature differs' });
  expect(answer.json()).toMatchObject({ approval: { status: 'rejected', reason: 'The signature differs' } });
  expect(approved).toEqual([]);
});

test('only its maker takes a request back, and only while it waits', async () => {
  const id = await ask();
  const notMine = await decide(id, 'withdrawal', manager);
  expect(notMine.statusCode).toBe(403);
  expect(notMine.json()).toMatchObject({ code: 'APPROVAL_NOT_YOURS' });
  const stranger = await app.staff('loan_officer', 'Ravi Rana');
  expect((await decide(id, 'withdrawal', stranger)).statusCode).toBe(404);

  expect((await decide(id, 'withdrawal', cashier)).json()).toMatchObject({ approval: { status: 'withdrawn' } });
  expect((await decide(id, 'withdrawal', cashier)).statusCode).toBe(409);
});

test('a second log-in of the same person is the same person', async () => {
  const id = await ask();
  const twin = await app.staff('manager', 'K. Bisht');
  await app.platform.transact(async (trx) => {
    for (const { actor } of [cashier, twin]) {
      await trx.updateTable('user').set({ email: 'kavita@example.org' }).where('id', '=', actor.userId).execute();
    }
  });
  const answer = await decide(id, 'approval', twin);
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ code: 'APPROVAL_OWN_REQUEST' });
  expect(await look(id, twin)).toMatchObject({
    mayDecide: false,
    mayNotDecideBecause: 'You asked for this yourself; a second person decides.',
  });
});

test('nobody decides about their own membership', async () => {
  const id = await ask();
  await app.platform.transact(async (trx) => {
    await app.platform.dialect.run(trx, 'UPDATE approval_request SET memberId = ? WHERE id = ?', [5, id]);
  });
  const self = app.signIn({ ...manager.actor, userId: 900, memberId: 5 });
  expect((await decide(id, 'approval', self)).json()).toMatchObject({
    status: 403,
    code: 'APPROVAL_OWN_ACCOUNT',
    detail: 'This concerns your own membership; somebody else decides.',
  });
});

test('the feature may name a reason of its own why somebody may not decide', async () => {
  const id = await ask();
  objection = 'TOO_NEW';
  expect(await look(id)).toMatchObject({ mayDecide: false, mayNotDecideBecause: 'A clerk of a week decides nothing.' });
});

test('the queue is filtered, paged by cursor, and closed to who may not read it', async () => {
  const ids = [await ask(), await ask(), await ask()];
  await decide(ids[0] ?? 0, 'rejection', manager, { reason: 'The signature differs' });
  const list = async (query: string, by: SignedIn = manager) =>
    (await by.inject({ method: 'GET', url: `/api/approvals${query}` })).json();

  expect((await list('')).items.map(({ id }: { id: string }) => Number(id))).toEqual([ids[2], ids[1]]);
  const first = await list('?status=all&limit=2');
  expect(first).toMatchObject({ items: [{ id: String(ids[2]) }, { id: String(ids[1]) }], nextCursor: String(ids[1]) });
  const second = await list(`?status=all&limit=2&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ items: [{ id: String(ids[0]), status: 'rejected' }], nextCursor: null });
  expect(await list('?kind=voucher')).toEqual({ items: [], nextCursor: null });
  expect(await list('?cursor=x')).toMatchObject({ status: 400, code: 'CURSOR_MALFORMED' });
  expect(await list('', cashier)).toMatchObject({ items: [{ mayDecide: false }, { mayDecide: false }] });
  const officer = await app.staff('loan_officer');
  expect(await list('', officer)).toMatchObject({ status: 403, code: 'NOT_PERMITTED' });
  expect((await decide(ids[1] ?? 0, 'approval', cashier)).statusCode).toBe(403);
  expect((await decide(99_999, 'approval')).json()).toMatchObject({ status: 404, code: 'APPROVAL_NOT_FOUND' });
});

test('the list goes on from the oldest as well as from the newest', async () => {
  const [first, second, third] = [await ask(), await ask(), await ask()];
  const read = async (query: string) => (await manager.inject({ url: `/api/approvals?${query}` })).json();
  const page = await read('sort=requestedAt&limit=2');
  expect(page.items.map(({ id }: { id: string }) => id)).toEqual([String(first), String(second)]);
  const rest = await read(`sort=requestedAt&limit=2&cursor=${page.nextCursor}`);
  expect(rest.items.map(({ id }: { id: string }) => id)).toEqual([String(third)]);
  expect((await read('limit=1')).items[0].id).toBe(String(third));
});

test('a maker who tries to decide is refused, and the try stands in the trail', async () => {
  const id = await ask(manager);
  const answer = await decide(id, 'approval');
  expect(answer.json()).toMatchObject({ status: 403, code: 'APPROVAL_OWN_REQUEST' });
  const trail = await app.platform.database
    .selectFrom('audit')
    .select(['userId', 'action', 'subjectId'])
    .where('action', '=', 'approval.refused-to-maker')
    .execute();
  expect(trail).toEqual([{ userId: manager.actor.userId, action: 'approval.refused-to-maker', subjectId: String(id) }]);
});

test('asked for, the list says how many there are beyond the page', async () => {
  for (let times = 0; times < 3; times++) await ask();
  const list = async (query: string) => (await manager.inject({ url: `/api/approvals?${query}` })).json();
  expect(await list('limit=1&total=true')).toMatchObject({ total: 3, items: [{ id: '3' }] });
  expect(await list('status=rejected&total=true')).toMatchObject({ total: 0, items: [] });
  expect(await list('limit=1')).not.toHaveProperty('total');
});

test('whoever asked is the one who is told of the answer; taking it back oneself tells nobody', async () => {
  const receivers = async () =>
    (
      await app.platform.database
        .selectFrom('outbox')
        .select('userId')
        .where('name', '=', 'approval.decided')
        .orderBy('id')
        .execute()
    ).map(({ userId }) => userId);
  await decide(await ask(), 'rejection', manager, { reason: 'The account is under dispute' });
  await decide(await ask(), 'withdrawal', cashier);
  expect(await receivers()).toEqual([cashier.actor.userId, null]);
});
