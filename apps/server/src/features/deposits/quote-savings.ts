// What an account without a term would hold if money were put in as is wished, by the rules of a day. Nothing is opened.

import type { DepositQuoteBody, SavingsQuote } from '@kafal/contract';
import { type CalendarDate, formatMoney, type SavingsLine, savingsPlan, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Settings } from '../society/index.ts';
import { hasDepositProduct, productsOn, ratesOf } from './deposit-products.ts';
import { dailyRules, offeredSavings } from './offered-savings.ts';
import { savingsQuoteRule } from './savings-words.ts';
import { termLineLabel } from './term-words.ts';
import { unroundedText } from './unrounded-text.ts';

type Asked = z.output<typeof DepositQuoteBody> & { readonly openedOn: CalendarDate };

/** Undefined where the code is of another kind. */
export async function quoteSavings(
  reader: Reader,
  settings: Settings,
  asked: Asked,
  language: Language,
): Promise<z.input<typeof SavingsQuote> | undefined> {
  const { productCode, openedOn, amount, categories = [], monthly = ZERO, saved = ZERO } = asked;
  const product = (await productsOn(reader, openedOn)).find(({ code }) => code === productCode);
  if (product === undefined) {
    if (!(await hasDepositProduct(reader, productCode))) return undefined;
    throw new Refusal('rule', 'TERM_NO_VERSION', { on: openedOn }, 'openedOn');
  }
  if (product.isOffered === 0) throw new Refusal('rule', 'TERM_NOT_OFFERED', {}, 'productCode');
  refuseAsked(asked, ['days']);
  const { months } = asked;
  if (months === undefined) throw new Refusal('rule', 'QUOTE_MONTHS_MISSING', {}, 'months');
  const offered = offeredSavings(product, (await ratesOf(reader, [product.id])).get(product.id) ?? []);
  const wish = { amount, monthly, saved, months, openedOn, categories };
  const planned = savingsPlan(offered, dailyRules(settings), wish);
  if (!planned.ok) {
    const { code, params, field } = planned.refusal;
    throw new Refusal('rule', code, params, field);
  }
  const { plan } = planned;
  return {
    productCode,
    product: language === 'hi' ? product.nameHi : product.nameEn,
    kind: offered.kind,
    currency: settings['money.currency'],
    amount: formatMoney(amount),
    openedOn,
    until: plan.until,
    annualRate: product.annualRate,
    version: { id: String(product.id), effectiveFrom: product.effectiveFrom, legalBasis: product.legalBasis },
    monthly: formatMoney(plan.monthly),
    paidIn: formatMoney(plan.paidIn),
    interest: formatMoney(plan.interest),
    value: formatMoney(plan.value),
    rounding: offered.rounding,
    lines: plan.lines.map((line) => lineView(line, language)),
    rule: savingsQuoteRule(offered, settings['daily.addEveryMonths'], language),
  };
}

/** What this kind of account is not asked about with. */
export function refuseAsked(asked: z.output<typeof DepositQuoteBody>, fields: readonly (keyof Asked)[]): void {
  const said = fields.find((field) => asked[field] !== undefined && asked[field] !== ZERO);
  if (said !== undefined) throw new Refusal('rule', 'QUOTE_NOT_ASKED', {}, said);
}

function lineView({ length, annualRate, on, balance, interest, credited }: SavingsLine, language: Language) {
  return {
    label: termLineLabel(length, annualRate, language),
    on,
    balance: unroundedText(balance),
    interest: unroundedText(interest),
    credited: credited === null ? null : formatMoney(credited),
  };
}
