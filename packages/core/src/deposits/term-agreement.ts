// Whether a deposit can be had by the rules and the rate card of a product, and what it then comes to.

import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import { formatMoney, type Money } from '../money/money.ts';
import type { TermKind, TermRules } from '../presets/term-products.ts';
import { type DepositorCategory, type TermRate, termRateFor } from './term-rates.ts';
import { type TermValue, termValue } from './term-value.ts';

export interface OfferedTerm
  extends Pick<
    TermRules,
    | 'minimumAmount'
    | 'maximumAmount'
    | 'multipleOf'
    | 'maximumMonths'
    | 'compounding'
    | 'dayCount'
    | 'payout'
    | 'isPayoutDiscounted'
    | 'rounding'
  > {
  readonly kind: TermKind;
  readonly rates: readonly TermRate[];
}

export interface WishedTerm {
  /** The sum that is deposited; of a recurring deposit, each instalment. */
  readonly amount: Money;
  readonly months?: number | undefined;
  readonly days?: number | undefined;
  readonly openedOn: CalendarDate;
  readonly categories: readonly DepositorCategory[];
  /** What a deposit has become is renewed whole, whatever multiple the product asks for. */
  readonly isRenewal?: boolean | undefined;
}

export interface TermRefusal {
  readonly code:
    | 'TERM_SAID_ONCE'
    | 'TERM_IN_MONTHS'
    | 'TERM_TOO_LONG'
    | 'TERM_TOO_SHORT'
    | 'TERM_AMOUNT_BELOW'
    | 'TERM_AMOUNT_ABOVE'
    | 'TERM_AMOUNT_MULTIPLE';
  readonly field: 'amount' | 'months' | 'days';
  readonly params: Readonly<Record<string, string | number>>;
}

export type TermAgreement =
  | { readonly ok: true; readonly rate: TermRate; readonly maturesOn: CalendarDate; readonly value: TermValue }
  | { readonly ok: false; readonly refusal: TermRefusal };

export function termAgreement(product: OfferedTerm, wish: WishedTerm): TermAgreement {
  const { kind, minimumAmount, maximumAmount, maximumMonths, multipleOf } = product;
  const { amount, months, days, openedOn, categories, isRenewal = false } = wish;
  const field = days === undefined ? 'months' : 'days';
  if ((months === undefined) === (days === undefined)) return refused('TERM_SAID_ONCE', 'months');
  if (kind === 'recurring' && days !== undefined) return refused('TERM_IN_MONTHS', 'days');
  const maturesOn = days === undefined ? addMonths(openedOn, months ?? 0) : addDays(openedOn, days);
  if (maturesOn > addMonths(openedOn, maximumMonths)) return refused('TERM_TOO_LONG', field, { months: maximumMonths });
  if (amount < minimumAmount) {
    return refused('TERM_AMOUNT_BELOW', 'amount', { minimum: formatMoney(minimumAmount) });
  }
  if (maximumAmount !== null && amount > maximumAmount) {
    return refused('TERM_AMOUNT_ABOVE', 'amount', { maximum: formatMoney(maximumAmount) });
  }
  if (multipleOf !== null && !isRenewal && amount % multipleOf !== 0) {
    return refused('TERM_AMOUNT_MULTIPLE', 'amount', { multiple: formatMoney(multipleOf) });
  }
  const rate = termRateFor(product.rates, { amount, openedOn, maturesOn, categories });
  if (rate === undefined) return refused('TERM_TOO_SHORT', field);
  const terms = { ...product, amount, annualRate: rate.annualRate, openedOn, maturesOn, months: months ?? null };
  return { ok: true, rate, maturesOn, value: termValue(terms) };
}

function refused(
  code: TermRefusal['code'],
  field: TermRefusal['field'],
  params: TermRefusal['params'] = {},
): TermAgreement {
  return { ok: false, refusal: { code, field, params } };
}
