// One question about money over time, as a spreadsheet's function, as an annual percentage rate or as an instalment.

import {
  actuarialAnnualRate,
  calendarDate,
  cumulativeInterest,
  cumulativePrincipal,
  type DatedFlow,
  effectiveAnnualCost,
  effectiveRate,
  FinanceError,
  futureValue,
  interestPart,
  internalRate,
  internalRateOfDates,
  netPresentValue,
  netPresentValueOfDates,
  nominalRate,
  payment,
  periodCount,
  periodRate,
  presentValue,
  principalPart,
} from '@kafal/core';
import { z } from 'zod';
import type { AnswerLine } from '../../platform/cli/answer-lines.ts';
import { readArguments, type SpreadsheetArgument } from './spreadsheet-arguments.ts';

const NumberText = z.union([z.number(), z.string().regex(/^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/)]).transform(Number);

const FunctionLine = z.object({
  fn: z.string(),
  args: z.string().optional(),
  rate: NumberText.optional(),
  guess: NumberText.optional(),
  values: z.array(NumberText).optional(),
  dates: z.array(z.string()).optional(),
});
const Runs = z.object({
  n: z.number().int().positive().max(100_000),
  amount: NumberText,
  t: z.number().int().nonnegative(),
  f: z.union([NumberText, z.string().regex(/^\d+\/[1-9]\d*$/)]),
});
const RateLine = z.object({
  method: z.string(),
  flows: z.array(z.tuple([NumberText, NumberText])).optional(),
  timeUnit: z.enum(['years', 'months', 'weeks', 'days']).optional(),
  advance: NumberText.optional(),
  payments: z.union([Runs, z.array(Runs)]).optional(),
  unitPeriodsPerYear: z.number().positive().optional(),
  principal: NumberText.optional(),
  annualRatePct: NumberText.optional(),
  months: z.number().int().positive().optional(),
});

const A_YEAR = { years: 1, months: 12, weeks: 52, days: 365 } as const;

export const answerFinanceLine: AnswerLine = (question) => {
  try {
    return 'fn' in question ? answerFunction(FunctionLine.parse(question)) : answerRate(RateLine.parse(question));
  } catch (error) {
    if (error instanceof FinanceError) return { error: error.sign };
    if (error instanceof z.ZodError) {
      throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    }
    throw error;
  }
};

/** Positions of a function's arguments, where a blank stands for the spreadsheet's usual value. */
class Arguments {
  readonly #all: readonly SpreadsheetArgument[];

  constructor(all: readonly SpreadsheetArgument[]) {
    this.#all = all;
  }

  within(least: number, most: number): this {
    if (this.#all.length < least || this.#all.length > most) {
      throw new FinanceError('#VALUE!', `between ${least} and ${most} arguments`);
    }
    return this;
  }

  number(place: number, usual = 0): number {
    const found = this.#all[place] ?? null;
    if (typeof found === 'object' && found !== null) throw new FinanceError('#VALUE!', 'a single number');
    return found ?? usual;
  }

  isSet(place: number): boolean {
    return this.number(place) !== 0;
  }

  strictlyIsSet(place: number): boolean {
    const found = this.number(place);
    if (found !== 0 && found !== 1) throw new FinanceError('#NUM!', 'payments fall at the start (1) or at the end (0)');
    return found === 1;
  }

  /** The numbers of an array, or the single one. */
  numbersAt(place: number): readonly number[] {
    const found = this.#all[place] ?? [];
    return typeof found === 'number' ? [found] : found;
  }

  /** All numbers from this place on, single ones and those of arrays. */
  numbersFrom(place: number): number[] {
    return this.#all.slice(place).flatMap((_, index) => this.numbersAt(place + index));
  }
}

