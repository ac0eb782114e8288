// Fixed and recurring deposits of the demo: they are opened from savings or with cash, and instalments are brought on
// their day, some days late, or months late with a fine.

import { addDays, addMonths, type CalendarDate, formatMoney, parseMoney } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Choices } from './demo-choices.ts';
import type { Desk } from './demo-desk.ts';

/** Whoever saves, as far as a deposit of a term is concerned. */
interface Saver {
  readonly id: string;
  readonly depositId: string;
  readonly isActive: boolean;
  readonly hasLeft: boolean;
  balance: number;
}

interface TermTill {
  readonly cashier: Actor;
  cash: number;
}

interface Recurring {
  readonly saver: Saver;
  readonly depositId: string;
  readonly instalment: number;
  readonly openedOn: CalendarDate;
  readonly months: number;
  paid: number;
  bringsNextOn: CalendarDate;
}

/** A member keeps this much in savings beside what is put away. */
const STAYS_IN_SAVINGS = 2_000;
const FIXED_SUMS = [5_000, 10_000, 10_000, 15_000, 20_000, 25_000, 40_000] as const;
const FIXED_MONTHS = [12, 12, 12, 24, 36] as const;
const INSTALMENTS = [200, 300, 500, 500, 1_000] as const;
const RECURRING_MONTHS = [12, 12, 24, 36] as const;

export class DemoTerms {
  readonly #desk: Desk;
  readonly #manager: Actor;
  readonly #choose: Choices;
  readonly #recurring: Recurring[] = [];

  constructor(desk: Desk, manager: Actor, choose: Choices) {
    this.#desk = desk;
    this.#manager = manager;
    this.#choose = choose;
  }

  async workOneDay(day: CalendarDate, till: TermTill, savers: readonly Saver[]): Promise<void> {
    const choose = this.#choose;
    for (const saver of savers) {
      if (!saver.isActive || saver.hasLeft) continue;
      // One in some thousand days: over three years about a third of the members.
      if (choose.whole(1, 2_000) === 1) await this.#openFixed(saver, till);
      if (choose.whole(1, 3_000) === 1) await this.#openRecurring(saver, day, till);
    }
    for (const deposit of this.#recurring) {
      if (deposit.bringsNextOn <= day && deposit.paid < deposit.months) await this.#bringInstalment(deposit, day, till);
    }
  }

  async #openFixed(saver: Saver, till: TermTill): Promise<void> {
    const amount = this.#choose.oneOf(FIXED_SUMS);
    const isFromSavings = saver.balance - amount >= STAYS_IN_SAVINGS;
    // The law lets nobody bring as much as 20,000 in cash.
    if (!isFromSavings && amount >= 20_000) return;
    await this.#open(till, {
      memberId: saver.id,
      productCode: this.#choose.oneOf(['FD', 'FD', 'FD', 'MIS', 'QIS']),
      amount: rupees(amount),
      months: this.#choose.oneOf(FIXED_MONTHS),
      payment: isFromSavings ? { mode: 'transfer', depositId: saver.depositId } : { mode: 'cash' },
    });
    if (isFromSavings) saver.balance -= amount;
    else till.cash += amount;
  }

  async #openRecurring(saver: Saver, day: CalendarDate, till: TermTill): Promise<void> {
    if (this.#recurring.some((deposit) => deposit.saver === saver)) return;
    const instalment = this.#choose.oneOf(INSTALMENTS);
    const months = this.#choose.oneOf(RECURRING_MONTHS);
    const depositId = await this.#open(till, {
      memberId: saver.id,
      productCode: 'RD',
      amount: rupees(instalment),
      months,
      payment: { mode: 'cash' },
    });
    till.cash += instalment;
    if (depositId === undefined) return;
    const opened = { saver, depositId, instalment, openedOn: day, months, paid: 1, bringsNextOn: day };
    this.#recurring.push({ ...opened, bringsNextOn: this.#nextVisit(opened) });
  }

  /** From the till, or from savings; what goes beyond the limit of one person the manager agrees to. */
  async #open(till: TermTill, opening: Record<string, unknown>): Promise<string | undefined> {
    const opened = await this.#desk.ask<{ id: string } | { status: 'waiting'; approvalId: string }>(
      till.cashier,
      'POST',
      '/api/deposits',
      opening,
    );
    if ('id' in opened) return opened.id;
    await this.#desk.ask(this.#manager, 'POST', `/api/approvals/${opened.approvalId}/approval`, {});
    return undefined;
  }

  async #bringInstalment(deposit: Recurring, day: CalendarDate, till: TermTill): Promise<void> {
    const { saver, depositId } = deposit;
    if (saver.hasLeft || day >= addMonths(deposit.openedOn, deposit.months)) return;
    const seen = await this.#desk.ask<{ instalments: { depositId: string; amount: string }[] }>(
      till.cashier,
      'GET',
      `/api/counter/members/${saver.id}`,
    );
    const due = seen.instalments.find((instalment) => instalment.depositId === depositId);
    if (due === undefined) return;
    await this.#desk.ask(till.cashier, 'POST', '/api/receipts', {
      memberId: saver.id,
      lines: [{ kind: 'instalment', depositId, amount: due.amount }],
      mode: 'bank',
      reference: `RD${depositId}-${deposit.paid + 1}`,
    });
    deposit.paid += 1;
    deposit.bringsNextOn = this.#nextVisit(deposit);
  }

  /** Most come on the day, some in the week after it, a few months late. */
  #nextVisit({ openedOn, paid }: Pick<Recurring, 'openedOn' | 'paid'>): CalendarDate {
    const choose = this.#choose;
    const dueOn = addMonths(openedOn, paid);
    if (choose.inHundred(70)) return dueOn;
    return addDays(dueOn, choose.inHundred(80) ? choose.whole(1, 6) : choose.whole(35, 70));
  }
}

const rupees = (amount: number) => formatMoney(parseMoney(`${amount}.00`));
