import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertTermProduct } from '../deposits/index.ts';
import { type AdmittedMember, openTestCounter, rupees, type TestCounter } from './test-counter.ts';

const TODAY = calendarDate('2026-11-30');

let counter: TestCounter;
let sunita: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 20_000);
  await bornOn(sunita, '1990-04-12');
});
afterEach(() => counter.close());

const bornOn = (member: AdmittedMember, day: string) =>
  counter.platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ dateOfBirth: calendarDate(day) })
      .where('id', '=', Number(member.id))
      .execute();
  });
const open = (more: object = {}, by = counter.cashier) =>
  counter.post(
    '/api/deposits',
    {
      memberId: sunita.id,
      productCode: 'FD',
      amount: '100000.00',
      months: 36,
      payment: { mode: 'cash' },
      ...more,
    },
    by,
  );
const fromSavings = () => ({ mode: 'transfer', depositId: sunita.depositId });
const deposits = async () => (await counter.platform.database.selectFrom('deposit').select('id').execute()).length;

describe('a fixed deposit', () => {
  test('of 1,00,000 in cash for 36 months at 8 per cent is there with its receipt and 1,26,824 to come', async () => {
    const answer = await open();
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      {
        preview: false,
        status: 'opened',
        id: expect.any(String),
        accountNumber: 'FD000002',
        annualRate: '8',
        maturesOn: '2029-11-30',
        maturityValue: '126824.00',
        entryId: expect.any(String),
        receiptId: expect.any(String),
      },
    ]);
    const { id, receiptId } = answer.json();
    expect(await counter.lastPostings()).toEqual(['debit 1102 T1 100000.00', 'credit 2111 FD000002 100000.00']);
    expect(await counter.balance('deposit', id)).toBe('100000.00');
    expect((await counter.get(`/api/receipts/${receiptId}`)).json()).toMatchObject({
      direction: 'in',
      total: '100000.00',
      lines: [{ label: 'Fixed deposit FD000002', amount: '100000.00' }],
    });
    const events = await counter.platform.database.selectFrom('outbox').select(['name', 'payload']).execute();
    expect(events.at(-1)).toMatchObject({ name: 'receipt.issued' });
    const opened = await counter.platform.database
      .selectFrom('audit')
      .select('subjectId')
      .where('action', '=', 'deposit.opened')
      .execute();
    expect(opened.map(({ subjectId }) => subjectId)).toContain(id);
  });

  test('tells staff and its member how the value comes about, line by line as the quote does', async () => {
    const { id } = (await open()).json();
    const quote = await counter.inject({
      method: 'POST',
      url: '/api/deposits/quote',
      payload: { productCode: 'FD', amount: '100000.00', months: 36 },
    });
    for (const reader of [counter.cashier, sunita.signedIn]) {
      const deposit = (await counter.get(`/api/deposits/${id}`, reader)).json();
      expect(deposit).toMatchObject({
        accountNumber: 'FD000002',
        kind: 'fixed',
        balance: '100000.00',
        available: '0.00',
        term: { amount: '100000.00', months: 36, days: null, annualRate: '8', category: 'general', payout: 'maturity' },
      });
      expect(deposit.plan.lines).toEqual(quote.json().lines);
      expect(deposit.plan).toMatchObject({ unrounded: '126824.1795', rule: quote.json().rule, instalments: [] });
    }
    const own = (await counter.get('/api/deposits', sunita.signedIn)).json().items;
    expect(own.map(({ term }: { term: { maturityValue: string } | null }) => term?.maturityValue ?? null)).toEqual([
      '126824.00',
      null,
    ]);
    const { deposits: ofMember } = (await counter.get(`/api/members/${sunita.id}`)).json();
    expect(ofMember[1]).toMatchObject({ accountNumber: 'FD000002', product: 'Fixed deposit', available: '0.00' });
    const stranger = await counter.admit('Asha Bisht');
    expect((await counter.get(`/api/deposits/${id}`, stranger.signedIn)).statusCode).toBe(404);
  });

  test('by cheque or UPI is a receipt with its number, which counts once', async () => {
    const cheque = { mode: 'cheque', reference: '004512', referenceOn: '2026-11-28', drawnOn: 'Almora Urban Bank' };
    const before = await deposits();
    const refused = async (payment: object) => {
      const answer = (await open({ payment })).json();
      return [answer.code, ...(answer.fields ?? []).map(({ path }: { path: string }) => path)];
    };
    expect(await refused({ mode: 'upi' })).toEqual(['REFERENCE_REQUIRED', 'payment.reference']);
    expect(await refused({ mode: 'cheque', reference: '4512' })).toEqual(['DRAWN_ON_REQUIRED', 'payment.drawnOn']);
    expect(await deposits()).toBe(before);

    const { id, accountNumber, receiptId, entryId } = (await open({ payment: cheque })).json();
    expect(await counter.lastPostings()).toEqual(['debit 1204 - 100000.00', `credit 2111 ${accountNumber} 100000.00`]);
    expect((await counter.get(`/api/receipts/${receiptId}`)).json()).toMatchObject({
      mode: 'cheque',
      reference: '004512',
      lines: [{ label: `Fixed deposit ${accountNumber}` }],
    });
    expect(await refused({ ...cheque, reference: ' 00 4512' })).toEqual(['REFERENCE_USED', 'payment.reference']);
    expect((await open({ payment: { mode: 'upi', reference: 'UPI/633411' } })).json()).toMatchObject({
      status: 'opened',
    });
    expect(await counter.lastPostings()).toContain('debit 1203 - 100000.00');

    // The cheque comes back: the deposit is gone, and another cheque of that number may come.
    await counter.changeSetting('limit.reversalApproval', '200000.00');
    const back = await counter.post(
      `/api/journal-entries/${entryId}/reversal`,
      { reason: 'The bank returned the cheque' },
      counter.manager,
    );
    expect(back.statusCode, back.body).toBe(201);
    expect((await counter.get(`/api/deposits/${id}`)).json()).toMatchObject({ status: 'closed', balance: '0.00' });
    expect((await open({ payment: cheque })).json()).toMatchObject({ status: 'opened' });
  });

  test('from savings is one transfer, which leaves the rest there', async () => {
    const answer = await open({ amount: '15000.00', payment: fromSavings() });
    expect(answer.json()).toMatchObject({ status: 'opened', receiptId: null });
    expect(await counter.lastPostings()).toEqual([
      `debit 2101 ${sunita.depositNumber} 15000.00`,
      `credit 2111 ${answer.json().accountNumber} 15000.00`,
    ]);
    expect(await counter.balance('deposit', sunita.depositId)).toBe('5000.00');
  });

  test('is shown before it is opened: what it will bring this member, and where the money comes from', async () => {
    await bornOn(sunita, '1966-11-30');
    const look = async (more: object = {}) => {
      const answer = await counter.post(
        '/api/deposits?preview=true',
        { memberId: sunita.id, productCode: 'FD', amount: '15000.00', months: 36, payment: fromSavings(), ...more },
        counter.cashier,
      );
      return [answer.statusCode, answer.json()];
    };
    const before = await deposits();
    expect(await look()).toEqual([
      200,
      expect.objectContaining({
        preview: true,
        total: '15000.00',
        balances: [{ label: `Deposit ${sunita.depositNumber}`, before: '20000.00', after: '5000.00' }],
        needsApproval: false,
        quote: expect.objectContaining({ category: 'senior', maturesOn: '2029-11-30', amount: '15000.00' }),
      }),
    ]);
    expect(await look({ payment: { mode: 'cash' } })).toEqual([
      200,
      expect.objectContaining({
        narration: expect.stringMatching(/^Received in cash from .+: Fixed deposit$/),
        balances: [expect.objectContaining({ label: 'Till T1' })],
      }),
    ]);
    expect(await look({ amount: '20000.01' })).toEqual([422, expect.objectContaining({ code: 'BALANCE_TOO_LOW' })]);
    expect(await look({ productCode: 'SB' })).toEqual([
      422,
      expect.objectContaining({ code: 'DEPOSIT_PRODUCT_UNKNOWN' }),
    ]);
    expect(await deposits()).toBe(before);
  });

  test('that pays its interest out stands in an account of its own, and names the day of every payment', async () => {
    const { id } = (await open({ productCode: 'QIS', months: 12 })).json();
    expect(await counter.lastPostings()).toContain('credit 2112 QIS000002 100000.00');
    const { plan, term } = (await counter.get(`/api/deposits/${id}`)).json();
    // 1,00,000 at 7.25 per cent: 1,812.50 a quarter.
    expect(plan.lines.map(({ on, paid }: Record<string, string>) => [on, paid])).toEqual([
      ['2027-02-28', '1812.50'],
      ['2027-05-30', '1812.50'],
      ['2027-08-30', '1812.50'],
      ['2027-11-30', '1812.50'],
    ]);
    expect(term).toMatchObject({ maturityValue: '100000.00', atMaturity: 'renew-principal' });
  });

  test('of a member of 58 has the rate of senior citizens from the day the society says so', async () => {
    await bornOn(sunita, '1968-11-30');
    expect((await open()).json()).toMatchObject({ annualRate: '8' });
    await counter.changeSetting('deposits.seniorAge', 58);
    expect((await open()).json()).toMatchObject({ annualRate: '8.5' });
  });

  test('of a member of sixty has the rate of senior citizens, by the register and not by what is said', async () => {
    await bornOn(sunita, '1966-11-30');
    expect((await open()).json()).toMatchObject({ annualRate: '8.5' });
    await bornOn(sunita, '1966-12-01');
    expect((await open()).json()).toMatchObject({ annualRate: '8' });
    expect((await open({ categories: ['senior'] })).statusCode).toBe(400);
  });

  test('keeps its rate when the card changes', async () => {
    const { id } = (await open()).json();
    const product = (await counter.inject({ url: '/api/term-products' }))
      .json()
      .items.find(({ code }: { code: string }) => code === 'FD');
    expect(product.rates.length).toBeGreaterThan(0);
    await counter.platform.transact((trx) =>
      insertTermProduct(
        trx,
        {
          ...product,
          minimumAmount: rupees(1_000),
          rates: [{ category: 'general', amountFrom: rupees(0), termFrom: 1, termUnit: 'months', annualRate: '5' }],
        },
        { effectiveFrom: TODAY, legalBasis: null, recordedAt: 0 },
      ),
    );
    expect((await counter.get(`/api/deposits/${id}`)).json()).toMatchObject({
      term: { annualRate: '8', maturityValue: '126824.00' },
      plan: { unrounded: '126824.1795' },
    });
    expect((await open()).json()).toMatchObject({ annualRate: '5' });
  });

  test('is opened and asked for in multiples of what its product says', async () => {
    await counter.platform.transact(async (trx) => {
      await trx
        .updateTable('term_product')
        .set({ multipleOf: rupees(500) })
        .execute();
    });
    const payment = { mode: 'transfer', depositId: sunita.depositId };
    const asked = { productCode: 'FD', amount: '1250.00', months: 12, payment };
    for (const answer of [
      await open({ amount: '1250.00' }),
      await counter.post('/api/deposits', asked, sunita.signedIn),
    ]) {
      expect([answer.statusCode, answer.json().detail]).toEqual([422, 'The amount must be a multiple of ₹500.00.']);
    }
    expect((await open({ amount: '1500.00' })).statusCode).toBe(201);
  });

  test('is counted, with what it holds, when the rules of its product are to change', async () => {
    await open();
    await open({ amount: '25000.00' });
    const [product] = (await counter.inject({ url: '/api/term-products' })).json().items;
    const { code, name: _shown, legalBasis: _before, ...rules } = product;
    const reach = async (appliesTo: string) => {
      const payload = { ...rules, appliesTo, lockInDays: 45, effectiveFrom: '2027-04-01' };
      const asked = { method: 'PUT', url: `/api/term-products/${code}?preview=true`, payload } as const;
      const { lines } = (await (await counter.staff('administrator', 'Asha Negi')).inject(asked)).json();
      return lines.map(({ label, after }: Record<string, string>) => `${label}: ${after}`);
    };
    expect(await reach('all')).toEqual([
      'Days without interest when closed early: 45',
      'Fine, grace, lock-in and penalty hold for: every deposit',
      'Open deposits of this kind, which keep their amount, rate and term: 2',
      'What they hold: 125000.00',
      'In force from, or from the yes when that comes later: 2027-04-01',
    ]);
    expect(await reach('new')).toContain('Open deposits of this kind, which keep their terms: 2');
  });

  test('sent twice under one key is opened once', async () => {
    const headers = { 'idempotency-key': 'one-and-the-same-key' };
    const payload = {
      memberId: sunita.id,
      productCode: 'FD',
      amount: '1000.00',
      months: 12,
      payment: { mode: 'cash' },
    };
    const send = () => counter.cashier.inject({ method: 'POST', url: '/api/deposits', headers, payload });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.map(({ headers: sent }) => sent['idempotency-replayed'] ?? 'first').sort()).toEqual([
      'first',
      'true',
      'true',
    ]);
    expect(await deposits()).toBe(2);
  });
});

