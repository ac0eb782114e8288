// What a deposit was before, and what it became: by the entry that closed it, so that nothing has to be kept twice.

import type { DepositSuccession } from '@kafal/contract';
import { formatMoney, isTermKind } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { DepositWithBalance } from './deposit-queries.ts';

export async function successionOf(
  reader: Reader,
  actor: Pick<Actor, 'kind' | 'memberId'>,
  deposit: DepositWithBalance,
): Promise<z.input<typeof DepositSuccession>> {
  const [before, closing] = [await depositBefore(reader, deposit.id), await closingEntry(reader, deposit)];
  const cameFrom = before === undefined ? null : { id: String(before.id), accountNumber: before.number };
  if (closing === undefined) return { cameFrom, closing: null, became: [] };
  const credited = await creditedBy(reader, closing.id, deposit.id);
  // Who holds it beside the first one sees what is theirs too; the first one's savings are not.
  const isOthers = actor.kind === 'member' && actor.memberId !== deposit.memberId;
  const became = credited.flatMap(({ id, number, kind, amount }) => {
    const as = isTermKind(kind)
      ? ('renewed' as const)
      : kind === 'unclaimed'
        ? ('unclaimed' as const)
        : ('savings' as const);
    if (isOthers && as === 'savings') return [];
    return { id: String(id), accountNumber: number, kind: as, amount: formatMoney(amount) };
  });
  return { cameFrom, closing: { entryId: String(closing.id), postedOn: closing.postedOn }, became };
}

/** The entry of a maturity is the first of what comes out of it. */
function depositBefore(reader: Reader, depositId: number) {
  return reader
    .selectFrom('term_maturity as t')
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .select(['d.id', 'd.number'])
    .where('t.entryId', '=', (is) =>
      is
        .selectFrom('posting as p')
        .select(({ fn }) => fn.min('p.entryId').as('entryId'))
        .where('p.subLedger', '=', 'deposit')
        .where('p.subLedgerId', '=', depositId),
    )
    .where((is) => is.or([is('t.renewedDepositId', '=', depositId), is('t.unclaimedDepositId', '=', depositId)]))
    .executeTakeFirst();
}

async function closingEntry(reader: Reader, { id, kind, status }: DepositWithBalance) {
  if (status !== 'closed') return undefined;
  return reader
    .selectFrom('journal_entry as e')
    .select(['e.id', 'e.postedOn'])
    .where('e.id', '=', (is) =>
      is
        .selectFrom(kind === 'daily' ? 'daily_deposit' : 'term_deposit')
        .select('closingEntryId')
        .where('depositId', '=', id),
    )
    .executeTakeFirst();
}

function creditedBy(reader: Reader, entryId: number, closedId: number) {
  return reader
    .selectFrom('posting as p')
    .innerJoin('deposit as d', 'd.id', 'p.subLedgerId')
    .select(['d.id', 'd.number', 'd.kind', 'p.amount'])
    .where('p.entryId', '=', entryId)
    .where('p.subLedger', '=', 'deposit')
    .where('p.side', '=', 'credit')
    .where('d.id', '!=', closedId)
    .orderBy('p.id')
    .execute();
}
