// How the value of an opened deposit comes about, by the function that quoted it, and what is paid in until then.

import type { TermPlan } from '@kafal/contract';
import { type CalendarDate, formatMoney, termValue } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import { businessCalendar, movesTo } from '../society/index.ts';
import { lineView } from './quote-deposit.ts';
import { instalmentsOf, type TermDeposit } from './term-deposits.ts';
import { quoteRule } from './term-words.ts';
import { unroundedText } from './unrounded-text.ts';

export async function termPlan(
  reader: Reader,
  deposit: { readonly id: number; readonly openedOn: CalendarDate },
  term: TermDeposit,
  language: Language,
): Promise<z.input<typeof TermPlan>> {
  const { product, amount, annualRate, maturesOn, months } = term;
  const value = termValue({ ...product, amount, annualRate, openedOn: deposit.openedOn, maturesOn, months });
  const instalments = await instalmentsOf(reader, deposit.id);
  const calendar = await businessCalendar(reader);
  return {
    version: { id: String(product.id), effectiveFrom: product.effectiveFrom, legalBasis: product.legalBasis },
    paidIn: formatMoney(value.paidIn),
    interest: formatMoney(value.interest),
    unrounded: value.unrounded === null ? null : unroundedText(value.unrounded),
    rounding: product.rounding,
    lines: value.lines.map((line) => lineView(line, annualRate, language)),
    rule: quoteRule(product, language),
    maturityMovesTo: movesTo(calendar, maturesOn),
    instalments: instalments.map(({ number, dueOn, amount, paidOn, entryId, missedOn }) => ({
      number,
      dueOn,
      movesTo: movesTo(calendar, dueOn),
      amount: formatMoney(amount),
      paidOn,
      entryId: entryId === null ? null : String(entryId),
      missedOn,
    })),
  };
}
