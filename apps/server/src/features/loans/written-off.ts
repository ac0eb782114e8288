// Loans that nobody expects back: they stand closed, and what was owed is remembered until it has come in. Whoever owes it, or
// stands surety for it, still does.

import { formatMoney, type Money, subtract, ZERO } from '@kafal/core';
import type { Row } from '../../platform/database/schema.ts';

type Remembered = Pick<Row<'loan'>, 'status' | 'closedOn' | 'writtenOffOn' | 'writtenOffAmount' | 'recovered'>;

/** While something of it has not come in. */
export const isWrittenOff = ({ status, closedOn, writtenOffOn }: Remembered): boolean =>
  status === 'closed' && writtenOffOn !== null && closedOn === null;

/** What is still owed of it; nothing of a loan that was never written off. */
export const leftOfWriteOff = ({ writtenOffAmount, recovered }: Remembered): Money =>
  subtract(writtenOffAmount ?? ZERO, recovered ?? ZERO);

export const shownStatus = (loan: Remembered) => (isWrittenOff(loan) ? ('written-off' as const) : loan.status);

export function writtenOffView(loan: Remembered) {
  if (loan.writtenOffOn === null) return null;
  return {
    on: loan.writtenOffOn,
    amount: formatMoney(loan.writtenOffAmount ?? ZERO),
    recovered: formatMoney(loan.recovered ?? ZERO),
    left: formatMoney(leftOfWriteOff(loan)),
  };
}
