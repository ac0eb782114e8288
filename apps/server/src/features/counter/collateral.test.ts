// Security of a loan: valued, received and given back by two, and what may be lent against it.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
});
afterEach(async () => {
  await verifyTestBooks(counter.platform);
  await counter.close();
});

const bangles = {
  kind: 'gold',
  description: 'Two bangles and a chain',
  ownerName: 'Sunita Devi Rawat',
  packetNumber: 'G-17',
  pieces: 3,
  grossWeight: '25.507',
  deduction: '1.250',
  purity: 916,
  valuedBy: 'Ramesh Soni',
  valuedOn: '2026-11-30',
};
const ask = async (productCode: string, amount: string, instalments: number): Promise<string> => {
  const asked = { productCode, amount, instalments, purpose: 'A shop of her own', monthlyIncome: '30000.00' };
  return (await counter.post('/api/loans', asked, counter.borrower.signedIn)).json().id;
};
const offer = (id: string, item: object, by = counter.officer) => counter.post(`/api/loans/${id}/collateral`, item, by);
const act = async (id: string, what: string, body: object, by = counter.officer) =>
  counter.post(`/api/loans/${id}/${what}`, { ...body, version: (await counter.loan(id)).version }, by);
const recommend = (id: string, more = {}) => act(id, 'recommendation', { note: 'Weighed and seen', ...more });
const sanction = (id: string, amount: string, instalments: number) =>
  act(id, 'sanction', { amount, instalments, resolutionNumber: 'LC/2026/20' }, counter.committee);
const payOut = (id: string) =>
  counter.post(`/api/loans/${id}/disbursement`, { toDepositId: counter.borrower.depositId }, counter.officer);
const items = async (id: string, by = counter.officer) => (await counter.get(`/api/loans/${id}`, by)).json().collateral;
const register = async (query: string) => (await counter.get(`/api/loan-collateral${query}`, counter.officer)).json();

