import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export type LoanAct =
  | 'submitted'
  | 'recommended'
  | 'abstained'
  | 'returned'
  | 'rejected'
  | 'sanctioned'
  | 'withdrawn'
  | 'lapsed'
  | 'disbursed'
  | 'closed'
  | 'waived'
  | 'rescheduled'
  | 'moratorium'
  | 'written-off'
  | 'collateral-received'
  | 'collateral-released'
  | 'measure-undone';

/** Who did what to the loan, beside the trail: its borrower and its officers read it. */
export async function recordStep(
  trx: Trx,
  { clock }: Pick<Platform, 'clock'>,
  { userId }: Pick<Actor, 'userId'>,
  step: { readonly loanId: number; readonly act: LoanAct; readonly note: string | null },
): Promise<void> {
  await trx
    .insertInto('loan_step')
    .values({ ...step, userId, recordedAt: clock.now() })
    .execute();
}

export function stepsOf(reader: Reader, loanId: number) {
  return reader
    .selectFrom('loan_step as s')
    .leftJoin('user as u', 'u.id', 's.userId')
    .select(['s.act', 's.note', 's.recordedAt', 'u.name as by'])
    .where('s.loanId', '=', loanId)
    .orderBy('s.id')
    .execute();
}
