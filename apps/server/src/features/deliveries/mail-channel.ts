// E-mail: the letter of an event to its reader, through the mail server of the installation. Its Message-ID is made of the
// event and the person, so a mailbox that keeps each once drops a second transmission by itself.

import { createHash } from 'node:crypto';
import type { MessageLanguage } from '@kafal/contract';
import { displayDate, isEmail, todayIn } from '@kafal/core';
import type { Transporter } from 'nodemailer';
import type { Platform } from '../../platform/platform.ts';
import { describeEvents } from '../notifications/index.ts';
import { findSettings } from '../society/index.ts';
import type { Channel, DueDelivery, Outcome } from './deliver.ts';
import { REASONS } from './delivery-reasons.ts';
import { LETTER_VERSION } from './letter-words.ts';
import { type Letter, writeLetter } from './write-letter.ts';

const CONNECTIONS = 4;
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

export function mailChannel(platform: Platform, mail: { readonly url: string; readonly from: string }): Channel {
  let transport: Promise<Transporter> | undefined;
  // The mail library is loaded by the first who needs it.
  const open = () => {
    transport ??= import('nodemailer').then(({ createTransport }) =>
      createTransport(mail.url, {
        ...{ pool: true, maxConnections: CONNECTIONS, disableFileAccess: true, disableUrlAccess: true },
        ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
      } as object),
    );
    return transport;
  };
  return {
    name: 'email',
    isKeptOnce: true,
    addressOf: ({ email }) => (email !== null && isEmail(email) ? email : null),
    prepare: async (messages) => {
      const letters = await lettersFor(platform, messages);
      const sender = await open();
      return async (message, address) => {
        const letter = letters.get(message.id);
        if (letter === undefined) return { kind: 'dropped', reason: REASONS.noWords };
        return transmit(sender, {
          from: mail.from,
          to: { name: '', address },
          ...letter,
          messageId: messageIdOf(platform, mail.from, message),
          date: new Date(message.happenedAt),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      };
    },
    close: async () => {
      (await transport)?.close();
    },
  };
}

async function transmit(sender: Transporter, mail: Parameters<Transporter['sendMail']>[0]): Promise<Outcome> {
  try {
    await sender.sendMail(mail);
    return { kind: 'sent', template: `mail-${LETTER_VERSION}` };
  } catch (error) {
    return outcomeOf(error);
  }
}

interface MailFailure {
  readonly message?: string;
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** What the server said of this one message is its own matter; everything else says that nobody is there. */
export function outcomeOf(error: unknown): Outcome {
  // Thrown by the mail library, whose errors have these fields.
  const { message, code, response, responseCode } = error as MailFailure;
  const reason = response ?? message ?? String(error);
  const isOfMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isOfMessage || responseCode === undefined || responseCode === CLOSING) return { kind: 'unreachable', reason };
  return { kind: 'refused', reason, isFinal: responseCode >= 500 };
}
/** "Service not available, closing": said at any point of a conversation. */
const CLOSING = 421;

/** The same for every transmission, and for nothing else: also after a restore that gives a number out again. */
function messageIdOf(platform: Platform, from: string, message: DueDelivery): string {
  const { publicKey } = platform.keys.pushIdentity;
  const said = [publicKey, message.deliverySeq, message.userId, message.name, message.happenedAt, message.payload];
  const hash = createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 32);
  const domain = /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'kafal.invalid';
  return `<${hash}@${domain}>`;
}

async function lettersFor(platform: Platform, messages: readonly DueDelivery[]): Promise<Map<number, Letter>> {
  const settings = await findSettings(platform);
  const currency = settings?.['money.currency'] ?? 'INR';
  const timeZone = settings?.['calendar.timeZone'] ?? 'UTC';
  const name = settings?.['society.name'] ?? 'Kafal';
  const local = settings?.['society.nameLocal'] ?? name;
  const lines = [settings?.['society.address'], settings?.['society.phone']].filter(
    (line) => typeof line === 'string' && line !== '',
  ) as string[];
  const letters = new Map<number, Letter>();
  for (const group of byReader(messages)) {
    const [{ language, audience } = { language: 'en', audience: 'member' } as const] = group;
    const events = await describeEvents(
      platform,
      { language, audience, currency, mayReadApprovals: false, isOutside: true },
      group,
    );
    for (const [at, message] of group.entries()) {
      const { title, text } = events[at] ?? { title: '', text: '' };
      if (title === '' || title === message.name) continue;
      letters.set(
        message.id,
        writeLetter({
          ...{ event: message.name, language, person: message.person, title, text },
          happened: instantIn(timeZone, message.happenedAt, language),
          society: { name: language === 'en' ? name : local, lines },
        }),
      );
    }
  }
  return letters;
}

/** Those who read alike are described together. */
function byReader(messages: readonly DueDelivery[]): DueDelivery[][] {
  const groups = new Map<string, DueDelivery[]>();
  for (const message of messages) {
    const key = `${message.audience} ${message.language}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()];
}

function instantIn(timeZone: string, instant: number, language: MessageLanguage): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${displayDate(todayIn(timeZone, instant), 'D MMM YYYY', language)}, ${clock.format(instant)}`;
}
