import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { loansMessages, loansRoutes } from '../loans/index.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
let guarantors: AdmittedMember[];
let officer: SignedIn;
let committee: SignedIn;
beforeEach(async () => {
  counter = await openTestCounter({}, undefined, [{ name: 'loans', routes: loansRoutes, messages: loansMessages }]);
  officer = await counter.staff('loan_officer', 'Lata Negi');
  committee = await counter.staff('committee', 'Hari Chandra');
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 20_000);
  guarantors = [await counter.admitActive('Bina Mehta'), await counter.admitActive('Deepak Pant')];
  await counter.platform.transact((trx) =>
    trx
      .updateTable('member')
      .set({ joinedOn: calendarDate('2026-04-01') })
      .execute(),
  );
});
afterEach(() => counter.close());

const asked = {
  productCode: 'PL',
  amount: '100000.00',
  instalments: 12,
  purpose: 'A second buffalo',
  monthlyIncome: '30000.00',
};
const numbers = () => guarantors.map(({ number }) => number);
const apply = (more: object = {}, by = sunita.signedIn) =>
  counter.post('/api/loans', { ...asked, guarantors: numbers(), ...more }, by);
const detail = async (id: string, by: SignedIn = officer) => (await counter.get(`/api/loans/${id}`, by)).json();
const act = async (id: string, what: string, body: object, by: SignedIn) =>
  counter.post(`/api/loans/${id}/${what}`, { ...body, version: (await detail(id)).version }, by);
const consent = (id: string, surety: AdmittedMember, consents = true) =>
  surety.signedIn.inject({ method: 'PUT', url: `/api/loans/${id}/surety`, payload: { consents } });
const recommend = (id: string, by = officer) => act(id, 'recommendation', { note: 'Income seen' }, by);
const sanction = (id: string, more: object = {}, by = committee) =>
  act(id, 'sanction', { amount: '100000.00', instalments: 12, resolutionNumber: 'LC/2026/14', ...more }, by);

async function sanctioned(): Promise<string> {
  const { id } = (await apply()).json();
  for (const surety of guarantors) await consent(id, surety);
  await recommend(id);
  await sanction(id);
  return id;
}
async function paidOut(): Promise<string> {
  const id = await sanctioned();
  const { approvalId } = (await counter.post(`/api/loans/${id}/disbursement`, to(), officer)).json();
  const paid = await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);
  if (paid.statusCode !== 200) throw new Error(paid.body);
  return id;
}
const to = () => ({ toDepositId: sunita.depositId });
const receive = (id: string, amount: string, by = counter.cashier) =>
  counter.post(
    '/api/receipts',
    { memberId: sunita.id, lines: [{ kind: 'loan', loanId: id, amount }], mode: 'cash' },
    by,
  );

