// Fields that the questions share.

import { calendarDate, type DepositTerm, type Fraction, parseMoney, parseRate, ZERO } from '@kafal/core';
import { z } from 'zod';

/** What can be asked for, in minor units. */
export type Figures = Readonly<Record<string, Fraction>>;

export const NumberText = z.union([z.string(), z.number()]).transform(String);

/** An amount above zero, with as many decimals as it needs. */
export const Amount = NumberText.transform((text, context) => {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null || /^[0.]+$/.test(text)) {
    context.issues.push({ code: 'custom', input: text, message: 'an amount above zero, such as 1000 or 1000.50' });
    return z.NEVER;
  }
  return parseMoney(`${BigInt(match[1] ?? '')}.${(match[2] ?? '').padEnd(2, '0')}`);
});
export const AmountOrNothing = z.union([NumberText.pipe(z.string().regex(/^0(\.0+)?$/)).transform(() => ZERO), Amount]);
export const Percent = NumberText.transform(parseRate);
export const Day = z.string().transform(calendarDate);
export const Count = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().positive());
export const Years = NumberText.pipe(z.string().regex(/^\d{1,4}(\.\d{1,4})?$/)).transform(Number);

export const TermFields = {
  months: Count.optional(),
  years: Years.optional(),
  from: Day.optional(),
  to: Day.optional(),
};

type Term = Partial<z.output<z.ZodObject<typeof TermFields>>>;

export function termOf({ months, years, from, to }: Term): DepositTerm {
  if (from !== undefined && to !== undefined && months === undefined && years === undefined) {
    if (to <= from) throw new Error('to: a day after "from"');
    return { openedOn: from, closesOn: to };
  }
  if (months !== undefined && years !== undefined) throw new Error('Say the term once, as months or as years.');
  const all = months ?? (years === undefined ? Number.NaN : years * 12);
  if (Number.isNaN(all)) throw new Error('Say the term as months, as years, or by its days "from" and "to".');
  if (!Number.isInteger(all) || all < 1) throw new Error('The term is a whole number of months, at least one.');
  return { months: all };
}

const MONTHS_BETWEEN: Readonly<Record<string, number | null>> = {
  simple: null,
  none: null,
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
  annual: 12,
};

/** "quarterly" is three months; what follows a comma says more of the rule. */
export const Compounding = z.string().transform((text, context) => {
  const name = (text.split(',')[0] ?? '').trim().toLowerCase();
  const found = Object.hasOwn(MONTHS_BETWEEN, name) ? MONTHS_BETWEEN[name] : undefined;
  if (found === undefined) {
    context.issues.push({ code: 'custom', input: text, message: `one of ${Object.keys(MONTHS_BETWEEN).join(', ')}` });
    return z.NEVER;
  }
  return found;
});

/** The input with each field under the one name that is read here. */
export function named(input: unknown, names: Readonly<Record<string, readonly string[]>>): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const fields = new Map<string, unknown>(Object.entries(input));
  for (const [name, others] of Object.entries(names)) {
    const other = others.find((each) => fields.has(each));
    // The fuller name says more than the short one beside it.
    if (other !== undefined) fields.set(name, fields.get(other));
  }
  return Object.fromEntries(fields);
}