describe('a recurring deposit', () => {
  test('of 1,000 for 12 months takes the first instalment and knows the days of the others', async () => {
    await counter.platform.transact(async (trx) => {
      await trx.updateTable('term_rate').set({ annualRate: '8' }).where('termUnit', '=', 'months').execute();
    });
    const answer = await open({ productCode: 'RD', amount: '1000.00', months: 12 });
    // 12,529.33 by the formula of the banks, to the rupee.
    expect(answer.json()).toMatchObject({ maturityValue: '12529.00', maturesOn: '2027-11-30' });
    const { id, entryId } = answer.json();
    expect(await counter.lastPostings()).toContain('credit 2121 RD000002 1000.00');
    const { balance, plan } = (await counter.get(`/api/deposits/${id}`)).json();
    expect(balance).toBe('1000.00');
    expect(plan.instalments).toHaveLength(12);
    expect(plan.instalments.slice(0, 4)).toEqual([
      // 28 February 2027 is a Sunday.
      {
        number: 1,
        dueOn: '2026-11-30',
        movesTo: null,
        amount: '1000.00',
        missedOn: null,
        paidOn: '2026-11-30',
        entryId,
      },
      { number: 2, dueOn: '2026-12-30', movesTo: null, amount: '1000.00', missedOn: null, paidOn: null, entryId: null },
      { number: 3, dueOn: '2027-01-30', movesTo: null, amount: '1000.00', missedOn: null, paidOn: null, entryId: null },
      {
        number: 4,
        dueOn: '2027-02-28',
        movesTo: '2027-03-01',
        amount: '1000.00',
        missedOn: null,
        paidOn: null,
        entryId: null,
      },
    ]);
    expect(plan).toMatchObject({ paidIn: '12000.00', unrounded: '12529.3256' });
    const [listed] = (await counter.get('/api/deposits', sunita.signedIn)).json().items;
    expect(listed.term.instalments).toEqual({
      paid: 1,
      count: 12,
      nextDueOn: '2026-12-30',
      missed: 0,
      isIrregular: false,
    });
  });
});

