// 2,00,000 collected in a month at 3 per cent are 6,000 of commission; 2 per cent of it, 120, go to the treasury.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import type { AdmittedMember } from '../counter/test-counter.ts';
import { type DailyOpened, openTestCollections, type TestCollections } from './test-collections.ts';

let society: TestCollections;
let asha: AdmittedMember;
let daily: DailyOpened;
beforeEach(async () => {
  society = await openTestCollections();
  await society.openTill();
  asha = await society.admitActive('Asha Rawat', 1_000);
  daily = await society.openDaily(asha);
});
afterEach(() => society.close());

const ofNovember = async () =>
  (await society.get(`/api/collections/agents/${society.agentId}/commission?month=2026-11`)).json();
const ask = (query = '') =>
  society.post(`/api/collections/agents/${society.agentId}/commission${query}`, { month: '2026-11' }, society.manager);
/** The month is over and its cash in the till. */
async function endOfMonth(): Promise<void> {
  await society.collect(daily.id, '200000.00');
  await society.post(`/api/collections/agents/${society.agentId}/handovers`, { count: { '500.00': 400 } });
  await society.platform.transact(async (trx) => {
    await trx
      .updateTable('collection')
      .set({ collectedOn: '2026-10-31' as never })
      .execute();
  });
}
const ofOctober = { month: '2026-10' };
const agree = (approvalId: string, by: SignedIn) =>
  by.inject({
    method: 'POST',
    url: `/api/approvals/${approvalId}/approval`,
    payload: {},
    headers: { 'idempotency-key': `approve-commission-${approvalId}-${by.actor.userId}` },
  });

test('commission is a part of what was collected, with its lines', async () => {
  await society.collect(daily.id, '200000.00');
  expect(await ofNovember()).toMatchObject({
    month: '2026-11',
    agentName: 'Suresh Negi',
    collected: '200000.00',
    lines: [{ from: '2026-11-30', to: '2026-11-30', collected: '200000.00', rate: '3', commission: '6000.00' }],
    commission: '6000.00',
    taxRate: null,
    tax: '0.00',
    net: '6000.00',
    notHandedOver: '200000.00',
    isPaid: false,
  });
  const own = await society.get('/api/collections/own/commission?month=2026-11', society.agent);
  expect(own.json()).toMatchObject({ net: '6000.00' });
});

test('tax is withheld once the commission of the year is above the threshold', async () => {
  await society.changeSetting('collections.commissionTax', '2');
  await society.changeSetting('collections.commissionTaxFrom', '6000.00');
  await society.collect(daily.id, '200000.00');
  expect(await ofNovember()).toMatchObject({ taxRate: null, net: '6000.00' });
  await society.changeSetting('collections.commissionTaxFrom', '5999.99');
  expect(await ofNovember()).toMatchObject({ commission: '6000.00', taxRate: '2', tax: '120.00', net: '5880.00' });
});

test('it is not paid while the month goes on, nor while its cash is out', async () => {
  await society.collect(daily.id, '1000.00');
  expect((await ask()).json()).toMatchObject({ status: 422, code: 'COMMISSION_MONTH_OPEN' });
  await society.platform.transact(async (trx) => {
    await trx
      .updateTable('collection')
      .set({ collectedOn: '2026-10-31' as never })
      .execute();
  });
  const early = await society.post(`/api/collections/agents/${society.agentId}/commission`, ofOctober, society.manager);
  expect(early.json()).toMatchObject({ status: 409, code: 'COMMISSION_CASH_OUT' });
});

test('two people pay it, once: debit 5105, credit 2213 where the agent is no member, and the tax', async () => {
  await society.changeSetting('collections.commissionTax', '2');
  await endOfMonth();
  const pay = () => society.post(`/api/collections/agents/${society.agentId}/commission`, ofOctober, society.manager);
  const asked = await pay();
  expect(asked.statusCode).toBe(202);
  expect((await pay()).json()).toMatchObject({ status: 409, code: 'COMMISSION_WAITING' });
  const accountant = await society.staff('accountant', 'Amit Pant');
  expect((await agree(asked.json().approvalId, society.manager)).statusCode).toBe(403);
  expect((await agree(asked.json().approvalId, accountant)).statusCode).toBe(200);
  expect(await society.lastPostings()).toEqual([
    'debit 5105 - 6000.00',
    'credit 2213 - 5880.00',
    'credit 2211 - 120.00',
  ]);
  expect((await pay()).json()).toMatchObject({ status: 409, code: 'COMMISSION_PAID' });
});

test('the commission of an agent who is a member goes to their savings', async () => {
  await society.manager.inject({
    method: 'PUT',
    url: `/api/collections/agents/${society.agentId}`,
    payload: { memberId: asha.id, version: 1 },
  });
  await endOfMonth();
  const preview = await society.post(
    `/api/collections/agents/${society.agentId}/commission?preview=true`,
    ofOctober,
    society.manager,
  );
  expect(preview.json()).toMatchObject({
    preview: true,
    needsApproval: true,
    postings: [
      { accountCode: '5105', side: 'debit', amount: '6000.00' },
      { accountCode: '2101', side: 'credit', amount: '6000.00', subLedgerNumber: asha.depositNumber },
    ],
  });
});

