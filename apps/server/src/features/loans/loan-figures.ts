// A loan in the figures by which somebody decides: shown before and after whatever is done about it.

import type { LoanFigures } from '@kafal/contract';
import { type CalendarDate, formatMoney, type ReplayedLoan, subtract, sum, ZERO } from '@kafal/core';
import { fallenDue, owedInAll } from './loan-state.ts';

export function figuresOf(state: ReplayedLoan, annualRate: string, on: CalendarDate): LoanFigures {
  const open = state.instalments.filter(({ outstanding }) => outstanding > 0);
  const unpaid = (part: 'principal' | 'interest' | 'fee' | 'penalty') =>
    sum(state.instalments.map((one) => subtract(one[part], one.paidOf[part])));
  const next = open.find(({ due }) => due > on) ?? open.at(-1);
  const then =
    next?.principal === ZERO ? open.find(({ due, principal }) => due > next.due && principal > ZERO) : undefined;
  return {
    principal: formatMoney(unpaid('principal')),
    due: formatMoney(fallenDue(state, on)),
    interest: formatMoney(unpaid('interest')),
    charges: formatMoney(sum([unpaid('fee'), unpaid('penalty')])),
    owed: formatMoney(owedInAll(state)),
    instalment: formatMoney(next?.totalDue ?? ZERO),
    instalmentThen: then === undefined ? null : formatMoney(then.totalDue),
    instalmentsLeft: open.length,
    lastDueOn: open.at(-1)?.due ?? null,
    annualRate,
  };
}
