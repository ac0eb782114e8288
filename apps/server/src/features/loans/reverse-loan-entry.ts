// An entry of a loan that was made by mistake is an event that is taken back. What came after it was shared by what it
// left, so the latest goes first.

import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Trx } from '../../platform/platform.ts';
import type { ReversalRule } from '../accounting/index.ts';
import { findLoan, type LoanWithBalance } from './loan-queries.ts';
import { addLoanEvent, eventRowsOf, keepInstalments, runningLoan, stateOf } from './loan-state.ts';

export const loanEntryReversal: ReversalRule = {
  mayReverse: async (reader, platform, _actor, entry) => {
    for (const { loanId, place } of await eventsOfEntry(reader, entry.id)) {
      // Inside the act nothing is paid on the loan until it is done.
      if (reader !== platform.database) {
        await platform.dialect.one(reader, `SELECT id FROM loan WHERE id = ?${platform.dialect.forUpdateText}`, [
          loanId,
        ]);
      }
      const rows = await eventRowsOf(reader, loanId);
      const takenBack = new Set(rows.map(({ takesBack }) => takesBack));
      const later = rows.some(
        (row) => row.place > place && row.type !== 'undo' && row.type !== 'penalty' && !takenBack.has(row.place),
      );
      if (!later) continue;
      const loan = await findLoan(reader, loanId);
      throw new Refusal('conflict', 'LOAN_ENTRY_STANDS', { number: loan?.number ?? '' });
    }
  },
  undo: async (trx, _platform, actor, entry, reversal) => {
    for (const { loanId, place, type } of await eventsOfEntry(trx, entry.id)) {
      await addLoanEvent(trx, loanId, {
        type: 'undo',
        occurredOn: reversal.postedOn,
        takesBack: place,
        entryId: reversal.id,
        userId: actor.userId,
        recordedAt: reversal.recordedAt,
      });
      const loan = await findLoan(trx, loanId);
      if (loan === undefined) continue;
      if (type === 'payout') await standSanctioned(trx, loan);
      else await owedAgain(trx, loan, reversal.postedOn);
    }
  },
};

function eventsOfEntry(reader: Reader, entryId: number) {
  return reader
    .selectFrom('loan_event')
    .select(['loanId', 'place', 'type'])
    .where('entryId', '=', entryId)
    .where('type', 'not in', ['undo', 'penalty'])
    .execute();
}

/** As before the money went out. */
async function standSanctioned(trx: Trx, { id, version }: LoanWithBalance): Promise<void> {
  await trx.deleteFrom('loan_instalment').where('loanId', '=', id).execute();
  await trx
    .updateTable('loan')
    .set({
      status: 'sanctioned',
      disbursedOn: null,
      disbursementEntryId: null,
      nextDueOn: null,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
}

async function owedAgain(trx: Trx, loan: LoanWithBalance, on: Parameters<typeof stateOf>[1]): Promise<void> {
  await keepInstalments(trx, loan.id, stateOf(await runningLoan(trx, loan), on));
  await trx
    .updateTable('loan')
    .set({ status: 'active', closedOn: null, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
}
