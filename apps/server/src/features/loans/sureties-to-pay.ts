// Who may pay in a borrower's place at the counter: guarantors who stand, of a loan that is overdue or was written off, each up to
// what is left of their part.

import { formatMoney, type Money, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { leftOfGuarantee } from './guarantor-capacity.ts';
import { duesOfLoans, loanDayOf } from './loan-dues.ts';
import { findLoan, type LoanWithBalance } from './loan-queries.ts';
import { isWrittenOff, leftOfWriteOff } from './written-off.ts';

/** Of one member: the loans of others that may be asked of them today, the oldest first. */
export async function suretiesToPay(platform: Platform, memberId: number) {
  const { database } = platform;
  const rows = await database
    .selectFrom('loan_guarantor')
    .select('loanId')
    .where('memberId', '=', memberId)
    .where('status', '=', 'consented')
    .orderBy('loanId')
    .execute();
  const found = await Promise.all(rows.map(({ loanId }) => findLoan(database, loanId)));
  const loans = found.flatMap((loan) => loan ?? []);
  const overdueOf = await overdueNow(platform, database, loans);
  const asked = loans.map((loan) => ({ loan, overdue: overdueOf(loan) })).filter(({ overdue }) => overdue > ZERO);
  const sureties = await Promise.all(
    asked.map(async ({ loan, overdue }) => ({
      loanId: String(loan.id),
      number: loan.number,
      borrowerId: String(loan.memberId),
      borrowerNumber: loan.memberNumber,
      borrowerName: loan.memberName,
      overdue: formatMoney(overdue),
      left: formatMoney(await leftOfGuarantee(database, loan, memberId)),
      isWrittenOff: isWrittenOff(loan),
    })),
  );
  return sureties.filter(({ left }) => left !== formatMoney(ZERO));
}

async function overdueNow(platform: Platform, reader: Reader, loans: readonly LoanWithBalance[]) {
  const day = await loanDayOf(reader, await currentBusinessDay(platform));
  const duesOf = await duesOfLoans(
    reader,
    loans.filter(({ status }) => status === 'active'),
    day,
  );
  return (loan: LoanWithBalance): Money => {
    if (isWrittenOff(loan)) return leftOfWriteOff(loan);
    return loan.status === 'active' ? duesOf(loan.id).overdue : ZERO;
  };
}

/** Of loans: the guarantors who stand, in the order they were named. */
export async function standingGuarantors(reader: Reader, loanIds: readonly number[]) {
  const rows =
    loanIds.length === 0
      ? []
      : await reader
          .selectFrom('loan_guarantor as g')
          .innerJoin('member as m', 'm.id', 'g.memberId')
          .select(['g.loanId', 'g.memberId', 'm.name', 'm.number'])
          .where('g.loanId', 'in', [...loanIds])
          .where('g.status', '=', 'consented')
          .orderBy('g.id')
          .execute();
  return (loanId: number) =>
    rows
      .filter((row) => row.loanId === loanId)
      .map(({ memberId, name, number }) => ({ memberId: String(memberId), name, memberNumber: number }));
}
