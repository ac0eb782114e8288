// What the calculators in the browser say is what the server quotes, to the paisa.

import { calendarDate, formatMoney, parseMoney, savingsPlan } from '@kafal/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { societyFeatures } from '../apps/server/src/features/setup/test-features.ts';
import { setUpTestSociety } from '../apps/server/src/features/setup/test-society.ts';
import { createTestApp, type TestApp } from '../apps/server/src/platform/http/test-app.ts';
import { countTerm, yieldOf } from '../apps/web/src/member/calculators/count-term.ts';
import { ownTerm, type TermOffers, termOf } from '../apps/web/src/member/calculators/offers.ts';
import { type SavingsOffers, savingsOf } from '../apps/web/src/member/calculators/savings-offers.ts';
import { growthOf, pointsToDraw } from '../apps/web/src/shared/growth.ts';

const TODAY = '2026-11-30';

let kafal: TestApp;
let offers: TermOffers;
beforeAll(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  offers = (await kafal.inject({ url: '/api/term-products' })).json();
});
afterAll(() => kafal.close());

interface Asked {
  readonly productCode: string;
  readonly amount: string;
  readonly months?: number;
  readonly days?: number;
  readonly openedOn?: string;
  readonly categories?: readonly ('senior' | 'woman')[];
}

const offered = (code: string) => {
  const offer = offers.items.find((one) => one.code === code);
  if (offer === undefined) throw new Error(`${code} is not offered`);
  return termOf(offer);
};

/** The same question, answered by the browser's code and by the server. */
async function askBoth({ openedOn = TODAY, ...asked }: Asked) {
  const { productCode, amount, categories = [], ...term } = asked;
  const wish = { ...term, amount: parseMoney(amount), openedOn: calendarDate(openedOn), categories };
  const payload = { ...asked, openedOn };
  const quoted = await kafal.inject({ method: 'POST', url: '/api/deposits/quote', payload });
  return { counted: countTerm(offered(productCode), wish), quoted: quoted.json() };
}

describe('the browser and the server', () => {
  test.each<Asked>([
    { productCode: 'FD', amount: '100000.00', months: 36 },
    { productCode: 'FD', amount: '100000.00', months: 36, categories: ['senior'] },
    { productCode: 'FD', amount: '1000.00', days: 46 },
    { productCode: 'FD', amount: '98765.43', days: 400, openedOn: '2026-12-01' },
    { productCode: 'FD', amount: '500000.00', months: 13, openedOn: '2027-01-31', categories: ['woman'] },
    { productCode: 'FD', amount: '12345678.90', months: 120 },
    { productCode: 'MIS', amount: '100000.00', months: 36 },
    { productCode: 'MIS', amount: '33333.33', days: 400 },
    { productCode: 'QIS', amount: '100000.00', months: 36 },
    { productCode: 'RD', amount: '1000.00', months: 36 },
    { productCode: 'RD', amount: '777.00', months: 61, categories: ['senior'] },
  ])('say the same of %o', async (asked) => {
    const { counted, quoted } = await askBoth(asked);
    if (!counted.ok) throw new Error(counted.refusal.code);
    const { value } = counted;
    expect(quoted).toMatchObject({
      maturesOn: counted.maturesOn,
      annualRate: counted.rate.annualRate,
      category: counted.rate.category,
      paidIn: formatMoney(value.paidIn),
      interest: formatMoney(value.interest),
      maturityValue: formatMoney(value.maturityValue),
    });
    expect(quoted.lines.map(({ on, paid }: { on: string; paid: string | null }) => [on, paid])).toEqual(
      value.lines.map(({ on, paid }) => [on, paid === null ? null : formatMoney(paid)]),
    );
  });

  test.each<Asked>([
    { productCode: 'FD', amount: '999.99', months: 12 },
    { productCode: 'FD', amount: '100000.00', days: 45 },
    { productCode: 'FD', amount: '100000.00', months: 121 },
    { productCode: 'FD', amount: '100000.00' },
    { productCode: 'RD', amount: '1000.00', days: 365 },
  ])('refuse %o for the same reason at the same field', async (asked) => {
    const { counted, quoted } = await askBoth(asked);
    expect(counted).toMatchObject({
      ok: false,
      refusal: { code: quoted.code, field: quoted.fields[0].path },
    });
  });
});

