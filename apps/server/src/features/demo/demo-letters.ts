// The demo's last weeks with e-mail, SMS and webhooks, sent by the product's own senders to the post office of the demo. What the
// pages of a society show by then is there: texts in two languages, one of them in its second version, another that ended and
// one that waits for a second person; numbers and mailboxes that do not exist; what a quiet hour holds back; a receiver that was
// busy, one that is gone, and one that is paused.

import { setTimeout as pause } from 'node:timers/promises';
import type { SetSmsTemplateBody, SmsSlot, WebhookEvent } from '@kafal/contract';
import { addDays, type CalendarDate } from '@kafal/core';
import type { z } from 'zod';
import { type Deliverer, deliverer, mailChannel, wakeDeliverer } from '../deliveries/index.ts';
import { wakeWebhooks } from '../webhooks/index.ts';
import type { Desk } from './demo-desk.ts';
import { memberActor } from './demo-guarantors.ts';
import type { PostOffice } from './post-office.ts';
import type { DemoStaff } from './seed-demo.ts';

/** Days before the day at which the demo stands, or the next working day after. */
const BEGINS = 24;
const IMPROVES = 10;
const CHOOSES = 4;
const PRICE = '0.20';
const SECRET = 'nobody-outside-of-this-demo-knows-it';

type Text = Omit<z.input<typeof SetSmsTemplateBody>, 'dltId' | 'slots'> & { readonly slots: SmsSlot[] };
const TEXTS: readonly Text[] = [
  {
    ...{ event: 'receipt.issued', language: 'en', slots: ['amount', 'number'] },
    text: 'Received {#var#}, receipt {#var#}. Kafal Valley Society',
  },
  {
    ...{ event: 'receipt.issued', language: 'hi', slots: ['amount', 'number'] },
    text: '{#var#} प्राप्त हुए, रसीद {#var#}। काफल घाटी समिति',
  },
  {
    ...{ event: 'savings.withdrawn', language: 'en', slots: ['amount', 'number'] },
    text: 'Withdrawn: {#var#}, voucher {#var#}. Not you? Tell the office at once. Kafal Valley Society',
  },
  {
    ...{ event: 'savings.withdrawn', language: 'hi', slots: ['amount', 'number'] },
    text: '{#var#} का भुगतान हुआ, वाउचर {#var#}। आपने नहीं लिया तो तुरंत कार्यालय को बताएँ। काफल घाटी समिति',
  },
  {
    ...{ event: 'loan.due', language: 'en', slots: ['loan', 'dueOn'] },
    text: 'Instalment of loan {#var#} due on {#var#}. Kafal Valley Society',
  },
  {
    ...{ event: 'loan.due', language: 'hi', slots: ['loan', 'dueOn'] },
    text: 'ऋण {#var#} की किस्त {#var#} को देय है। काफल घाटी समिति',
  },
  {
    ...{ event: 'loan.overdue', language: 'hi', slots: ['loan', 'dueOn'] },
    text: 'ऋण {#var#} की किस्त {#var#} से बकाया है, कृपया जल्द चुकाएँ। काफल घाटी समिति',
  },
  {
    ...{ event: 'shares.allotted', language: 'en', slots: ['number'] },
    text: 'Shares were allotted to you, entry {#var#}. Kafal Valley Society',
  },
];
const IMPROVED: Text = {
  ...{ event: 'loan.due', language: 'en', slots: ['loan', 'dueOn'] },
  text: 'The instalment of your loan {#var#} falls due on {#var#}. Please keep it ready. Kafal Valley Society',
};
/** Of these, members hear by letter and in their passbook. */
const ENDED = 'shares.allotted';
const WAITS: Text = {
  ...{ event: 'deposit.maturing', language: 'hi', slots: ['account', 'dueOn'] },
  text: 'आपकी जमा {#var#} {#var#} को परिपक्व होगी। काफल घाटी समिति',
};

const PROVIDER = {
  name: 'Himgiri SMS (demo)',
  body: '{"to":"{to}","message":"{text}","sender":"{sender}","pe":"{entityId}","template":"{templateId}","ref":"{reference}"}',
  authHeader: 'authorization',
  secret: SECRET,
  sender: 'KFLVLY',
  entityId: '1101700000000000114',
};

const RECEIVERS = {
  books: {
    name: 'Program of the accountant',
    events: [
      'receipt.issued',
      'savings.withdrawn',
      'voucher.posted',
      'entry.reversed',
      'loan.disbursed',
      'loan.repaid',
      'interest.credited',
    ],
  },
  old: { name: 'Notice board at the bus stand', events: ['notice.published', 'member.approved', 'till.opened'] },
  directory: { name: 'सदस्यों की पते-सूची', events: ['member.approved', 'member.activated', 'application.submitted'] },
} as const satisfies Record<string, { name: string; events: WebhookEvent[] }>;

/** Whoever works at night sleeps in the office's hours. */
const NIGHT_SHIFT = { whose: 'own', from: '08:00', to: '16:30' } as const;
const MOST_LOOKS = 2_000;
const BETWEEN_LOOKS_MS = 5;

export class DemoLetters {
  readonly #desk: Desk;
  readonly #staff: DemoStaff;
  readonly #post: PostOffice;
  readonly #ends: CalendarDate;
  readonly #done = new Set<number>();
  #letters: Deliverer | undefined;
  #directoryId = '';
  #texts = 0;

