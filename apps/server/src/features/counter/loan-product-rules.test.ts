import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { loansMessages, loansRoutes } from '../loans/index.ts';
import { openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let administrator: SignedIn;
beforeAll(async () => {
  counter = await openTestCounter({}, undefined, [{ name: 'loans', routes: loansRoutes, messages: loansMessages }]);
  administrator = await counter.staff('administrator', 'Asha Negi');
});
afterAll(() => counter.close());

const rules = async () => (await counter.get('/api/loan-products/rules', administrator)).json();
const ruleOf = async (code: string) => (await rules()).items.find((one: { code: string }) => one.code === code);
/** All of the emergency loan as it stands, with what is to change. */
async function body(change: object, code = 'EML') {
  const {
    code: _code,
    name: _name,
    legalBasis: _basis,
    loans: _loans,
    applications: _applications,
    nextFrom: _next,
    waitingApprovalId: _waiting,
    ...standing
  } = await ruleOf(code);
  return { ...standing, effectiveFrom: '2026-11-30', ...change };
}
const put = async (change: object, { code = 'EML', of = 'EML', query = '' } = {}) =>
  administrator.inject({
    method: 'PUT',
    url: `/api/loan-products/${code}${query}`,
    payload: await body(change, of),
  });

test.each([
  ['a rate of nonsense', { annualRate: 'a lot' }, 400, 'VALIDATION_FAILED', 'annualRate'],
  ['amounts upside down', { maximumAmount: '10.00' }, 422, 'LOAN_PRODUCT_AMOUNTS', 'maximumAmount'],
  ['instalments upside down', { maximumInstalments: 1 }, 422, 'LOAN_PRODUCT_INSTALMENTS', 'maximumInstalments'],
  [
    'fees upside down',
    { processingFeeMinimum: '50.00', processingFeeMaximum: '10.00' },
    422,
    'LOAN_PRODUCT_FEES',
    'processingFeeMaximum',
  ],
  [
    'a flat loan in parts of principal',
    { interestMethod: 'flat', repayment: 'equalPrincipal' },
    422,
    'LOAN_PRODUCT_FLAT',
    'interestMethod',
  ],
  ['another account', { accountCode: '1304' }, 422, 'LOAN_PRODUCT_ACCOUNT_FIXED', 'accountCode'],
  [
    'a limit of days that is an amount',
    { eligibility: [{ kind: 'ownOverdue', limit: '1.50', overrideBy: null }] },
    422,
    'LOAN_PRODUCT_LIMIT',
    'eligibility.0.limit',
  ],
  [
    'a premium of nothing',
    { insurance: { basis: 'fixed', rate: '0.00', accountCode: '2213' } },
    422,
    'LOAN_PRODUCT_PREMIUM',
    'insurance.rate',
  ],
  [
    'a premium owed in an account of members',
    { insurance: { basis: 'percent', rate: '0.5', accountCode: '2204' } },
    422,
    'LOAN_PRODUCT_INSURER',
    'insurance.accountCode',
  ],
  ['a penal charge of more than the whole', { penalRate: '101' }, 400, 'VALIDATION_FAILED', 'penalRate'],
  ['days of grace below nothing', { penalGraceDays: -1 }, 400, 'VALIDATION_FAILED', 'penalGraceDays'],
  ['a day that is over', { effectiveFrom: '2026-11-29' }, 422, 'RULE_DATE_PAST', 'effectiveFrom'],
])('%s is refused at its field and changes nothing', async (_what, change, status, code, field) => {
  const before = await rules();
  const answer = await put(change);
  expect([answer.statusCode, answer.json().code, answer.json().fields?.[0]?.path]).toEqual([status, code, field]);
  expect(await rules()).toEqual(before);
});

test('a change is shown, waits for another person, and then holds for what is sanctioned from its day on', async () => {
  const change = {
    annualRate: '12.5',
    eligibility: [
      { kind: 'ownOverdue', limit: '0', overrideBy: null },
      { kind: 'exposure', limit: '200000.00', overrideBy: 'decider' },
    ],
    legalBasis: 'Resolution MC/2026/7',
  };
  expect((await put(change, { query: '?preview=true' })).json().lines).toEqual([
    { label: 'Interest a year', before: '11 %', after: '12.5 %' },
    {
      label: 'Thrift in arrears, at most',
      before: '0.00, soft, the officer lends against it',
      after: '–',
    },
    { label: 'Owed in all, at most', before: null, after: '200000.00, soft, whoever decides lends against it' },
    { label: 'In force from, or from the yes when that comes later', before: null, after: '2026-11-30' },
    { label: 'Legal basis', before: null, after: 'Resolution MC/2026/7' },
  ]);
  const { approvalId } = (await put(change)).json();
  expect(await ruleOf('EML')).toMatchObject({ annualRate: '11', waitingApprovalId: approvalId });
  expect((await put(change)).json().code).toBe('RULE_CHANGE_WAITING');
  const own = await counter.post(`/api/approvals/${approvalId}/approval`, {}, administrator);
  expect(own.json().code).toBe('APPROVAL_OWN_REQUEST');
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
  expect(await ruleOf('EML')).toMatchObject({
    annualRate: '12.5',
    eligibility: [
      { kind: 'exposure', limit: '200000.00', overrideBy: 'decider' },
      { kind: 'ownOverdue', limit: '0', overrideBy: null },
    ],
    waitingApprovalId: null,
  });
  const payload = { productCode: 'EML', amount: '10000.00', instalments: 6 };
  const quote = await counter.inject({ method: 'POST', url: '/api/loans/quote', payload });
  expect(quote.json().annualRate).toBe('12.5');
  const history = (await counter.get('/api/loan-products/EML/history', administrator)).json().items;
  expect(history).toMatchObject([
    { annualRate: '12.5', setBy: 'Asha Negi', approvedBy: 'Meena Joshi' },
    { annualRate: '11', setBy: null },
  ]);
});

test('a kind of loan has a penal charge of its own; without one the rule of the society is said', async () => {
  const payload = { productCode: 'GL', amount: '10000.00', instalments: 6 };
  const penal = async () => (await counter.inject({ method: 'POST', url: '/api/loans/quote', payload })).json().penal;
  expect([(await rules()).penal, await penal()]).toEqual([
    { annualRate: '2', graceDays: 0 },
    { annualRate: '2', graceDays: 0 },
  ]);
  const change = { penalRate: '3', penalGraceDays: 5 };
  const [at, query] = [{ code: 'GL', of: 'GL' }, '?preview=true'];
  expect((await put(change, { ...at, query })).json().lines.slice(0, 2)).toEqual([
    { label: 'Penal charge a year on what is overdue', before: 'as the society’s rule', after: '3 %' },
    { label: 'Days of grace before the penal charge', before: 'as the society’s rule', after: '5' },
  ]);
  const { approvalId } = (await put(change, at)).json();
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
  expect(await ruleOf('GL')).toMatchObject(change);
  expect(await penal()).toEqual({ annualRate: '3', graceDays: 5 });
  await counter.changeSetting('loans.penalGraceDays', 7);
  expect(await penal()).toEqual({ annualRate: '3', graceDays: 5 });
});

test('a new kind begins on its day, in an account that holds loans', async () => {
  const fresh = { nameEn: 'Festival loan', nameHi: 'त्योहार ऋण', effectiveFrom: '2027-01-01' };
  expect((await put({ ...fresh, accountCode: '2101' }, { code: 'FL' })).json().code).toBe('LOAN_PRODUCT_ACCOUNT');
  expect((await put(fresh, { code: 'SB' })).json().code).toBe('LOAN_PRODUCT_CODE_TAKEN');
  const { approvalId } = (await put(fresh, { code: 'FL' })).json();
  await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);
  expect(await ruleOf('FL')).toMatchObject({ nameEn: 'Festival loan', effectiveFrom: '2027-01-01', loans: 0 });
  const payload = { productCode: 'FL', amount: '10000.00', instalments: 6 };
  expect((await counter.inject({ method: 'POST', url: '/api/loans/quote', payload })).statusCode).toBe(404);
});

test('no rate is set above that of the law', async () => {
  await counter.changeSetting('loans.highestRate', '14.75');
  const above = await put({ annualRate: '14.8' });
  expect([above.statusCode, above.json()]).toMatchObject([
    422,
    { code: 'LOAN_RATE_ABOVE_CAP', detail: 'The law allows 14.75 % a year at most; 14.8 % is more.' },
  ]);
  expect((await put({ penalRate: '14.8' })).json()).toMatchObject({
    code: 'LOAN_RATE_ABOVE_CAP',
    fields: [{ path: 'penalRate' }],
  });
  expect((await put({ annualRate: '14.75' }, { query: '?preview=true' })).statusCode).toBe(200);
});
