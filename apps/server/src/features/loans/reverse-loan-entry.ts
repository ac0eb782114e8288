// An entry of a loan that was made by mistake is an event that is taken back. Where money came after it, the loan is replayed
// without it, and what was posted since is put right by one entry. A payout goes last.

import { type CalendarDate, invariant } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay, type EntryToReverse, type ReversalRule } from '../accounting/index.ts';
import { correctionBeside, type LoanCorrection, recordAnew, refusingLoanErrors } from './correct-loan.ts';
import { findLoan, type LoanWithBalance } from './loan-queries.ts';
import { addLoanEvent, eventRowsOf, keepInstalments, postedSplit, runningLoan, stateOf } from './loan-state.ts';
import { takeBackRecovery } from './recover-loan.ts';
import { isMoney, type LoanAnew, loanThen, minus, replayAnew, sumOfParts } from './replay-anew.ts';
import { liftLiens, placeLiens } from './secure-payout.ts';
import { standOwedAgain } from './stand-paid-back.ts';

type LoanEventRow = Row<'loan_event'>;

export const loanEntryReversal: ReversalRule = {
  mayReverse: async (reader, platform, _actor, entry) => {
    for (const event of await eventsOfEntry(reader, entry.id)) {
      // Inside the act nothing is paid on the loan until it is done.
      if (reader !== platform.database) {
        await platform.dialect.one(reader, `SELECT id FROM loan WHERE id = ?${platform.dialect.forUpdateText}`, [
          event.loanId,
        ]);
      }
      const loan = await loanOf(reader, event.loanId);
      if (event.type === 'recovery') continue;
      if (event.type === 'payout') await refuseUnlessLast(reader, loan, event);
      else await takingBack(reader, loan, event, entry, await currentBusinessDay(platform, reader));
    }
  },
  corrections: async (reader, _platform, entry, today) => {
    const views: LoanCorrection['view'][] = [];
    for (const event of await eventsOfEntry(reader, entry.id)) {
      if (event.type === 'payout' || event.type === 'recovery') continue;
      const { correction, anew } = await takingBack(reader, await loanOf(reader, event.loanId), event, entry, today);
      if (correction.postings.length > 0 || anew.penal !== null) views.push(correction.view);
    }
    return views;
  },
  undo: async (trx, platform, actor, entry, reversal) => {
    for (const event of await eventsOfEntry(trx, entry.id)) {
      const loan = await loanOf(trx, event.loanId);
      const row = {
        type: 'undo' as const,
        occurredOn: reversal.postedOn,
        takesBack: event.place,
        entryId: reversal.id,
        userId: actor.userId,
        recordedAt: reversal.recordedAt,
      };
      if (event.type === 'recovery') {
        await takeBackRecovery(trx, platform, loan, event, row);
        if (loan.closedOn !== null) await placeLiens(trx, platform, actor, loan, reversal.postedOn);
        continue;
      }
      if (event.type === 'payout') {
        await addLoanEvent(trx, loan.id, row);
        // Of a loan that was paid out in parts the first one may stand.
        if (String(loan.disbursementEntryId) === String(entry.id)) {
          await liftLiens(trx, platform, actor, loan, { on: reversal.postedOn, becomes: 'offered' });
          await standSanctioned(trx, loan);
        } else {
          await keepInstalments(trx, platform, loan.id, stateOf(await runningLoan(trx, loan), reversal.postedOn));
        }
        continue;
      }
      const { anew, correction } = await takingBack(trx, loan, event, entry, reversal.postedOn);
      await recordAnew(trx, platform, actor, loan, { anew, correction, event: row, because: reversal });
      if (loan.status === 'closed') await placeLiens(trx, platform, actor, loan, reversal.postedOn);
      await owedAgain(trx, platform, loan, anew);
    }
  },
};

/** It follows from the other entries of its loan, and changes with them. */
export const loanCorrectionReversal: ReversalRule = {
  mayReverse: async () => {
    throw new Refusal('conflict', 'LOAN_CORRECTION_STANDS');
  },
};

function eventsOfEntry(reader: Reader, entryId: number): Promise<LoanEventRow[]> {
  return reader
    .selectFrom('loan_event')
    .selectAll()
    .where('entryId', '=', entryId)
    .where('type', 'not in', ['undo', 'penalty', 'correction'])
    .orderBy('loanId')
    .execute();
}

async function loanOf(reader: Reader, id: number): Promise<LoanWithBalance> {
  const loan = await findLoan(reader, id);
  invariant(loan, 'a loan is never deleted');
  return loan;
}

async function refuseUnlessLast(reader: Reader, { id, number }: LoanWithBalance, event: LoanEventRow): Promise<void> {
  const rows = await eventRowsOf(reader, id);
  const takenBack = new Set(rows.map(({ takesBack }) => takesBack));
  const later = rows.some((row) => row.place > event.place && isMoney(row) && !takenBack.has(row.place));
  if (later) throw new Refusal('conflict', 'LOAN_ENTRY_STANDS', { number });
}

/** Every receipt after it keeps what it paid; where one would be more than is owed then, that one goes first. */
async function takingBack(
  reader: Reader,
  loan: LoanWithBalance,
  { place, occurredOn }: LoanEventRow,
  entry: EntryToReverse,
  today: CalendarDate,
): Promise<{ readonly anew: LoanAnew; readonly correction: LoanCorrection }> {
  const { number } = loan;
  // What was written off is what this receipt had left.
  if (loan.writtenOffOn !== null) throw new Refusal('conflict', 'LOAN_ENTRY_STANDS', { number });
  const then = await loanThen(reader, loan, occurredOn);
  const anew = await refusingLoanErrors(number, () => replayAnew(reader, then, { type: 'undo', place }, today));
  const own = minus(await postedSplit(reader, loan, entry.id));
  if (sumOfParts(anew.moved) !== sumOfParts(own) || anew.after.overpaid > 0) {
    throw new Refusal('conflict', 'LOAN_LATER_STANDS', { number });
  }
  return { anew, correction: correctionBeside(loan, anew, own) };
}

/** As before the money went out. */
async function standSanctioned(trx: Trx, { id, version }: LoanWithBalance): Promise<void> {
  await trx.deleteFrom('loan_instalment').where('loanId', '=', id).execute();
  // It has no class before it is paid out; that of a loan which it replaced goes back to that one.
  await trx
    .updateTable('loan_standing')
    .set({ classCode: 'standard', nonPerformingSince: null, heldUntil: null })
    .where('loanId', '=', id)
    .execute();
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

async function owedAgain(trx: Trx, platform: Platform, loan: LoanWithBalance, { after }: LoanAnew): Promise<void> {
  const { id, version } = loan;
  await standOwedAgain(trx, platform, loan);
  await keepInstalments(trx, platform, id, after);
  await trx
    .updateTable('loan')
    .set({ status: 'active', closedOn: null, version: version + 1 })
    .where('id', '=', id)
    .execute();
}