describe('a loan from the first question to the last rupee', () => {
  test('is quoted, asked for, vouched for, recommended, sanctioned, paid out by two, and paid back', async () => {
    const { productCode, amount, instalments } = asked;
    const payload = { productCode, amount, instalments };
    const quote = (await counter.inject({ method: 'POST', url: '/api/loans/quote', payload })).json();
    expect(quote).toMatchObject({
      annualRate: '12',
      // 99,500 in hand for the same instalments.
      annualCost: '12.95',
      interest: '6618.46',
      total: '106618.46',
      processingFee: '500.00',
      inHand: '99500.00',
    });
    expect(quote.instalments.at(-1)).toEqual({
      number: 12,
      dueOn: '2027-11-30',
      principal: '8795.50',
      interest: '87.96',
      total: '8883.46',
      balance: '0.00',
    });

    const { id, number } = (await apply()).json();
    expect((await recommend(id)).json()).toMatchObject({ code: 'LOAN_SURETIES_MISSING' });
    for (const surety of guarantors) expect((await consent(id, surety)).statusCode).toBe(200);
    expect((await recommend(id)).json().status).toBe('recommended');
    expect((await sanction(id)).json()).toMatchObject({
      status: 'sanctioned',
      resolutionNumber: 'LC/2026/14',
      validUntil: '2027-02-28',
    });

    const preview = await counter.post(`/api/loans/${id}/disbursement?preview=true`, to(), officer);
    // 5 % of a lakh in shares is 5,000; 500 wait for their allotment already.
    expect(preview.json()).toMatchObject({ processingFee: '500.00', shares: '4500.00', inHand: '95000.00' });
    const waiting = await counter.post(`/api/loans/${id}/disbursement`, to(), officer);
    expect(waiting.statusCode).toBe(202);
    const approval = `/api/approvals/${waiting.json().approvalId}/approval`;
    expect((await counter.post(approval, {}, officer)).statusCode).toBe(403);
    expect((await counter.post(approval, {}, counter.manager)).statusCode).toBe(200);
    expect(await counter.lastPostings()).toEqual([
      'debit 1301 - 100000.00',
      'credit 4202 - 500.00',
      `credit 2204 ${sunita.number} 4500.00`,
      `credit 2101 ${sunita.depositNumber} 95000.00`,
    ]);
    expect([await counter.balance('loan', id), await counter.balance('deposit', sunita.depositId)]).toEqual([
      '100000.00',
      '115000.00',
    ]);

    const loan = await detail(id, sunita.signedIn);
    expect(loan).toMatchObject({ status: 'active', outstanding: '100000.00', nextDueOn: '2026-12-30', daysPastDue: 0 });
    expect(loan.instalmentsPlan).toHaveLength(12);

    // 92,115 × 12 % ÷ 12 = 921.15; whoever sees the loan sees how its interest comes about.
    const explanation = (await counter.get(`/api/loans/${id}/explanation`, sunita.signedIn)).json();
    expect(explanation).toMatchObject({ interestBasis: 'scheduled', rules: { code: 'PL' } });
    expect(explanation.instalments[1]).toEqual({
      number: 2,
      dueOn: loan.instalmentsPlan[1].dueOn,
      opening: '92115.00',
      principal: '7963.85',
      interest: '921.15',
      closing: '84151.15',
      lines: [
        {
          from: '2026-12-30',
          to: '2027-01-30',
          days: 31,
          balance: '92115.00',
          annualRate: '12',
          yearPart: { numerator: 1, denominator: 12 },
          interest: '921.15',
        },
      ],
      rounded: '921.15',
      brought: '0.00',
      carried: '0.00',
      waived: '0.00',
    });
    const toGuarantor = (await counter.get(`/api/loans/${id}/explanation`, guarantors[0]?.signedIn)).json();
    expect(toGuarantor.instalments).toHaveLength(12);

    // The first instalment in cash, with its parts on the receipt.
    const receipt = await receive(id, '8885.00');
    expect(receipt.json().receipt.lines).toMatchObject([
      { label: `Loan ${number}, principal`, amount: '7885.00' },
      { label: `Loan ${number}, interest`, amount: '1000.00' },
    ]);
    expect(await counter.lastPostings()).toEqual([
      'debit 1102 T1 8885.00',
      'credit 1301 - 7885.00',
      'credit 4101 - 1000.00',
    ]);
    // What closes it from savings, by the member: the interest of the first month is paid, the rest is not begun.
    const repayment = { fromDepositId: sunita.depositId, amount: '92115.00' };
    const repaid = await counter.post(`/api/loans/${id}/repayments`, repayment, sunita.signedIn);
    expect(repaid.json()).toMatchObject({
      split: { principal: '92115.00', interest: '0.00', fee: '0.00', penalty: '0.00' },
      isClosed: true,
    });
    expect(await detail(id)).toMatchObject({ status: 'closed', outstanding: '0.00', nextDueOn: null, owed: '0.00' });
  });

  test('may be sent back, rejected, taken back, or sanctioned with less than was asked for, never with more', async () => {
    const { id } = (await apply()).json();
    expect((await act(id, 'return', { reason: 'The salary slip is missing' }, officer)).json()).toMatchObject({
      status: 'returned',
      reason: 'The salary slip is missing',
    });
    expect((await act(id, 'rejection', { reason: 'No income was shown' }, committee)).json().status).toBe('rejected');
    const second = (await apply()).json();
    const taken = await sunita.signedIn.inject({ method: 'DELETE', url: `/api/loans/${second.id}` });
    expect(taken.json().status).toBe('withdrawn');

    const third = (await apply()).json();
    for (const surety of guarantors) await consent(third.id, surety);
    await recommend(third.id);
    expect((await sanction(third.id, { amount: '120000.00' })).json()).toMatchObject({ code: 'LOAN_SANCTION_ABOVE' });
    expect((await sanction(third.id, { amount: '60000.00' })).json()).toMatchObject({
      amount: '60000.00',
      askedAmount: '100000.00',
    });
  });
});

