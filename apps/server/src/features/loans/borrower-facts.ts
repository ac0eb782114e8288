// What the rules of lending look at, of one member as they stand.

import { add, type Borrower, type CalendarDate, daysPastDue, type Money, perMonth, sum, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { thriftStandings } from '../deposits/index.ts';
import type { Member } from '../members/index.ts';
import { runningLoansOf, writtenOffLoansOf } from './loan-queries.ts';
import { sharesOf } from './shares-of.ts';
import { leftOfWriteOff } from './written-off.ts';

export async function borrowerFacts(
  platform: Pick<Platform, 'dialect'>,
  reader: Reader,
  { id, joinedOn }: Pick<Member, 'id' | 'joinedOn'>,
  monthlyIncome: Money | null,
  on: CalendarDate,
  /** A loan that counts as paid, because what is asked for closes it. It may still be overdue. */
  replacedId: number | null = null,
): Promise<Borrower> {
  const deposits = await depositsOf(reader, id);
  const thrift = deposits.flatMap(({ kind, id: depositId }) => (kind === 'thrift' ? depositId : []));
  const standings = await thriftStandings(platform, reader, thrift);
  const loans = await runningLoansOf(reader, id);
  const lost = await writtenOffLoansOf(reader, id);
  const behind = loans.map(({ nextDueOn }) => (nextDueOn === null || nextDueOn >= on ? 0 : daysPastDue(nextDueOn, on)));
  return {
    joinedOn,
    sharesHeld: (await sharesOf(reader, id)).held,
    deposits: sum(deposits.map(({ amount }) => amount)),
    thriftArrears: sum([...standings.values()].map(({ arrears }) => arrears)),
    daysPastDue: Math.max(0, ...behind, ...lost.map(({ writtenOffOn }) => daysPastDue(writtenOffOn ?? on, on))),
    owed: sum([
      ...loans.map((loan) => (loan.id === replacedId ? ZERO : (loan.principalOwed ?? ZERO))),
      ...lost.map(leftOfWriteOff),
    ]),
    monthlyInstalments: await monthlyInstalmentsOf(reader, id, replacedId),
    monthlyIncome,
  };
}

export function depositsOf(reader: Reader, memberId: number) {
  return reader
    .selectFrom('deposit as d')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id'))
    .select(['d.id', 'd.kind', 'b.amount'])
    .where('d.memberId', '=', memberId)
    .execute();
}

/** Of each running loan the instalment that is next, as a part of a month; of those that pay at the end, its interest. */
async function monthlyInstalmentsOf(reader: Reader, memberId: number, replacedId: number | null): Promise<Money> {
  const next = await reader
    .selectFrom('loan as l')
    .innerJoin('loan_product as p', 'p.id', 'l.loanProductId')
    .innerJoin('loan_instalment as i', (join) =>
      join.onRef('i.loanId', '=', 'l.id').onRef('i.dueOn', '=', 'l.nextDueOn'),
    )
    .select(['p.every', 'p.unit', 'p.repayment', 'i.principal', 'i.interest'])
    .where('l.memberId', '=', memberId)
    .where('l.status', '=', 'active')
    .where('l.id', '<>', replacedId ?? 0)
    .execute();
  return sum(
    next.map(({ repayment, principal, interest, ...period }) => {
      const paysAtEnd = repayment === 'interestOnly' || repayment === 'bullet';
      return perMonth(paysAtEnd ? interest : add(principal, interest), period);
    }),
  );
}
