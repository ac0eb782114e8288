// Papers of members of the demo: in order, expiring, expired after a year of high risk, rejected with a reason, and some that wait to
// be looked at, an Aadhaar under its bar among them.

import { addDays, type CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';
import { memberActor } from './demo-guarantors.ts';
import { drawFace, drawPaper, drawSignature } from './draw-papers.ts';
import type { DemoStaff } from './seed-demo.ts';

interface Person {
  readonly id: string;
  readonly isActive: boolean;
}

interface Story {
  /** Days before the day at which the demo stands. */
  readonly before: number;
  readonly risk?: readonly ['medium' | 'high', string];
  readonly papers: readonly Planned[];
}

interface Planned {
  readonly kind: 'photo' | 'signature' | 'pan_card' | 'voter_id' | 'passport' | 'aadhaar' | 'address_proof';
  readonly fields?: Readonly<Record<string, string>>;
  readonly byMember?: true;
  /** Verified where nothing is said. */
  readonly decided?: 'waits' | { readonly rejected: string };
}

const WHOLE: readonly Planned[] = [
  { kind: 'photo' },
  { kind: 'signature' },
  { kind: 'pan_card', fields: { number: 'ABCPE1234F' } },
  { kind: 'voter_id', fields: { number: 'UKD1234567' } },
];

const STORIES: readonly Story[] = [
  { before: 700, risk: ['medium', 'किराये की आय, बड़ी नकद जमा'], papers: WHOLE },
  { before: 400, risk: ['high', 'Trades in gold; large cash deposits'], papers: WHOLE },
  { before: 200, papers: WHOLE },
  {
    before: 12,
    papers: [
      { kind: 'photo', decided: { rejected: 'चेहरा अँधेरे में है; कृपया उजाले में फिर से लें' } },
      { kind: 'signature' },
      { kind: 'pan_card', fields: { number: 'ABCPE1234F' } },
    ],
  },
  {
    before: 5,
    papers: [
      { kind: 'photo', byMember: true, decided: 'waits' },
      { kind: 'aadhaar', byMember: true, fields: { number: '4321', blackout: '160,680,360,120' }, decided: 'waits' },
      { kind: 'passport', byMember: true, fields: { number: 'Z1234567', expiresOn: '2033-05-31' }, decided: 'waits' },
    ],
  },
  {
    before: 2,
    papers: [
      { kind: 'photo', decided: 'waits' },
      { kind: 'signature', decided: 'waits' },
      { kind: 'address_proof', decided: 'waits' },
    ],
  },
];

export class DemoPapers {
  readonly #desk: Desk;
  readonly #staff: DemoStaff;
  readonly #ends: CalendarDate;
  #next = 0;
  /** Each story is of somebody else. */
  readonly #told = new Set<string>();

  constructor(desk: Desk, staff: DemoStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate, members: readonly Person[]): Promise<void> {
    for (;;) {
      const story = STORIES[this.#next];
      const person = members.find(({ id, isActive }) => isActive && !this.#told.has(id));
      if (story === undefined || person === undefined || addDays(this.#ends, -story.before) > day) return;
      this.#next += 1;
      this.#told.add(person.id);
      for (const planned of story.papers) await this.#take(planned, person.id);
      if (story.risk !== undefined) {
        const [riskClass, reason] = story.risk;
        await this.#desk.ask(this.#staff.manager, 'PUT', `/api/members/${person.id}/risk-class`, { riskClass, reason });
      }
    }
  }

  async #take({ kind, fields = {}, byMember, decided }: Planned, memberId: string): Promise<void> {
    const desk = this.#desk;
    const { officer, manager } = this.#staff;
    const sender: Actor = byMember === true ? await memberActor(desk, Number(memberId)) : officer;
    const place = byMember === true ? '/api/members/profile/files' : `/api/members/${memberId}/files`;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new File([await picture(kind, Number(memberId))], `${kind}.jpg`));
    const { file } = await desk.ask<{ file: { id: string } }>(sender, 'POST', `${place}?kind=${kind}`, form);
    if (decided === 'waits') return;
    if (decided === undefined) await desk.ask(manager, 'POST', `/api/papers/${file.id}/verification`, {});
    else await desk.ask(manager, 'POST', `/api/papers/${file.id}/rejection`, { reason: decided.rejected });
  }
}

function picture(kind: Planned['kind'], turn: number): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === 'photo') return drawFace(turn);
  return kind === 'signature' ? drawSignature(turn) : drawPaper(kind, turn);
}
