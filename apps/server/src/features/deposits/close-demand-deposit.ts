// What closing an account without a term comes to on a day, and what taking such a closing back undoes. The interest since
// the last credit comes by the product's own rule, up to the day before: the closing day ends with nothing.

import {
  add,
  addDays,
  type CalendarDate,
  formatRate,
  type InterestLine,
  invariant,
  isTermKind,
  savingsInterest,
  subtract,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { ReversalRule } from '../accounting/index.ts';
import { accruedOf } from './accrued-interest.ts';
import { INTEREST_ON_SAVINGS } from './credit-interest.ts';
import type { Closing } from './daily-deposits.ts';
import { type DepositWithBalance, findDeposit } from './deposit-queries.ts';
import { firstSavings } from './due-terms.ts';
import {
  countedFrom,
  endOfDayBalances,
  interestFrom,
  interestOfDeposit,
  productInterest,
  restedTerms,
} from './interest-terms.ts';
import { taxOnInterest, withheld } from './tax-on-interest.ts';

export const isDemandAccount = ({ kind }: Pick<DepositWithBalance, 'kind'>): boolean =>
  !isTermKind(kind) && kind !== 'daily';

/** With its balance waited for and read anew: what came in a moment before goes out too. */
export async function demandClosingOn(
  platform: Platform,
  reader: Reader,
  { id }: DepositWithBalance,
  closesOn: CalendarDate,
): Promise<Closing> {
  const deposit = await stillAndLocked(platform, reader, id);
  const { memberId, openedOn, balance } = deposit;
  const [creditedTo, knewEntryId] = [await lastCreditOf(reader, id), await newestEntryId(reader)];
  const from = countedFrom({ openedOn, creditedTo }, await interestFrom(platform, reader));
  const to = addDays(closesOn, -1);
  const rules = await interestOfDeposit(reader, await productInterest(reader, closesOn), deposit, from);
  const terms = await restedTerms(platform, reader, rules, id, { to, knewEntryId });
  const balances = await endOfDayBalances(platform, reader, [id], to, knewEntryId);
  const { interest, lines } =
    from > to || !rules.earnsByBalance
      ? { interest: ZERO, lines: [] }
      : savingsInterest(terms, balances.get(id) ?? [], { from, to });

  const [tax] = await taxOnInterest(platform, reader, interest > ZERO ? [{ memberId, interest }] : []);
  const paid = add(balance, interest);
  const last = lines.at(-1);
  return {
    closure: {
      isPremature: false,
      annualRate: last === undefined ? '0' : formatRate(last.annualRate),
      paidIn: balance,
      interest,
      recovered: ZERO,
      paid,
      lines: lines.map(closingLine),
    },
    interestAccount: INTEREST_ON_SAVINGS,
    accrued: (await accruedOf(platform, reader, [id])).get(id) ?? ZERO,
    tax,
    charge: ZERO,
    net: subtract(paid, withheld(tax)),
    credit: interest > ZERO ? { from, to, interest, knewEntryId } : undefined,
  };
}

/** A savings balance changes, and its rate with it: each line says its own. */
function closingLine({ days, to, balance, annualRate, interest }: InterestLine) {
  return {
    length: { days },
    on: to,
    balance: { numerator: BigInt(balance), denominator: 1n },
    interest,
    paid: null,
    annualRate: formatRate(annualRate),
  };
}

async function stillAndLocked(platform: Platform, reader: Reader, id: number): Promise<DepositWithBalance> {
  if (reader !== platform.database) {
    await platform.dialect.one(
      reader,
      `SELECT subLedgerId FROM balance WHERE subLedger = 'deposit' AND subLedgerId = ?${platform.dialect.forUpdateText}`,
      [id],
    );
  }
  const deposit = await findDeposit(platform, id, reader);
  invariant(deposit, `deposit ${id} is there`);
  return deposit;
}

async function lastCreditOf(reader: Reader, depositId: number): Promise<CalendarDate | null> {
  const credited = await reader
    .selectFrom('interest_credit')
    .select(({ fn }) => fn.max('periodTo').as('to'))
    .where('depositId', '=', depositId)
    .executeTakeFirst();
  return credited?.to ?? null;
}

async function newestEntryId(reader: Reader): Promise<number> {
  const newest = await reader
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return Number(newest?.id ?? 0);
}

/** What leans on the account has to be settled first: money that is taken from it by order, and money that is to come to it. */
export async function refuseWhileUsed(
  reader: Reader,
  { id, number, memberId, kind }: DepositWithBalance,
): Promise<void> {
  const instruction = await reader
    .selectFrom('standing_instruction as s')
    .innerJoin('deposit as d', 'd.id', 's.toDepositId')
    .select('d.number')
    .where('s.fromDepositId', '=', id)
    .where('s.activeToId', 'is not', null)
    .orderBy('s.id')
    .executeTakeFirst();
  if (instruction !== undefined) {
    throw new Refusal('rule', 'CLOSURE_INSTRUCTION', { number, other: instruction.number });
  }
  if (kind !== 'savings' || (await otherSavings(reader, memberId, id))) return;
  const paying = await reader
    .selectFrom('deposit')
    .select('number')
    .where('memberId', '=', memberId)
    .where('kind', 'in', ['fixed', 'recurring', 'daily'])
    .where('status', '!=', 'closed')
    .orderBy('id')
    .executeTakeFirst();
  if (paying !== undefined) throw new Refusal('rule', 'CLOSURE_PAID_INTO', { number, other: paying.number });
}

/** Whether deposits of a term would find another account of the member to be paid into. */
async function otherSavings(reader: Reader, memberId: number, id: number): Promise<boolean> {
  const first = await firstSavings(reader, memberId, id);
  return first !== undefined;
}

/** Beside the entry: the days that its interest was for are credited, and which entry closed the account. */
export async function keepDemandClosing(
  trx: Trx,
  { id: depositId }: Pick<DepositWithBalance, 'id'>,
  { credit }: Pick<Closing, 'credit'>,
  entryId: number | null,
): Promise<void> {
  await trx.insertInto('deposit_closure').values({ depositId, entryId }).execute();
  if (credit === undefined) return;
  const { from: periodFrom, to: periodTo, interest, knewEntryId } = credit;
  await trx
    .insertInto('interest_credit')
    .values({ depositId, periodFrom, periodTo, interest, entryId, knewEntryId })
    .execute();
}

/** A closing by mistake: the account stands again, and the days that its interest was for are counted with the next credit. */
export const demandClosureReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const closed = await reader
      .selectFrom('deposit_closure as c')
      .innerJoin('deposit as d', 'd.id', 'c.depositId')
      .innerJoin('posting as p', (join) => join.onRef('p.subLedgerId', '=', 'd.id').on('p.subLedger', '=', 'deposit'))
      .select('d.number')
      .where('p.entryId', '=', entry.id)
      .where((is) => is.or([is('c.entryId', 'is', null), is('c.entryId', '!=', entry.id)]))
      .executeTakeFirst();
    if (closed !== undefined) throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number: closed.number });
    const there = await closedBy(reader, entry.id);
    if (there === undefined) return;
    const another = await reader
      .selectFrom('deposit')
      .select('number')
      .where('memberId', '=', there.memberId)
      .where('productCode', '=', there.productCode)
      .where('status', '!=', 'closed')
      .executeTakeFirst();
    // Of everything but goals a member has one.
    if (another !== undefined && there.kind !== 'goal') {
      throw new Refusal('conflict', 'DEPOSIT_ALREADY_OPEN', { number: another.number });
    }
  },
  undo: async (trx, _platform, _actor, entry) => {
    const closed = await closedBy(trx, entry.id);
    if (closed === undefined) return;
    const { depositId } = closed;
    await trx
      .updateTable('deposit')
      .set(({ eb }) => ({ status: 'active', closedOn: null, version: eb('version', '+', 1) }))
      .where('id', '=', depositId)
      .execute();
    await trx.deleteFrom('deposit_closure').where('depositId', '=', depositId).execute();
    await trx
      .deleteFrom('interest_credit')
      .where('depositId', '=', depositId)
      .where('entryId', '=', entry.id)
      .execute();
  },
};

function closedBy(reader: Reader, entryId: number) {
  return reader
    .selectFrom('deposit_closure as c')
    .innerJoin('deposit as d', 'd.id', 'c.depositId')
    .select(['c.depositId', 'd.memberId', 'd.productCode', 'd.kind'])
    .where('c.entryId', '=', entryId)
    .executeTakeFirst();
}
