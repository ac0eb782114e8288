import { termAccounts } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { ReversalRule } from '../accounting/index.ts';
import { releaseAccrued } from './accrued-interest.ts';
import { refuseHeld } from './close-term-deposit.ts';
import { getTermDeposit } from './term-deposits.ts';

/** A deposit of a term that was opened by mistake: its money goes back where it came from, and the deposit is closed. */
export const termOpeningReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const opened = await openedBy(reader, entry.id);
    if (opened === undefined) return;
    refuseHeld(opened);
    const { number, status, amount, balance } = opened;
    if (status === 'closed' || balance !== amount) throw new Refusal('conflict', 'TERM_OPENING_STANDS', { number });
  },
  undo: async (trx, platform, actor, entry, reversal) => {
    const opened = await openedBy(trx, entry.id);
    if (opened === undefined) return;
    const { product } = await getTermDeposit(trx, opened.id);
    await releaseAccrued(trx, platform, actor, { ...opened, accountCode: termAccounts(product).interest });
    await trx
      .updateTable('deposit')
      .set(({ eb }) => ({ status: 'closed', closedOn: reversal.postedOn, version: eb('version', '+', 1) }))
      .where('id', '=', opened.id)
      .execute();
  },
};

function openedBy(reader: Reader, entryId: number) {
  return reader
    .selectFrom('term_deposit as t')
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id'))
    .select(['d.id', 'd.number', 'd.status', 't.amount', 'b.amount as balance', 'b.hold'])
    .where('t.openingEntryId', '=', entryId)
    .executeTakeFirst();
}
