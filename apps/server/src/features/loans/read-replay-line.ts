// A loan and its events as one line of JSON, in the form that packages/core/conformance describes, read into the core's terms.

import {
  type Allocation,
  type CalendarDate,
  type Component,
  calendarDate,
  type LoanEvent,
  type LoanTerms,
  money,
  parseMoney,
  parseRate,
  standingEvents,
} from '@kafal/core';
import { z } from 'zod';

const Day = z.string().transform(calendarDate);
const Amount = z.string().transform((text) => parseMoney(text));
const Percent = z.union([z.string(), z.number()]).transform((value) => parseRate(String(value)));
const Count = z.union([z.number(), z.string().regex(/^\d+$/)]).transform(Number);
const ComponentName = z.enum(['penalty', 'fee', 'interest', 'principal']);
const Components = z.array(ComponentName).min(1);
const Kind = z.enum(['fee', 'penalty']);

const AllocationForm = z.discriminatedUnion('mode', [
  z.object({
    mode: z.literal('ordered'),
    processing: z.literal('horizontal'),
    order: z.array(z.string()).min(1),
    futureInstallment: z.enum(['nextInstallment', 'lastInstallment', 'nextLastInstallment']),
  }),
  z.object({ mode: z.literal('dueThenAdvance'), due: Components, inAdvance: Components }),
  z.object({ mode: z.literal('installmentByInstallment'), order: Components }),
]);

const ProductForm = z.object({
  principal: Amount,
  annualRatePct: Percent,
  interestMethod: z.enum(['declining', 'flat']),
  amortization: z.enum(['equalInstallments', 'equalPrincipal']),
  dayCount: z.object({
    daysInYear: z.enum(['360', '364', '365', 'actual']),
    daysInMonth: z.enum(['30', 'actual']),
    leapRule: z.string().optional(),
  }),
  interestPeriod: z.enum(['daily', 'sameAsRepayment']),
  repayEvery: z.number(),
  repayUnit: z.enum(['days', 'weeks', 'months']),
  installments: z.number(),
  gracePrincipal: z.int().nonnegative().default(0),
  graceInterest: z.int().nonnegative().default(0),
  interestFreePeriods: z.int().nonnegative().default(0),
  submittedOn: Day,
  decimals: z.literal(2).default(2),
  rounding: z.enum(['halfEven', 'halfUp']),
  emiMultiple: z
    .string()
    .regex(/^[1-9]\d*$/)
    .nullable(),
  scheduleEngine: z.enum(['progressive', 'cumulative']),
  partialPeriodInterest: z.boolean().nullish(),
  recalculation: z
    .object({
      restFrequency: z.enum(['daily', 'sameAsRepayment']),
      compounding: z.literal('none'),
      preClosure: z.enum(['tillPreCloseDate', 'tillRestFrequencyDate']),
      advancePayment: z.enum(['adjustLastUnpaid', 'reduceEmi', 'reduceNumberOfInstallments']),
      pastDueInterest: z.boolean(),
    })
    .nullable(),
  allocation: AllocationForm.nullable(),
  monthEndRule: z.enum(['lastDayOfMonth', 'firstDayOfNextMonth']).optional(),
  overdueCharge: z.object({ pct: Percent, base: z.literal('principal'), kind: Kind }).optional(),
});

const Posted = { postedOn: Day.optional() };
/** Money that comes in for the loan, whoever gives it: each is shared out as a repayment is. */
const RECEIPTS = [
  'repayment',
  'goodwillCredit',
  'merchantIssuedRefund',
  'payoutRefund',
  'interestPaymentWaiver',
] as const;
const EventForm = z.discriminatedUnion('type', [
  z.object({ type: z.literal('disburse'), date: Day, amount: Amount, ...Posted }),
  z.object({ type: z.enum(RECEIPTS), date: Day, amount: Amount, ...Posted }),
  z.object({ type: z.literal('payoff'), date: Day, ...Posted }),
  z.object({ type: z.literal('charge'), kind: Kind, dueOn: Day, amount: Amount, ...Posted }),
  z.object({ type: z.literal('percentCharge'), kind: Kind, dueOn: Day, pct: Percent, base: z.string(), ...Posted }),
  z.object({
    type: z.literal('installmentCharge'),
    kind: Kind,
    code: z.string(),
    value: z.union([z.string(), z.number()]),
    ...Posted,
  }),
  z.object({
    type: z.literal('reschedule'),
    fromDue: Day,
    newDue: Day.nullish(),
    gracePrincipal: Count.nullish(),
    graceInterest: Count.nullish(),
    extraTerms: Count.nullish(),
    newAnnualRatePct: Percent.nullish(),
    ...Posted,
  }),
  z.object({
    type: z.literal('undoPayment'),
    date: Day,
    nth: z.number().int().positive().default(1),
    paymentType: z.string().nullish(),
    ...Posted,
  }),
  z.object({ type: z.literal('undoDisbursal'), ...Posted }),
  z.object({ type: z.literal('undoLastDisbursal'), ...Posted }),
  z.object({ type: z.literal('waiveLastCharge'), ...Posted }),
  z.object({ type: z.literal('endOfDay'), date: Day, ...Posted }),
]);