describe('an instalment at the counter', () => {
  const rd = async () => (await open({ productCode: 'RD', amount: '1000.00', months: 12 })).json();
  const pay = (depositId: string, amount = '1000.00') =>
    counter.post('/api/receipts', {
      memberId: sunita.id,
      lines: [{ kind: 'instalment', depositId, amount }],
      mode: 'cash',
    });
  const paid = async (id: string) =>
    (await counter.get(`/api/deposits/${id}`))
      .json()
      .plan.instalments.flatMap((each: { number: number; paidOn: string | null }) =>
        each.paidOn === null ? [] : [each.number],
      );

  test('is the next one, stands beside the member before it is paid, and is paid once', async () => {
    const { id, accountNumber } = await rd();
    expect((await counter.get(`/api/counter/members/${sunita.id}`)).json()).toMatchObject({
      deposits: [{ accountNumber: sunita.depositNumber }],
      instalments: [{ depositId: id, accountNumber, number: 2, dueOn: '2026-12-30', amount: '1000.00', fine: '0.00' }],
    });
    const answer = await pay(id);
    expect(answer.json().receipt).toMatchObject({
      total: '1000.00',
      lines: [{ kind: 'instalment', label: `Recurring deposit ${accountNumber}`, amount: '1000.00' }],
    });
    expect(await counter.lastPostings()).toEqual(['debit 1102 T1 1000.00', `credit 2121 ${accountNumber} 1000.00`]);
    expect([await counter.balance('deposit', id), await paid(id)]).toEqual(['2000.00', [1, 2]]);
  });

  test('that is two months late costs 30 besides, as a line of its own', async () => {
    const { id, accountNumber } = await rd();
    await counter.platform.transact(async (trx) => {
      await trx
        .updateTable('term_instalment')
        .set({ dueOn: calendarDate('2026-09-30') })
        .where('number', '=', 2)
        .execute();
    });
    expect((await pay(id)).json().receipt).toMatchObject({
      total: '1030.00',
      lines: [
        { label: `Recurring deposit ${accountNumber}`, amount: '1000.00' },
        { kind: 'fine', label: `Late fine ${accountNumber}`, amount: '30.00' },
      ],
    });
    expect(await counter.lastPostings()).toEqual([
      'debit 1102 T1 1030.00',
      `credit 2121 ${accountNumber} 1000.00`,
      'credit 4203 - 30.00',
    ]);
  });

  test('of another amount, of an account without instalments, beyond the last, or twice at once is refused', async () => {
    const { id, accountNumber } = await rd();
    for (const amount of ['999.99', '2000.00']) {
      expect((await pay(id, amount)).json()).toMatchObject({
        status: 422,
        code: 'INSTALMENT_AMOUNT',
        detail: `An instalment of ${accountNumber} is ₹1,000.00, not more and not less.`,
        fields: [{ path: 'lines.0.amount' }],
      });
    }
    const fixed = (await open({ amount: '1000.00' })).json();
    expect((await pay(fixed.id)).json()).toMatchObject({ status: 422, code: 'DEPOSIT_NOT_RECURRING' });
    expect((await pay(sunita.depositId)).json()).toMatchObject({ status: 422, code: 'DEPOSIT_NOT_RECURRING' });
    const line = { kind: 'instalment', depositId: id, amount: '1000.00' };
    const twice = { memberId: sunita.id, lines: [line, line], mode: 'cash' };
    expect((await counter.post('/api/receipts', twice)).json()).toMatchObject({ code: 'RECEIPT_LINE_REPEATED' });
    for (let number = 2; number <= 12; number += 1) expect((await pay(id)).statusCode).toBe(201);
    expect((await pay(id)).json()).toMatchObject({ status: 422, code: 'INSTALMENTS_ALL_PAID' });
    expect(await counter.balance('deposit', id)).toBe('12000.00');
  });

  test('taken back is due again', async () => {
    const { id } = await rd();
    const { entryId } = (await pay(id)).json().receipt;
    await counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'Another member paid' }, counter.manager);
    expect([await paid(id), await counter.balance('deposit', id)]).toEqual([[1], '1000.00']);
  });
});

