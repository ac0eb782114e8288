// What is typed into the form of a fixed or recurring product, and the request it makes.

import { toLatinDigits } from '@kafal/core';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { ChangeTermProductRequest, TermProductRule } from '../answers.ts';
import type { TypedRate } from './rate-lines.tsx';

export interface TypedTermRate extends TypedRate {
  termFrom: string;
  termUnit: TermProductRule['rates'][number]['termUnit'];
}

type Chosen = Pick<
  TermProductRule,
  | 'kind'
  | 'nameEn'
  | 'nameHi'
  | 'isOffered'
  | 'compounding'
  | 'dayCount'
  | 'payout'
  | 'isPayoutDiscounted'
  | 'rounding'
  | 'atMaturity'
  | 'appliesTo'
>;
const amounts = ['minimumAmount', 'maximumAmount', 'multipleOf', 'lateFinePerHundred'] as const;
const counts = ['maximumMonths', 'lockInDays', 'graceDays', 'irregularAfterMissed'] as const;

export interface TypedTermProduct
  extends Chosen,
    Record<(typeof amounts)[number] | (typeof counts)[number] | 'code' | 'prematurePenalty', string> {
  rates: readonly TypedTermRate[];
}

export function typedFromProduct(product: TermProductRule): TypedTermProduct {
  const { kind, nameEn, nameHi, isOffered, compounding, dayCount, payout, isPayoutDiscounted, rounding } = product;
  const money = (amount: string | null) => (amount === null ? '' : typedFromMoney(amount));
  return {
    ...{ kind, nameEn, nameHi, isOffered, compounding, dayCount, payout, isPayoutDiscounted, rounding },
    code: product.code,
    atMaturity: product.atMaturity,
    // Said by each change anew.
    appliesTo: 'new',
    minimumAmount: money(product.minimumAmount),
    maximumAmount: money(product.maximumAmount),
    multipleOf: money(product.multipleOf),
    lateFinePerHundred: money(product.lateFinePerHundred),
    maximumMonths: String(product.maximumMonths),
    lockInDays: String(product.lockInDays),
    graceDays: String(product.graceDays),
    irregularAfterMissed: String(product.irregularAfterMissed ?? ''),
    prematurePenalty: product.prematurePenalty,
    rates: product.rates.map((rate) => ({
      ...rate,
      amountFrom: money(rate.amountFrom),
      termFrom: String(rate.termFrom),
    })),
  };
}

/** A deposit that is not there yet begins as most are. */
export const NEW_TERM_PRODUCT: TypedTermProduct = {
  code: '',
  kind: 'fixed',
  nameEn: '',
  nameHi: '',
  isOffered: true,
  minimumAmount: '',
  maximumAmount: '',
  multipleOf: '',
  maximumMonths: '120',
  compounding: 'quarterly',
  dayCount: 'actual/365',
  payout: 'maturity',
  isPayoutDiscounted: false,
  rounding: 'rupee',
  lockInDays: '30',
  prematurePenalty: '1',
  atMaturity: 'renew-with-interest',
  lateFinePerHundred: '',
  graceDays: '0',
  irregularAfterMissed: '',
  appliesTo: 'new',
  rates: [{ category: 'general', termFrom: '12', termUnit: 'months', amountFrom: '0', annualRate: '' }],
};

type Rules = Omit<ChangeTermProductRequest, 'effectiveFrom' | 'legalBasis' | 'reason'>;

/** As much of the request as can be read; whole only where every field that must be there is. */
export function readTermProduct(typed: TypedTermProduct, decimals: number): { rules: Rules; isWhole: boolean } {
  const { code: _path, rates, minimumAmount, maximumAmount, multipleOf, lateFinePerHundred, ...rest } = typed;
  const { maximumMonths, lockInDays, graceDays, irregularAfterMissed, prematurePenalty, ...chosen } = rest;
  const isRecurring = typed.kind === 'recurring';
  const smallest = readTypedMoney(minimumAmount, decimals);
  const optional = [maximumAmount, multipleOf, isRecurring ? lateFinePerHundred : ''].map((text) =>
    text.trim() === '' ? null : readTypedMoney(text, decimals),
  );
  const textOf = (read: ReturnType<typeof readTypedMoney> | null | undefined) =>
    read === null || read === undefined ? null : read.ok ? read.text : '';
  const lines = rates.map((rate) => ({ rate, from: readTypedMoney(rate.amountFrom, decimals) }));
  const rules: Rules = {
    ...chosen,
    nameEn: chosen.nameEn.trim(),
    nameHi: chosen.nameHi.trim(),
    isPayoutDiscounted: typed.payout === 'monthly' && typed.isPayoutDiscounted,
    minimumAmount: textOf(smallest) ?? '',
    maximumAmount: textOf(optional[0]),
    multipleOf: textOf(optional[1]),
    lateFinePerHundred: textOf(optional[2]),
    maximumMonths: readCount(maximumMonths),
    lockInDays: readCount(lockInDays),
    graceDays: isRecurring ? readCount(graceDays) : 0,
    irregularAfterMissed: isRecurring && irregularAfterMissed.trim() !== '' ? readCount(irregularAfterMissed) : null,
    prematurePenalty: toLatinDigits(prematurePenalty.trim()),
    rates: lines.map(({ rate, from }) => ({
      category: rate.category,
      termUnit: rate.termUnit,
      termFrom: readCount(rate.termFrom),
      amountFrom: from.ok ? from.text : '',
      annualRate: toLatinDigits(rate.annualRate.trim()),
    })),
  };
  const mustBeThere = [
    rules.nameEn,
    rules.nameHi,
    rules.minimumAmount,
    rules.prematurePenalty,
    maximumMonths,
    lockInDays,
  ];
  const isWhole =
    mustBeThere.every((text) => text.trim() !== '') &&
    optional.every((read) => read === null || read.ok) &&
    lines.every(({ rate, from }) => from.ok && rate.annualRate.trim() !== '' && rate.termFrom.trim() !== '');
  return { rules, isWhole };
}

/** What is no whole number is told by the schema that reads it. */
function readCount(text: string): number {
  return Number(toLatinDigits(text.trim()));
}
