// A loan is the list of its events. What it owes is asked of the engine; the rows of its instalments are what it said the
// last time, kept so that lists and sums can be read.

import {
  add,
  type CalendarDate,
  formatRate,
  type InstalmentState,
  invariant,
  type LoanEvent,
  type LoanTerms,
  loanTermsOf,
  type Money,
  maximum,
  type NewPlan,
  parseRate,
  type ReplayedLoan,
  replayLoan,
  standingEvents,
  subtract,
  sum,
  type WaivedParts,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostingDraft } from '../accounting/index.ts';
import { getProductVersion } from './loan-products.ts';
import type { LoanWithBalance } from './loan-queries.ts';

export interface RunningLoan {
  readonly terms: LoanTerms;
  readonly disbursedOn: CalendarDate;
  readonly events: readonly LoanEvent[];
}

/** With the terms it was sanctioned by, whatever the product says today. */
export async function runningLoan(reader: Reader, loan: LoanWithBalance): Promise<RunningLoan> {
  const { sanctionedAmount, instalments, annualRate, disbursedOn } = loan;
  invariant(
    sanctionedAmount !== null && instalments !== null && annualRate !== null && disbursedOn !== null,
    `loan ${loan.number} was paid out`,
  );
  const product = await getProductVersion(reader, loan.loanProductId);
  const terms = loanTermsOf(product, sanctionedAmount, instalments, annualRate);
  return { terms, disbursedOn, events: (await eventRowsOf(reader, loan.id)).map(eventOf) };
}

/**
 * As it stood at the end of a day, when later days have seen money already: a day off is ended on the next working day. The places
 * of the events stay, because what is taken back names them.
 */
export function asOfDay(running: RunningLoan, day: CalendarDate): RunningLoan {
  const { events, ...loan } = running;
  const isLater = (event: LoanEvent) => 'on' in event && event.on > day;
  if (!events.some(isLater)) return running;
  const isUndoneLater = (event: LoanEvent) => event.type === 'undo' && isLaterPlace(events, event.place, isLater);
  return {
    ...loan,
    events: events.map((event) => (isLater(event) || isUndoneLater(event) ? { type: 'endOfDay', on: day } : event)),
  };
}

const isLaterPlace = (events: readonly LoanEvent[], place: number, isLater: (event: LoanEvent) => boolean) => {
  const event = events[place];
  return event !== undefined && isLater(event);
};

export function stateOf({ terms, disbursedOn, events }: RunningLoan, asOf: CalendarDate): ReplayedLoan {
  return replayLoan(terms, disbursedOn, events, asOf);
}

export function eventRowsOf(reader: Reader, loanId: number): Promise<Row<'loan_event'>[]> {
  return reader.selectFrom('loan_event').selectAll().where('loanId', '=', loanId).orderBy('place').execute();
}

function eventOf({ type, occurredOn: on, amount, takesBack, detail }: Row<'loan_event'>): LoanEvent {
  if (type === 'undo') {
    invariant(takesBack !== null, 'what is taken back is named');
    return { type, place: takesBack };
  }
  // What it moved in the books follows from the others; it keeps its place.
  if (type === 'correction') return { type: 'endOfDay', on };
  invariant(amount !== null, `a ${type} has an amount`);
  switch (type) {
    case 'penalty':
      // It is the day it falls due.
      return { type: 'charge', kind: 'penalty', dueOn: on, amount };
    case 'payout':
      return { type, on, amount, ...(detail === null ? {} : payoutIn(detailOf<KeptPayout>(detail))) };
    case 'prepayment':
      return { type, on, amount, ...detailOf<Pick<EventOf<'prepayment'>, 'choice'>>(detail) };
    case 'writeOff':
      return { type, on, ...detailOf<Pick<EventOf<'writeOff'>, 'rebate'>>(detail) };
    case 'waiver':
      return { type, on, ...detailOf<WaivedParts>(detail) };
    case 'reschedule':
      return { type, on, ...planIn(detailOf<KeptPlan>(detail)) };
    case 'settlement':
      return { type, on, ...detailOf<Pick<EventOf<'settlement'>, 'fee' | 'rebate'>>(detail) };
    default:
      return { type, on, amount };
  }
}