test('gold is weighed, valued, received and given back by two, and bounds what is lent', async () => {
  const { borrower, officer, manager } = counter;
  const possible = async (value = '') => {
    const path = `/api/loans/eligibility?productCode=GL&instalments=6${value}`;
    return (await counter.get(path, borrower.signedIn)).json().items[0];
  };
  // Nothing said of security: nothing to lend. 85 % of 1,52,202.97 is 1,29,372.52, in whole rupees.
  expect(await possible()).toMatchObject({ largest: '0.00', annualRate: '12' });
  expect(await possible('&collateralValue=152202.97')).toMatchObject({ largest: '129372.00' });

  const id = await ask('GL', '130000.00', 6);
  expect((await recommend(id)).json()).toMatchObject({ code: 'LOAN_COLLATERAL_MISSING' });
  expect((await offer(id, bangles)).json()).toMatchObject({ code: 'GOLD_RATE_MISSING' });
  await counter.changeSetting('loans.goldRate', '6850.00');
  for (const [wrong, status, code, field] of [
    [{ grossWeight: '25.5071' }, 400, 'VALIDATION_FAILED', 'grossWeight'],
    [{ purity: 1_001 }, 400, 'VALIDATION_FAILED', 'purity'],
    [{ deduction: '25.507' }, 422, 'GOLD_NET_NOTHING', 'deduction'],
    [{ valuedOn: '2026-12-01' }, 422, 'COLLATERAL_VALUED_AHEAD', 'valuedOn'],
  ] as const) {
    const answer = await offer(id, { ...bangles, ...wrong });
    expect([answer.statusCode, answer.json().code, answer.json().fields?.[0]?.path]).toEqual([status, code, field]);
  }
  expect((await offer(id, bangles)).statusCode).toBe(201);
  expect((await offer(id, bangles)).json()).toMatchObject({ code: 'GOLD_PACKET_TAKEN' });
  // 24.257 g net × 0.916 × 6,850.00 = 1,52,202.9722, rounded down.
  const [item] = await items(id);
  expect(item).toMatchObject({
    status: 'offered',
    value: '152202.97',
    gold: { netWeight: '24.257', grossWeight: '25.507', deduction: '1.250', purity: 916, ratePerGram: '6850.00' },
  });
  // 1,30,000 is 85.41 % of it.
  expect((await recommend(id)).json()).toMatchObject({
    code: 'LOAN_TO_VALUE',
    detail: expect.stringContaining('85.41'),
  });
  expect((await offer(id, { ...bangles, packetNumber: 'G-18', grossWeight: '3.000' })).statusCode).toBe(201);
  const extra = (await items(id))[1];
  expect(extra.value).toBe('10980.55');
  expect((await recommend(id)).json()).toMatchObject({ status: 'recommended' });
  const removed = await officer.inject({ method: 'DELETE', url: `/api/loans/${id}/collateral/${extra.id}` });
  expect(removed.json().collateral).toHaveLength(1);
  expect((await sanction(id, '130000.00', 6)).json()).toMatchObject({ code: 'LOAN_TO_VALUE' });
  const early = { itemIds: [item.id], keptWhere: 'Vault, shelf 2' };
  expect((await counter.post(`/api/loans/${id}/collateral/receipt`, early, officer)).json()).toMatchObject({
    code: 'COLLATERAL_BEFORE_SANCTION',
  });
  expect((await sanction(id, '120000.00', 6)).statusCode).toBe(200);

  expect((await payOut(id)).json()).toMatchObject({ code: 'COLLATERAL_NOT_RECEIVED' });
  const again = { 'idempotency-key': 'received-once-0001' };
  const url = `/api/loans/${id}/collateral/receipt`;
  const askReceipt = () => officer.inject({ method: 'POST', url, headers: again, payload: early });
  const receipt = (await askReceipt()).json();
  // Its answer got lost: the same request, not a second one.
  const retried = await askReceipt();
  expect([retried.statusCode, retried.headers['idempotency-replayed'], retried.json()]).toEqual([202, 'true', receipt]);
  expect((await officer.inject({ method: 'POST', url, payload: early })).json()).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REQUIRED',
  });
  expect((await counter.post(`/api/loans/${id}/collateral/receipt`, early, manager)).json()).toMatchObject({
    code: 'COLLATERAL_WAITING',
  });
  expect((await counter.agree(receipt, officer)).statusCode).toBe(403);
  expect((await counter.agree(receipt)).statusCode).toBe(200);
  expect(await items(id)).toMatchObject([
    { status: 'held', keptWhere: 'Vault, shelf 2', receivedBy: 'Lata Negi', receiptAgreedBy: 'Meena Joshi' },
  ]);
  expect(await items(id, borrower.signedIn)).toMatchObject([{ status: 'held', keptWhere: null, receivedBy: null }]);
  expect((await counter.agree((await payOut(id)).json())).statusCode).toBe(200);
  // 0.5 % fee; shares of 2.5 % are 3,000, of which 500 wait already.
  expect(await counter.lastPostings()).toEqual([
    'debit 1304 - 120000.00',
    'credit 4202 - 600.00',
    `credit 2204 ${borrower.number} 2500.00`,
    `credit 2101 ${borrower.depositNumber} 116900.00`,
  ]);
  // All at the end: 1,20,000 × 12 % × 6 ÷ 12 = 7,200.
  const plan = (await counter.loan(id)).instalmentsPlan;
  expect(plan.at(-1)).toMatchObject({ principal: '120000.00', interest: '7200.00', dueOn: '2027-05-30' });

  const back = { itemIds: [item.id], releasedTo: 'Sunita Devi Rawat' };
  const askBack = () => counter.post(`/api/loans/${id}/collateral/release`, back, officer);
  expect((await askBack()).json()).toMatchObject({ code: 'COLLATERAL_STILL_NEEDED' });
  expect(await register('?show=toReturn')).toMatchObject({ count: 0, value: '0.00' });
  await counter.repay(id, '120000.00');
  expect(await register('?show=toReturn&q=G-17')).toMatchObject({
    count: 1,
    value: '152202.97',
    items: [{ loanId: id, closedOn: '2026-11-30', gold: { packetNumber: 'G-17' } }],
  });
  const paper = (by = borrower.signedIn, language = 'en') =>
    counter.get(`/api/loans/${id}/release.pdf?language=${language}`, by);
  expect((await paper()).json()).toMatchObject({ code: 'COLLATERAL_NOTHING_RELEASED' });
  expect((await counter.agree((await askBack()).json())).statusCode).toBe(200);
  expect((await askBack()).json()).toMatchObject({ code: 'COLLATERAL_NOT_HERE' });
  expect(await register('?show=released')).toMatchObject({ items: [{ releasedTo: 'Sunita Devi Rawat' }] });
  expect((await paper(borrower.signedIn, 'hi')).headers['content-type']).toBe('application/pdf');
  expect((await paper(counter.guarantors[0]?.signedIn)).statusCode).toBe(404);
  const csv = await counter.get('/api/loan-collateral.csv', manager);
  expect(csv.body).toContain('G-17,3,25.507,1.250,24.257,916,6850.00,152202.97,Ramesh Soni');
});

