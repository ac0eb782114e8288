import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admit('Sunita Devi Rawat');
});
afterEach(() => counter.close());

async function duesOf(member: AdmittedMember) {
  const { dues } = (await counter.get(`/api/counter/members/${member.id}`)).json();
  return new Map<string, { id: string; amount: string; outstanding: string }>(
    dues.map((due: { code: string }) => [due.code, due]),
  );
}

const take = (payload: object) => counter.post('/api/receipts', { memberId: sunita.id, mode: 'cash', ...payload });

test('a member owes 100 + 50 + 200 in fees and 5 × 100 for shares; one receipt takes all of it and savings besides', async () => {
  const dues = await duesOf(sunita);
  const lines = [...dues.values()].map(({ id, amount }) => ({ kind: 'due', dueId: id, amount }));
  lines.push({ kind: 'savings', depositId: sunita.depositId, amount: '1250.00' } as never);

  const answer = await take({ lines, cashGiven: '2500.00' });

  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    preview: false,
    memberStatus: 'active',
    becameActive: true,
    receipt: {
      number: 'T1/2026-27/00001',
      direction: 'in',
      memberNumber: sunita.number,
      mode: 'cash',
      total: '2100.00',
      totalInWords: {
        en: 'Rupees Two Thousand One Hundred Only',
        hi: 'रुपये दो हज़ार एक सौ मात्र',
      },
      cashGiven: '2500.00',
      change: '400.00',
      lines: [
        { kind: 'due', label: 'Admission fee', amount: '100.00' },
        { kind: 'due', label: 'Welfare fund contribution', amount: '50.00' },
        { kind: 'due', label: 'Building fund contribution', amount: '200.00' },
        { kind: 'due', label: 'Share money', amount: '500.00' },
        { kind: 'savings', label: `Savings account ${sunita.depositNumber}`, amount: '1250.00' },
      ],
      issuedBy: 'Kavita Bisht',
      tillCode: 'T1',
      prints: 0,
    },
  });
  expect(await counter.lastPostings()).toEqual([
    'debit 1102 T1 2100.00',
    'credit 4201 - 100.00',
    'credit 3204 - 50.00',
    'credit 3203 - 200.00',
    `credit 2204 ${sunita.number} 500.00`,
    `credit 2101 ${sunita.depositNumber} 1250.00`,
  ]);
  expect(await counter.balance('till', counter.tillId)).toBe('52100.00');
  expect(await counter.balance('share_pending', sunita.id)).toBe('500.00');
});

test('two part payments add up: the second makes the member active by itself, with a line of history', async () => {
  const dues = await duesOf(sunita);
  const first = [...dues.values()].map(({ id }) => ({ kind: 'due', dueId: id, amount: '25.00' }));
  const afterFirst = await take({ lines: first });
  expect(afterFirst.json()).toMatchObject({ memberStatus: 'pending_payment', becameActive: false });

  const rest = [...(await duesOf(sunita)).values()].map(({ id, outstanding }) => ({
    ...{ kind: 'due', dueId: id, amount: outstanding },
  }));
  const afterSecond = await take({ lines: rest });
  expect(afterSecond.json()).toMatchObject({ memberStatus: 'active', becameActive: true });

  const history = await counter.get(`/api/members/${sunita.id}/status-changes`);
  expect(history.json().items).toMatchObject([{ fromStatus: 'pending_payment', toStatus: 'active' }]);
});

test('share money first pays what is due for shares, and the rest waits beside it in the same account', async () => {
  const answer = await take({ lines: [{ kind: 'shares', amount: '800.00' }] });

  expect(answer.json().receipt.lines).toEqual([
    { kind: 'due', label: 'Share money', amount: '500.00' },
    { kind: 'shares', label: 'Share money', amount: '300.00' },
  ]);
  expect((await duesOf(sunita)).get('share')?.outstanding).toBe('0.00');
  expect(await counter.balance('share_pending', sunita.id)).toBe('800.00');
});

test.each([
  ['cheque', '1204'],
  ['bank', '1201'],
  ['upi', '1203'],
])('money by %s arrives in account %s, not in the till', async (mode, account) => {
  const lines = [{ kind: 'savings', depositId: sunita.depositId, amount: '700.00' }];
  const answer = await take({ lines, mode, reference: 'AB 1234-56', drawnOn: 'State Bank' });

  expect(answer.statusCode).toBe(201);
  expect(await counter.lastPostings()).toEqual([
    `debit ${account} - 700.00`,
    `credit 2101 ${sunita.depositNumber} 700.00`,
  ]);
  expect(await counter.balance('till', counter.tillId)).toBe('50000.00');
});