describe('nobody decides for themselves', () => {
  test('whoever recommended a loan does not sanction it, and no version is overtaken', async () => {
    const { id } = (await apply()).json();
    for (const surety of guarantors) await consent(id, surety);
    const both = await counter.staff('committee', 'Om Prakash');
    const acting = counter.signIn({
      ...both.actor,
      permissions: new Set([...both.actor.permissions, 'loan.recommend']),
    });
    await recommend(id, acting);
    expect((await sanction(id, {}, acting)).json()).toMatchObject({ code: 'LOAN_RECOMMENDED_BY_YOU' });
    const old = await counter.post(
      `/api/loans/${id}/sanction`,
      { amount: '100000.00', instalments: 12, resolutionNumber: 'LC/1', version: 1 },
      committee,
    );
    expect(old.json()).toMatchObject({ code: 'LOAN_CHANGED_MEANWHILE' });
  });

  test('whoever borrows neither asks for the payout of it nor agrees to it', async () => {
    const id = await sanctioned();
    const borrow = (userId: number) =>
      counter.platform.transact((trx) =>
        trx
          .updateTable('user')
          .set({ memberId: null })
          .where('memberId', '=', Number(sunita.id))
          .execute()
          .then(() =>
            trx
              .updateTable('user')
              .set({ memberId: Number(sunita.id) })
              .where('id', '=', userId)
              .execute(),
          ),
      );
    await borrow(officer.actor.userId);
    expect((await counter.post(`/api/loans/${id}/disbursement`, to(), officer)).json()).toMatchObject({
      code: 'LOAN_OWN',
    });
    await borrow(counter.manager.actor.userId);
    const { approvalId } = (await counter.post(`/api/loans/${id}/disbursement`, to(), officer)).json();
    const own = await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);
    expect([own.statusCode, own.json()]).toMatchObject([403, { code: 'LOAN_OWN' }]);
    expect(await counter.balance('loan', id)).toBe('0.00');
  });

  test('a guarantor without the app says yes by a code that one hands out and another enters, once', async () => {
    const { id } = (await apply()).json();
    const [first, second] = guarantors as [AdmittedMember, AdmittedMember];
    const codes = (by: SignedIn, memberId = first.id) =>
      counter.post(`/api/loans/${id}/surety-codes`, { memberId }, by);
    const enter = (code: string, by = officer, memberId = first.id) =>
      counter.post(`/api/loans/${id}/surety-consents`, { memberId, code }, by);
    expect((await codes(officer)).statusCode).toBe(403);
    expect((await enter('12345678')).json()).toMatchObject({ code: 'SURETY_CODE_WRONG', fields: [{ path: 'code' }] });

    const { code } = (await codes(counter.manager)).json();
    expect(code).toMatch(/^\d{8}$/);
    expect((await enter(code, counter.manager)).json()).toMatchObject({ code: 'SURETY_CODE_SECOND_PERSON' });
    // Nor does the same person by another log-in.
    const phone = '+919811110042';
    const secondLogin = await counter.staff('loan_officer', 'M. Joshi');
    for (const { actor } of [counter.manager, secondLogin]) {
      await counter.platform.transact((trx) =>
        trx.updateTable('user').set({ phone }).where('id', '=', actor.userId).execute(),
      );
    }
    expect((await enter(code, secondLogin)).json()).toMatchObject({ code: 'SURETY_CODE_SECOND_PERSON' });
    // Of another guarantor, of another loan: worth nothing.
    expect((await enter(code, officer, second.id)).statusCode).toBe(409);
    expect((await enter(`${code.slice(0, 4)} ${code.slice(4)}`)).statusCode).toBe(200);
    expect((await enter(code)).statusCode).toBe(409);
    expect((await codes(counter.manager)).json()).toMatchObject({ code: 'SURETY_GIVEN_ALREADY' });
    expect((await detail(id)).guarantors).toMatchObject([{ status: 'consented' }, { status: 'asked' }]);

    const next = (await codes(counter.manager, second.id)).json().code;
    const wrong = next === '00000000' ? '11111111' : '00000000';
    for (let tries = 0; tries < 5; tries += 1) expect((await enter(wrong, officer, second.id)).statusCode).toBe(409);
    expect((await enter(next, officer, second.id)).json()).toMatchObject({ code: 'SURETY_CODE_WRONG' });
    const last = (await codes(counter.manager, second.id)).json().code;
    counter.clock.advance(25 * 3_600_000);
    expect((await enter(last, officer, second.id)).json()).toMatchObject({ code: 'SURETY_CODE_WRONG' });
  });

  test('a member sees their own loans and those they stand surety for, and asks only for themselves', async () => {
    const { id } = (await apply()).json();
    expect((await counter.get(`/api/loans/${id}`, guarantors[0]?.signedIn)).statusCode).toBe(200);
    const stranger = await counter.admitActive('Ravi Kumar Saini');
    expect((await counter.get(`/api/loans/${id}`, stranger.signedIn)).statusCode).toBe(404);
    expect((await counter.get(`/api/loans/${id}/explanation`, stranger.signedIn)).statusCode).toBe(404);
    expect((await counter.get('/api/loans', stranger.signedIn)).json().items).toEqual([]);
    expect((await apply({ memberId: sunita.id }, stranger.signedIn)).statusCode).toBe(404);
    expect((await consent(id, stranger)).statusCode).toBe(404);
  });
});

