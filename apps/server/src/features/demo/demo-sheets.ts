// In the last months an employer sends the instalments of its people at the end of each month: one transfer and a sheet, on which one row
// is of somebody the society does not know.

import { add, type CalendarDate, formatMoney, type Money, parseMoney, ZERO } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';

const MONTHS = ['2026-09', '2026-10', '2026-11'] as const;
const SALARY_DAY = 27;
const MOST_ROWS = 6;
const OF_A_STRANGER = parseMoney('500.00');

export class DemoSheets {
  readonly #desk: Desk;
  readonly #done = new Set<string>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async workOneDay(day: CalendarDate, cashier: Actor): Promise<void> {
    const month = MONTHS.find((one) => day.startsWith(one));
    if (month === undefined || this.#done.has(month) || Number(day.slice(8)) < SALARY_DAY) return;
    this.#done.add(month);
    const loans = await this.#employeeLoans();
    if (loans.length === 0) return;
    const total = loans.reduce<Money>((sum, { amount }) => add(sum, amount), OF_A_STRANGER);
    const rows = [...loans, { number: 'EPL-99', amount: OF_A_STRANGER }];
    await this.#desk.ask(cashier, 'POST', '/api/repayment-sheets', {
      csv: ['Loan,Amount,Reference', ...rows.map((row) => `${row.number},${formatMoney(row.amount)},${month}`)].join(
        '\n',
      ),
      total: formatMoney(total),
      mode: 'bank',
      reference: `SALARY ${month.replace('-', '')}`,
    });
  }

  /** With the oldest instalment of each that is not paid. */
  async #employeeLoans() {
    const rows = await this.#desk.platform.database
      .selectFrom('loan as l')
      .innerJoin('loan_instalment as i', 'i.loanId', 'l.id')
      .innerJoin('member as m', 'm.id', 'l.memberId')
      .select(['l.number', 'i.principal', 'i.interest', 'i.fee', 'i.penalty'])
      .select(['i.paidPrincipal', 'i.paidInterest', 'i.paidFee', 'i.paidPenalty'])
      .where('l.productCode', '=', 'EPL')
      .where('l.status', '=', 'active')
      .where('m.status', '=', 'active')
      .whereRef('i.dueOn', '=', 'l.nextDueOn')
      .orderBy('l.id')
      .limit(MOST_ROWS)
      .execute();
    return rows
      .map(({ number, ...parts }) => ({
        number,
        amount: (parts.principal +
          parts.interest +
          parts.fee +
          parts.penalty -
          (parts.paidPrincipal + parts.paidInterest + parts.paidFee + parts.paidPenalty)) as Money,
      }))
      .filter(({ amount }) => amount > ZERO);
  }
}