describe('of an account without a term the browser and the server', () => {
  interface AskedSavings {
    readonly productCode: string;
    readonly amount: string;
    readonly months: number;
    readonly monthly?: string;
    readonly saved?: string;
    readonly openedOn?: string;
  }

  async function askOfSavings({ openedOn = TODAY, ...asked }: AskedSavings) {
    const { productCode, amount, months, monthly = '0.00', saved = '0.00' } = asked;
    const offers: SavingsOffers = (await kafal.inject({ url: '/api/deposit-products' })).json();
    const offer = offers.items.find(({ code }) => code === productCode);
    if (offer === undefined) throw new Error(`${productCode} is not offered`);
    const wish = { amount: parseMoney(amount), monthly: parseMoney(monthly), saved: parseMoney(saved), months };
    const counted = savingsPlan(savingsOf(offer), offers.daily, {
      ...wish,
      openedOn: calendarDate(openedOn),
      categories: [],
    });
    const payload = { ...asked, openedOn };
    const quoted = await kafal.inject({ method: 'POST', url: '/api/deposits/quote', payload });
    return { counted, quoted: quoted.json() };
  }

  test.each<AskedSavings>([
    { productCode: 'SB', amount: '10000.00', months: 12 },
    { productCode: 'SB', amount: '98765.43', monthly: '777.77', months: 41, openedOn: '2027-01-31' },
    { productCode: 'CD', amount: '500.00', months: 30 },
    { productCode: 'DD', amount: '50.00', months: 12 },
    { productCode: 'GS', amount: '100000.00', saved: '12345.67', months: 24 },
    { productCode: 'CA', amount: '5000.00', months: 6 },
    { productCode: 'OS', amount: '5000.00', monthly: '100.00', months: 18 },
  ])('say the same of %o', async (asked) => {
    const { counted, quoted } = await askOfSavings(asked);
    if (!counted.ok) throw new Error(counted.refusal.code);
    const { plan } = counted;
    expect(quoted).toMatchObject({
      until: plan.until,
      monthly: formatMoney(plan.monthly),
      paidIn: formatMoney(plan.paidIn),
      interest: formatMoney(plan.interest),
      value: formatMoney(plan.value),
    });
    expect(quoted.lines.map(({ on, credited }: { on: string; credited: string | null }) => [on, credited])).toEqual(
      plan.lines.map(({ on, credited }) => [on, credited === null ? null : formatMoney(credited)]),
    );
    expect(plan.growth.at(-1)).toEqual({ on: plan.until, amount: plan.value });
  });

  test('refuse too little for the same reason at the same field', async () => {
    const { counted, quoted } = await askOfSavings({ productCode: 'DD', amount: '9.99', months: 12 });
    expect(counted).toMatchObject({ ok: false, refusal: { code: quoted.code, field: quoted.fields[0].path } });
  });
});

describe('by another rate', () => {
  const count = (
    kind: 'fixed' | 'recurring',
    rate: string,
    more: object,
    payout: 'maturity' | 'quarterly' = 'maturity',
  ) => {
    const product = ownTerm(kind, rate, 'quarterly', payout);
    const wish = { amount: parseMoney('100000.00'), openedOn: calendarDate('2026-12-01'), categories: [], ...more };
    const counted = countTerm(product, wish);
    if (!counted.ok) throw new Error(counted.refusal.code);
    return { product, wish, ...counted };
  };

  test('1,00,000 at 8 per cent is 1,26,824.18 after 36 months, and 1,09,073.57 after 400 days', () => {
    expect(count('fixed', '8', { months: 36 }).value.maturityValue).toBe(parseMoney('126824.18'));
    expect(count('fixed', '8', { days: 400 }).value.maturityValue).toBe(parseMoney('109073.57'));
  });

  test('interest of 8 per cent that is paid out every quarter is 2,000 each time', () => {
    const { value } = count('fixed', '8', { months: 36 }, 'quarterly');
    expect(value.lines.map(({ paid }) => paid)).toEqual(Array(12).fill(parseMoney('2000.00')));
  });

  test.each([
    ['1000.00', '8', 12, '12529.33'],
    ['1000.00', '8', 24, '26091.47'],
    ['1000.00', '8', 36, '40771.57'],
    ['1000.00', '8', 60, '73861.87'],
    ['5000.00', '7.5', 18, '95502.35'],
  ])('instalments of %s at %s per cent for %i months are worth %s', (amount, rate, months, value) => {
    const counted = count('recurring', rate, { amount: parseMoney(amount), months });
    expect(formatMoney(counted.value.maturityValue)).toBe(value);
  });

  test('8 per cent added every quarter is 8.24 a year; what is paid out or never added has no such figure', () => {
    expect(yieldOf(ownTerm('fixed', '8', 'quarterly', 'maturity'), '8')).toBe('8.24');
    expect(yieldOf(ownTerm('fixed', '8', 'quarterly', 'monthly'), '8')).toBeUndefined();
    expect(yieldOf(ownTerm('fixed', '8', 'simple', 'maturity'), '8')).toBeUndefined();
  });

  test('a picture of instalments begins from nothing, ends with the value at maturity, and has at most thirteen points', () => {
    const { product, wish, value } = count('recurring', '8', { months: 60 });
    const points = growthOf(product, wish, value);
    expect(points).toHaveLength(61);
    const drawn = pointsToDraw(points);
    expect(drawn.length).toBeLessThanOrEqual(13);
    expect([drawn[0]?.amount, drawn.at(-1)?.amount]).toEqual([0, value.maturityValue]);
  });

  test('what money cannot hold is refused at the amount, not thrown', () => {
    const wish = {
      amount: parseMoney('999999999999.00'),
      months: 240,
      openedOn: calendarDate('2026-12-01'),
      categories: [],
    };
    expect(countTerm(ownTerm('fixed', '100', 'monthly', 'maturity'), wish)).toMatchObject({
      ok: false,
      refusal: { code: 'FIGURE_TOO_LARGE', field: 'amount' },
    });
  });
});