type EventOf<Type extends LoanEvent['type']> = Extract<LoanEvent, { type: Type }>;

/** A plan made anew as it is kept: its rate as text. */
export type KeptPlan = Omit<NewPlan, 'annualRate'> & { readonly annualRate: string };

const planIn = ({ annualRate, ...plan }: KeptPlan): NewPlan => ({ ...plan, annualRate: parseRate(annualRate) });

/** Of a later part the plan made anew with it; of the first the due day that was agreed for the first instalment. */
export type KeptPayout = KeptPlan | Pick<NewPlan, 'firstDue'>;

const payoutIn = (kept: KeptPayout): Pick<EventOf<'payout'>, 'plan' | 'firstDue'> =>
  'instalments' in kept ? { plan: planIn(kept) } : kept;

/** What has gone out of it. */
export const paidOutOf = ({ events }: RunningLoan): Money =>
  sum(standingEvents(events).flatMap((event) => (event.type === 'payout' ? event.amount : [])));

/** What it is lent at now: as sanctioned, or as the last plan made anew says. */
export function rateNow({ annualRate }: LoanWithBalance, events: readonly LoanEvent[]): string {
  const anew = standingEvents(events).findLast(({ type }) => type === 'reschedule');
  return anew?.type === 'reschedule' ? formatRate(anew.annualRate) : (annualRate ?? '0');
}

/** As `addLoanEvent` wrote it for the same type of event. */
function detailOf<Detail>(detail: string | null): Detail {
  invariant(detail !== null, 'such an event says more than its amount');
  return JSON.parse(detail) as Detail;
}

export type NewLoanEvent = Pick<Row<'loan_event'>, 'type' | 'occurredOn' | 'entryId' | 'userId' | 'recordedAt'> &
  Partial<Pick<Row<'loan_event'>, 'amount' | 'takesBack' | 'detail'>>;

/** The next event of the loan, whose row is locked: its place. */
export async function addLoanEvent(trx: Trx, loanId: number, event: NewLoanEvent): Promise<number> {
  const last = await trx
    .selectFrom('loan_event')
    .select('place')
    .where('loanId', '=', loanId)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  const place = (last?.place ?? -1) + 1;
  await trx
    .insertInto('loan_event')
    .values({ amount: null, takesBack: null, detail: null, ...event, loanId, place })
    .execute();
  return place;
}

export interface LoanParts {
  readonly principal: Money;
  readonly interest: Money;
  readonly fee: Money;
  readonly penalty: Money;
}

/** What has been paid of each part, over all instalments, and of principal ahead of its time. */
export function paidParts({ instalments, prepaid }: ReplayedLoan): LoanParts {
  const total = (part: keyof LoanParts) => sum(instalments.map(({ paidOf }) => paidOf[part]));
  return {
    principal: add(total('principal'), prepaid),
    interest: total('interest'),
    fee: total('fee'),
    penalty: total('penalty'),
  };
}

export function partsBetween(before: LoanParts, after: LoanParts): LoanParts {
  return {
    principal: subtract(after.principal, before.principal),
    interest: subtract(after.interest, before.interest),
    fee: subtract(after.fee, before.fee),
    penalty: subtract(after.penalty, before.penalty),
  };
}

/** Where what a borrower pays stands in the books, besides the principal. */
const INCOME = { interest: '4101', fee: '4202', penalty: '4103' } as const;

