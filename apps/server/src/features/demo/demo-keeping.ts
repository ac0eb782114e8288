// What is kept about accounts of the demo: two members hold one together, one has nominees of its own, one was quiet for
// years, and a hold, a lien and a freeze each stop something. A change of nominees waits for a second person.

import { addDays, addMonths, type CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';

interface Saver {
  readonly id: string;
  readonly depositId: string;
  readonly isActive: boolean;
  readonly hasLeft: boolean;
  readonly balance: number;
}

interface KeepingStaff {
  readonly manager: Actor;
  readonly cashier: Actor;
  readonly committee: Actor;
}

/** So many days before the last one the office writes down who holds what. */
const DAYS_OF_KEEPING = 40;
const DAYS_OF_HOLDS = 12;
const QUIET_MONTHS = 30;

const NOMINEES = [
  { name: 'Kamla Negi', relation: 'wife', dateOfBirth: '1984-05-16', sharePercent: '60.00' },
  { name: 'Deepak Negi', relation: 'son', dateOfBirth: '2004-02-11', sharePercent: '40.00' },
] as const;
const OTHER_NOMINEES = [
  { name: 'हेमा भट्ट', relation: 'बेटी', dateOfBirth: '1999-08-21', sharePercent: '50.00' },
  { name: 'गोपाल भट्ट', relation: 'बेटा', dateOfBirth: '2001-12-03', sharePercent: '50.00' },
] as const;

export class DemoKeeping {
  readonly #desk: Desk;
  readonly #staff: KeepingStaff;
  readonly #ends: CalendarDate;
  #isWritten = false;
  #isHeld = false;

  constructor(desk: Desk, staff: KeepingStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate, savers: readonly Saver[]): Promise<void> {
    if (!this.#isWritten && day >= addDays(this.#ends, -DAYS_OF_KEEPING)) {
      this.#isWritten = true;
      await this.#writeHolders(savers.filter(isHere));
      await this.#bringOverQuiet(day, savers.filter(isHere));
    }
    if (!this.#isHeld && day >= addDays(this.#ends, -DAYS_OF_HOLDS)) {
      this.#isHeld = true;
      await this.#hold(savers.filter(isHere));
    }
  }

  /** After everything else of the last day, so that nobody comes for money that is frozen. */
  async workLast(savers: readonly Saver[]): Promise<void> {
    const [frozen, named] = withMoney(savers.filter(isHere)).slice(-2);
    if (frozen === undefined || named === undefined) return;
    await this.#restrict(frozen.depositId, {
      kind: 'freeze',
      allowsDeposits: true,
      reference: 'CS 214/2026',
      reason: 'Civil court, Tehri: nothing may be paid out',
    });
    await this.#desk.ask(this.#staff.cashier, 'POST', `/api/deposits/${named.depositId}/nominees`, {
      nominees: OTHER_NOMINEES,
    });
  }

  async #writeHolders(savers: readonly Saver[]): Promise<void> {
    const [first, second, third] = withMoney(savers);
    if (first === undefined || second === undefined || third === undefined) return;
    await this.#agreed(this.#staff.cashier, this.#staff.manager, `/api/deposits/${first.depositId}/holders`, {
      mode: 'either-or-survivor',
      memberIds: [second.id],
      reason: 'दोनों ने लिखकर माँगा',
    });
    await this.#agreed(this.#staff.cashier, this.#staff.manager, `/api/deposits/${third.depositId}/nominees`, {
      nominees: NOMINEES,
    });
  }

  /** The books before these knew the account; no act of today makes one that is older than they are. */
  async #bringOverQuiet(day: CalendarDate, savers: readonly Saver[]): Promise<void> {
    const saver = savers.at(-1);
    if (saver === undefined) return;
    const { id } = await this.#desk.ask<{ id: string }>(this.#staff.cashier, 'POST', '/api/deposits', {
      memberId: saver.id,
      productCode: 'CA',
    });
    const longAgo = addMonths(day, -QUIET_MONTHS);
    await this.#desk.platform.transact((trx) =>
      trx.updateTable('deposit').set({ openedOn: longAgo, activeOn: longAgo }).where('id', '=', Number(id)).execute(),
    );
  }

  async #hold(savers: readonly Saver[]): Promise<void> {
    const held = withMoney(savers).at(3);
    if (held !== undefined) {
      await this.#restrict(held.depositId, {
        kind: 'hold',
        amount: '300.00',
        untilOn: addDays(this.#ends, 60),
        reference: 'TDO/114',
        reason: 'तहसील का आदेश: कर की वसूली तक रोक',
      });
    }
    const pledged = await this.#desk.platform.database
      .selectFrom('deposit')
      .select('id')
      .where('kind', '=', 'daily')
      .where('status', '=', 'active')
      .orderBy('id')
      .executeTakeFirst();
    if (pledged === undefined) return;
    await this.#restrict(String(pledged.id), {
      kind: 'lien',
      amount: '100.00',
      reference: 'LN000012',
      reason: 'Security for a loan against this deposit',
    });
  }

  #restrict(depositId: string, restriction: object): Promise<void> {
    const { manager, committee } = this.#staff;
    return this.#agreed(manager, committee, `/api/deposits/${depositId}/restrictions`, restriction);
  }

  async #agreed(maker: Actor, second: Actor, path: string, asked: object): Promise<void> {
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(maker, 'POST', path, asked);
    await this.#desk.ask(second, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }
}

const isHere = ({ isActive, hasLeft }: Saver) => isActive && !hasLeft;
/** Enough that a hold leaves something. */
const withMoney = (savers: readonly Saver[]) => savers.filter(({ balance }) => balance >= 1_000);
