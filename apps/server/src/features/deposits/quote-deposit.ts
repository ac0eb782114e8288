// What a deposit would bring by the rules and the rate card of a day. Nothing is opened, and no money moves.

import type { DepositQuote, DepositQuoteAnswer, DepositQuoteBody } from '@kafal/contract';
import {
  type CalendarDate,
  formatMoney,
  type Money,
  type TermLine,
  type TermRate,
  type TermValue,
  termAgreement,
  type WishedTerm,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { quoteSavings, refuseAsked } from './quote-savings.ts';
import { findTermProduct, hasTermProduct, type TermProduct } from './term-products.ts';
import { quoteRule, termLineLabel } from './term-words.ts';
import { unroundedText } from './unrounded-text.ts';

export type AskedTerm = Omit<z.output<typeof DepositQuoteBody>, 'openedOn' | 'monthly' | 'saved'> & {
  readonly openedOn: CalendarDate;
} & Pick<WishedTerm, 'isRenewal'>;

/** What the society agrees to, on that day, for that sum and that time. */
export interface AgreedTerm {
  readonly product: TermProduct;
  readonly rate: TermRate;
  readonly maturesOn: CalendarDate;
  readonly value: TermValue;
}

export async function quoteDeposit(
  platform: Platform,
  asked: z.output<typeof DepositQuoteBody>,
  language: Language,
): Promise<z.input<typeof DepositQuoteAnswer>> {
  const openedOn = asked.openedOn ?? (await currentBusinessDay(platform));
  const settings = await readSettings(platform);
  const savings = await quoteSavings(platform.database, settings, { ...asked, openedOn }, language);
  if (savings !== undefined) return savings;
  refuseAsked(asked, ['monthly', 'saved']);
  const agreed = await agreeOnTerm(platform.database, settings, { ...asked, openedOn });
  return quoteView(agreed, { amount: asked.amount, openedOn }, settings, language);
}

export function quoteView(
  { product, rate, maturesOn, value }: AgreedTerm,
  { amount, openedOn }: { readonly amount: Money; readonly openedOn: CalendarDate },
  settings: Settings,
  language: Language,
): z.input<typeof DepositQuote> {
  return {
    productCode: product.code,
    product: language === 'hi' ? product.nameHi : product.nameEn,
    kind: product.kind,
    currency: settings['money.currency'],
    amount: formatMoney(amount),
    openedOn,
    maturesOn,
    annualRate: rate.annualRate,
    category: rate.category,
    version: { id: String(product.id), effectiveFrom: product.effectiveFrom, legalBasis: product.legalBasis },
    paidIn: formatMoney(value.paidIn),
    interest: formatMoney(value.interest),
    maturityValue: formatMoney(value.maturityValue),
    unrounded: value.unrounded === null ? null : unroundedText(value.unrounded),
    rounding: product.rounding,
    atMaturity: product.atMaturity,
    lines: value.lines.map((line) => lineView(line, rate.annualRate, language)),
    rule: quoteRule(product, language),
  };
}

/** The rules of the day, or the sentence that says why this cannot be. */
export async function agreeOnTerm(reader: Reader, settings: Settings, asked: AskedTerm): Promise<AgreedTerm> {
  const { productCode, amount, months, days, openedOn, categories = [], isRenewal } = asked;
  const product = await offeredProduct(reader, settings, productCode, openedOn);
  const agreement = termAgreement(product, { amount, months, days, openedOn, categories, isRenewal });
  if (!agreement.ok) {
    const { code, params, field } = agreement.refusal;
    throw new Refusal('rule', code, params, field);
  }
  const { rate, maturesOn, value } = agreement;
  return { product, rate, maturesOn, value };
}

async function offeredProduct(
  reader: Reader,
  settings: Settings,
  code: string,
  on: CalendarDate,
): Promise<TermProduct> {
  const product = await findTermProduct(reader, code, on);
  if (product === undefined) {
    if (!(await hasTermProduct(reader, code))) throw new Refusal('rule', 'DEPOSIT_PRODUCT_UNKNOWN', {}, 'productCode');
    throw new Refusal('rule', 'TERM_NO_VERSION', { on }, 'openedOn');
  }
  if (product.kind === 'fixed' && !settings['deposits.fixedAllowed']) {
    throw new Refusal('rule', 'FIXED_DEPOSITS_OFF', {}, 'productCode');
  }
  if (!product.isOffered) throw new Refusal('rule', 'TERM_NOT_OFFERED', {}, 'productCode');
  return product;
}

export function lineView(line: TermLine, annualRate: string, language: Language) {
  const balance = unroundedText(line.balance);
  return {
    label: termLineLabel(line.length, annualRate, language),
    on: line.on,
    balance,
    interest: unroundedText(line.interest),
    paid: line.paid === null ? null : formatMoney(line.paid),
  };
}