/** One posting for each part: principal, interest, fee, penalty; less than nothing of a part is debited. */
export function postingsOf(
  loan: Pick<LoanWithBalance, 'id' | 'number' | 'accountCode'>,
  { principal, ...earned }: LoanParts,
): PostingDraft[] {
  const side = (amount: Money) => ({
    side: amount > 0 ? ('credit' as const) : ('debit' as const),
    amount: maximum(amount, subtract(ZERO, amount)),
  });
  const ofLoan = { accountCode: loan.accountCode, subLedger: 'loan' as const, subLedgerId: loan.id };
  const parts = (['interest', 'fee', 'penalty'] as const).filter((part) => earned[part] !== ZERO);
  return [
    ...(principal === ZERO ? [] : [{ ...ofLoan, ...side(principal) }]),
    ...parts.map((part) => ({ accountCode: INCOME[part], ...side(earned[part]), memo: loan.number })),
  ];
}

/** What an entry has moved of each part, as the books have it. */
export async function postedSplit(
  reader: Reader,
  loan: Pick<LoanWithBalance, 'id' | 'number'>,
  entryId: number,
): Promise<LoanParts> {
  const rows = await reader
    .selectFrom('posting')
    .select(['accountCode', 'side', 'amount', 'subLedger', 'subLedgerId', 'memo'])
    .where('entryId', '=', entryId)
    .execute();
  const credited = (isCounted: (row: (typeof rows)[number]) => boolean) =>
    sum(rows.filter(isCounted).map(({ side, amount }) => (side === 'credit' ? amount : subtract(ZERO, amount))));
  const earned = (account: string) =>
    credited(({ accountCode, memo }) => accountCode === account && memo === loan.number);
  return {
    principal: credited(({ subLedger, subLedgerId }) => subLedger === 'loan' && subLedgerId === loan.id),
    interest: earned(INCOME.interest),
    fee: earned(INCOME.fee),
    penalty: earned(INCOME.penalty),
  };
}

/** The first instalment on which something is left to pay. */
export function oldestUnpaid({ instalments }: ReplayedLoan): InstalmentState | undefined {
  return instalments.find(({ outstanding }) => outstanding > 0);
}

export function owedInAll({ instalments }: ReplayedLoan): Money {
  return sum(instalments.map(({ outstanding }) => outstanding));
}

/** What is unpaid of instalments that were agreed for this day or before. */
export function fallenDue({ instalments }: ReplayedLoan, on: CalendarDate): Money {
  return sum(instalments.flatMap(({ due, outstanding }) => (due <= on ? outstanding : [])));
}

/** The rows as the engine says now: those that differ from what they said before are written. */
export async function keepInstalments(
  trx: Trx,
  { dialect }: Pick<Platform, 'dialect'>,
  loanId: number,
  state: ReplayedLoan,
): Promise<void> {
  const rows = state.instalments.map((one) => rowOf(loanId, one));
  const before = await trx
    .selectFrom('loan_instalment')
    .selectAll()
    .where('loanId', '=', loanId)
    .orderBy('number')
    .execute();
  const changed = rows.filter((row, place) => !isSameRow(row, before[place]));
  if (changed.length > 0) await dialect.upsert(trx, 'loan_instalment', changed, { key: ['loanId', 'number'] });
  if (before.length > rows.length) {
    await trx.deleteFrom('loan_instalment').where('loanId', '=', loanId).where('number', '>', rows.length).execute();
  }
  const nextDueOn = oldestUnpaid(state)?.due ?? null;
  await trx.updateTable('loan').set({ nextDueOn }).where('id', '=', loanId).execute();
}

type InstalmentRow = Row<'loan_instalment'>;

function rowOf(loanId: number, one: InstalmentState): InstalmentRow {
  const { number, due, principal, interest, fee, penalty, paidOf, paidOn } = one;
  return {
    loanId,
    number,
    dueOn: due,
    principal,
    interest,
    fee,
    penalty,
    paidPrincipal: paidOf.principal,
    paidInterest: paidOf.interest,
    paidFee: paidOf.fee,
    paidPenalty: paidOf.penalty,
    paidOn,
  };
}

const isSameRow = (row: InstalmentRow, before: InstalmentRow | undefined) =>
  before !== undefined && (Object.keys(row) as (keyof InstalmentRow)[]).every((name) => row[name] === before[name]);