  constructor(desk: Desk, staff: DemoStaff, post: PostOffice, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#post = post;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate): Promise<void> {
    if (this.#isTime(day, BEGINS)) await this.#begin(day);
    if (this.#isTime(day, IMPROVES)) await this.#improve();
    if (this.#isTime(day, CHOOSES)) await this.#choose();
    if (day === this.#ends) await this.#lastDay();
    if (this.#letters !== undefined) await this.#goOut();
  }

  async close(): Promise<void> {
    await this.#letters?.stop();
  }

  #isTime(day: CalendarDate, before: number): boolean {
    if (this.#done.has(before) || day < addDays(this.#ends, -before)) return false;
    this.#done.add(before);
    return true;
  }

  async #begin(day: CalendarDate): Promise<void> {
    const { admin } = this.#staff;
    await this.#agreed('/api/settings/messages.smsPrice', {
      value: PRICE,
      effectiveFrom: day,
      legalBasis: 'प्रबंध समिति का प्रस्ताव, सेवा का पत्र',
    });
    await this.#agreed('/api/sms/provider', { ...PROVIDER, url: `${this.#post.origin}/sms` });
    for (const text of TEXTS) await this.#agreed('/api/sms/templates', this.#registered(text));
    const books = await this.#receiver('books');
    await this.#desk.ask(admin, 'POST', `/api/webhooks/${books}/test`, {});
    await this.#receiver('old');
    this.#directoryId = await this.#receiver('directory');
    this.#post.openForMail();
    const { platform } = this.#desk;
    this.#letters = deliverer(platform, mailChannel(platform, this.#post.mail));
    this.#letters.start();
  }

  async #improve(): Promise<void> {
    const { admin } = this.#staff;
    await this.#agreed('/api/sms/templates', this.#registered(IMPROVED));
    const { templates } = await this.#desk.ask<{ templates: { id: string; event: string }[] }>(
      admin,
      'GET',
      '/api/sms',
    );
    const ended = templates.find(({ event }) => event === ENDED);
    await this.#desk.ask(admin, 'DELETE', `/api/sms/templates/${ended?.id}`);
    const { name, events } = RECEIVERS.directory;
    const body = { name, events, url: `${this.#post.origin}/directory`, state: 'paused' };
    await this.#desk.ask(admin, 'PUT', `/api/webhooks/${this.#directoryId}`, body);
  }

  /** Of the members of whom the society has an address. */
  async #choose(): Promise<void> {
    const members = await this.#desk.platform.database
      .selectFrom('user as u')
      .innerJoin('member as m', 'm.id', 'u.memberId')
      .select('m.id')
      .where('m.status', '=', 'active')
      .where('u.status', '=', 'active')
      .where('u.email', 'is not', null)
      .orderBy('m.id')
      .execute();
    const bodies = [
      { choices: [], quiet: NIGHT_SHIFT, language: 'hi' },
      {
        choices: [{ kind: 'money', channel: 'sms', isOn: false }],
        quiet: { whose: 'own', from: '20:30', to: '07:00' },
        language: 'en',
      },
      { choices: [], quiet: { whose: 'none' }, language: 'ne' },
    ];
    for (const [place, { id }] of members.entries()) {
      const body = bodies[place % (2 * bodies.length)];
      if (body !== undefined)
        await this.#desk.ask(await memberActor(this.#desk, id), 'PUT', '/api/notification-choices', body);
    }
  }

  async #lastDay(): Promise<void> {
    await this.#desk.ask(this.#staff.admin, 'PUT', '/api/sms/templates', this.#registered(WAITS));
  }

  #registered(text: Text): z.input<typeof SetSmsTemplateBody> {
    this.#texts += 1;
    return { ...text, dltId: `11071600000000${String(this.#texts * 7_919).padStart(5, '0')}` };
  }

  async #receiver(kind: keyof typeof RECEIVERS): Promise<string> {
    const body = { ...RECEIVERS[kind], url: `${this.#post.origin}/${kind}` };
    const { webhook } = await this.#desk.ask<{ webhook: { id: string } }>(
      this.#staff.admin,
      'POST',
      '/api/webhooks',
      body,
    );
    return webhook.id;
  }

  async #agreed(path: string, body: object): Promise<void> {
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(this.#staff.admin, 'PUT', path, body);
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  /** The senders work by the clock of the world, and the next day of the demo comes in a moment: it waits for them. */
  async #goOut(): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS && (await this.#isAnythingDue()); looks += 1) {
      for (const channel of ['email', 'sms'] as const) wakeDeliverer(this.#desk.platform, channel);
      wakeWebhooks(this.#desk.platform);
      await pause(BETWEEN_LOOKS_MS);
    }
  }

  async #isAnythingDue(): Promise<boolean> {
    const { clock, database, dialect } = this.#desk.platform;
    const now = clock.now();
    for (const [sql, values] of [
      ['SELECT id FROM outbox WHERE deliverySeq IS NULL LIMIT 1', []],
      [
        "SELECT id FROM message_delivery WHERE state = 'sending' OR (state = 'waiting' AND nextAttemptAt <= ?) LIMIT 1",
        [now],
      ],
      [
        'SELECT d.id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhookId ' +
          "WHERE d.state = 'waiting' AND w.state = 'on' AND w.nextAttemptAt <= ? LIMIT 1",
        [now],
      ],
    ] as const) {
      if ((await dialect.one(database, sql, [...values])) !== undefined) return true;
    }
    return false;
  }
}