test('a reference counts once, however it is written and by whichever mode; a reversal frees it', async () => {
  const lines = [{ kind: 'savings', depositId: sunita.depositId, amount: '700.00' }];
  const first = await take({ lines, mode: 'upi', reference: '4021 1188-3301' });
  expect(first.statusCode).toBe(201);

  const again = await take({ lines, mode: 'bank', reference: '402111883301' });
  expect(again.statusCode).toBe(409);
  expect(again.json()).toMatchObject({
    code: 'REFERENCE_USED',
    detail: 'The reference 402111883301 was already received with T1/2026-27/00001; it counts once.',
  });
  expect(await counter.balance('deposit', sunita.depositId)).toBe('700.00');

  const { entryId } = first.json().receipt;
  const reversal = { reason: 'Credited to the wrong member' };
  expect((await counter.post(`/api/journal-entries/${entryId}/reversal`, reversal)).statusCode).toBe(201);
  expect((await take({ lines, mode: 'bank', reference: '402111883301' })).statusCode).toBe(201);
});

test('the same cheque number of another bank is another cheque', async () => {
  const lines = [{ kind: 'savings', depositId: sunita.depositId, amount: '10.00' }];
  const cheque = (drawnOn: string) => take({ lines, mode: 'cheque', reference: '000123', drawnOn });
  expect((await cheque('State Bank')).statusCode).toBe(201);
  expect((await cheque('Nainital Bank')).statusCode).toBe(201);
  expect((await cheque('STATE BANK')).json()).toMatchObject({ code: 'REFERENCE_USED' });
});

test('a cheque without the name of its bank is not taken', async () => {
  const lines = [{ kind: 'savings', depositId: sunita.depositId, amount: '10.00' }];
  for (const drawnOn of [undefined, '--']) {
    const answer = await take({
      lines,
      mode: 'cheque',
      reference: '000123',
      ...(drawnOn === undefined ? {} : { drawnOn }),
    });
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'DRAWN_ON_REQUIRED',
      detail: 'Give the bank that the cheque is drawn on; two banks use the same numbers.',
      fields: [{ path: 'drawnOn' }],
    });
  }
  expect(await counter.balance('deposit', sunita.depositId)).toBe('0.00');
});

test('a receipt with no open till, or over what is due, or twice for the same thing, is refused whole', async () => {
  const dues = await duesOf(sunita);
  const admission = dues.get('admission_fee');
  const savings = { kind: 'savings', depositId: sunita.depositId, amount: '10.00' };
  const refused = async (payload: object, status: number, code: string, detail?: string) => {
    const answer = await take(payload);
    expect(answer.json()).toMatchObject({ status, code, ...(detail === undefined ? {} : { detail }) });
  };

  await refused(
    { lines: [savings, { kind: 'due', dueId: admission?.id, amount: '100.01' }] },
    422,
    'DUE_OVERPAID',
    'Only ₹100.00 of this due is still to be paid.',
  );
  await refused({ lines: [savings, savings] }, 422, 'RECEIPT_LINE_REPEATED');
  await refused({ lines: [{ kind: 'due', dueId: '999', amount: '1.00' }] }, 404, 'DUE_NOT_FOUND');
  await refused({ lines: [{ ...savings, depositId: '999' }] }, 404, 'DEPOSIT_UNKNOWN');
  await refused({ lines: [savings], cashGiven: '9.99' }, 422, 'CASH_GIVEN_TOO_LITTLE');
  await refused({ lines: [savings], reference: 'AB12' }, 422, 'REFERENCE_NOT_FOR_CASH');
  await refused({ lines: [savings], mode: 'upi' }, 422, 'REFERENCE_REQUIRED');
  await refused({ lines: [savings], mode: 'upi', reference: '---' }, 422, 'REFERENCE_REQUIRED');
  await refused({ lines: [savings], mode: 'upi', reference: 'A1', cashGiven: '10.00' }, 422, 'CASH_GIVEN_ONLY_CASH');
  await refused({ memberId: '999', lines: [{ kind: 'shares', amount: '10.00' }] }, 404, 'MEMBER_NOT_FOUND');
  await refused({ memberId: '999', lines: [savings] }, 404, 'DEPOSIT_UNKNOWN');

  const withoutTill = await counter.post(
    '/api/receipts',
    { memberId: sunita.id, lines: [savings], mode: 'cash' },
    counter.secondCashier,
  );
  expect(withoutTill.json()).toMatchObject({ status: 409, code: 'TILL_NOT_OPEN' });
  expect(await counter.balance('till', counter.tillId)).toBe('50000.00');
  expect(await counter.balance('deposit', sunita.depositId)).toBe('0.00');
});

