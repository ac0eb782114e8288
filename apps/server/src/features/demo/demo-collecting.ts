// The collections desk of the demo's last months: twice a month the officer goes through what is overdue, calls, and sends the letter
// whose turn it is.

import { addDays, type CalendarDate, formatMoney, parseMoney } from '@kafal/core';
import type { Desk } from './demo-desk.ts';
import type { LoanStaff } from './demo-loans.ts';

const MONTHS_OF_CALLS_IN_DAYS = 120;
const DAYS_BETWEEN = 14;
const LOANS_AT_ONCE = 3;
const PROMISED = parseMoney('500.00');
const DAYS_TO_KEEP = 10;

/** What was heard, in turn: with a promise or without. */
const HEARD = [
  { kind: 'call', spokeTo: 'स्वयं', said: 'दूध का पैसा मिलते ही जमा करेंगे', promises: true },
  { kind: 'visit', spokeTo: 'पत्नी', said: 'काम पर बाहर गए हैं, इतवार को लौटेंगे', promises: false },
  { kind: 'office', spokeTo: 'स्वयं', said: 'फ़सल बिकने के बाद पूरी किस्त देंगे', promises: true },
] as const;

export class DemoCollecting {
  readonly #desk: Desk;
  readonly #staff: LoanStaff;
  readonly #ends: CalendarDate;
  #next: CalendarDate;
  #turn = 0;

  constructor(desk: Desk, staff: LoanStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
    this.#next = addDays(ends, -MONTHS_OF_CALLS_IN_DAYS);
  }

  async workOneDay(day: CalendarDate): Promise<void> {
    if (day < this.#next && day !== this.#ends) return;
    this.#next = addDays(day, DAYS_BETWEEN);
    const late = await this.#desk.platform.database
      .selectFrom('loan as l')
      .innerJoin('loan_standing as s', 's.loanId', 'l.id')
      .select('l.id')
      .where('l.status', '=', 'active')
      .where('s.daysPastDue', '>', 7)
      .orderBy('s.daysPastDue')
      .orderBy('l.id')
      .limit(LOANS_AT_ONCE)
      .execute();
    for (const { id } of late) {
      await this.#speak(id, day);
      await this.#send(id, day);
    }
  }

  async #speak(loanId: number, day: CalendarDate): Promise<void> {
    const { promises, ...heard } = HEARD[this.#turn % HEARD.length] ?? HEARD[0];
    this.#turn += 1;
    const promise = { amount: formatMoney(PROMISED), by: addDays(day, DAYS_TO_KEEP) };
    await this.#desk.ask(this.#staff.officer, 'POST', `/api/loans/${loanId}/contacts`, {
      ...heard,
      ...(promises ? { promise } : {}),
    });
  }

  async #send(loanId: number, day: CalendarDate): Promise<void> {
    const { officer } = this.#staff;
    const { nextNotice } = await this.#desk.ask<{ nextNotice: { from: CalendarDate } | null }>(
      officer,
      'GET',
      `/api/loans/${loanId}/collection`,
    );
    if (nextNotice === null || nextNotice.from > day) return;
    await this.#desk.ask(officer, 'POST', `/api/loans/${loanId}/letters`, {});
  }
}
