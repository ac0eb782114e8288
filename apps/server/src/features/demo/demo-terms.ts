// Fixed and recurring deposits of the demo: they are opened from savings or with cash, and instalments are brought on
// their day, some days late, or months late with a fine.

import { addDays, type CalendarDate, formatMoney, type Money, parseMoney } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { type Choices, choicesFrom } from './demo-choices.ts';
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
  readonly #withRecurring = new Set<string>();
  #isFixedThere = false;

  constructor(desk: Desk, manager: Actor, choose: Choices) {
    this.#desk = desk;
    this.#manager = manager;
    this.#choose = choose;
  }

  async workOneDay(day: CalendarDate, till: TermTill, savers: readonly Saver[]): Promise<void> {
    const choose = this.#choose;
    for (const saver of savers) {
      if (!saver.isActive || saver.hasLeft) continue;
      // One in some thousand days: over three years about a third of the members. The smallest demo has one all the same.
      if (choose.whole(1, 2_000) === 1 || !this.#isFixedThere) await this.#openFixed(saver, till);
      if (choose.whole(1, 3_000) === 1) await this.#openRecurring(saver, till);
    }
    await bringInstalments(this.#desk, till.cashier, day);
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
    this.#isFixedThere = true;
  }

  async #openRecurring(saver: Saver, till: TermTill): Promise<void> {
    if (this.#withRecurring.has(saver.id)) return;
    this.#withRecurring.add(saver.id);
    const instalment = this.#choose.oneOf(INSTALMENTS);
    await this.#open(till, {
      memberId: saver.id,
      productCode: 'RD',
      amount: rupees(instalment),
      months: this.#choose.oneOf(RECURRING_MONTHS),
      payment: { mode: 'cash' },
    });
    till.cash += instalment;
  }

  /** From the till, or from savings; what goes beyond the limit of one person the manager agrees to. */
  async #open(till: TermTill, opening: Record<string, unknown>): Promise<void> {
    const opened = await this.#desk.ask<{ status: string; approvalId?: string }>(
      till.cashier,
      'POST',
      '/api/deposits',
      opening,
    );
    if (opened.approvalId === undefined) return;
    await this.#desk.ask(this.#manager, 'POST', `/api/approvals/${opened.approvalId}/approval`, {});
  }
}

/** What is brought on this day to recurring deposits, through the bank. */
export async function bringInstalments(desk: Desk, cashier: Actor, day: CalendarDate): Promise<void> {
  const due = await desk.platform.database
    .selectFrom('term_instalment')
    .innerJoin('term_deposit', 'term_deposit.depositId', 'term_instalment.depositId')
    .innerJoin('deposit', 'deposit.id', 'term_instalment.depositId')
    .innerJoin('member', 'member.id', 'deposit.memberId')
    .select(({ fn }) => [
      'deposit.id',
      'deposit.memberId',
      fn.min('term_instalment.number').as('number'),
      fn.min('term_instalment.dueOn').as('dueOn'),
      fn.min('term_instalment.amount').as('amount'),
    ])
    .where('term_instalment.paidOn', 'is', null)
    .where('term_instalment.dueOn', '<=', day)
    .where('term_deposit.maturesOn', '>', day)
    .where('deposit.status', '=', 'active')
    .where('member.status', '=', 'active')
    .groupBy(['deposit.id', 'deposit.memberId'])
    .orderBy('deposit.id')
    .execute();
  for (const { id, memberId, number, dueOn, amount } of due) {
    if (addDays(dueOn, daysLate(id, number)) > day) continue;
    await desk.ask(cashier, 'POST', '/api/receipts', {
      memberId: String(memberId),
      lines: [{ kind: 'instalment', depositId: String(id), amount: formatMoney(amount as Money) }],
      mode: 'bank',
      reference: `RD${id}-${number}`,
    });
  }
}

/** Most come on the day, some in the week after it, a few months late; always the same for the same instalment. */
function daysLate(depositId: number, number: number): number {
  const choose = choicesFrom(depositId * 1_000 + number);
  if (choose.inHundred(70)) return 0;
  return choose.inHundred(80) ? choose.whole(1, 6) : choose.whole(35, 70);
}

const rupees = (amount: number) => formatMoney(parseMoney(`${amount}.00`));