const FUNCTIONS: Readonly<Record<string, (given: Arguments) => number>> = {
  PMT: (given) => {
    given.within(3, 5);
    return payment({
      rate: given.number(0),
      periods: given.number(1),
      presentValue: given.number(2),
      futureValue: given.number(3),
      isAtStart: given.isSet(4),
    });
  },
  IPMT: (given) => interestPart(partTerms(given)),
  PPMT: (given) => principalPart(partTerms(given)),
  CUMIPMT: (given) => cumulativeInterest(cumulativeTerms(given)),
  CUMPRINC: (given) => cumulativePrincipal(cumulativeTerms(given)),
  PV: (given) => {
    given.within(3, 5);
    return presentValue({
      rate: given.number(0),
      periods: given.number(1),
      payment: given.number(2),
      futureValue: given.number(3),
      isAtStart: given.isSet(4),
    });
  },
  FV: (given) => {
    given.within(3, 5);
    return futureValue({
      rate: given.number(0),
      periods: given.number(1),
      payment: given.number(2),
      presentValue: given.number(3),
      isAtStart: given.isSet(4),
    });
  },
  NPER: (given) => {
    given.within(3, 5);
    return periodCount({
      rate: given.number(0),
      payment: given.number(1),
      presentValue: given.number(2),
      futureValue: given.number(3),
      isAtStart: given.isSet(4),
    });
  },
  RATE: (given) => {
    given.within(3, 6);
    return periodRate({
      periods: given.number(0),
      payment: given.number(1),
      presentValue: given.number(2),
      futureValue: given.number(3),
      isAtStart: given.isSet(4),
      guess: given.number(5, 0.1),
    });
  },
  EFFECT: (given) => effectiveRate(given.within(2, 2).number(0), given.number(1)),
  NOMINAL: (given) => nominalRate(given.within(2, 2).number(0), given.number(1)),
  NPV: (given) => netPresentValue(given.within(2, 255).number(0), given.numbersFrom(1)),
  IRR: (given) => internalRate(given.within(1, 2).numbersAt(0), given.number(1, 0.1)),
};

function partTerms(given: Arguments) {
  given.within(4, 6);
  return {
    rate: given.number(0),
    period: given.number(1),
    periods: given.number(2),
    presentValue: given.number(3),
    futureValue: given.number(4),
    isAtStart: given.isSet(5),
  };
}

function cumulativeTerms(given: Arguments) {
  given.within(6, 6);
  return {
    rate: given.number(0),
    periods: given.number(1),
    presentValue: given.number(2),
    first: given.number(3),
    last: given.number(4),
    isAtStart: given.strictlyIsSet(5),
  };
}

function answerFunction(line: z.output<typeof FunctionLine>): Readonly<Record<string, unknown>> {
  const { fn } = line;
  if (fn === 'XIRR') return { value: shown(internalRateOfDates(datedFlows(line), line.guess ?? 0.1)) };
  if (fn === 'XNPV') {
    const rate = line.rate ?? new Arguments(readArguments(line.args ?? '')).within(1, 1).number(0);
    return { value: shown(netPresentValueOfDates(rate, datedFlows(line))) };
  }
  const act = Object.hasOwn(FUNCTIONS, fn) ? FUNCTIONS[fn] : undefined;
  if (act === undefined) throw new Error(`There is no function "${fn}".`);
  return { value: shown(act(new Arguments(readArguments(line.args ?? '')))) };
}

function datedFlows({ values = [], dates = [] }: z.output<typeof FunctionLine>): DatedFlow[] {
  if (values.length !== dates.length) throw new FinanceError('#NUM!', 'as many dates as values');
  return values.map((amount, index) => ({ amount, on: calendarDate(dates[index] ?? '') }));
}

function answerRate(line: z.output<typeof RateLine>): Readonly<Record<string, unknown>> {
  const {
    method,
    flows,
    timeUnit = 'years',
    advance,
    payments,
    unitPeriodsPerYear,
    principal,
    annualRatePct,
    months,
  } = line;
  if (flows !== undefined) {
    const timed = flows.map(([time, amount]) => ({ time: time / A_YEAR[timeUnit], amount }));
    return { value: shown(effectiveAnnualCost(timed)) };
  }
  if (advance !== undefined && payments !== undefined && unitPeriodsPerYear !== undefined) {
    const runs = (Array.isArray(payments) ? payments : [payments]).map(({ n, amount, t, f }) => ({
      count: n,
      amount,
      wholePeriods: t,
      fraction: typeof f === 'number' ? f : fractionOf(f),
    }));
    return { value: shown(actuarialAnnualRate(advance, runs, unitPeriodsPerYear)) };
  }
  if (principal !== undefined && annualRatePct !== undefined && months !== undefined) {
    if (method === 'flat') {
      const totalInterest = (principal * annualRatePct * months) / 1200;
      return { emi: shown((principal + totalInterest) / months), totalInterest: shown(totalInterest) };
    }
    if (method === 'declining') {
      const emi = -payment({ rate: annualRatePct / 1200, periods: months, presentValue: principal });
      return { emi: shown(emi), totalInterest: shown(emi * months - principal) };
    }
  }
  throw new Error(`A line of the method "${method}" with these fields is not known.`);
}

function fractionOf(text: string): number {
  const [part = '0', whole = '1'] = text.split('/');
  return Number(part) / Number(whole);
}

/** All digits of the double. */
function shown(value: number): string {
  if (!Number.isFinite(value)) throw new FinanceError('#NUM!', 'the answer is too large for a number');
  return String(Object.is(value, -0) ? 0 : value);
}
