// What was done about a loan by mistake is taken back with a reason, by two again. Its event is taken back, and its entry is
// reversed where it has one; the latest goes first, as with money.

import type { TakeBackMeasureBody } from '@kafal/contract';
import { type CalendarDate, negate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, type ReversalRule, reverseAgreed } from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { letClassGo } from './hold-class.ts';
import { getMeasure } from './loan-measure-queries.ts';
import { findLoan, type LoanWithBalance, lockLoan } from './loan-queries.ts';
import { addLoanEvent, eventRowsOf, keepInstalments, runningLoan, stateOf } from './loan-state.ts';
import { recordStep } from './loan-steps.ts';
import { measureCode, refuseWhileMeasureAsked } from './take-measure.ts';
import { refuseOwn } from './who-may-decide.ts';
import { standAsBefore } from './write-off-loan.ts';

export type TakeBackMeasure = z.output<typeof TakeBackMeasureBody> & {
  readonly loanId: number;
  readonly measureId: number;
};

export async function askToTakeBack(
  platform: Platform,
  actor: Actor,
  command: TakeBackMeasure,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly approvalId: string }>> {
  const asked = async (trx: Trx) => {
    const { loan, measure } = await standingMeasure(trx, platform, actor, command);
    await refuseWhileMeasureAsked(trx, loan);
    const approvalId = await requestApproval(trx, platform, actor, {
      kind: 'loan-measure-reversal',
      subjectKind: 'loan',
      subjectId: loan.id,
      memberId: loan.memberId,
      summary: {
        code: measureCode('ASKS_BACK', measure.kind),
        params: { loan: loan.number, name: loan.memberName, number: loan.memberNumber },
      },
      lines: [
        { label: { code: 'LINE_TAKEN_ON' }, before: null, after: measure.takenOn },
        { label: { code: 'LINE_WHY_THEN' }, before: null, after: measure.reason },
        { label: { code: 'LINE_WHY' }, before: null, after: command.reason },
      ],
      command,
    });
    return { approvalId: String(approvalId) };
  };
  return withIdempotency(platform, actor, idempotency, asked, () => 202);
}

/** A second person has said yes. */
export async function takeBackAgreed(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askToTakeBack above wrote it.
  const command = request.command as TakeBackMeasure;
  const { loan, measure } = await standingMeasure(trx, platform, checker, command);
  if (measure.entryId !== null) {
    const makerUserId = request.requestedByUserId;
    const posted = await reverseAgreed(trx, platform, checker, {
      entryId: measure.entryId,
      reason: command.reason,
      makerUserId,
    });
    return { entryId: posted.id };
  }
  const on = await businessDayFor(trx, platform);
  await takeBackEvent(trx, platform, loan, measure, checker, { on, entryId: null, recordedAt: platform.clock.now() });
  await markTakenBack(trx, platform, checker, measure, { on, reason: command.reason });
  return {};
}

async function standingMeasure(trx: Trx, platform: Platform, actor: Actor, { loanId, measureId }: TakeBackMeasure) {
  const loan: LoanWithBalance = await lockLoan(trx, platform, actor, loanId);
  await refuseOwn(trx, actor, loan);
  const measure = await getMeasure(trx, loanId, measureId);
  if (measure.takenBackOn !== null) throw new Refusal('conflict', 'LOAN_MEASURE_TAKEN_BACK', { number: loan.number });
  await refuseWhileLater(trx, loan, measure.place);
  return { loan, measure };
}

/** Nobody enters these; they follow from the others. */
const FOLLOWS: readonly Row<'loan_event'>['type'][] = ['undo', 'penalty', 'correction'];

/** What came after it was decided by what it left. */
async function refuseWhileLater(trx: Reader, { id, number }: LoanWithBalance, place: number): Promise<void> {
  const rows = await eventRowsOf(trx, id);
  const takenBack = new Set(rows.map(({ takesBack }) => takesBack));
  const later = rows.some((row) => row.place > place && !FOLLOWS.includes(row.type) && !takenBack.has(row.place));
  if (later) throw new Refusal('conflict', 'LOAN_ENTRY_STANDS', { number });
}

/** Its entry is reversed, here or from the books. */
export const measureEntryReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const found = await measureOfEntry(reader, entry.id);
    if (found !== undefined) await refuseWhileLater(reader, found.loan, found.measure.place);
  },
  undo: async (trx, platform, actor, entry, reversal) => {
    const found = await measureOfEntry(trx, entry.id);
    if (found === undefined) return;
    const { loan, measure } = found;
    const { id: entryId, postedOn: on, recordedAt } = reversal;
    await takeBackEvent(trx, platform, loan, measure, actor, { on, entryId, recordedAt });
    const receivables = await trx.selectFrom('loan_receivable').selectAll().where('entryId', '=', entry.id).execute();
    for (const { loanId, part, amount, reserved } of receivables) {
      await trx
        .insertInto('loan_receivable')
        .values({
          loanId,
          part,
          countedOn: reversal.postedOn,
          amount: negate(amount),
          reserved: negate(reserved),
          entryId: reversal.id,
        })
        .execute();
    }
    const { narration } = await trx
      .selectFrom('journal_entry')
      .select('narration')
      .where('id', '=', reversal.id)
      .executeTakeFirstOrThrow();
    const reason = narration.slice(narration.indexOf(': ') + 2);
    await markTakenBack(trx, platform, actor, measure, { on: reversal.postedOn, reason });
  },
};

async function measureOfEntry(reader: Reader, entryId: number) {
  const measure = await reader.selectFrom('loan_measure').selectAll().where('entryId', '=', entryId).executeTakeFirst();
  const loan = measure === undefined ? undefined : await findLoan(reader, measure.loanId);
  return measure === undefined || loan === undefined ? undefined : { loan, measure };
}

/** The loan runs again as if it had never been done. */
async function takeBackEvent(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  loan: LoanWithBalance,
  measure: Row<'loan_measure'>,
  { userId }: Pick<Actor, 'userId'>,
  { on, ...row }: { readonly on: CalendarDate; readonly entryId: number | null; readonly recordedAt: number },
): Promise<void> {
  const undo = { ...row, type: 'undo' as const, occurredOn: on, takesBack: measure.place, userId };
  if (measure.kind === 'write-off') return standAsBefore(trx, platform, loan, measure, undo);
  await addLoanEvent(trx, loan.id, undo);
  await keepInstalments(trx, platform, loan.id, stateOf(await runningLoan(trx, loan), on));
  await trx
    .updateTable('loan')
    .set({ status: 'active', closedOn: null, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
}

async function markTakenBack(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id, loanId, kind, takenOn }: Row<'loan_measure'>,
  { on, reason }: { readonly on: Row<'loan_measure'>['takenOn']; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('loan_measure')
    .set({ takenBackOn: on, takenBackReason: reason })
    .where('id', '=', id)
    .execute();
  if (kind !== 'waiver') await letClassGo(trx, loanId, takenOn);
  await recordStep(trx, platform, actor, { loanId, act: 'measure-undone', note: reason });
  await recordAudit(trx, platform, actor, {
    action: 'loan.measure-undone',
    subjectKind: 'loan',
    subjectId: loanId,
    oldValues: { kind },
    newValues: { reason },
  });
  const { memberId } = await trx
    .selectFrom('loan')
    .select('memberId')
    .where('id', '=', loanId)
    .executeTakeFirstOrThrow();
  await recordEvent(trx, platform, { name: 'loan.measure-undone', memberId, payload: { loanId } });
}
