import { add, compareMoney, type Money, subtract, sum, ZERO } from '../money/money.ts';
import type { Side } from './account.ts';

/** A posting, or the sum of many on one side of one account. */
export interface TrialBalanceRow {
  readonly accountCode: string;
  readonly side: Side;
  readonly amount: Money;
}

export interface TrialBalanceLine {
  readonly accountCode: string;
  readonly debit: Money;
  readonly credit: Money;
  /** What remains of the larger side; an account whose sides are equal closes at nothing, on no side. */
  readonly closing: Money;
  readonly closingSide: Side | undefined;
}

export interface TrialBalance {
  /** One for each account that moved, in the order of the codes. */
  readonly lines: readonly TrialBalanceLine[];
  readonly debit: Money;
  readonly credit: Money;
  readonly closingDebit: Money;
  readonly closingCredit: Money;
}

export function trialBalance(rows: readonly TrialBalanceRow[]): TrialBalance {
  const totals = new Map<string, { debit: Money; credit: Money }>();
  for (const { accountCode, side, amount } of rows) {
    const total = totals.get(accountCode) ?? { debit: ZERO, credit: ZERO };
    totals.set(accountCode, { ...total, [side]: add(total[side], amount) });
  }

  const lines = [...totals]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([accountCode, { debit, credit }]) => closedLine(accountCode, debit, credit));
  return {
    lines,
    debit: sum(lines.map((line) => line.debit)),
    credit: sum(lines.map((line) => line.credit)),
    closingDebit: sum(lines.filter((line) => line.closingSide === 'debit').map((line) => line.closing)),
    closingCredit: sum(lines.filter((line) => line.closingSide === 'credit').map((line) => line.closing)),
  };
}

function closedLine(accountCode: string, debit: Money, credit: Money): TrialBalanceLine {
  switch (compareMoney(debit, credit)) {
    case 1:
      return { accountCode, debit, credit, closing: subtract(debit, credit), closingSide: 'debit' };
    case -1:
      return { accountCode, debit, credit, closing: subtract(credit, debit), closingSide: 'credit' };
    case 0:
      return { accountCode, debit, credit, closing: ZERO, closingSide: undefined };
  }
}