test('own terms of an agent take two people, hold from their day on, and stand on the statement', async () => {
  const terms = `/api/collections/agents/${society.agentId}/terms`;
  const ask = (body: object, by = society.manager) =>
    society.post(
      terms,
      { effectiveFrom: '2026-11-30', commissionRate: '4.5', cashLimit: '1500.00', reason: 'By resolution 4', ...body },
      by,
    );
  expect((await society.get(terms, society.manager)).json()).toMatchObject({
    society: { commissionRate: '3', cashLimit: '25000.00' },
    waitingApprovalId: null,
    items: [],
  });
  for (const [body, status, code] of [
    [{ effectiveFrom: '2026-11-29' }, 422, 'AGENT_TERMS_PAST'],
    [{ commissionRate: null, cashLimit: null }, 409, 'AGENT_TERMS_SAME'],
    [{ commissionRate: '100.01' }, 400, 'VALIDATION_FAILED'],
    [{ cashLimit: '-1.00' }, 400, 'VALIDATION_FAILED'],
  ] as const) {
    expect([body, (await ask(body)).json()]).toMatchObject([body, { status, code }]);
  }
  const asked = await ask({});
  expect(asked.statusCode).toBe(202);
  expect((await ask({})).json()).toMatchObject({ status: 409, code: 'AGENT_TERMS_WAITING' });
  const { approvalId } = asked.json();
  expect((await society.get(terms, society.manager)).json()).toMatchObject({ waitingApprovalId: approvalId });
  expect((await agree(approvalId, society.manager)).statusCode).toBe(403);
  await society.collect(daily.id, '1000.00');
  expect(await ofNovember()).toMatchObject({ lines: [{ rate: '3' }] });

  const other = await society.staff('manager', 'Amit Pant');
  expect((await agree(approvalId, other)).statusCode).toBe(200);
  expect((await society.get(terms, society.manager)).json()).toMatchObject({
    waitingApprovalId: null,
    items: [
      {
        effectiveFrom: '2026-11-30',
        commissionRate: '4.5',
        cashLimit: '1500.00',
        setBy: 'Meena Joshi',
        approvedBy: 'Amit Pant',
      },
    ],
  });
  // 1,000.00 × 4.5 % are 45.00, and 600.00 more pass the own limit.
  expect(await ofNovember()).toMatchObject({ lines: [{ rate: '4.5', commission: '45.00' }], net: '45.00' });
  expect((await society.collect(daily.id, '600.00')).json()).toMatchObject({ isOverLimit: true });

  const paper = await society.get(
    `/api/collections/agents/${society.agentId}/commission.pdf?month=2026-11&language=hi`,
    society.manager,
  );
  expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
  const printed = await society.platform.database
    .selectFrom('audit')
    .select('newValues')
    .where('action', '=', 'agent.commission-printed')
    .execute();
  expect(printed.map(({ newValues }) => newValues)).toEqual(['{"month":"2026-11"}']);
});

test('nobody asks for their own terms as an agent, or agrees to them', async () => {
  await society.platform.transact(async (trx) => {
    await trx.updateTable('agent').set({ userId: society.manager.actor.userId }).execute();
  });
  const terms = `/api/collections/agents/${society.agentId}/terms`;
  const body = { effectiveFrom: '2026-11-30', commissionRate: '9', cashLimit: null, reason: 'For myself' };
  expect((await society.post(terms, body, society.manager)).json()).toMatchObject({
    status: 403,
    code: 'AGENT_TERMS_OWN',
  });
  const other = await society.staff('manager', 'Amit Pant');
  const asked = (await society.post(terms, body, other)).json();
  expect((await agree(asked.approvalId, society.manager)).json()).toMatchObject({
    status: 403,
    code: 'AGENT_TERMS_OWN',
  });
});

test('under Bikram Sambat a month is one of that calendar, and a day that was paid before is not paid again', async () => {
  await endOfMonth();
  const october = await society.post(
    `/api/collections/agents/${society.agentId}/commission`,
    ofOctober,
    society.manager,
  );
  const accountant = await society.staff('accountant', 'Amit Pant');
  expect((await agree(october.json().approvalId, accountant)).statusCode).toBe(200);
  await society.changeSetting('calendar.kind', 'BS');

  // Kartik 2083 is 18 October to 16 November 2026; 31 October was paid with October.
  await society.collect(daily.id, '1000.00');
  await society.platform.transact(async (trx) => {
    await trx
      .updateTable('collection')
      .set({ collectedOn: '2026-11-05' as never })
      .where('amount', '=', 100_000 as never)
      .execute();
  });
  const of = (month: string) => society.get(`/api/collections/agents/${society.agentId}/commission?month=${month}`);
  expect((await of('2083-07')).json()).toMatchObject({
    month: '2083-07',
    monthFrom: '2026-10-18',
    monthTo: '2026-11-16',
    lines: [{ from: '2026-11-05', to: '2026-11-05', collected: '1000.00', rate: '3', commission: '30.00' }],
    isPaid: false,
  });
  expect((await of('2083-08')).json()).toMatchObject({ monthFrom: '2026-11-17', lines: [] });
  expect((await of('2026-11')).json()).toMatchObject({ status: 400, code: 'DAY_MALFORMED' });

  await society.post(`/api/collections/agents/${society.agentId}/handovers`, { count: { '500.00': 2 } });
  const kartik = await society.post(
    `/api/collections/agents/${society.agentId}/commission`,
    { month: '2083-07' },
    society.manager,
  );
  expect(kartik.json()).toMatchObject({ status: 'waiting' });
});
