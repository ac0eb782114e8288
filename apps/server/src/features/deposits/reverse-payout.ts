import { type CalendarDate, subtract, sum } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { ReversalRule } from '../accounting/index.ts';

/** Interest that was paid out by mistake is due again. What a closure has counted stands. */
export const payoutReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const [paid] = await paidBy(reader, entry.id);
    if (paid?.status === 'closed') throw new Refusal('conflict', 'TERM_PAYOUT_COUNTED', { number: paid.number });
  },
  undo: async (trx, _platform, _actor, entry) => {
    const parts = await paidBy(trx, entry.id);
    const [first] = parts;
    if (first === undefined) return;
    const dueOn = parts.reduce<CalendarDate>((least, part) => (part.dueOn < least ? part.dueOn : least), first.dueOn);
    await trx.deleteFrom('term_payout').where('entryId', '=', entry.id).execute();
    await trx
      .updateTable('term_deposit')
      .set({
        interestPaid: subtract(first.interestPaid, sum(parts.map(({ amount }) => amount))),
        nextPayoutOn: dueOn,
      })
      .where('depositId', '=', first.depositId)
      .execute();
  },
};

function paidBy(reader: Reader, entryId: number) {
  return reader
    .selectFrom('term_payout as p')
    .innerJoin('deposit as d', 'd.id', 'p.depositId')
    .innerJoin('term_deposit as t', 't.depositId', 'p.depositId')
    .select(['p.depositId', 'p.dueOn', 'p.amount', 't.interestPaid', 'd.number', 'd.status'])
    .where('p.entryId', '=', entryId)
    .orderBy('p.dueOn')
    .execute();
}
