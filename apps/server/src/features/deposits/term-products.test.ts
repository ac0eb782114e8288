import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';

const TODAY = '2026-11-30';

const GENERAL = { category: 'general', amountFrom: '0.00', termUnit: 'months' } as const;
const CARD = [
  { ...GENERAL, termFrom: 6, annualRate: '6.75' },
  { ...GENERAL, termFrom: 12, annualRate: '7.25' },
];

let kafal: TestApp;
let administrator: SignedIn;
let manager: SignedIn;
beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  await kafal.platform.transact(async (trx) => {
    await trx.updateTable('user').set({ status: 'closed' }).execute();
  });
  administrator = await kafal.staff('administrator', 'Asha Negi');
  manager = await kafal.staff('manager', 'Meena Joshi');
});
afterEach(() => kafal.close());

const offered = async (code: string) =>
  (await kafal.inject({ url: '/api/term-products' }))
    .json()
    .items.find((product: { code: string }) => product.code === code);
/** The fixed deposit as it is offered, with two rates on its card. */
const put = async (code: string, more: object = {}, query = '') => {
  const { code: _itself, name: _shown, legalBasis: _before, ...rules } = await offered('FD');
  const payload = { ...rules, rates: CARD, effectiveFrom: TODAY, ...more };
  return administrator.inject({ method: 'PUT', url: `/api/term-products/${code}${query}`, payload });
};
const approve = (id: string) =>
  manager.inject({
    method: 'POST',
    url: `/api/approvals/${id}/approval`,
    payload: {},
    headers: { 'idempotency-key': `term-products-${id.padStart(8, '0')}` },
  });