test('a deposit that secures a loan is kept back from the payout until nothing is owed', async () => {
  const { borrower, manager } = counter;
  const free = async () => (await counter.get(`/api/deposits/${borrower.depositId}`, manager)).json().available;
  const id = await ask('DL', '12000.00', 12);
  const pledge = { kind: 'deposit', depositId: borrower.depositId, value: '15000.00' };
  const other = { ...pledge, depositId: counter.guarantors[0]?.depositId };
  expect((await offer(id, other)).json()).toMatchObject({ code: 'DEPOSIT_UNKNOWN' });
  expect((await offer(id, { ...pledge, value: '20000.01' })).json()).toMatchObject({ code: 'COLLATERAL_NOT_FREE' });
  expect((await offer(id, pledge)).statusCode).toBe(201);
  expect((await offer(id, pledge)).json()).toMatchObject({ code: 'COLLATERAL_TWICE' });
  // 80 % of 15,000 is 12,000.
  expect((await recommend(id)).json()).toMatchObject({ status: 'recommended' });
  expect((await sanction(id, '12000.00', 12)).statusCode).toBe(200);
  const asked = (await payOut(id)).json();
  await counter.restrict(borrower.depositId, '6000.00');
  expect((await counter.agree(asked)).json()).toMatchObject({ code: 'COLLATERAL_NOT_FREE' });
  await counter.lift(borrower.depositId);
  const before = await free();
  expect((await counter.agree(asked)).statusCode).toBe(200);
  // 11,940 came in, 15,000 are kept back.
  expect([before, await free()]).toEqual(['19900.00', '16840.00']);
  expect(await items(id, borrower.signedIn)).toMatchObject([{ kind: 'deposit', status: 'held', value: '15000.00' }]);

  const payout = (await counter.get('/api/transactions?limit=1', manager)).json().items[0].id;
  const closing = (await counter.repay(id, '12000.00')).json();
  expect(closing.receipt.lines).toMatchObject([{ amount: '12000.00' }]);
  expect([await free(), (await items(id))[0].status]).toEqual(['31840.00', 'released']);
  // The receipt was a mistake: it is owed again, and kept back again.
  const undo = (entryId: string) =>
    counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'Typed for another' }, manager);
  expect((await undo(closing.receipt.entryId)).statusCode).toBeLessThan(300);
  expect([await free(), (await items(id))[0].status]).toEqual(['16840.00', 'held']);
  expect((await undo(payout)).statusCode).toBeLessThan(300);
  expect([await free(), (await items(id))[0].status]).toEqual(['19900.00', 'offered']);
});
