// Accounts of the demo beside savings: some members save for a goal, put something by for an emergency, or run a shop
// through a current account. What is put by each month comes through the bank.

import { addMonths, type CalendarDate, formatMoney, money } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Choices } from './demo-choices.ts';
import type { Desk } from './demo-desk.ts';

interface Saver {
  readonly id: string;
  readonly isActive: boolean;
  readonly hasLeft: boolean;
}

interface PutBy {
  readonly saver: Saver;
  readonly depositId: string;
  /** Whole rupees, each month. */
  readonly amount: number;
  next: CalendarDate;
}

const KINDS = ['GS', 'GS', 'GS', 'OS', 'OS', 'ES', 'ES', 'CA'] as const;
const MONTHLY = [200, 300, 500, 500, 800, 1_000] as const;
const PURPOSES = [
  'बेटी की शादी',
  'School fees',
  'गाय ख़रीदना',
  'Roof of the house',
  'सिलाई मशीन',
  'A second-hand motorcycle',
] as const;
const GOAL_MONTHS = [12, 18, 24, 36, 48] as const;

export class DemoAccounts {
  readonly #desk: Desk;
  readonly #choose: Choices;
  readonly #opened = new Set<string>();
  readonly #putBy: PutBy[] = [];
  #references = 0;

  constructor(desk: Desk, choose: Choices) {
    this.#desk = desk;
    this.#choose = choose;
  }

  async workOneDay(day: CalendarDate, cashier: Actor, savers: readonly Saver[]): Promise<void> {
    for (const saver of savers) {
      if (!saver.isActive || saver.hasLeft) continue;
      // One in some thousand days: over three years about a third of the members.
      if (this.#choose.whole(1, 2_000) === 1) await this.#open(saver, cashier, day);
    }
    for (const putBy of this.#putBy) {
      if (putBy.next > day || putBy.saver.hasLeft) continue;
      putBy.next = addMonths(day, 1);
      this.#references += 1;
      await this.#desk.ask(cashier, 'POST', '/api/receipts', {
        memberId: putBy.saver.id,
        lines: [{ kind: 'savings', depositId: putBy.depositId, amount: rupees(putBy.amount) }],
        mode: 'bank',
        reference: `PUT-BY-${this.#references}`,
      });
    }
  }

  async #open(saver: Saver, cashier: Actor, day: CalendarDate): Promise<void> {
    const choose = this.#choose;
    const productCode = choose.oneOf(KINDS);
    const amount = choose.oneOf(MONTHLY);
    const months = choose.oneOf(GOAL_MONTHS);
    const goal = {
      purpose: choose.oneOf(PURPOSES),
      target: rupees(amount * months),
      targetOn: addMonths(day, months),
    };
    const place = `${saver.id} ${productCode}`;
    if (this.#opened.has(place)) return;
    this.#opened.add(place);
    const { id } = await this.#desk.ask<{ id: string }>(cashier, 'POST', '/api/deposits', {
      memberId: saver.id,
      productCode,
      ...(productCode === 'GS' ? { goal } : {}),
    });
    this.#putBy.push({ saver, depositId: id, amount, next: day });
  }
}

const rupees = (amount: number) => formatMoney(money(amount * 100));