describe('deposits of a term', () => {
  test('stand from the first day with a rate card and a legal basis, for everybody to read', async () => {
    const answer = (await kafal.inject({ url: '/api/term-products' })).json();
    expect(answer.fixedAllowed).toBe(true);
    expect(answer.items.map(({ code, kind, payout }: Record<string, string>) => [code, kind, payout])).toEqual([
      ['FD', 'fixed', 'maturity'],
      ['MIS', 'fixed', 'monthly'],
      ['QIS', 'fixed', 'quarterly'],
      ['RD', 'recurring', 'maturity'],
    ]);
    expect(answer.items[0]).toMatchObject({ minimumAmount: '1000.00', rounding: 'rupee', prematurePenalty: '1' });
    expect(answer.items[0].legalBasis).toContain('committee');
    expect(answer.items[0].rates).toContainEqual({
      category: 'senior',
      amountFrom: '0.00',
      termFrom: 36,
      termUnit: 'months',
      annualRate: '8.5',
    });
  });

  test('change when two people want it, and the preview says which lines of the card differ', async () => {
    const preview = (await put('FD', {}, '?preview=true')).json();
    expect(preview).toMatchObject({ applied: false, needsSecondPerson: true, deciders: ['Meena Joshi'] });
    expect(preview.lines.map(({ label }: { label: string }) => label)).not.toContain('Smallest amount');
    expect(preview.lines).toContainEqual(
      expect.objectContaining({ label: 'Rate for everybody from 6 months', before: '6.5 %', after: '6.75 %' }),
    );
    expect(preview.lines).toContainEqual(
      expect.objectContaining({ label: 'Rate for senior citizens from 36 months', before: '8.5 %', after: '–' }),
    );

    const asked = await put('FD');
    expect(asked.statusCode).toBe(202);
    expect((await offered('FD')).rates).toHaveLength(10);
    expect((await put('FD')).json()).toMatchObject({ code: 'RULE_CHANGE_WAITING' });

    expect((await approve(asked.json().approvalId)).statusCode).toBe(200);
    expect((await offered('FD')).rates).toHaveLength(2);
    const history = (await administrator.inject({ url: '/api/term-products/FD/history' })).json().items;
    expect(history.map(({ setBy, approvedBy }: Record<string, string>) => [setBy, approvedBy])).toEqual([
      ['Asha Negi', 'Meena Joshi'],
      [null, null],
    ]);
    expect(history[1].rates).toHaveLength(10);
  });

  test('are shown to whoever sets them with what is open, what waits and what begins later', async () => {
    const rules = async () => (await administrator.inject({ url: '/api/term-products/rules' })).json().items;
    const [before] = await rules();
    expect(before).toMatchObject({ code: 'FD', deposits: 0, nextFrom: null, waitingApprovalId: null });
    const asked = await put('FD', { effectiveFrom: '2027-04-01' });
    const { approvalId } = asked.json();
    expect((await rules())[0]).toMatchObject({ nextFrom: null, waitingApprovalId: approvalId });
    await approve(approvalId);
    expect((await rules())[0]).toMatchObject({ nextFrom: '2027-04-01', waitingApprovalId: null });
    await approve((await put('FEST', { effectiveFrom: '2027-05-01' })).json().approvalId);
    expect((await rules()).at(-1)).toMatchObject({ code: 'FEST', effectiveFrom: '2027-05-01', nextFrom: null });
  });

  test('hold from their day: what is agreed for later leaves today as it is', async () => {
    const asked = await put('FD', { effectiveFrom: '2027-04-01', minimumAmount: '5000.00' });
    await approve(asked.json().approvalId);
    expect(await offered('FD')).toMatchObject({ minimumAmount: '1000.00' });
  });

  test('can be added under a code that nobody used', async () => {
    const asked = await put('FEST', { nameEn: 'Festival deposit', nameHi: 'पर्व जमा' });
    expect(asked.statusCode).toBe(202);
    await approve(asked.json().approvalId);
    expect(await offered('FEST')).toMatchObject({ name: 'Festival deposit', kind: 'fixed' });
    const saving = await put('SB');
    expect([saving.statusCode, saving.json().code]).toEqual([409, 'TERM_PRODUCT_CODE_TAKEN']);
  });

  test('stay what they are, also where the first version only holds from a later day', async () => {
    const asked = await put('FEST', { effectiveFrom: '2027-04-01' });
    await approve(asked.json().approvalId);
    const earlier = await put('FEST', { kind: 'recurring' });
    expect([earlier.statusCode, earlier.json().code]).toEqual([422, 'TERM_PRODUCT_FIXED']);
  });

  test('refuse what cannot be, with the field and a sentence, and nothing changes', async () => {
    for (const [what, more, code, field] of [
      ['a day that is over', { effectiveFrom: '2026-11-29' }, 'RULE_DATE_PAST', 'effectiveFrom'],
      ['another kind', { kind: 'recurring' }, 'TERM_PRODUCT_FIXED', 'kind'],
      ['a payout that belongs to another account', { payout: 'monthly' }, 'TERM_PRODUCT_FIXED', 'payout'],
      ['a largest amount below the smallest', { maximumAmount: '999.00' }, 'TERM_PRODUCT_AMOUNTS', 'maximumAmount'],
      [
        'a discount of what is not monthly',
        { isPayoutDiscounted: true },
        'TERM_PRODUCT_DISCOUNT',
        'isPayoutDiscounted',
      ],
      ['a smallest amount between two multiples', { multipleOf: '300.00' }, 'TERM_PRODUCT_MULTIPLE', 'minimumAmount'],
      ['a fine without instalments', { lateFinePerHundred: '1.50' }, 'TERM_PRODUCT_FINE', 'lateFinePerHundred'],
      [
        'a card without a rate for everybody',
        { rates: [{ ...GENERAL, category: 'senior', termFrom: 6, annualRate: '7' }] },
        'TERM_PRODUCT_GENERAL_RATE',
        'rates',
      ],
      [
        'a line that stands twice',
        {
          rates: [
            { ...GENERAL, termFrom: 6, annualRate: '7' },
            { ...GENERAL, termFrom: 6, annualRate: '8' },
          ],
        },
        'TERM_RATE_TWICE',
        'rates.1',
      ],
      [
        'two lines for one term',
        { rates: [...CARD, { ...GENERAL, termUnit: 'days', termFrom: 365, annualRate: '8' }] },
        'TERM_RATE_OVERLAP',
        'rates.2',
      ],
      [
        'an amount without a rate',
        { rates: CARD.map((rate) => ({ ...rate, amountFrom: '5000.00' })) },
        'TERM_RATE_GAP',
        'rates',
      ],
      [
        'a line that no deposit reaches',
        { rates: [...CARD, { ...GENERAL, termFrom: 121, annualRate: '9' }] },
        'TERM_RATE_UNREACHED',
        'rates.2',
      ],
    ] as const) {
      const answer = await put('FD', more);
      expect(answer.statusCode, what).toBe(422);
      expect(answer.json()).toMatchObject({ code, fields: [{ path: field, code }] });
      expect(answer.json().detail).not.toBe(code);
      expect((await offered('FD')).rates).toHaveLength(10);
    }
  });

  test('refuse a rate above a hundred per cent as malformed', async () => {
    const answer = await put('FD', { rates: [{ ...GENERAL, termFrom: 6, annualRate: '100.01' }] });
    expect([answer.statusCode, answer.json().fields[0].path]).toEqual([400, 'rates.0.annualRate']);
  });
});