describe('who may borrow what', () => {
  const asking = (query: string, by: SignedIn = sunita.signedIn) => counter.get(`/api/loans/eligibility?${query}`, by);
  const rule = async (kind: 'thriftArrears' | 'shareMultiple', ruleLimit: string, overrideBy: 'recommender' | null) => {
    await counter.platform.transact(async (trx) => {
      const { id } = await trx
        .selectFrom('loan_product')
        .select('id')
        .where('code', '=', 'PL')
        .executeTakeFirstOrThrow();
      await trx.deleteFrom('loan_eligibility_rule').where('loanProductId', '=', id).where('kind', '=', kind).execute();
      await trx
        .insertInto('loan_eligibility_rule')
        .values({ loanProductId: id, kind, ruleLimit, overrideBy })
        .execute();
    });
  };

  test('a member sees each rule and the largest loan; a stranger sees nothing of them', async () => {
    const query = 'productCode=PL&amount=100000.00&instalments=12&monthlyIncome=30000.00';
    const [item] = (await asking(query)).json().items;
    expect(item).toMatchObject({ productCode: 'PL', largest: '168831.00', largestWithOverride: '500000.00' });
    expect(item.rules).toEqual([
      {
        kind: 'membership',
        unit: 'day',
        value: '2026-11-30',
        limit: '2026-05-01',
        holds: true,
        overrideBy: null,
        times: null,
      },
      { kind: 'ownOverdue', unit: 'days', value: '0', limit: '0', holds: true, overrideBy: null, times: null },
      {
        kind: 'takeHome',
        unit: 'percent',
        value: '70.38',
        limit: '50',
        holds: true,
        overrideBy: 'decider',
        times: null,
      },
      {
        kind: 'thriftArrears',
        unit: 'money',
        value: '0.00',
        limit: '0.00',
        holds: true,
        overrideBy: 'recommender',
        times: null,
      },
    ]);
    expect((await asking('', officer)).json()).toMatchObject({ code: 'LOAN_MEMBER_MISSING' });
    expect((await asking(`memberId=${sunita.id}`, officer)).json().items).toHaveLength(5);
    expect((await asking(`memberId=${guarantors[0]?.id}`)).statusCode).toBe(404);
  });

  test('a hard rule refuses with its figures; a soft one is lent against by whom it names, with a sentence that is kept', async () => {
    await rule('shareMultiple', '10', null);
    expect((await apply()).json()).toMatchObject({
      code: 'LOAN_ABOVE_SHARES',
      detail: expect.stringContaining('10 times the shares of ₹0.00 is ₹0.00'),
    });
    await rule('shareMultiple', '10', 'recommender');
    const { id } = (await apply({ monthlyIncome: '12000.00' })).json();
    const broken = (await detail(id)).eligibility.filter(({ holds }: { holds: boolean }) => !holds);
    expect(broken.map(({ kind }: { kind: string }) => kind)).toEqual(['shareMultiple', 'takeHome']);
    expect((await detail(id, guarantors[0]?.signedIn)).eligibility).toEqual([]);
    for (const surety of guarantors) await consent(id, surety);
    expect((await recommend(id)).json()).toMatchObject({ code: 'LOAN_OVERRIDE_NEEDED' });
    expect((await detail(id)).status).toBe('submitted');
    const why = { note: 'Income seen', override: 'Shares are bought with the payout' };
    expect((await act(id, 'recommendation', why, officer)).json()).toMatchObject({
      status: 'recommended',
      overrides: [{ kind: 'shareMultiple', value: '100000.00', limit: '0.00', note: why.override, by: 'Lata Negi' }],
    });
    // What the officer overrode stands; of the income the committee says why.
    expect((await sanction(id)).json()).toMatchObject({ code: 'LOAN_OVERRIDE_NEEDED' });
    expect((await sanction(id, { override: 'Her son earns too' })).json()).toMatchObject({
      status: 'sanctioned',
      eligibility: [],
      overrides: [{ kind: 'shareMultiple' }, { kind: 'takeHome', value: '25.96', by: 'Hari Chandra' }],
    });
  });
});

