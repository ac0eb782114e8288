// What the counter must know of a member's loans: what is due by today, and all that is owed.

import { add, formatMoney, ZERO } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { closingRules, payoffOf } from './close-loan.ts';
import { duesOfLoans, loanDayOf } from './loan-dues.ts';
import { type LoanWithBalance, loanRow, runningLoansOf, writtenOffLoansOf } from './loan-queries.ts';
import { owedInAll, runningLoan, stateOf } from './loan-state.ts';
import { standingGuarantors } from './sureties-to-pay.ts';
import { leftOfWriteOff } from './written-off.ts';

export async function loansOfMember(platform: Platform, memberId: number, language: Language) {
  const { database } = platform;
  const today = await currentBusinessDay(platform);
  const loans = await runningLoansOf(database, memberId);
  const day = await loanDayOf(database, today);
  const duesOf = await duesOfLoans(database, loans, day);
  const writtenOff = await writtenOffLoansOf(database, memberId);
  const guarantorsOf = await standingGuarantors(
    database,
    [...loans, ...writtenOff].map(({ id }) => id),
  );
  const running = await Promise.all(
    loans.map(async (loan) => {
      const events = await runningLoan(database, loan);
      const state = stateOf(events, today);
      const dues = duesOf(loan.id);
      const { number, productName, nextDueOn, daysPastDue } = loanRow(loan, day, dues, language);
      return {
        loanId: String(loan.id),
        number,
        product: productName,
        due: formatMoney(add(dues.overdue, dues.dueToday)),
        owed: formatMoney(owedInAll(state)),
        payoff: formatMoney(payoffOf(await closingRules(database, loan), events, today)),
        nextDueOn,
        daysPastDue,
        isWrittenOff: false,
        guarantors: dues.overdue > ZERO ? guarantorsOf(loan.id) : [],
      };
    }),
  );
  const recoverables = writtenOff.map((loan) => ({
    ...recoverable(loan, language),
    guarantors: guarantorsOf(loan.id),
  }));
  return [...running, ...recoverables];
}

/** Nothing of it falls due; whatever comes in lowers what is left. */
function recoverable(loan: LoanWithBalance, language: Language) {
  const left = formatMoney(leftOfWriteOff(loan));
  return {
    loanId: String(loan.id),
    number: loan.number,
    product: language === 'hi' ? loan.nameHi : loan.nameEn,
    due: formatMoney(ZERO),
    owed: left,
    payoff: left,
    nextDueOn: null,
    daysPastDue: 0,
    isWrittenOff: true,
  };
}