describe('above the limit of transfers', () => {
  const ask = async () => {
    await counter.changeSetting('limit.transferApproval', '10000.00');
    return open({ amount: '15000.00', payment: fromSavings() });
  };
  const decide = (id: string, act: string, by = counter.manager) =>
    counter.post(`/api/approvals/${id}/${act}`, act === 'approval' ? {} : { reason: 'The member thinks again' }, by);

  test('a second person sees rate and value first, and their yes opens the deposit', async () => {
    const asked = await ask();
    expect([asked.statusCode, asked.json().status]).toEqual([202, 'waiting']);
    expect(await deposits()).toBe(1);
    const { approvalId } = asked.json();
    expect((await counter.get(`/api/approvals/${approvalId}`, counter.manager)).json()).toMatchObject({
      kind: 'term-opening',
      summary: `Open “Fixed deposit” of ₹15,000.00 for Sunita Devi Rawat (${sunita.number}) from account ${sunita.depositNumber}`,
      lines: [
        { label: `Balance of ${sunita.depositNumber}`, before: '20000.00', after: '5000.00' },
        { label: 'Term', after: '36 months' },
        { label: 'Rate a year', after: '8 %' },
        { label: 'Matures on', after: '2029-11-30' },
        { label: 'Value at maturity', after: '19024.00' },
      ],
    });
    expect((await decide(approvalId, 'approval', counter.cashier)).statusCode).toBe(403);
    const decided = await decide(approvalId, 'approval');
    expect(decided.statusCode, decided.body).toBe(200);
    expect(await counter.balance('deposit', sunita.depositId)).toBe('5000.00');
    expect(await deposits()).toBe(2);
  });

  test('a no leaves the money where it is', async () => {
    const { approvalId } = (await ask()).json();
    expect((await decide(approvalId, 'rejection')).statusCode).toBe(200);
    expect([await counter.balance('deposit', sunita.depositId), await deposits()]).toEqual(['20000.00', 1]);
  });
});