describe('guarantors', () => {
  const limits = (values: { guarantorDepositMultiple?: string | null; guarantorMostLoans?: number | null }) =>
    counter.platform.transact((trx) => trx.updateTable('loan_product').set(values).where('code', '=', 'PL').execute());
  const guarantorsOf = async (id: string, by: SignedIn = officer) => (await detail(id, by)).guarantors;
  const replace = (id: string, leaving: AdmittedMember | undefined, coming: AdmittedMember, by = officer) =>
    counter.post(
      `/api/loans/${id}/guarantors`,
      { replacesMemberId: leaving?.id, memberNumber: coming.number, reason: 'He moves to another district' },
      by,
    );

  test('stand for no more than their capacity and for no more loans than the product lets, when named and when they agree', async () => {
    const asha = await counter.admitActive('Asha Bisht', 60_000);
    const om = await counter.admitActive('Om Prakash', 40_000);
    await limits({ guarantorDepositMultiple: '1' });
    // A lakh by two is 50,000 each.
    expect((await apply({ guarantors: [asha.number, om.number] })).json()).toMatchObject({
      code: 'GUARANTOR_OVER_CAPACITY',
      fields: [{ path: 'guarantors.1' }],
    });
    const { id } = (await apply({ guarantors: [asha.number, om.number], amount: '80000.00' })).json();
    expect((await guarantorsOf(id))[0]).toMatchObject({
      part: '40000.00',
      capacity: { exposure: '0.00', limit: '60000.00', free: '60000.00', loans: 0, mostLoans: 2 },
      circle: [],
    });
    // Others see what they stand for, and nobody else's means.
    expect((await guarantorsOf(id, asha.signedIn)).map((one: { capacity: unknown }) => one.capacity === null)).toEqual([
      false,
      true,
    ]);
    await consent(id, asha);
    // What Asha has said yes to counts for the next one.
    const ravi = await counter.admitActive('Ravi Kumar Saini', 20_000);
    await counter.platform.transact((trx) =>
      trx
        .updateTable('member')
        .set({ joinedOn: calendarDate('2026-04-01') })
        .execute(),
    );
    const second = (more: object) => apply({ guarantors: [asha.number, om.number], ...more }, ravi.signedIn);
    expect((await second({ amount: '40001.00' })).json()).toMatchObject({ code: 'GUARANTOR_OVER_CAPACITY' });
    await limits({ guarantorMostLoans: 1 });
    expect((await second({ amount: '20000.00' })).json()).toMatchObject({ code: 'GUARANTOR_TOO_MANY' });
    // Their savings are less by the time they agree.
    await limits({ guarantorMostLoans: null, guarantorDepositMultiple: '0.5' });
    expect((await consent(id, om)).json()).toMatchObject({ code: 'GUARANTOR_OVER_CAPACITY' });
    expect((await guarantorsOf(id))[1]).toMatchObject({ status: 'asked' });
  });

  test('who stand for each other are named, and a part falls with the loan', async () => {
    const [bina] = guarantors;
    const id = await paidOut();
    expect((await guarantorsOf(id))[0]).toMatchObject({ part: '50000.00', circle: [] });
    await receive(id, '8885.00');
    expect((await guarantorsOf(id))[0]).toMatchObject({ part: '46057.50' });
    // Now Sunita is asked by Bina, for whom she would answer.
    const back = (await apply({ guarantors: [sunita.number, guarantors[1]?.number] }, bina?.signedIn)).json();
    expect((await guarantorsOf(back.id)).map(({ circle }: { circle: string[] }) => circle)).toEqual([
      ['Bina Mehta', 'Sunita Devi Rawat'],
      [],
    ]);
  });

  test('are replaced by another who agrees: at once before the decision, by two people after it', async () => {
    const [bina, deepak] = guarantors;
    const [asha, om] = [await counter.admitActive('Asha Bisht'), await counter.admitActive('Om Prakash')];
    const { id } = (await apply()).json();
    expect((await replace(id, bina, sunita)).json()).toMatchObject({ code: 'GUARANTOR_IS_BORROWER' });
    expect((await replace(id, asha, om)).json()).toMatchObject({ code: 'GUARANTOR_NOT_THERE' });
    expect((await replace(id, bina, deepak ?? om)).json()).toMatchObject({ code: 'GUARANTOR_TWICE' });
    expect((await replace(id, bina, asha)).json()).toEqual({ approvalId: null });
    expect((await replace(id, bina, om)).json()).toMatchObject({ code: 'SUBSTITUTION_WAITING' });
    expect((await guarantorsOf(id))[2]).toMatchObject({ status: 'asked', replaces: bina?.number, part: '50000.00' });
    expect((await consent(id, asha)).json().guarantors).toMatchObject([
      { memberName: 'Bina Mehta', status: 'released', part: '0.00' },
      { memberName: 'Deepak Pant', status: 'asked', part: '50000.00' },
      { memberName: 'Asha Bisht', status: 'consented', part: '50000.00' },
    ]);
    // Whoever is released sees the loan no more.
    expect((await counter.get(`/api/loans/${id}`, bina?.signedIn)).statusCode).toBe(404);

    if (deepak === undefined) throw new Error('There are two guarantors.');
    await consent(id, deepak);
    await recommend(id);
    await sanction(id);
    const { approvalId } = (await replace(id, deepak, om)).json();
    expect((await guarantorsOf(id)).map(({ status }: { status: string }) => status)).not.toContain('asked');
    expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, officer)).statusCode).toBe(403);
    expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
    // Deepak answers for it until Om has said yes, and Asha's answer stands.
    expect((await consent(id, asha, false)).json()).toMatchObject({ code: 'SURETY_TOO_LATE' });
    expect((await guarantorsOf(id))[1]).toMatchObject({ status: 'consented' });
    await consent(id, om);
    expect((await guarantorsOf(id)).map(({ status }: { status: string }) => status)).toEqual([
      'released',
      'released',
      'consented',
      'consented',
    ]);
    expect((await consent(id, om, false)).json()).toMatchObject({ code: 'SURETY_TOO_LATE' });
  });
});

