// One question about a deposit as one line of JSON, in the form that packages/core/conformance describes.

import { type Fraction, fractionText } from '@kafal/core';
import { z } from 'zod';
import type { AnswerLine } from '../../platform/cli/answer-lines.ts';
import { fixedDepositFigures, prematureFigures } from './fixed-deposit-line.ts';
import type { Figures } from './line-fields.ts';
import { recurringFigures, recurringInstalmentFigures } from './recurring-deposit-line.ts';
import { overdraftFigures, savingsFigures } from './savings-line.ts';

const Line = z.object({
  kind: z.string(),
  input: z.record(z.string(), z.unknown()),
  asks: z.union([z.string(), z.array(z.string()).min(1)]),
});

const KINDS: Readonly<Record<string, (input: unknown) => Figures>> = {
  fixedDeposit: fixedDepositFigures,
  fixedDepositPremature: prematureFigures,
  recurringDeposit: recurringFigures,
  recurringDepositInstallment: recurringInstalmentFigures,
  savings: savingsFigures,
  overdraft: overdraftFigures,
};

/** Every figure that is asked for, as text and unrounded unless its rule rounds. */
export const answerQuoteLine: AnswerLine = (question) => {
  try {
    const { kind, input, asks } = Line.parse(question);
    const figuresOf = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (figuresOf === undefined) throw new Error(`There is no kind "${kind.slice(0, 40)}".`);
    const figures = figuresOf(input);
    if (typeof asks === 'string') return { value: figureOf(figures, asks, kind) };
    return Object.fromEntries(asks.map((name) => [name, figureOf(figures, name, kind)]));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
};

function figureOf(figures: Figures, name: string, kind: string): string {
  const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
  if (figure === undefined) {
    throw new Error(`A ${kind} has no "${name.slice(0, 40)}"; ask for ${Object.keys(figures).join(' or ')}.`);
  }
  return inMajorUnits(figure);
}

/** Figures are in minor units; the core keeps more digits than are told here. */
const inMajorUnits = ({ numerator, denominator }: Fraction) =>
  fractionText({ numerator, denominator: denominator * 100n }, 24);
