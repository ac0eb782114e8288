// What the steps of a day's end that carry deposits of a term out have in common: whose turn it is, their members locked,
// and the account that the money goes to.

import { add, type CalendarDate, invariant, lastDueDay, type Money, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { getMemberForUpdate, type Member } from '../members/index.ts';
import { businessCalendar } from '../society/index.ts';
import type { AccountsAtOnce, AccountsDone } from './credit-interest.ts';
import { type DepositWithBalance, findDeposit } from './deposit-queries.ts';

interface DueTerm {
  readonly id: number;
  readonly memberId: number;
}

interface TermStep {
  readonly step: 'pay-interest' | 'mature-deposits';
  readonly dueOn: 'nextPayoutOn' | 'maturesOn';
}

interface DueAccounts extends AccountsAtOnce {
  /** Up to this day the turn has come: some due days move, because the society does no business on them. */
  readonly lastDueOn: CalendarDate;
}

/**
 * The next by their ids, from the index of those that are open: neither the savings nor the terms of former years are gone
 * through. What could not be done on a day before is tried again for that day, and not found here.
 */
function dueTerms(
  trx: Trx,
  { step, dueOn }: TermStep,
  { afterId, limit, upToId, lastDueOn }: DueAccounts,
): Promise<DueTerm[]> {
  return trx
    .selectFrom('term_deposit')
    .innerJoin('deposit', 'deposit.id', 'term_deposit.depositId')
    .select(['deposit.id', 'deposit.memberId'])
    .where('term_deposit.closingEntryId', 'is', null)
    .where(`term_deposit.${dueOn}`, '<=', lastDueOn)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('deposit as open')
          .select('open.id')
          .whereRef('open.id', '=', 'term_deposit.depositId')
          .where('open.status', '=', 'active'),
      ),
    )
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('day_end_failure')
            .select('day_end_failure.depositId')
            .whereRef('day_end_failure.depositId', '=', 'term_deposit.depositId')
            .where('day_end_failure.step', '=', step)
            .where('day_end_failure.resolvedAt', 'is', null),
        ),
      ),
    )
    .where('term_deposit.depositId', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('term_deposit.depositId', '<=', upToId)))
    .orderBy('term_deposit.depositId')
    .limit(limit)
    .execute();
}

/** Whose turn it is after an id. */
export const nextDueTerm = (termStep: TermStep) => async (trx: Trx, on: CalendarDate, afterId: number) => {
  const lastDueOn = lastDueDay(await businessCalendar(trx), on);
  const [deposit] = await dueTerms(trx, termStep, { on, afterId, limit: 1, lastDueOn });
  return deposit?.id;
};

export interface DueDeposit {
  readonly deposit: DepositWithBalance;
  readonly member: Member;
  readonly on: CalendarDate;
  readonly lastDueOn: CalendarDate;
}

/**
 * Carries the next ones out. Each answers the interest that it brought, or nothing where nothing was done. A refusal has
 * written a part already, so it ends the transaction.
 */
export async function carryOutDue(
  trx: Trx,
  platform: Platform,
  termStep: TermStep,
  accounts: AccountsAtOnce,
  act: (due: DueDeposit) => Promise<Money | undefined>,
): Promise<AccountsDone> {
  const lastDueOn = lastDueDay(await businessCalendar(trx), accounts.on);
  const deposits = await dueTerms(trx, termStep, { ...accounts, lastDueOn });
  const members = await lockMembersOf(trx, platform, deposits);
  let [credited, amount] = [0, ZERO];
  for (const { id, memberId } of deposits) {
    const deposit = await findDeposit(platform, id, trx);
    const member = members.get(memberId);
    invariant(deposit !== undefined && member !== undefined, `deposit ${id} has its member`);
    // Somebody at the counter was a moment before.
    if (deposit.status !== 'active') continue;
    const interest = await act({ deposit, member, on: accounts.on, lastDueOn });
    if (interest === undefined) continue;
    credited += 1;
    amount = add(amount, interest);
  }
  return { lastId: deposits.at(-1)?.id, credited, amount, failures: [] };
}

/** All of them before the first balance, in the order in which everybody locks. */
export async function lockMembersOf(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  deposits: readonly { readonly memberId: number }[],
): Promise<ReadonlyMap<number, Member>> {
  const members = new Map<number, Member>();
  for (const id of [...new Set(deposits.map(({ memberId }) => memberId))].sort((one, other) => one - other)) {
    members.set(id, await getMemberForUpdate(trx, platform, id));
  }
  return members;
}

/** An account that gets money. */
export interface Receiver {
  readonly id: number;
  readonly number: string;
  readonly accountCode: string;
}

/** Where a member has several, the first that was opened. One that is dormant or frozen against payments alone takes it. */
export function firstSavings(trx: Reader, memberId: number, exceptId = 0): Promise<Receiver | undefined> {
  return trx
    .selectFrom('deposit')
    .innerJoin('balance', (join) =>
      join.onRef('balance.subLedgerId', '=', 'deposit.id').on('balance.subLedger', '=', 'deposit'),
    )
    .select(['deposit.id', 'deposit.number', 'balance.accountCode'])
    .where('deposit.memberId', '=', memberId)
    .where('deposit.kind', '=', 'savings')
    .where('deposit.id', '!=', exceptId)
    .where('deposit.status', '!=', 'closed')
    .where('deposit.takesMoney', '=', 1)
    .orderBy('deposit.id')
    .limit(1)
    .executeTakeFirst();
}
