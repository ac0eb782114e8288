// Loans of the demo against fixed deposits that mature after its last day, so that the lien stays where it is.

import { addDays, type CalendarDate, formatMoney, money } from '@kafal/core';
import type { Desk } from './demo-desk.ts';
import { borrowersOn } from './demo-guarantors.ts';
import type { LoanStaff } from './demo-loans.ts';

/** Days before the end of the history, or the next working day after. */
const TIMES = [220, 60] as const;
/** In paise. */
const [LEAST, MOST] = [500_000, 20_000_000];
const WHOLE_HUNDREDS = 10_000;

export class DemoPledges {
  readonly #desk: Desk;
  readonly #staff: LoanStaff;
  readonly #ends: CalendarDate;
  #asked = 0;

  constructor(desk: Desk, staff: LoanStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate): Promise<void> {
    const before = TIMES[this.#asked];
    if (before === undefined || day < addDays(this.#ends, -before)) return;
    const borrowers = (await borrowersOn(this.#desk, day)).map(({ id }) => id);
    const deposit = (await this.#deposits()).find(({ memberId }) => borrowers.includes(memberId));
    if (deposit === undefined) return;
    this.#asked += 1;
    const { officer } = this.#staff;
    // Three quarters of the deposit, in whole hundreds.
    const amount = money(Math.floor((deposit.balance * 3) / (4 * WHOLE_HUNDREDS)) * WHOLE_HUNDREDS);
    const { id } = await this.#desk.ask<{ id: string }>(officer, 'POST', '/api/loans', {
      memberId: String(deposit.memberId),
      productCode: 'DL',
      amount: formatMoney(amount),
      instalments: 12,
      purpose: 'जमा तोड़े बिना बुवाई का खर्च',
      monthlyIncome: '20000.00',
      guarantors: [],
    });
    await this.#desk.ask(officer, 'POST', `/api/loans/${id}/collateral`, {
      kind: 'deposit',
      depositId: String(deposit.id),
      value: formatMoney(deposit.balance),
    });
  }

  #deposits() {
    return this.#desk.platform.database
      .selectFrom('deposit as d')
      .innerJoin('term_deposit as t', 't.depositId', 'd.id')
      .innerJoin('balance as b', (join) =>
        join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id').on('b.hold', '=', money(0)),
      )
      .select(['d.id', 'd.memberId', 'b.amount as balance'])
      .where('d.status', '=', 'active')
      .where('t.maturesOn', '>', this.#ends)
      .where('b.amount', '>=', money(LEAST))
      .where('b.amount', '<=', money(MOST))
      .orderBy('d.id')
      .execute();
  }
}
