// What is earned and not given yet, by account: a sub-ledger beside 2201. The end of a month adds to it, and whatever gives
// the member interest takes from it what was accrued, so that only the rest is an expense of its day.

import { invariant, type Money, maximum, minimum, money, subtract, sum, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList, insertRows } from '../../platform/database/many-rows.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry, type ReversalRule } from '../accounting/index.ts';

export const INTEREST_ACCRUED = '2201';

/** By account; one that has nothing is left out. */
export async function accruedOf(
  { dialect }: Pick<Platform, 'dialect'>,
  reader: Reader,
  depositIds: readonly number[],
): Promise<ReadonlyMap<number, Money>> {
  if (depositIds.length === 0) return new Map();
  const { marks, values } = idList(depositIds);
  const rows = await dialect.all<{ depositId: number; amount: number }>(
    reader,
    `SELECT a.depositId, ${dialect.sumText('a.amount')} AS amount FROM interest_accrual a
      WHERE a.depositId IN (${marks}) GROUP BY a.depositId`,
    values,
  );
  return new Map(rows.flatMap(({ depositId, amount }) => (amount === 0 ? [] : [[depositId, money(amount)]])));
}

export interface GivenInterest {
  /** The expense of the kind of account. */
  readonly accountCode: string;
  /** What is given, before tax; below zero where it is recovered. */
  readonly interest: Money;
  /** What is taken from what was accrued. More than is given lessens the expense again. */
  readonly accrued: Money;
}

/** The debits of interest that is given, and a credit where less was earned than was accrued. */
export function interestPostings({ accountCode, interest, accrued }: GivenInterest): PostingDraft[] {
  const rest = subtract(interest, accrued);
  const size = maximum(rest, subtract(ZERO, rest));
  return [
    ...(accrued > ZERO ? [{ accountCode: INTEREST_ACCRUED, side: 'debit' as const, amount: accrued }] : []),
    ...(rest === ZERO
      ? []
      : [{ accountCode, side: rest > ZERO ? ('debit' as const) : ('credit' as const), amount: size }]),
  ];
}

/** Where more may be accrued than is given: of a part that is paid on its day, the next one may have begun. */
export const accruedUpTo = (accrued: Money | undefined, amount: Money): Money => minimum(accrued ?? ZERO, amount);

export interface TakenAccrual {
  readonly depositId: number;
  readonly entryId: number;
  readonly accrued: Money;
}

const insertTaken = insertRows('INSERT INTO interest_accrual (depositId, entryId, amount)');

export async function keepTaken(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  taken: readonly TakenAccrual[],
): Promise<void> {
  const rows = taken.flatMap(({ depositId, entryId, accrued }) =>
    accrued === ZERO ? [] : [[depositId, entryId, subtract(ZERO, accrued)]],
  );
  await insertTaken(trx, platform, rows);
}

/** How much an entry took from what was accrued. */
export async function takenBy(reader: Reader, entryId: number): Promise<Money> {
  const rows = await reader.selectFrom('interest_accrual').select('amount').where('entryId', '=', entryId).execute();
  return subtract(ZERO, sum(rows.map(({ amount }) => amount)));
}

/** What an entry took is accrued again. */
export const takenAccrualReversal: ReversalRule = {
  undo: async (trx, platform, _actor, entry, reversal) => {
    const rows = await trx
      .selectFrom('interest_accrual')
      .select(['depositId', 'amount as accrued'])
      .where('entryId', '=', entry.id)
      .orderBy('id')
      .execute();
    await keepTaken(
      trx,
      platform,
      rows.map((row) => ({ ...row, entryId: reversal.id })),
    );
  },
};

/** It stands for many accounts, and the end of the next month puts every one of them right. */
export const accrualReversal: ReversalRule = {
  mayReverse: () => {
    throw new Refusal('conflict', 'ACCRUAL_STANDS');
  },
};

/** An account that ends without interest, because its opening was a mistake, leaves nothing accrued. */
export async function releaseAccrued(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id, number, accountCode }: { readonly id: number; readonly number: string; readonly accountCode: string },
): Promise<void> {
  const accrued = (await accruedOf(platform, trx, [id])).get(id);
  if (accrued === undefined) return;
  invariant(accrued > ZERO, `what is accrued on ${number} is not below nothing`);
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: 'JV',
    kind: 'accrual',
    narration: `Interest accrued on ${number} is taken back`,
    postings: interestPostings({ accountCode, interest: ZERO, accrued }),
    audit: { action: 'deposit.accrual-released', subjectKind: 'deposit', subjectId: id },
    event: null,
  });
  await keepTaken(trx, platform, [{ depositId: id, entryId: entry.id, accrued }]);
}
