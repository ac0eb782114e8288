// What the steps of a day's end that carry deposits of a term out have in common: whose turn it is, their members locked,
// and the account that the money goes to.

import type { CalendarDate } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { getMemberForUpdate, type Member } from '../members/index.ts';
import type { AccountsAtOnce } from './credit-interest.ts';

export interface DueTerm {
  readonly id: number;
  readonly memberId: number;
}

interface TermStep {
  readonly step: 'pay-interest' | 'mature-deposits';
  readonly dueOn: 'nextPayoutOn' | 'maturesOn';
}

/** The next by their ids. What could not be done on a day before is tried again for that day, and not found here. */
export function dueTerms(
  trx: Trx,
  { step, dueOn }: TermStep,
  { on, afterId, limit, upToId }: AccountsAtOnce,
): Promise<DueTerm[]> {
  return trx
    .selectFrom('term_deposit')
    .innerJoin('deposit', 'deposit.id', 'term_deposit.depositId')
    .select(['deposit.id', 'deposit.memberId'])
    .where(`term_deposit.${dueOn}`, '<=', on)
    .where('deposit.status', '=', 'active')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('day_end_failure')
            .select('day_end_failure.depositId')
            .whereRef('day_end_failure.depositId', '=', 'deposit.id')
            .where('day_end_failure.step', '=', step)
            .where('day_end_failure.resolvedAt', 'is', null),
        ),
      ),
    )
    .where('deposit.id', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('deposit.id', '<=', upToId)))
    .orderBy('deposit.id')
    .limit(limit)
    .execute();
}

/** Whose turn it is after an id. */
export const nextDueTerm = (termStep: TermStep) => async (trx: Trx, on: CalendarDate, afterId: number) => {
  const [deposit] = await dueTerms(trx, termStep, { on, afterId, limit: 1 });
  return deposit?.id;
};

/** All of them before the first balance, in the order in which everybody locks. */
export async function lockMembersOf(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  deposits: readonly DueTerm[],
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

/** Where a member has several, the first that was opened. */
export function firstSavings(trx: Trx, memberId: number): Promise<Receiver | undefined> {
  return trx
    .selectFrom('deposit')
    .innerJoin('balance', (join) =>
      join.onRef('balance.subLedgerId', '=', 'deposit.id').on('balance.subLedger', '=', 'deposit'),
    )
    .select(['deposit.id', 'deposit.number', 'balance.accountCode'])
    .where('deposit.memberId', '=', memberId)
    .where('deposit.kind', '=', 'savings')
    .where('deposit.status', '=', 'active')
    .orderBy('deposit.id')
    .limit(1)
    .executeTakeFirst();
}
