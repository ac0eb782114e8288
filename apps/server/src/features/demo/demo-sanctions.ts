// Who sanctions loans in the demo: at first the committee all of them, in the last year and a half the manager the small ones, by
// a ladder that two people agreed on. Somebody of the committee abstains once, and two members are known to be of one family.

import { addDays, type CalendarDate, type Money, parseMoney, yearOf } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { actorOf } from './begin-demo.ts';
import type { Desk } from './demo-desk.ts';
import { borrowersOn, type DemoBorrower } from './demo-guarantors.ts';
import type { LoanStaff } from './demo-loans.ts';

/** Days before the end of the history. */
const LADDER = 540;
const UP_TO = '25000.00';
const BASIS = 'प्रबंध समिति का प्रस्ताव, MC/2025/9';

export class DemoSanctions {
  readonly #desk: Desk;
  readonly #staff: LoanStaff;
  readonly #begins: CalendarDate;
  /** From the day of the ladder on. */
  #manager: Actor | undefined;
  #hasAbstained = false;
  #isFamilyKnown = false;
  readonly #resolutions = { LC: 0, MS: 0 };

  constructor(desk: Desk, staff: LoanStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#begins = addDays(ends, -LADDER);
  }

  async workOneDay(day: CalendarDate, admin: Actor): Promise<void> {
    if (day < this.#begins) return;
    if (!this.#isFamilyKnown) await this.#nameFamily(await borrowersOn(this.#desk, day));
    if (this.#manager !== undefined) return;
    await this.#letTheManagerDecide(admin);
    const levels = [
      { roleCode: 'manager', upTo: UP_TO },
      { roleCode: 'committee', upTo: null },
    ];
    await this.#agreed(admin, '/api/sanction-levels', { levels, effectiveFrom: day, legalBasis: BASIS });
    this.#manager = await actorOf(this.#desk.platform, 'manager');
  }

  /** Who decides on an application of this amount, and the number under which it is written down. */
  async decide(loanId: number, amount: Money, day: CalendarDate): Promise<{ who: Actor; resolutionNumber: string }> {
    const isSmall = this.#manager !== undefined && amount <= parseMoney(UP_TO);
    if (isSmall && !this.#hasAbstained) {
      this.#hasAbstained = true;
      const reason = 'आवेदक मेरी दुकान के किराएदार हैं';
      await this.#desk.ask(this.#staff.committee, 'POST', `/api/loans/${loanId}/abstention`, { reason });
    }
    const series = isSmall ? 'MS' : 'LC';
    this.#resolutions[series] += 1;
    return {
      who: isSmall && this.#manager !== undefined ? this.#manager : this.#staff.committee,
      resolutionNumber: `${series}/${yearOf(day)}/${this.#resolutions[series]}`,
    };
  }

  async #letTheManagerDecide(admin: Actor): Promise<void> {
    const { items } = await this.#desk.ask<{ items: { code: string; permissions: string[]; version: number }[] }>(
      admin,
      'GET',
      '/api/admin/roles',
    );
    const role = items.find(({ code }) => code === 'manager');
    if (role === undefined) throw new Error('The demo has a manager.');
    const permissions = [...role.permissions, 'loan.decide'];
    await this.#agreed(admin, '/api/admin/roles/manager', { permissions, reason: BASIS, version: role.version });
  }

  /** The first two of one surname. */
  async #nameFamily(people: readonly DemoBorrower[]): Promise<void> {
    const surname = ({ name }: DemoBorrower) => name.split(' ').at(-1);
    const other = people.find((one, place) => people.slice(0, place).some((two) => surname(two) === surname(one)));
    const one = people.find((person) => other !== undefined && surname(person) === surname(other));
    if (one === undefined || other === undefined) return;
    this.#isFamilyKnown = true;
    await this.#desk.ask(this.#staff.officer, 'POST', `/api/members/${one.id}/relatives`, {
      memberNumber: other.number,
      relation: 'sibling',
    });
  }

  async #agreed(admin: Actor, path: string, body: object): Promise<void> {
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(admin, 'PUT', path, body);
    await this.#desk.ask(this.#staff.committee, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }
}
