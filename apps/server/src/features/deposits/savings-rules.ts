// What a savings product says of interest, and what of it a change would make different.

import type { ChangeProductBody } from '@kafal/contract';
import { formatMoney, ROUND_TO, type SavingsRate, type WithdrawalRule, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Flag } from '../../platform/database/schema.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { ApprovalLine } from '../approvals/index.ts';
import { type DepositProduct, ratesOf } from './deposit-products.ts';
import { roundingOf } from './offered-savings.ts';
import { type BothLanguages, CATEGORY, ROUNDING, yesOrNo } from './term-words.ts';

/** Plain JSON: it is also what waits while a second person is asked. */
export interface SavingsRules
  extends Pick<
    DepositProduct,
    | 'interestBasis'
    | 'interestDayCount'
    | 'interestMonths'
    | 'interestMultiple'
    | 'slabMethod'
    | 'appliesTo'
    | 'minimumDeposit'
    | 'withdrawal'
  > {
  readonly isOffered: Flag;
  readonly rates: readonly SavingsRate[];
}

export async function savingsRulesOf(reader: Reader, product: DepositProduct): Promise<SavingsRules> {
  const { isOffered, minimumDeposit, withdrawal, interestBasis, interestDayCount, interestMonths } = product;
  const { interestMultiple, slabMethod } = product;
  const rates = (await ratesOf(reader, [product.id])).get(product.id) ?? [];
  return {
    isOffered,
    minimumDeposit,
    withdrawal,
    interestBasis,
    interestDayCount,
    interestMonths,
    interestMultiple,
    slabMethod,
    appliesTo: product.appliesTo,
    rates: rates.map(({ category, amountFrom, annualRate }) => ({ category, amountFrom, annualRate })),
  };
}

/** What the change does not speak of stays as it is; but for whom it holds is said by each change anew. */
export function changedRules(before: SavingsRules, change: z.output<typeof ChangeProductBody>): SavingsRules {
  const { isOffered, minimumDeposit, withdrawal, interestBasis, dayCount, interestMonths, rounding } = change;
  const { slabMethod, appliesTo, rates } = change;
  return {
    isOffered: isOffered === undefined ? before.isOffered : isOffered ? 1 : 0,
    minimumDeposit: minimumDeposit ?? before.minimumDeposit,
    withdrawal: withdrawal ?? before.withdrawal,
    interestBasis: interestBasis ?? before.interestBasis,
    interestDayCount: dayCount ?? before.interestDayCount,
    interestMonths:
      interestMonths === undefined
        ? before.interestMonths
        : [...new Set(interestMonths)].sort((one, other) => one - other).join(),
    interestMultiple: rounding === undefined ? before.interestMultiple : ROUND_TO[rounding].multiple,
    slabMethod: slabMethod ?? before.slabMethod,
    appliesTo: appliesTo ?? 'all',
    rates: rates ?? before.rates,
  };
}

/** A day of the goal is written down with an account of that kind alone. */
export function checkWithdrawal({ kind }: DepositProduct, { withdrawal }: SavingsRules): void {
  if (withdrawal === 'goal' && kind !== 'goal') throw new Refusal('rule', 'PRODUCT_NO_GOAL', {}, 'withdrawal');
}

export function checkRates({ interestRule }: DepositProduct, { rates }: SavingsRules): void {
  if (interestRule !== 'savings' && rates.length > 0) throw new Refusal('rule', 'PRODUCT_ONE_RATE', {}, 'rates');
  for (const [index, rate] of rates.entries()) {
    // The rate for everybody from nothing on is the product's own.
    const isOwn = rate.category === 'general' && rate.amountFrom === ZERO;
    const isThere = rates.slice(0, index).some((other) => isSameLine(rate, other));
    if (isOwn || isThere) throw new Refusal('rule', 'TERM_RATE_TWICE', {}, `rates.${index}`);
  }
}

function isSameLine(one: SavingsRate, other: SavingsRate): boolean {
  return one.category === other.category && one.amountFrom === other.amountFrom;
}