describe('an opening is refused, with the field and a sentence, and nothing is written,', () => {
  test('whatever is asked for that cannot be', async () => {
    for (const [what, more, status, code, field] of [
      ['below the smallest amount', { amount: '999.99' }, 422, 'TERM_AMOUNT_BELOW', 'amount'],
      ['for a term shorter than the card', { months: undefined, days: 6 }, 422, 'TERM_TOO_SHORT', 'days'],
      ['for a term longer than the product', { months: 121 }, 422, 'TERM_TOO_LONG', 'months'],
      ['for months and days', { days: 30 }, 422, 'TERM_SAID_ONCE', 'months'],
      ['after the business date', { openedOn: '2026-12-01' }, 422, 'TERM_OPENED_LATER', 'openedOn'],
      ['before the member joined', { openedOn: '2026-11-29' }, 422, 'TERM_BEFORE_MEMBER', 'openedOn'],
      ['without an amount', { amount: undefined }, 422, 'TERM_AMOUNT_NAMED', 'amount'],
      ['without money', { payment: undefined }, 422, 'TERM_PAYMENT_NAMED', 'payment'],
      ['for nobody', { memberId: undefined }, 400, 'DEPOSIT_MEMBER_NAMED', 'memberId'],
      [
        'of an instalment below the smallest',
        { productCode: 'RD', amount: '99.99' },
        422,
        'TERM_AMOUNT_BELOW',
        'amount',
      ],
      ['of instalments for days', { productCode: 'RD', months: undefined, days: 90 }, 422, 'TERM_IN_MONTHS', 'days'],
    ] as const) {
      const answer = await open(more);
      expect([answer.statusCode, answer.json()], what).toMatchObject([status, { code, fields: [{ path: field }] }]);
      const hindi = await counter.cashier.inject({
        method: 'POST',
        url: '/api/deposits',
        headers: { 'idempotency-key': `in-hindi-${what.replaceAll(' ', '-')}`, 'accept-language': 'hi' },
        payload: {
          memberId: sunita.id,
          productCode: 'FD',
          amount: '100000.00',
          months: 36,
          payment: { mode: 'cash' },
          ...more,
        },
      });
      expect(hindi.json().detail).toMatch(/[\u0900-\u097f]/);
      expect(hindi.json().detail).not.toBe(answer.json().detail);
      expect(await deposits()).toBe(1);
    }
  });

  test('on a day that had no rate yet', async () => {
    await counter.platform.transact(async (trx) => {
      await trx
        .updateTable('term_product')
        .set({ effectiveFrom: calendarDate('2026-12-01') })
        .where('code', '=', 'FD')
        .execute();
    });
    expect((await open()).json()).toMatchObject({
      status: 422,
      code: 'TERM_NO_VERSION',
      fields: [{ path: 'openedOn' }],
    });
  });

  test('where the society takes no fixed deposits', async () => {
    await counter.platform.transact(async (trx) => {
      await trx.updateTable('setting').set({ value: 'false' }).where('name', '=', 'deposits.fixedAllowed').execute();
    });
    counter.platform.cache.dropTag('settings');
    expect((await open()).json()).toMatchObject({ status: 422, code: 'FIXED_DEPOSITS_OFF' });
    expect((await open({ productCode: 'RD', amount: '1000.00', months: 12 })).statusCode).toBe(201);
  });

  test('without a key, without an open till, with more than the savings hold, or with the savings of another', async () => {
    const payload = {
      memberId: sunita.id,
      productCode: 'FD',
      amount: '1000.00',
      months: 12,
      payment: { mode: 'cash' },
    };
    const without = await counter.cashier.inject({ method: 'POST', url: '/api/deposits', payload });
    expect(without.json()).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
    expect((await open({}, counter.secondCashier)).json()).toMatchObject({ status: 409, code: 'TILL_NOT_OPEN' });
    expect((await open({ payment: fromSavings() })).json()).toMatchObject({ status: 422, code: 'BALANCE_TOO_LOW' });
    const asha = await counter.admitActive('Asha Bisht', 9_000);
    const payment = { mode: 'transfer', depositId: asha.depositId };
    expect((await open({ amount: '5000.00', payment })).json()).toMatchObject({
      status: 404,
      code: 'DEPOSIT_UNKNOWN',
      fields: [{ path: 'payment.depositId' }],
    });
    await counter.setStatus(sunita.id, 'resigned');
    expect((await open()).json()).toMatchObject({ status: 422, code: 'DEPOSIT_MEMBER_STATUS' });
    expect(await deposits()).toBe(2);
  });

  test('by staff who may not take or move money', async () => {
    expect((await open({}, counter.manager)).json()).toMatchObject({ status: 403, code: 'NOT_PERMITTED' });
    expect((await open({ payment: fromSavings() }, counter.manager)).json()).toMatchObject({ status: 403 });
  });
});

