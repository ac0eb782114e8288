import { formatMoney, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { ReversalRule } from '../accounting/index.ts';
import { releaseAccrued } from './accrued-interest.ts';
import { refuseHeld } from './close-term-deposit.ts';
import { INTEREST_ON_SAVINGS } from './credit-interest.ts';

/**
 * A maturity that was carried out by mistake: beside what every closure and every opening undo, the account where the
 * money waited is closed again. While some of it has been fetched, it stands.
 */
export const maturityReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const waiting = await waitingFrom(reader, entry.id);
    if (waiting === undefined) return;
    refuseHeld(waiting);
    if (waiting.balance >= waiting.amount) return;
    const { number, balance } = waiting;
    throw new Refusal('conflict', 'TERM_UNCLAIMED_FETCHED', { number, balance: formatMoney(balance) });
  },
  undo: async (trx, platform, actor, entry, reversal) => {
    const waiting = await waitingFrom(trx, entry.id);
    // What it earned while it waited is the member's, and keeps the account open.
    if (waiting === undefined || waiting.balance > ZERO) return;
    await releaseAccrued(trx, platform, actor, { ...waiting, accountCode: INTEREST_ON_SAVINGS });
    await trx
      .updateTable('deposit')
      .set(({ eb }) => ({ status: 'closed', closedOn: reversal.postedOn, version: eb('version', '+', 1) }))
      .where('id', '=', waiting.id)
      .execute();
  },
};

function waitingFrom(reader: Reader, entryId: number) {
  return reader
    .selectFrom('term_maturity as t')
    .innerJoin('deposit as d', 'd.id', 't.unclaimedDepositId')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id'))
    .select(['d.id', 'd.number', 't.unclaimed as amount', 'b.amount as balance', 'b.hold'])
    .where('t.entryId', '=', entryId)
    .executeTakeFirst();
}