test('money is taken from a member who is still one, and not from one who has left', async () => {
  for (const status of ['dormant', 'suspended', 'pending_payment']) {
    await counter.setStatus(sunita.id, status);
    expect((await counter.deposit(sunita, '10.00')).statusCode, status).toBe(201);
  }
  for (const status of ['resigned', 'expelled', 'deceased', 'closed']) {
    await counter.setStatus(sunita.id, status);
    expect((await counter.deposit(sunita, '10.00')).json(), status).toMatchObject({
      status: 422,
      code: 'MEMBER_MONEY_IN',
    });
  }
});

test('an amount that is none is refused and names its field', async () => {
  for (const [what, amount, code] of [
    ['three decimals', '10.000', 'MONEY_MALFORMED'],
    ['a sign', '-10.00', 'MONEY_MALFORMED'],
    ['an exponent', '1e3', 'MONEY_MALFORMED'],
    ['nothing', '0.00', 'MONEY_ZERO'],
    ['Devanagari digits', '१०.००', 'MONEY_MALFORMED'],
    ['no decimals', '10', 'MONEY_MALFORMED'],
    ['too much', '99999999999999.00', 'MONEY_TOO_LARGE'],
  ] as const) {
    const answer = await counter.deposit(sunita, amount);
    expect(answer.statusCode, what).toBe(400);
    expect(answer.json().fields, what).toMatchObject([{ path: 'lines.0.amount', code }]);
  }
  expect(await counter.balance('deposit', sunita.depositId)).toBe('0.00');
});

test('a number instead of text, 65 digits, or an unknown key is refused', async () => {
  const line = { kind: 'savings', depositId: sunita.depositId };
  for (const amount of [10.5, '9'.repeat(65), null]) {
    expect((await take({ lines: [{ ...line, amount }] })).statusCode).toBe(400);
  }
  expect((await take({ lines: [{ ...line, amount: '10.00' }], discount: '1.00' })).statusCode).toBe(400);
  expect((await take({ lines: [] })).statusCode).toBe(400);
});

test('the same request under the same key is done once; with another body it is refused', async () => {
  const headers = { 'idempotency-key': 'the-same-key-000001' };
  const send = (amount: string) =>
    counter.cashier.inject({
      method: 'POST',
      url: '/api/receipts',
      headers,
      payload: { memberId: sunita.id, lines: [{ kind: 'savings', depositId: sunita.depositId, amount }], mode: 'cash' },
    });
  const first = await send('500.00');
  const second = await send('500.00');
  expect(second.statusCode).toBe(201);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(second.json()).toEqual(first.json());
  expect((await send('600.00')).json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await counter.balance('deposit', sunita.depositId)).toBe('500.00');
});

test('a preview shows what would be posted and posts nothing', async () => {
  const answer = await counter.cashier.inject({
    method: 'POST',
    url: '/api/receipts?preview=true',
    payload: {
      memberId: sunita.id,
      lines: [{ kind: 'savings', depositId: sunita.depositId, amount: '500.00' }],
      mode: 'cash',
      cashGiven: '1000.00',
    },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    preview: true,
    total: '500.00',
    change: '500.00',
    needsApproval: false,
    warnings: [],
    balances: [
      { label: `Deposit ${sunita.depositNumber}`, before: '0.00', after: '500.00' },
      { label: 'Till T1', before: '50000.00', after: '50500.00' },
    ],
  });
  expect(await counter.balance('deposit', sunita.depositId)).toBe('0.00');
});

test('cash of 20,000 from one member in a day is warned about, adding up the day', async () => {
  await counter.deposit(sunita, '15000.00');
  const preview = async (amount: string) => {
    const payload = {
      memberId: sunita.id,
      lines: [{ kind: 'savings', depositId: sunita.depositId, amount }],
      mode: 'cash',
    };
    return (await counter.cashier.inject({ method: 'POST', url: '/api/receipts?preview=true', payload })).json()
      .warnings;
  };
  expect(await preview('4999.00')).toEqual([]);
  expect(await preview('5000.00')).toEqual([
    {
      code: 'CASH_LIMIT_IN',
      detail:
        'With this, the member has paid ₹20,000.00 in cash today. The limit for cash is ₹20,000.00: ask for a cheque, a transfer or UPI.',
    },
  ]);
});

test('a reversal of the receipt that made a member active leaves the dues unpaid and the member waiting again', async () => {
  const dues = await duesOf(sunita);
  const lines = [...dues.values()].map(({ id, amount }) => ({ kind: 'due', dueId: id, amount }));
  const { receipt } = (await take({ lines })).json();

  const reversal = await counter.post(`/api/journal-entries/${receipt.entryId}/reversal`, { reason: 'Wrong person' });
  expect(reversal.statusCode).toBe(201);

  const member = (await counter.get(`/api/counter/members/${sunita.id}`)).json();
  expect(member).toMatchObject({ status: 'pending_payment', duesOutstanding: '850.00' });
  expect(await counter.balance('share_pending', sunita.id)).toBe('0.00');
  expect(await counter.balance('till', counter.tillId)).toBe('50000.00');
  const history = await counter.get(`/api/members/${sunita.id}/status-changes`);
  expect(history.json().items).toMatchObject([
    { fromStatus: 'active', toStatus: 'pending_payment', reason: 'A payment of the dues was taken back.' },
    { fromStatus: 'pending_payment', toStatus: 'active' },
  ]);
  const shown = (await counter.get(`/api/receipts/${receipt.id}`)).json();
  expect(shown.reversedByEntryId).toBe(reversal.json().entryId);
});