describe('money that has a term', () => {
  test('is not withdrawn, transferred or added to as savings are', async () => {
    const { id, accountNumber } = (await open()).json();
    const refused = { status: 422, code: 'DEPOSIT_HAS_TERM' };
    const cash = await counter.post(`/api/deposits/${id}/withdrawals`, { amount: '10.00', mode: 'cash' });
    expect(cash.json()).toMatchObject(refused);
    const away = { amount: '10.00', to: { kind: 'deposit', accountNumber: sunita.depositNumber } };
    expect((await counter.post(`/api/deposits/${id}/transfers`, away)).json()).toMatchObject(refused);
    expect((await counter.post(`/api/deposits/${id}/transfers`, away, sunita.signedIn)).json()).toMatchObject(refused);
    const into = { amount: '10.00', to: { kind: 'deposit', accountNumber } };
    expect((await counter.post(`/api/deposits/${sunita.depositId}/transfers`, into)).json()).toMatchObject(refused);
    const receipt = { memberId: sunita.id, lines: [{ kind: 'savings', depositId: id, amount: '10.00' }], mode: 'cash' };
    expect((await counter.post('/api/receipts', receipt)).json()).toMatchObject({
      ...refused,
      fields: [{ path: 'lines.0.depositId' }],
    });
    expect(await counter.balance('deposit', id)).toBe('100000.00');
  });

  test('is told of a member to nobody who transfers to its number', async () => {
    const { accountNumber } = (await open()).json();
    const asha = await counter.admitActive('Asha Bisht', 1_000);
    const into = { amount: '10.00', to: { kind: 'deposit', accountNumber } };
    const answer = await counter.post(`/api/deposits/${asha.depositId}/transfers`, into, asha.signedIn);
    expect(answer.json()).toMatchObject({ status: 422, code: 'TRANSFER_RECIPIENT_UNKNOWN' });
  });
});

