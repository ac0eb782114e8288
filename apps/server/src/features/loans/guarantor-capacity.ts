// What members answer for as guarantors, live: their part of every loan that is asked for or running, and what the rules
// of a product leave them.

import {
  add,
  formatMoney,
  type Guarantee,
  type Guarantor,
  type GuarantorCapacity,
  type GuarantorPayments,
  type GuarantorRules,
  guaranteeCircle,
  guaranteeLeft,
  guarantorCapacity,
  type LoanStatus,
  type Money,
  sum,
  ZERO,
} from '@kafal/core';
import { sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { depositsOf } from './borrower-facts.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { runningLoansOf } from './loan-queries.ts';
import { sharesOf } from './shares-of.ts';
import { isWrittenOff, leftOfWriteOff } from './written-off.ts';

const LIVE: readonly LoanStatus[] = ['submitted', 'returned', 'recommended', 'sanctioned', 'active'];
/** A guarantee lives from the yes to the last rupee, also where the loan was written off. */
const isLive = sql<boolean>`(l.status in (${sql.join([...LIVE])}) or (l.writtenOffOn is not null and l.closedOn is null))`;

type Guaranteed = Pick<
  LoanWithBalance,
  | 'status'
  | 'principalOwed'
  | 'sanctionedAmount'
  | 'askedAmount'
  | 'closedOn'
  | 'writtenOffOn'
  | 'writtenOffAmount'
  | 'recovered'
>;

/** The same of one loan. Who said yes is free once it is over, and stands for it again when its closing is taken back. */
export const isGuaranteeLive = (loan: Guaranteed): boolean => LIVE.includes(loan.status) || isWrittenOff(loan);

/** What guarantors share: what is owed, before the payout what was sanctioned or asked for. */
export function guaranteedAmount(loan: Guaranteed): Money {
  if (isWrittenOff(loan)) return leftOfWriteOff(loan);
  if (loan.status === 'closed') return ZERO;
  if (loan.status === 'active') return loan.principalOwed ?? ZERO;
  return loan.sanctionedAmount ?? loan.askedAmount;
}

/** By the guarantor; what was taken back does not count. */
export async function guarantorPaymentsOf(
  reader: Reader,
  loanId: number,
): Promise<(memberId: number) => GuarantorPayments> {
  const rows = await reader
    .selectFrom('loan_guarantor_payment as p')
    .leftJoin('journal_entry as back', 'back.reversesEntryId', 'p.entryId')
    .select(['p.memberId', 'p.amount', 'p.principal'])
    .where('p.loanId', '=', loanId)
    .where('back.id', 'is', null)
    .execute();
  const principal = rows.reduce((all, row) => add(all, row.principal), ZERO);
  return (memberId) => ({
    own: rows.reduce((all, row) => (row.memberId === memberId ? add(all, row.amount) : all), ZERO),
    principal,
  });
}

export async function leftOfGuarantee(
  reader: Reader,
  loan: Guaranteed & Pick<LoanWithBalance, 'id'>,
  memberId: number,
): Promise<Money> {
  const paid = await guarantorPaymentsOf(reader, loan.id);
  return guaranteeLeft(guaranteedAmount(loan), await guarantorsIn(reader, loan.id), paid(memberId));
}

/** The parts of a member in all loans but one, for which they have said yes. */
async function partsOf(reader: Reader, memberId: number, exceptLoanId: number): Promise<Money[]> {
  const loans = await reader
    .selectFrom('loan_guarantor as g')
    .innerJoin('loan as l', 'l.id', 'g.loanId')
    .leftJoin('balance as b', (join) => join.on('b.subLedger', '=', 'loan').onRef('b.subLedgerId', '=', 'l.id'))
    .select(['l.id', 'l.status', 'l.askedAmount', 'l.sanctionedAmount', 'b.amount as principalOwed'])
    .select(['l.closedOn', 'l.writtenOffOn', 'l.writtenOffAmount', 'l.recovered'])
    .where('g.memberId', '=', memberId)
    .where('g.status', '=', 'consented')
    .where(isLive)
    .where('l.id', '<>', exceptLoanId)
    .orderBy('l.id')
    .execute();
  return Promise.all(loans.map((loan) => leftOfGuarantee(reader, loan, memberId)));
}

/** Those who were asked and have not said no share the loan. */
async function guarantorsIn(reader: Reader, loanId: number): Promise<number> {
  const rows = await reader
    .selectFrom('loan_guarantor')
    .select('id')
    .where('loanId', '=', loanId)
    .where('status', '<>', 'declined')
    .where('replacesMemberId', 'is', null)
    .execute();
  return rows.length;
}

async function guarantorFacts(reader: Reader, memberId: number, exceptLoanId: number): Promise<Guarantor> {
  const loans = await runningLoansOf(reader, memberId);
  return {
    sharesHeld: (await sharesOf(reader, memberId)).held,
    deposits: sum((await depositsOf(reader, memberId)).map(({ amount }) => amount)),
    owed: sum(loans.map(({ principalOwed }) => principalOwed ?? ZERO)),
    guaranteed: await partsOf(reader, memberId, exceptLoanId),
  };
}

/** Beside one loan; 0 is none. */
export async function capacityBeside(
  reader: Reader,
  rules: GuarantorRules,
  memberId: number,
  exceptLoanId: number,
): Promise<GuarantorCapacity> {
  return guarantorCapacity(rules, await guarantorFacts(reader, memberId, exceptLoanId));
}

interface Named {
  readonly id: number;
  readonly number: string;
}

/** Whoever stands for as many loans as the product lets, or whose part is more than what is left to them. */
export async function refuseOverCapacity(
  reader: Reader,
  rules: GuarantorRules,
  { id, number }: Named,
  part: Money,
  exceptLoanId: number,
  field?: string,
): Promise<void> {
  const { free, loans, mostLoans } = await capacityBeside(reader, rules, id, exceptLoanId);
  if (mostLoans !== null && loans >= mostLoans) {
    throw new Refusal('rule', 'GUARANTOR_TOO_MANY', { number, loans, most: mostLoans }, field);
  }
  if (free !== null && part > free) {
    throw new Refusal(
      'rule',
      'GUARANTOR_OVER_CAPACITY',
      { number, part: formatMoney(part), free: formatMoney(free) },
      field,
    );
  }
}

export function capacityView({ exposure, limit, free, loans, mostLoans }: GuarantorCapacity) {
  return {
    exposure: formatMoney(exposure),
    limit: limit === null ? null : formatMoney(limit),
    free: free === null ? null : formatMoney(free),
    loans,
    mostLoans,
  };
}

/** Names on the way on which a guarantee comes back to its giver; none where it does not. */
export async function circleNames(reader: Reader, guarantee: Guarantee): Promise<string[]> {
  const way = guaranteeCircle(await guaranteesAround(reader, guarantee.borrower), guarantee);
  if (way === undefined) return [];
  const names = await reader
    .selectFrom('member')
    .select(['id', 'name'])
    .where('id', 'in', [...way])
    .execute();
  return way.map((id) => names.find((member) => member.id === id)?.name ?? '');
}

/** Every live guarantee that can be reached from a member, a step at a time. */
async function guaranteesAround(reader: Reader, from: number): Promise<Guarantee[]> {
  const known: Guarantee[] = [];
  const seen = new Set([from]);
  let edge = [from];
  while (edge.length > 0) {
    const next = await reader
      .selectFrom('loan_guarantor as g')
      .innerJoin('loan as l', 'l.id', 'g.loanId')
      .select(['g.memberId as guarantor', 'l.memberId as borrower'])
      .where('g.memberId', 'in', edge)
      .where('g.status', '=', 'consented')
      .where(isLive)
      .execute();
    known.push(...next);
    edge = [...new Set(next.map(({ borrower }) => borrower))].filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
  }
  return known;
}