test('numbers of receipts have no gap, even after refusals', async () => {
  await counter.deposit(sunita, '10.00');
  const repeated = { kind: 'savings', depositId: sunita.depositId, amount: '1.00' };
  await take({ lines: [repeated, repeated] });
  await take({ lines: [repeated], mode: 'upi', reference: 'X1' });
  await take({ lines: [repeated], mode: 'upi', reference: 'X1' });
  await counter.deposit(sunita, '10.00');
  const { items } = (await counter.get(`/api/receipts?memberId=${sunita.id}`)).json();
  expect(items.map((item: { number: string }) => item.number)).toEqual([
    'T1/2026-27/00003',
    'T1/2026-27/00002',
    'T1/2026-27/00001',
  ]);
});

test('of 20 receipts at once for the same due of 100, what is paid is never more than 100', async () => {
  const admission = (await duesOf(sunita)).get('admission_fee');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => take({ lines: [{ kind: 'due', dueId: admission?.id, amount: '30.00' }] })),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(3);
  expect((await duesOf(sunita)).get('admission_fee')?.outstanding).toBe('10.00');
});

test('a member lists and sees their own receipts, and another member none of them', async () => {
  const mohan = await counter.admit('Mohan Rawat');
  const { receipt } = (await counter.deposit(sunita, '10.00')).json();

  expect((await counter.get('/api/receipts', sunita.signedIn)).json().items).toHaveLength(1);
  expect((await counter.get(`/api/receipts/${receipt.id}`, sunita.signedIn)).statusCode).toBe(200);
  expect((await counter.get(`/api/receipts?memberId=${sunita.id}`, mohan.signedIn)).json().items).toEqual([]);
  const foreign = await counter.get(`/api/receipts/${receipt.id}`, mohan.signedIn);
  const missing = await counter.get('/api/receipts/999999', mohan.signedIn);
  expect(foreign.statusCode).toBe(404);
  expect({ ...foreign.json(), requestId: '' }).toEqual({ ...missing.json(), requestId: '' });
});

test('receipts are found by number, member number, part of the name and reference, page by page', async () => {
  for (let count = 1; count <= 5; count += 1) await counter.deposit(sunita, '10.00');
  const found = async (query: string) => (await counter.get(`/api/receipts?${query}`)).json();
  const first = await found('limit=2&q=sunita');
  expect(first.items).toHaveLength(2);
  const second = await found(`limit=2&q=sunita&cursor=${first.nextCursor}`);
  expect(second.items).toHaveLength(2);
  expect((await found(`limit=2&q=sunita&cursor=${second.nextCursor}`)).nextCursor).toBeNull();
  expect((await found('q=T1/2026-27/00003')).items).toMatchObject([{ number: 'T1/2026-27/00003' }]);
  expect((await found(`q=${sunita.number.toLowerCase()}`)).items).toHaveLength(5);
  expect((await found('q=nobody')).items).toEqual([]);
  expect((await counter.get('/api/receipts?limit=1000000')).statusCode).toBe(400);
  expect((await counter.get('/api/receipts?cursor=abc')).json()).toMatchObject({ code: 'CURSOR_MALFORMED' });
});

test('asked for, the list counts and sums the whole filter; what was taken back counts and is no money', async () => {
  const savings = (amount: string) => take({ lines: [{ kind: 'savings', depositId: sunita.depositId, amount }] });
  const dues = [...(await duesOf(sunita)).values()].map(({ id, amount }) => ({ kind: 'due', dueId: id, amount }));
  expect((await take({ lines: dues })).statusCode).toBe(201);
  const mistaken = (await savings('40.00')).json().receipt;
  await savings('60.00');
  const reversal = { reason: 'Counted into the wrong account' };
  expect((await counter.post(`/api/journal-entries/${mistaken.entryId}/reversal`, reversal)).statusCode).toBe(201);

  // 100 + 50 + 200 + 500 of dues, and 60.
  const list = (await counter.get('/api/receipts?limit=1&total=true')).json();
  expect(list.items).toHaveLength(1);
  expect([list.total, list.totals]).toEqual([3, { received: '910.00', paid: '0.00' }]);
});