describe('the certificate of a deposit', () => {
  test('is printed for its member and for staff, in both languages, and each print is written down', async () => {
    const { id, entryId } = (await open({ amount: '5000.00' })).json();
    const url = `/api/deposits/${id}/certificate.pdf`;
    for (const [by, query] of [
      [sunita.signedIn, ''],
      [counter.manager, '?language=hi'],
    ] as const) {
      const answer = await counter.get(`${url}${query}`, by);
      expect(answer.headers['content-disposition']).toBe('inline; filename="certificate-FD000002.pdf"');
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const prints = await counter.platform.database
      .selectFrom('audit')
      .select('id')
      .where('action', '=', 'deposit.certificate-printed')
      .execute();
    expect(prints).toHaveLength(2);
    const stranger = await counter.admit('Asha Bisht');
    expect((await counter.get(url, stranger.signedIn)).statusCode).toBe(404);
    expect((await counter.get(`/api/deposits/${sunita.depositId}/certificate.pdf`)).json()).toMatchObject({
      status: 422,
      code: 'DEPOSIT_WITHOUT_TERM',
    });
    await counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'A mistake of mine' }, counter.manager);
    expect((await counter.get(url)).json()).toMatchObject({ status: 409, code: 'DEPOSIT_CLOSED' });
  });
});

describe('an opening by mistake', () => {
  const reverse = (entryId: string) =>
    counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'Another member was meant' }, counter.manager);

  test('is taken back: the money goes where it came from, and the deposit is closed', async () => {
    for (const more of [
      { amount: '5000.00' },
      { amount: '15000.00', payment: fromSavings() },
      { productCode: 'RD', amount: '500.00', months: 12 },
    ]) {
      const { id, entryId } = (await open(more)).json();
      expect((await reverse(entryId)).statusCode).toBe(201);
      expect((await counter.get(`/api/deposits/${id}`)).json()).toMatchObject({ status: 'closed', balance: '0.00' });
    }
    expect(await counter.balance('deposit', sunita.depositId)).toBe('20000.00');
  });

  test('stands while the deposit is security', async () => {
    const { id, entryId } = (await open()).json();
    await counter.restrict(id, '100000.00');
    expect((await counter.get(`/api/deposits/${id}`)).json()).toMatchObject({ hold: '100000.00', available: '0.00' });
    expect((await reverse(entryId)).json()).toMatchObject({ status: 422, code: 'TERM_HELD' });
  });
});
