// The rest of a loan by two plans, laid beside each other by their due days: somebody decides who sees every instalment that changes.

import type { ComparedPlans } from '@kafal/contract';
import { add, type CalendarDate, formatMoney, type Money, type ReplayedLoan, subtract, sum } from '@kafal/core';
import type { z } from 'zod';

type Compared = z.input<typeof ComparedPlans>;
type PlanRow = NonNullable<Compared['days'][number]['before']>;

interface OpenInstalment {
  readonly due: CalendarDate;
  readonly principal: Money;
  readonly interest: Money;
  readonly charges: Money;
  readonly total: Money;
}

/** What was paid stands in neither. */
export function comparePlans(before: ReplayedLoan, after: ReplayedLoan): Compared {
  const [old, anew] = [openOf(before), openOf(after)];
  const [oldRows, newRows] = [rowsOf(old), rowsOf(anew)];
  const days = [...new Set([...oldRows.keys(), ...newRows.keys()])].sort();
  return {
    days: days.map((dueOn) => ({
      dueOn,
      before: oldRows.get(dueOn) ?? null,
      after: newRows.get(dueOn) ?? null,
    })),
    before: totalsOf(old),
    after: totalsOf(anew),
  };
}

function openOf({ instalments }: ReplayedLoan): readonly OpenInstalment[] {
  return instalments
    .filter(({ outstanding }) => outstanding > 0)
    .map((one) => {
      const left = (part: 'principal' | 'interest' | 'fee' | 'penalty') => subtract(one[part], one.paidOf[part]);
      const charges = add(left('fee'), left('penalty'));
      return {
        due: one.due,
        principal: left('principal'),
        interest: left('interest'),
        charges,
        total: one.outstanding,
      };
    });
}

/** Two of one day are one: interest in arrears may be collected on the day of an instalment. */
function rowsOf(open: readonly OpenInstalment[]): ReadonlyMap<CalendarDate, PlanRow> {
  let balance = sum(open.map(({ principal }) => principal));
  const rows = new Map<CalendarDate, PlanRow>();
  for (const due of [...new Set(open.map((one) => one.due))].sort()) {
    const ofDay = open.filter((one) => one.due === due);
    const part = (name: 'principal' | 'interest' | 'charges' | 'total') => sum(ofDay.map((one) => one[name]));
    balance = subtract(balance, part('principal'));
    rows.set(due, {
      dueOn: due,
      principal: formatMoney(part('principal')),
      interest: formatMoney(part('interest')),
      charges: formatMoney(part('charges')),
      total: formatMoney(part('total')),
      balance: formatMoney(balance),
    });
  }
  return rows;
}

const totalsOf = (open: readonly OpenInstalment[]) => ({
  interest: formatMoney(sum(open.map(({ interest }) => interest))),
  total: formatMoney(sum(open.map(({ total }) => total))),
});