const BASIS: Readonly<Record<string, BothLanguages>> = {
  dailyProduct: { en: 'every day', hi: 'हर दिन के शेष पर' },
  minimumFromTenth: { en: 'the lowest balance from the 10th of a month', hi: 'महीने की 10 तारीख़ से न्यूनतम शेष पर' },
};
const WITHDRAWAL: Readonly<Record<WithdrawalRule, BothLanguages>> = {
  free: { en: 'at any time', hi: 'कभी भी' },
  goal: { en: 'once the goal is reached, or on its day', hi: 'लक्ष्य पूरा होने पर, या उसके दिन' },
  closing: { en: 'when the account is closed', hi: 'खाता बंद होने पर' },
  membership: { en: 'when the membership ends', hi: 'सदस्यता समाप्त होने पर' },
};
const SLABS: Readonly<Record<SavingsRules['slabMethod'], BothLanguages>> = {
  wholeBalance: { en: 'the whole balance', hi: 'पूरे शेष पर' },
  marginal: { en: 'the part of the balance above it', hi: 'उससे ऊपर के शेष पर' },
};
const REACH: Readonly<Record<SavingsRules['appliesTo'], BothLanguages>> = {
  all: { en: 'every account', hi: 'सभी खाते' },
  new: { en: 'accounts opened from then on', hi: 'तब से खुलने वाले खाते' },
};

/** Each rule that differs, in the order of the form, then each line of the card that is new, different or gone. */
export function savingsRuleLines(before: SavingsRules, after: SavingsRules): ApprovalLine[] {
  const rules: readonly (readonly [label: string, say: (rules: SavingsRules) => string | BothLanguages])[] = [
    ['LINE_OFFERED', ({ isOffered }) => yesOrNo(isOffered === 1)],
    ['LINE_MINIMUM_DEPOSIT', ({ minimumDeposit }) => formatMoney(minimumDeposit)],
    ['LINE_WITHDRAWAL', ({ withdrawal }) => WITHDRAWAL[withdrawal]],
    ['LINE_BASIS_OF_INTEREST', ({ interestBasis }) => BASIS[interestBasis] ?? interestBasis],
    ['LINE_DAY_COUNT', ({ interestDayCount }) => interestDayCount],
    ['LINE_INTEREST_MONTHS', ({ interestMonths }) => interestMonths.split(',').join(', ')],
    ['LINE_ROUNDING', ({ interestMultiple }) => ROUNDING[roundingOf(interestMultiple)]],
    ['LINE_SLABS', ({ slabMethod }) => SLABS[slabMethod]],
  ];
  const changed = rules.flatMap(([code, say]) => {
    const [old, now] = [say(before), say(after)];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ label: { code }, before: old, after: now }];
  });
  return [...changed, ...rateLines(before.rates, after.rates), reachLine(after)];
}

function reachLine({ appliesTo }: SavingsRules): ApprovalLine {
  return { label: { code: 'LINE_REACH' }, before: null, after: REACH[appliesTo] };
}

function rateLines(before: readonly SavingsRate[], after: readonly SavingsRate[]): ApprovalLine[] {
  const gone = before.filter((old) => !after.some((rate) => isSameLine(rate, old)));
  return [
    ...after.flatMap((rate) => {
      const old = before.find((each) => isSameLine(each, rate));
      if (old?.annualRate === rate.annualRate) return [];
      return {
        label: rateLabel(rate),
        before: old === undefined ? null : `${old.annualRate} %`,
        after: `${rate.annualRate} %`,
      };
    }),
    ...gone.map((rate) => ({ label: rateLabel(rate), before: `${rate.annualRate} %`, after: '–' })),
  ];
}

function rateLabel({ category, amountFrom }: SavingsRate): ApprovalLine['label'] {
  return {
    code: 'LINE_SAVINGS_RATE',
    params: { category: CATEGORY[category], amount: formatMoney(amountFrom) },
  };
}

export function auditedRates(rates: readonly SavingsRate[]): string {
  return rates.map((rate) => `${rate.category} from ${formatMoney(rate.amountFrom)}: ${rate.annualRate} %`).join('; ');
}
