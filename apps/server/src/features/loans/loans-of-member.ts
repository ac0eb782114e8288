// What the counter must know of a member's loans: what is due by today, and all that is owed.

import { add, formatMoney } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { closingRules, payoffOf } from './close-loan.ts';
import { duesOfLoans, loanDayOf } from './loan-dues.ts';
import { loanRow, runningLoansOf } from './loan-queries.ts';
import { owedInAll, runningLoan, stateOf } from './loan-state.ts';

export async function loansOfMember(platform: Platform, memberId: number, language: Language) {
  const { database } = platform;
  const today = await currentBusinessDay(platform);
  const loans = await runningLoansOf(database, memberId);
  const day = await loanDayOf(database, today);
  const duesOf = await duesOfLoans(database, loans, day);
  return Promise.all(
    loans.map(async (loan) => {
      const running = await runningLoan(database, loan);
      const state = stateOf(running, today);
      const dues = duesOf(loan.id);
      const { number, productName, nextDueOn, daysPastDue } = loanRow(loan, day, dues, language);
      return {
        loanId: String(loan.id),
        number,
        product: productName,
        due: formatMoney(add(dues.overdue, dues.dueToday)),
        owed: formatMoney(owedInAll(state)),
        payoff: formatMoney(payoffOf(await closingRules(database, loan), running, today)),
        nextDueOn,
        daysPastDue,
      };
    }),
  );
}
