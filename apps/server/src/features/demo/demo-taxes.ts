// Tax on interest in the demo: in its last tax year the society has to withhold it. Three members have deposits large enough
// for it, of whom one gave no PAN and one hands in Form 121; what was withheld is paid over in the month after.

import { addMonths, type CalendarDate, financialYearOf, formatMoney, maxDate, money, startOfMonth } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';

interface TaxStaff {
  readonly admin: Actor;
  readonly manager: Actor;
  readonly accountant: Actor;
}

interface Depositor {
  readonly id: number;
  readonly savingsId: number;
  readonly panKey: string | null;
}

/** Each of them earns so many rupees by the last day, above what the law leaves untaxed. */
const WANTED_INTEREST = 60_000;
const PERCENT_AT_LEAST = 7;
const LAKH = 100_000;
const STAYS_IN_SAVINGS = 1_000;
/** Of the month after the one in which it was withheld. */
const PAID_OVER_ON = '07';
/** Whoever is younger has the ordinary threshold. */
const BORN_AFTER = '1975-01-01';

export class DemoTaxes {
  readonly #desk: Desk;
  readonly #staff: TaxStaff;
  readonly #begins: CalendarDate;
  readonly #ends: CalendarDate;
  readonly #year: string;
  #isBegun = false;
  #paidOverFor: CalendarDate;

  constructor(desk: Desk, staff: TaxStaff, { begins, ends }: { begins: CalendarDate; ends: CalendarDate }) {
    const year = financialYearOf(ends, { calendar: 'AD', month: 4, day: 1 });
    this.#desk = desk;
    this.#staff = staff;
    this.#begins = maxDate(begins, year.startsOn);
    this.#ends = ends;
    this.#year = year.label;
    this.#paidOverFor = this.#begins;
  }

  async workOneDay(day: CalendarDate, cashier: Actor): Promise<void> {
    if (day < this.#begins) return;
    if (!this.#isBegun) await this.#begin(day, cashier);
    await this.#payOver(day);
  }

  async #begin(day: CalendarDate, cashier: Actor): Promise<void> {
    const depositors = await this.#depositors();
    const withPan = depositors.filter(({ panKey }) => panKey !== null).slice(0, 2);
    const withoutPan = depositors.find(({ panKey }) => panKey === null);
    const [, declaring] = withPan;
    if (withoutPan === undefined || declaring === undefined) return;
    this.#isBegun = true;
    await this.#change(day);
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/members/${declaring.id}/tax-declarations`, {
      financialYear: this.#year,
      number: `F121/${this.#year.slice(0, 4)}/000007`,
      receivedOn: day,
    });
    for (const depositor of [...withPan, withoutPan]) await this.#deposit(depositor, day, cashier);
  }

  /** Active, with savings of their own, and not seniors. */
  #depositors(): Promise<Depositor[]> {
    return this.#desk.platform.database
      .selectFrom('member as m')
      .innerJoin('deposit as s', 's.memberId', 'm.id')
      .select(['m.id', 's.id as savingsId', 'm.panKey'])
      .where('m.status', '=', 'active')
      .where('m.dateOfBirth', '>', BORN_AFTER as CalendarDate)
      .where('s.productCode', '=', 'SB')
      .where('s.status', '=', 'active')
      .orderBy('m.id')
      .execute();
  }

  async #change(day: CalendarDate): Promise<void> {
    const { admin, manager } = this.#staff;
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(admin, 'PUT', '/api/settings/tax.onInterest', {
      value: 'above-threshold',
      effectiveFrom: day,
      legalBasis: 'Income-tax Act 1961 s. 194A',
      reason: 'The turnover of the year before was above the limit',
    });
    await this.#desk.ask(manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  /** Through the bank into savings, and from there into a deposit that gives its interest every month. */
  async #deposit({ id, savingsId }: Depositor, day: CalendarDate, cashier: Actor): Promise<void> {
    let months = 0;
    while (addMonths(day, months + 1) < this.#ends) months += 1;
    const ofAYear = (WANTED_INTEREST * 12) / Math.max(months, 1);
    const rupees = Math.ceil((ofAYear * 100) / PERCENT_AT_LEAST / LAKH) * LAKH;
    const amount = formatMoney(money(rupees * 100));
    const brought = formatMoney(money((rupees + STAYS_IN_SAVINGS) * 100));
    await this.#desk.ask(cashier, 'POST', '/api/receipts', {
      memberId: String(id),
      lines: [{ kind: 'savings', depositId: String(savingsId), amount: brought }],
      mode: 'bank',
      reference: `NEFT-MIS-${id}`,
    });
    const { approvalId } = await this.#desk.ask<{ approvalId?: string }>(cashier, 'POST', '/api/deposits', {
      memberId: String(id),
      productCode: 'MIS',
      amount,
      months: 12,
      payment: { mode: 'transfer', depositId: String(savingsId) },
    });
    if (approvalId === undefined) return;
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  async #payOver(day: CalendarDate): Promise<void> {
    const month = startOfMonth(day);
    if (month <= this.#paidOverFor || day.slice(-2) < PAID_OVER_ON) return;
    this.#paidOverFor = month;
    const { months } = await this.#desk.ask<{ months: { from: CalendarDate; opening: string }[] }>(
      this.#staff.accountant,
      'GET',
      '/api/tax-payable',
    );
    const owed = months.find(({ from }) => from === month)?.opening ?? '0.00';
    if (owed === '0.00') return;
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(
      this.#staff.accountant,
      'POST',
      '/api/vouchers',
      {
        kind: 'journal',
        narration: 'पिछले महीने काटा गया कर आयकर कार्यालय में जमा',
        lines: [
          { accountCode: '2211', side: 'debit', amount: owed },
          { accountCode: '1201', side: 'credit', amount: owed },
        ],
      },
    );
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }
}
