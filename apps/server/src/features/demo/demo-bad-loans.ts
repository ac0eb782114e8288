// What the office of the demo does about loans that went bad: some interest of one is waived, another is written off under a
// resolution of the general body, and its borrower brings a little of it later.

import { addDays, type CalendarDate, formatMoney, parseMoney, yearOf } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';
import type { LoanStaff } from './demo-loans.ts';

/** Days before the end of the history, or the next working day after. */
const WAIVED = 200;
const WRITTEN_OFF = 75;
const RECOVERED = [40, 12] as const;
/** Whoever is behind for so long does not come back. */
const LOST_DAYS = 300;

interface OpenInstalment {
  readonly interest: string;
  readonly paidOn: CalendarDate | null;
}

export class DemoBadLoans {
  readonly #desk: Desk;
  readonly #staff: LoanStaff;
  readonly #ends: CalendarDate;
  readonly #done = new Set<string>();

  constructor(desk: Desk, staff: LoanStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate, cashier: Actor): Promise<void> {
    if (this.#isTime(day, WAIVED)) await this.#waive();
    if (this.#isTime(day, WRITTEN_OFF)) await this.#writeOff(day);
    for (const before of RECOVERED) if (this.#isTime(day, before)) await this.#recover(cashier, day);
  }

  /** Once, on the day or the first working day after it. */
  #isTime(day: CalendarDate, before: number): boolean {
    const on = addDays(this.#ends, -before);
    if (day < on || this.#done.has(on)) return false;
    this.#done.add(on);
    return true;
  }

  /** The one that is behind for the fewest days, so that it is not the one that is written off. */
  async #waive(): Promise<void> {
    const loan = await this.#desk.platform.database
      .selectFrom('loan as l')
      .innerJoin('loan_standing as s', 's.loanId', 'l.id')
      .select('l.id')
      .where('l.status', '=', 'active')
      .where('s.daysPastDue', '>', 0)
      .orderBy('s.daysPastDue')
      .orderBy('l.id')
      .limit(1)
      .executeTakeFirst();
    if (loan === undefined) return;
    const path = `/api/loans/${loan.id}`;
    const { instalmentsPlan } = await this.#desk.ask<{ instalmentsPlan: OpenInstalment[] }>(
      this.#staff.officer,
      'GET',
      path,
    );
    const interest = instalmentsPlan.find(({ paidOn }) => paidOn === null)?.interest;
    if (interest === undefined || parseMoney(interest) === 0) return;
    await this.#agreed(`${path}/measures`, {
      kind: 'waiver',
      interest,
      reason: 'दो महीने अस्पताल में रहे, काग़ज़ देखे गए',
      resolutionNumber: `MC/${yearOf(this.#ends)}/31`,
    });
  }

  /** The latest to have gone bad, so that the oldest stays and passes through every class. */
  async #writeOff(day: CalendarDate): Promise<void> {
    const loan = await this.#desk.platform.database
      .selectFrom('loan as l')
      .innerJoin('loan_standing as s', 's.loanId', 'l.id')
      .select('l.id')
      .where('l.status', '=', 'active')
      .where('s.daysPastDue', '>=', LOST_DAYS)
      .orderBy('s.daysPastDue')
      .orderBy('l.id')
      .limit(1)
      .executeTakeFirst();
    if (loan === undefined) return;
    await this.#agreed(`/api/loans/${loan.id}/measures`, {
      kind: 'write-off',
      reason: 'परिवार गाँव छोड़ गया, तीन सूचनाओं का उत्तर नहीं आया',
      resolutionNumber: `GB/${yearOf(day)}/4`,
      resolutionOn: addDays(day, -9),
    });
  }

  async #recover(cashier: Actor, day: CalendarDate): Promise<void> {
    const loan = await this.#desk.platform.database
      .selectFrom('loan')
      .select(['id', 'memberId'])
      .where('writtenOffOn', 'is not', null)
      .where('closedOn', 'is', null)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (loan === undefined) return;
    await this.#desk.ask(cashier, 'POST', '/api/receipts', {
      memberId: String(loan.memberId),
      lines: [{ kind: 'loan', loanId: String(loan.id), amount: formatMoney(parseMoney('750.00')) }],
      mode: 'bank',
      reference: `RC${loan.id}D${day.replaceAll('-', '')}`,
    });
  }

  async #agreed(path: string, body: object): Promise<void> {
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(this.#staff.officer, 'POST', path, body);
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }
}
