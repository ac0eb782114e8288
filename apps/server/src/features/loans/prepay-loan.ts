// Part of a loan that comes back ahead of its time: both things it can do to what is left, side by side, as the payment
// itself would make them.

import type { LoanPrepayment } from '@kafal/contract';
import {
  type CalendarDate,
  formatMoney,
  type Money,
  PREPAYMENT_CHOICES,
  type PrepaymentChoice,
  type ReplayedLoan,
  subtract,
  sum,
} from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { getLoanFor } from './loan-queries.ts';
import { runningLoan, stateOf } from './loan-state.ts';
import { decideRepayment } from './repay-loan.ts';

export async function comparePrepayment(
  platform: Platform,
  actor: Actor,
  loanId: number,
  amount: Money,
): Promise<z.input<typeof LoanPrepayment>> {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, loanId);
  const today = await currentBusinessDay(platform);
  const decide = (prepayment: PrepaymentChoice) => decideRepayment(reader, loan, { amount, prepayment }, today);
  const choices = await Promise.all(PREPAYMENT_CHOICES.map(decide));
  if (choices.some(({ event }) => event.type === 'settlement')) {
    const payoff = formatMoney(amount);
    throw new Refusal('rule', 'LOAN_PREPAYMENT_ALL', { number: loan.number, payoff }, 'amount');
  }
  const before = stateOf(await runningLoan(reader, loan), today);
  const now = ahead(before, today);
  const principal = subtract(choices[0]?.after.prepaid ?? before.prepaid, before.prepaid);
  const { 'money.currency': currency } = await readSettings(platform);
  return {
    amount: formatMoney(amount),
    due: formatMoney(subtract(amount, principal)),
    principal: formatMoney(principal),
    now: shown(now),
    choices: choices.map(({ after }, place) => {
      const then = ahead(after, today);
      return {
        choice: PREPAYMENT_CHOICES[place] ?? 'reduceInstalment',
        ...shown(then),
        lastInstalment: formatMoney(then.lastInstalment),
        interestSpared: formatMoney(subtract(now.interestLeft, then.interestLeft)),
      };
    }),
    currency,
  };
}

/** What falls due after the day. */
function ahead({ instalments }: ReplayedLoan, today: CalendarDate) {
  const later = instalments.filter(({ due, outstanding }) => today < due && outstanding > 0);
  const last = later.at(-1);
  return {
    instalment: later[0]?.totalDue ?? sum([]),
    instalmentsLeft: later.length,
    lastDueOn: last?.due ?? today,
    lastInstalment: last?.totalDue ?? sum([]),
    interestLeft: sum(later.map(({ interest, paidOf }) => subtract(interest, paidOf.interest))),
  };
}

const shown = ({ instalment, instalmentsLeft, lastDueOn, interestLeft }: ReturnType<typeof ahead>) => ({
  instalment: formatMoney(instalment),
  instalmentsLeft,
  lastDueOn,
  interestLeft: formatMoney(interestLeft),
});