const CaseForm = z.object({ product: ProductForm, events: z.array(EventForm), asOf: Day.nullish() });
type Product = z.output<typeof ProductForm>;
type EventLine = z.output<typeof EventForm>;

export interface ReplayCase {
  readonly terms: LoanTerms;
  readonly agreedOn: CalendarDate;
  readonly events: readonly LoanEvent[];
  readonly asOf: CalendarDate;
}

export function readReplayCase(question: unknown): ReplayCase {
  const { product, events, asOf } = CaseForm.parse(question);
  const agreedOn = product.submittedOn;
  const read = eventsOf(events);
  refuseMoneyBeforePayout(read);
  return { terms: termsOf(product), agreedOn, events: read, asOf: asOf ?? lastDay(events) ?? agreedOn };
}

function refuseMoneyBeforePayout(events: readonly LoanEvent[]): void {
  const standing = standingEvents(events);
  const [first] = standing.flatMap((event) => (event.type === 'payout' ? [event.on] : [])).sort();
  for (const event of standing) {
    if (event.type !== 'repayment' && event.type !== 'payoff') continue;
    if (first === undefined || event.on < first) {
      throw new Error(`The money of ${event.on} comes in before anything was paid out.`);
    }
  }
}

function lastDay(events: readonly EventLine[]): CalendarDate | undefined {
  return events
    .flatMap((event) => ('date' in event ? [event.date] : []))
    .sort()
    .at(-1);
}

function termsOf(product: Product): LoanTerms {
  const { dayCount, recalculation } = product;
  const isProgressive = product.scheduleEngine === 'progressive';
  return {
    principal: product.principal,
    annualRate: product.annualRatePct,
    interestMethod: product.interestMethod,
    amortization: product.amortization === 'equalPrincipal' ? 'equalPrincipal' : 'equalInstalments',
    dayCount: { year: yearOf(dayCount), month: dayCount.daysInMonth === '30' ? 30 : 'actual' },
    interestPeriod:
      product.interestPeriod === 'daily'
        ? { by: 'day' }
        : { by: 'period', wholePeriods: product.partialPeriodInterest === false },
    instalmentBasis: isProgressive ? 'periodFactors' : 'firstPeriod',
    every: product.repayEvery,
    unit: product.repayUnit,
    instalments: product.installments,
    monthEnd:
      product.monthEndRule === undefined
        ? 'clamp'
        : product.monthEndRule === 'lastDayOfMonth'
          ? 'lastDay'
          : 'firstOfNext',
    gracePrincipal: product.gracePrincipal,
    graceInterest: product.graceInterest,
    interestFree: product.interestFreePeriods,
    instalmentMultiple: money(product.emiMultiple === null ? 1 : Number(product.emiMultiple) * 100),
    instalmentRounding: 'nearest',
    interestMultiple: money(1),
    rounding: product.rounding === 'halfEven' ? 'half-even' : 'half-up',
    recalculation: recalculation === null ? null : recalculationOf(recalculation),
    allocation: allocationOf(product.allocation),
    overdueCharge:
      product.overdueCharge === undefined
        ? null
        : { kind: product.overdueCharge.kind, ratePercent: product.overdueCharge.pct },
  };
}

function yearOf({ daysInYear, leapRule }: Product['dayCount']): LoanTerms['dayCount']['year'] {
  if (daysInYear === 'actual') return leapRule === undefined ? 'actual' : 'leapPeriod';
  return { '360': 360, '364': 364, '365': 365 }[daysInYear] as 360 | 364 | 365;
}

function recalculationOf({
  restFrequency,
  preClosure,
  advancePayment,
  pastDueInterest,
}: NonNullable<Product['recalculation']>): LoanTerms['recalculation'] {
  const isToEnd = restFrequency === 'sameAsRepayment' && preClosure === 'tillRestFrequencyDate';
  const excess = {
    adjustLastUnpaid: 'keepInstalment',
    reduceEmi: 'reduceInstalment',
    reduceNumberOfInstallments: 'reduceTerm',
  } as const;
  return {
    pastDueUntil: pastDueInterest ? (isToEnd ? 'endOfPeriod' : 'day') : 'never',
    excess: excess[advancePayment],
  };
}

const USUAL_ORDER: readonly Component[] = ['penalty', 'fee', 'interest', 'principal'];

function allocationOf(form: Product['allocation']): Allocation {
  if (form === null) return { by: 'instalments', components: USUAL_ORDER };
  if (form.mode === 'installmentByInstallment') return { by: 'instalments', components: form.order };
  if (form.mode === 'dueThenAdvance') return { by: 'componentsThenAdvance', due: form.due, inAdvance: form.inAdvance };
  const buckets: { bucket: 'pastDue' | 'due' | 'inAdvance'; components: Component[] }[] = [];
  for (const word of form.order) {
    const [bucket, component] = z
      .tuple([z.enum(['pastDue', 'due', 'inAdvance']), ComponentName])
      .parse(word.split('.'));
    const open = buckets.at(-1);
    if (open?.bucket === bucket) open.components.push(component);
    else buckets.push({ bucket, components: [component] });
  }
  const future = { nextInstallment: 'next', lastInstallment: 'last', nextLastInstallment: 'nextThenLast' } as const;
  return { by: 'buckets', buckets, future: future[form.futureInstallment] };
}

