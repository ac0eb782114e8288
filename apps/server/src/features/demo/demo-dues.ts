// Compulsory thrift of the demo, raised in its last months: most members bring it in time through the bank, some late and
// a few not at all, and some have it, or their instalments, taken from their savings.

import { addDays, type CalendarDate, daysBetween } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { choicesFrom } from './demo-choices.ts';
import type { Desk } from './demo-desk.ts';

/** So many days before the last one the general body asked for thrift. */
const DAYS_OF_THRIFT = 125;
const MONTHLY = '200.00';

interface Owing {
  readonly depositId: string;
  readonly memberId: string;
  readonly arrears: string;
  readonly since: CalendarDate;
}

export class DemoDues {
  readonly #desk: Desk;
  readonly #maker: Actor;
  readonly #second: Actor;
  readonly #begins: CalendarDate;
  readonly #instructed = new Set<string>();
  #isAsked = false;

  constructor(desk: Desk, { admin, manager }: { admin: Actor; manager: Actor }, ends: CalendarDate) {
    this.#desk = desk;
    this.#maker = admin;
    this.#second = manager;
    this.#begins = addDays(ends, -DAYS_OF_THRIFT);
  }

  async workOneDay(day: CalendarDate, cashier: Actor): Promise<void> {
    if (day < this.#begins) return;
    if (!this.#isAsked) await this.#askForThrift(day);
    await this.#instruct(cashier);
    const { items } = await this.#desk.ask<{ items: Owing[] }>(
      cashier,
      'GET',
      '/api/thrift-dues?arrears=true&limit=200',
    );
    for (const { depositId, memberId, arrears, since } of items) {
      if (this.#instructed.has(depositId) || day < addDays(since, daysLate(depositId, since))) continue;
      await this.#desk.ask(cashier, 'POST', '/api/receipts', {
        memberId,
        lines: [{ kind: 'savings', depositId, amount: arrears }],
        mode: 'bank',
        reference: `CD${depositId}-${day}`,
      });
    }
  }

  /** What was taken from savings overnight, nobody brought back. */
  async tellBalances(savers: readonly { readonly depositId: string; balance: number }[]): Promise<void> {
    if (this.#instructed.size === 0) return;
    const rows = await this.#desk.platform.database
      .selectFrom('standing_instruction as s')
      .innerJoin('balance as b', (join) =>
        join.onRef('b.subLedgerId', '=', 's.fromDepositId').on('b.subLedger', '=', 'deposit'),
      )
      .select(['s.fromDepositId', 'b.amount'])
      .execute();
    const held = new Map(rows.map(({ fromDepositId, amount }) => [String(fromDepositId), Math.floor(amount / 100)]));
    for (const saver of savers) saver.balance = held.get(saver.depositId) ?? saver.balance;
  }

  async #askForThrift(day: CalendarDate): Promise<void> {
    this.#isAsked = true;
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(
      this.#maker,
      'PUT',
      '/api/settings/thrift.monthlyDue',
      { value: MONTHLY, effectiveFrom: day, legalBasis: 'By-law 21', reason: 'आम सभा का प्रस्ताव' },
    );
    await this.#desk.ask(this.#second, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  /** About a third of those who have something due each month. */
  async #instruct(cashier: Actor): Promise<void> {
    const deposits = await this.#desk.platform.database
      .selectFrom('deposit as d')
      .innerJoin('member as m', 'm.id', 'd.memberId')
      .innerJoin('deposit as s', 's.memberId', 'd.memberId')
      .select(['d.id', 's.id as savingsId'])
      .where('d.kind', 'in', ['recurring', 'thrift'])
      .where('d.status', '=', 'active')
      .where('m.status', '=', 'active')
      .where('s.productCode', '=', 'SB')
      .where('s.status', '=', 'active')
      .orderBy('d.id')
      .execute();
    for (const { id, savingsId } of deposits) {
      if (this.#instructed.has(String(id)) || !choicesFrom(id).inHundred(33)) continue;
      this.#instructed.add(String(id));
      await this.#desk.ask(cashier, 'POST', '/api/standing-instructions', {
        fromDepositId: String(savingsId),
        toDepositId: String(id),
      });
    }
  }
}

/** Always the same for the same due. */
function daysLate(depositId: string, since: CalendarDate): number {
  const choose = choicesFrom(Number(depositId) * 1_000 + daysBetween('2000-01-01' as CalendarDate, since));
  if (choose.inHundred(80)) return choose.whole(0, 8);
  return choose.inHundred(60) ? choose.whole(12, 40) : 400;
}
