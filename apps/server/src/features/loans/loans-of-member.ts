// What the counter must know of a member's loans: what is due by today, and all that is owed.

import { add, formatMoney } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { closingRules, payoffOf } from './close-loan.ts';
import { loanRow, runningLoansOf } from './loan-queries.ts';
import { owedBefore, owedInAll, owedOn, runningLoan, stateOf } from './loan-state.ts';

export async function loansOfMember(platform: Platform, memberId: number, language: Language) {
  const { database } = platform;
  const today = await currentBusinessDay(platform);
  const loans = await runningLoansOf(database, memberId);
  return Promise.all(
    loans.map(async (loan) => {
      const running = await runningLoan(database, loan);
      const state = stateOf(running, today);
      const { number, productName, nextDueOn, daysPastDue } = loanRow(loan, today, language);
      return {
        loanId: String(loan.id),
        number,
        product: productName,
        due: formatMoney(add(owedBefore(state, today), owedOn(state, today))),
        owed: formatMoney(owedInAll(state)),
        payoff: formatMoney(payoffOf(await closingRules(database, loan), running, today)),
        nextDueOn,
        daysPastDue,
      };
    }),
  );
}