/** Events of the line that stand for none, such as an undo of two, leave the places of the others as they are. */
function eventsOf(lines: readonly EventLine[]): LoanEvent[] {
  const events: LoanEvent[] = [];
  const placesOf = new Map<number, number>();
  const undo = (line: number | undefined) => {
    const place = line === undefined ? undefined : placesOf.get(line);
    if (place === undefined) throw new Error('What is to be taken back is not there.');
    if (!isUndone(events, place)) events.push({ type: 'undo', place });
  };
  const earlier = (before: number, isMeant: (line: EventLine) => boolean) =>
    lines.flatMap((line, place) => (place < before && isMeant(line) ? [place] : []));
  const stands = (line: number) => !isUndone(events, placesOf.get(line) ?? -1);

  for (const [index, line] of lines.entries()) {
    switch (line.type) {
      case 'undoPayment':
        undo(earlier(index, (one) => isPayment(one) && one.date === line.date)[line.nth - 1]);
        break;
      case 'undoLastDisbursal':
        undo(
          earlier(index, ({ type }) => type === 'disburse')
            .filter(stands)
            .at(-1),
        );
        break;
      case 'waiveLastCharge':
        undo(
          earlier(index, ({ type }) => type === 'charge')
            .filter(stands)
            .at(-1),
        );
        break;
      case 'undoDisbursal':
        for (const place of earlier(index, (one) => one.type === 'disburse' || isPayment(one)).filter(stands))
          undo(place);
        break;
      default:
        placesOf.set(index, events.length);
        events.push(...eventOf(line));
    }
  }
  return events;
}

const isUndone = (events: readonly LoanEvent[], place: number) =>
  events.some((event) => event.type === 'undo' && event.place === place);

type Payment = Extract<EventLine, { type: (typeof RECEIPTS)[number] | 'payoff' }>;
const isPayment = (line: EventLine): line is Payment =>
  line.type === 'payoff' || RECEIPTS.some((receipt) => receipt === line.type);

function eventOf(
  line: Exclude<EventLine, { type: 'undoPayment' | 'undoLastDisbursal' | 'waiveLastCharge' | 'undoDisbursal' }>,
): LoanEvent[] {
  switch (line.type) {
    case 'disburse':
      return [{ type: 'payout', on: line.date, amount: line.amount }];
    case 'repayment':
    case 'goodwillCredit':
    case 'merchantIssuedRefund':
    case 'payoutRefund':
    case 'interestPaymentWaiver':
      return [{ type: 'repayment', on: line.date, amount: line.amount }];
    case 'payoff':
    case 'endOfDay':
      return [{ type: line.type, on: line.date }];
    case 'charge':
      return [{ type: 'charge', kind: line.kind, dueOn: line.dueOn, amount: line.amount }];
    case 'percentCharge':
      return [
        { type: 'percentCharge', kind: line.kind, dueOn: line.dueOn, percent: line.pct, base: baseOf(line.base) },
      ];
    case 'installmentCharge':
      return [instalmentCharge(line.kind, line.code, String(line.value))];
    case 'reschedule':
      return rescheduled(line);
  }
}

function baseOf(words: string): 'principal' | 'interest' | 'principalAndInterest' {
  const [ofPrincipal, ofInterest] = [/principal|amount/i.test(words), /interest/i.test(words)];
  if (ofPrincipal && ofInterest) return 'principalAndInterest';
  if (ofPrincipal) return 'principal';
  if (ofInterest) return 'interest';
  throw new Error(`A charge on "${words}" is not known.`);
}

function instalmentCharge(kind: 'fee' | 'penalty', code: string, value: string): LoanEvent {
  if (/FLAT/i.test(code)) {
    return { type: 'instalmentCharge', kind, amount: parseMoney(value.includes('.') ? value : `${value}.00`) };
  }
  const base = code.replace(/.*PERCENTAGE_/i, '');
  return { type: 'instalmentPercentCharge', kind, percent: parseRate(value), base: baseOf(base) };
}

function rescheduled(line: Extract<EventLine, { type: 'reschedule' }>): LoanEvent[] {
  if (line.gracePrincipal || line.graceInterest) throw new Error('A later grace is not known here.');
  const events: LoanEvent[] = [];
  if (line.newDue) {
    events.push({ type: 'moveDue', due: line.fromDue, newDue: line.newDue, enteredOn: line.postedOn ?? line.fromDue });
  }
  if (line.newAnnualRatePct) events.push({ type: 'rateChange', from: line.fromDue, annualRate: line.newAnnualRatePct });
  if (line.extraTerms) events.push({ type: 'extraInstalments', from: line.fromDue, count: line.extraTerms });
  return events;
}