test('what cannot be is refused whole', async () => {
  const [first] = numbers();
  for (const [code, more] of [
    ['LOAN_AMOUNT_ABOVE', { amount: '500001.00' }],
    ['LOAN_AMOUNT_BELOW', { amount: '999.00' }],
    ['LOAN_INSTALMENTS_OUTSIDE', { instalments: 61 }],
    ['LOAN_PRODUCT_UNKNOWN', { productCode: 'XX' }],
    ['LOAN_GUARANTORS_NEEDED', { guarantors: [] }],
    ['GUARANTOR_UNKNOWN', { guarantors: ['M-9', 'M-8'] }],
    ['GUARANTOR_IS_BORROWER', { guarantors: [sunita.number, first] }],
    ['GUARANTOR_TWICE', { guarantors: [first, first] }],
  ] as const) {
    expect((await apply(more)).json()).toMatchObject({ code });
  }
  expect((await counter.get('/api/loans', officer)).json().items).toEqual([]);
});

test('a loan is paid out once, asked for once, and takes no more than is owed', async () => {
  const id = await paidOut();
  expect((await counter.post(`/api/loans/${id}/disbursement`, to(), officer)).json()).toMatchObject({
    code: 'LOAN_NOT_SANCTIONED',
  });
  expect((await receive(id, '100000.01')).json()).toMatchObject({ code: 'LOAN_PAYMENT_ABOVE' });
  expect(await counter.balance('loan', id)).toBe('100000.00');
  await apply();
  expect((await apply()).json()).toMatchObject({ code: 'LOAN_ASKED_ALREADY' });
});

