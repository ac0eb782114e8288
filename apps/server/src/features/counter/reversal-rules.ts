// What taking an entry of the counter back undoes besides its postings.

import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { EntryToReverse, ReversalRule } from '../accounting/index.ts';
import { awaitDuesAgain, unpayDue } from '../members/index.ts';
import { freePaymentReferences } from './payment-reference.ts';

/** The dues are owed again, the reference may be received again, and whom it made active waits for payment again. */
export const receiptReversal: ReversalRule = {
  mayReverse: holdTillOpen,
  undo: async (trx, platform, actor, entry) => {
    const receipt = await receiptOf(trx, platform, entry);
    if (receipt === undefined) return;
    await freePaymentReferences(trx, platform, receipt.id);
    const lines = await trx
      .selectFrom('receipt_line')
      .select(['dueId', 'amount'])
      .where('receiptId', '=', receipt.id)
      .where('dueId', 'is not', null)
      .orderBy('line')
      .execute();
    for (const { dueId, amount } of lines) {
      if (dueId !== null) await unpayDue(trx, platform, { memberId: receipt.memberId, dueId, amount });
    }
    if (lines.length > 0) await awaitDuesAgain(trx, platform, actor, receipt.memberId);
  },
};

/** The cheque or transfer it was paid with may be used for another payment. */
export const withdrawalReversal: ReversalRule = {
  mayReverse: holdTillOpen,
  undo: async (trx, platform, _actor, entry) => {
    const receipt = await receiptOf(trx, platform, entry);
    if (receipt !== undefined) await freePaymentReferences(trx, platform, receipt.id);
  },
};

/** A transfer that paid dues names each of them beside its posting. */
export const transferReversal: ReversalRule = {
  undo: async (trx, platform, actor, entry) => {
    const { memberId } = entry;
    if (memberId === null) return;
    const paid = await trx
      .selectFrom('posting as p')
      .innerJoin('member_due as d', (join) => join.onRef('d.feeCode', '=', 'p.memo').on('d.memberId', '=', memberId))
      .select(['d.id as dueId', 'p.amount'])
      .where('p.entryId', '=', entry.id)
      .where('p.side', '=', 'credit')
      .where((is) => is.or([is('p.subLedger', 'is', null), is('p.subLedger', '=', 'share_pending')]))
      .orderBy('p.line')
      .execute();
    for (const { dueId, amount } of paid) await unpayDue(trx, platform, { memberId, dueId, amount });
    if (paid.length > 0) await awaitDuesAgain(trx, platform, actor, memberId);
  },
};

/** Cash between till and vault, and what a count found: put right by a cash voucher, which two people see. */
export const tillReversal: ReversalRule = {
  mayReverse: async () => {
    throw new Refusal('conflict', 'TILL_ENTRY_STANDS');
  },
};

function receiptOf(trx: Trx, platform: Platform, entry: EntryToReverse) {
  return platform.dialect.one<{ id: number; memberId: number }>(
    trx,
    'SELECT id, memberId FROM receipt WHERE entryId = ?',
    [entry.id],
  );
}

/** The books refuse a closed till; here its session is kept from closing until the cash is back. */
export async function holdTillOpen(
  reader: Reader,
  platform: Platform,
  _actor: Actor,
  entry: EntryToReverse,
): Promise<void> {
  if (reader === platform.database || entry.tillId === null || entry.mode !== 'cash') return;
  await platform.dialect.one(
    reader,
    `SELECT id FROM till_session WHERE openTillId = ?${platform.dialect.forUpdateText}`,
    [entry.tillId],
  );
}
