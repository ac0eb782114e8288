// Meetings of the demo: a general meeting that was held and has its minutes, one that is under way on the last day with a vote open, one
// that is only drafted, and the committee's own.

import { addDays, type CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';
import type { DemoStaff } from './seed-demo.ts';

interface Meeting {
  readonly id: string;
  readonly resolutions: readonly { readonly id: string }[];
}
interface Coming {
  readonly id: string;
  readonly heldOn: CalendarDate;
}

/** Days before the last one on which the notice of the annual meeting goes out, and from notice to meeting. */
const CALLED_BEFORE = 45;
const NOTICE_DAYS = 16;
const FEWEST = 6;
/** Three in ten come, so that there is a quorum of one fifth. */
const COME_OF_TEN = 3;

export class DemoMeetings {
  readonly #desk: Desk;
  readonly #staff: DemoStaff;
  readonly #ends: CalendarDate;
  #annual: Coming | undefined;
  #special: Coming | undefined;
  #isHeld = false;

  constructor(desk: Desk, staff: DemoStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate, members: readonly { readonly isActive: boolean }[]): Promise<void> {
    const active = members.filter(({ isActive }) => isActive).length;
    const isTime = day >= addDays(this.#ends, -CALLED_BEFORE) && active >= FEWEST;
    if (this.#annual === undefined && isTime) {
      this.#annual = await this.#call('annual', 'वार्षिक आम सभा 2025-26', addDays(day, NOTICE_DAYS), [
        ['वर्ष का लेखा', 'जाँचे हुए लेखे स्वीकार करना'],
        ['लाभांश', 'लाभ का बँटवारा'],
      ]);
    }
    if (this.#special === undefined && this.#annual !== undefined && day >= addDays(this.#ends, -NOTICE_DAYS - 4)) {
      const heldOn = addDays(day, NOTICE_DAYS);
      const wanted = heldOn > this.#ends ? heldOn : this.#ends;
      this.#special = await this.#call('special', 'Special general meeting: by-laws', wanted, [
        ['Amendment of by-law 14', 'Loans up to two lakh rupees'],
      ]);
    }
    if (this.#annual !== undefined && !this.#isHeld && day >= this.#annual.heldOn) {
      this.#isHeld = true;
      await this.#holdAnnual(this.#annual.id);
    }
    if (day === this.#ends) await this.#endWith();
  }

  async #call(
    kind: 'annual' | 'special',
    title: string,
    heldOn: CalendarDate,
    items: readonly (readonly [title: string, text: string])[],
  ): Promise<Coming> {
    const { id } = await this.#draft(kind, title, heldOn, items);
    await this.#act(this.#staff.manager, id, 'call');
    return { id, heldOn };
  }

  #draft(
    kind: 'annual' | 'special' | 'committee',
    title: string,
    heldOn: CalendarDate,
    items: readonly (readonly [title: string, text: string])[],
  ): Promise<Meeting> {
    return this.#desk.ask<Meeting>(this.#staff.manager, 'POST', '/api/meetings', {
      ...{ kind, title, heldOn, heldTime: '11:00', place: 'प्राथमिक विद्यालय का सभागार' },
      chairUserId: String(this.#staff.committee.userId),
      items: items.map(([about, text]) => ({ kind: 'text', title: about, text })),
    });
  }

  #act(who: Actor, id: string, what: string, body?: object): Promise<Meeting> {
    return this.#desk.ask<Meeting>(who, 'POST', `/api/meetings/${id}/${what}`, body);
  }

  /** Opened by the secretary; some of those who may vote come. */
  async #gather(id: string): Promise<string[]> {
    const { manager } = this.#staff;
    await this.#act(manager, id, 'opening');
    const list = `/api/meetings/${id}/people?which=voters&limit=200`;
    const { items } = await this.#desk.ask<{ items: { id: string }[] }>(manager, 'GET', list);
    const there = items.slice(0, Math.ceil((items.length * COME_OF_TEN) / 10) + 1).map((invitee) => invitee.id);
    for (const inviteeId of there) {
      await this.#desk.ask(manager, 'POST', `/api/meetings/${id}/attendance`, { inviteeId });
    }
    return there;
  }

  async #propose(id: string, [proposerId, seconderId]: readonly string[], text: string): Promise<string> {
    const body = { text, proposerId, seconderId };
    const { resolutions } = await this.#act(this.#staff.manager, id, 'resolutions', body);
    return resolutions.at(-1)?.id ?? '';
  }

  async #holdAnnual(id: string): Promise<void> {
    const { manager, committee } = this.#staff;
    const there = await this.#gather(id);
    const accounts = await this.#propose(id, there, 'पारित किया जाता है कि वर्ष के जाँचे हुए लेखे स्वीकार किए जाएँ।');
    const hands = { for: there.length - 1, against: 0, abstained: 1 };
    await this.#desk.ask(manager, 'POST', `/api/resolutions/${accounts}/hands`, hands);
    await this.#act(committee, id, 'closure');
    const path = `/api/meetings/${id}/minutes`;
    const { text } = await this.#desk.ask<{ text: string }>(manager, 'GET', path);
    await this.#desk.ask(manager, 'PUT', path, { text, version: 0 });
    await this.#desk.ask(committee, 'POST', `${path}/signatures`, { version: 1 });
    await this.#desk.ask(this.#staff.admin, 'POST', `${path}/signatures`, { version: 1 });
  }

  /** The special meeting is under way, some have voted; the committee's next one is drafted. */
  async #endWith(): Promise<void> {
    const { committee } = this.#staff;
    await this.#draft('committee', 'Committee: loans of the month', addDays(this.#ends, 6), [
      ['Loans that wait', 'As on the agenda of the loan committee'],
    ]);
    await this.#draft('special', 'Special general meeting: a new branch', addDays(this.#ends, 40), [
      ['A branch in Chamba', 'Place, cost and staff'],
    ]);
    if (this.#special === undefined || this.#special.heldOn > this.#ends) return;
    const { id } = this.#special;
    const there = await this.#gather(id);
    const amended = await this.#propose(id, there, 'Resolved that by-law 14 is amended as it was read out.');
    await this.#desk.ask(committee, 'POST', `/api/resolutions/${amended}/vote`, { manner: 'secret' });
    for (const inviteeId of there.slice(0, 2)) {
      const ballot = { choice: 'for', inviteeId };
      await this.#desk.ask(this.#staff.manager, 'POST', `/api/resolutions/${amended}/ballots`, ballot);
    }
  }
}
