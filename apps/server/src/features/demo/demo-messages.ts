// What members of the demo wrote to the office: one still waits, one is answered, a complaint was closed.

import { addDays, type CalendarDate } from '@kafal/core';
import type { Desk } from './demo-desk.ts';
import { memberActor } from './demo-guarantors.ts';
import type { DemoStaff } from './seed-demo.ts';

interface Writer {
  readonly id: string;
  readonly isActive: boolean;
}

interface Planned {
  /** Days before the day at which the demo stands. */
  readonly before: number;
  readonly kind: 'question' | 'complaint' | 'correction';
  readonly subject: string;
  readonly text: string;
  readonly answer?: string;
  readonly closed?: string;
}

const PLAN: readonly Planned[] = [
  {
    ...{ before: 40, kind: 'complaint', subject: 'रसीद नहीं मिली' },
    text: 'अभिकर्ता ने पैसे लिए पर रसीद दो दिन बाद दी।',
    answer: 'हमने अभिकर्ता से बात की है। रसीद उसी समय माँगें, और न मिले तो फ़ोन करें।',
    closed: 'रसीद मिल गई, सदस्य को बताया गया',
  },
  {
    ...{ before: 20, kind: 'question', subject: 'Interest on my savings' },
    text: 'When is the interest of this half year put into my account?',
    answer: 'On the last day of the half year. You can see it in your passbook the day after.',
  },
  { before: 4, kind: 'correction', subject: 'मेरा पता', text: 'मकान संख्या 14 नहीं, 41 है। कृपया ठीक कर दें।' },
  {
    ...{ before: 1, kind: 'complaint', subject: 'The counter was closed' },
    text: 'I came at half past three and nobody was there.',
  },
];

export class DemoMessages {
  readonly #desk: Desk;
  readonly #staff: DemoStaff;
  readonly #ends: CalendarDate;
  #next = 0;

  constructor(desk: Desk, staff: DemoStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate, members: readonly Writer[]): Promise<void> {
    const writers = members.filter(({ isActive }) => isActive);
    for (;;) {
      const planned = PLAN[this.#next];
      const writer = writers[this.#next];
      if (planned === undefined || writer === undefined || addDays(this.#ends, -planned.before) > day) return;
      this.#next += 1;
      await this.#write(planned, Number(writer.id));
    }
  }

  async #write({ kind, subject, text, answer, closed }: Planned, memberId: number): Promise<void> {
    const desk = this.#desk;
    const { manager } = this.#staff;
    const member = await memberActor(desk, memberId);
    const { id } = await desk.ask<{ id: string }>(member, 'POST', '/api/messages', { kind, subject, text });
    if (answer !== undefined) await desk.ask(manager, 'POST', `/api/messages/${id}/entries`, { text: answer });
    if (closed !== undefined) await desk.ask(manager, 'POST', `/api/messages/${id}/closure`, { reason: closed });
  }
}