test('taking back a receipt owes its instalment again; a payout is taken back last and stands sanctioned', async () => {
  const id = await paidOut();
  const reverse = (entryId: string) =>
    counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'Typed on the wrong loan' }, counter.manager);
  const first = (await receive(id, '8885.00')).json().receipt;
  const second = (await receive(id, '8885.00')).json().receipt;
  const payout = await counter.platform.database
    .selectFrom('loan')
    .select('disbursementEntryId')
    .where('id', '=', Number(id))
    .executeTakeFirstOrThrow();
  expect((await reverse(String(payout.disbursementEntryId))).json()).toMatchObject({ code: 'LOAN_ENTRY_STANDS' });
  expect((await reverse(second.entryId)).statusCode).toBe(201);
  expect(await detail(id)).toMatchObject({ outstanding: '92115.00', nextDueOn: '2027-01-30' });
  expect((await reverse(first.entryId)).statusCode).toBe(201);
  expect(await detail(id)).toMatchObject({ outstanding: '100000.00', nextDueOn: '2026-12-30' });

  await counter.changeSetting('limit.reversalApproval', '200000.00');
  expect((await reverse(String(payout.disbursementEntryId))).statusCode).toBe(201);
  expect(await detail(id)).toMatchObject({ status: 'sanctioned', outstanding: '0.00', disbursedOn: null });
  expect(await counter.balance('deposit', sunita.depositId)).toBe('20000.00');
});
