// SMS through the society's provider, which is a web address. Nothing comes back by which a second text could be told from
// the first, so what may have been taken is never sent again by itself.

import { isIP } from 'node:net';
import { type Money, money, smsLength } from '@kafal/core';
import { type OutsideDoor, type PostOutcome, postOutside } from '../../platform/outbound/post-outside.ts';
import { isPublicAddress } from '../../platform/outbound/public-address.ts';
import type { Platform } from '../../platform/platform.ts';
import { slotsOfEvents } from '../notifications/index.ts';
import { readSettings } from '../society/index.ts';
import type { Channel, DueDelivery, Outcome } from './deliver.ts';
import { answeredWith, REASONS } from './delivery-reasons.ts';
import { findProvider, mayCallProvider, openSecret } from './sms-provider.ts';
import { openTemplates, VARIABLE } from './sms-templates.ts';

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>;
type Template = Awaited<ReturnType<typeof openTemplates>>[number];

/** A registered variable holds no more; what is longer is cut. */
const LONGEST_VALUE = 30;

export function smsChannel(platform: Platform): Channel {
  return {
    name: 'sms',
    isKeptOnce: false,
    addressOf: ({ phone }) => (phone !== null && phone !== '' ? phone : null),
    prepare: async (messages) => {
      const provider = await findProvider(platform.database);
      const templates = await openTemplates(platform.database);
      const settings = await readSettings(platform);
      const texts = await textsFor(platform, messages, templates, settings);
      return async (message, address) => {
        const written = texts.get(message.id);
        if (provider === undefined || written === undefined) {
          return { kind: 'dropped', reason: REASONS.noText };
        }
        return handOver(
          platform,
          provider,
          written,
          { address, reference: String(message.id) },
          settings['messages.smsPrice'],
        );
      };
    },
    close: async () => undefined,
  };
}

interface Written {
  readonly text: string;
  readonly template: Template;
}

/** Also for a text that is of no event: what stands in it is nobody else's business, and nothing of it is kept. */
export async function handOver(
  platform: Platform,
  provider: Provider,
  { text, template }: Written,
  { address, reference }: { readonly address: string; readonly reference: string },
  price: Money,
): Promise<Outcome> {
  const { parts } = smsLength(text);
  const isJson = provider.body.trimStart().startsWith('{');
  const values: Record<string, string> = {
    ...{ to: address, text, sender: provider.sender, entityId: provider.entityId },
    ...{ templateId: template.dltId, reference },
  };
  const body = Buffer.from(
    provider.body.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = values[name];
      if (value === undefined) return slot;
      return isJson ? JSON.stringify(value).slice(1, -1) : encodeURIComponent(value);
    }),
  );
  const headers = {
    'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
    [provider.authHeader]: openSecret(platform, provider.secretSealed),
  };
  const answer = await postOutside(doorTo(platform, provider.url), provider.url, headers, body);
  return outcomeOf(answer, {
    kind: 'sent',
    template: `sms-${template.id}`,
    parts,
    cost: money(price * parts),
  });
}

/** What the operator has named is called as it is; every other address is looked at where the connection is made. */
function doorTo(platform: Platform, address: string): OutsideDoor {
  const isNamed = new URL(address).origin === platform.config.smsPrivateGateway;
  return {
    mayName: (url) => mayCallProvider(platform, url),
    mayCall: (called) => isNamed || (isIP(called) !== 0 && isPublicAddress(called)),
  };
}

function outcomeOf(answer: PostOutcome, sent: Outcome): Outcome {
  switch (answer.kind) {
    case 'not-reached':
      return { kind: 'unreachable', reason: REASONS.notReached };
    case 'forbidden':
      return { kind: 'unreachable', reason: REASONS.forbidden };
    case 'unknown':
      return { kind: 'unsure', reason: REASONS.noAnswer };
    case 'answered':
      return outcomeOfStatus(answer.status, sent);
  }
}

function outcomeOfStatus(status: number, sent: Outcome): Outcome {
  const reason = answeredWith(status);
  if (status >= 200 && status < 300) return sent;
  // The secret is wrong or used up: no fault of this message.
  if (status === 401 || status === 403) return { kind: 'unreachable', reason };
  if (status === 429 || status === 503) return { kind: 'refused', reason, isFinal: false };
  return status >= 500 ? { kind: 'unsure', reason } : { kind: 'refused', reason, isFinal: true };
}

async function textsFor(
  platform: Platform,
  messages: readonly DueDelivery[],
  templates: readonly Template[],
  settings: Awaited<ReturnType<typeof readSettings>>,
): Promise<Map<number, Written>> {
  const texts = new Map<number, Written>();
  for (const message of messages) {
    const template = templateFor(templates, message);
    if (template === undefined) continue;
    const [slots = {}] = await slotsOfEvents(
      platform,
      {
        ...{ language: template.language, audience: 'member', currency: settings['money.currency'] },
        ...{ mayReadApprovals: false, isOutside: true },
      },
      [message],
    );
    texts.set(message.id, { template, text: fillTemplate(template, slots, settings['society.name']) });
  }
  return texts;
}

/** In the reader's language, or else in the first one there is a text in. */
function templateFor(templates: readonly Template[], { name, language }: DueDelivery): Template | undefined {
  const ofEvent = templates.filter(({ event }) => event === name);
  return ofEvent.find((one) => one.language === language) ?? ofEvent[0];
}

export function fillTemplate(
  { text, slots, language }: Template,
  values: Record<string, string>,
  society: string,
): string {
  const queue = [...slots];
  return text.replace(VARIABLE, () => {
    const slot = queue.shift() ?? 'society';
    const value = slot === 'society' ? society : (values[slot] ?? '');
    const short = [...oneLine(slot === 'amount' && language === 'en' ? value.replace('₹', 'Rs ') : value)];
    return short.slice(0, LONGEST_VALUE).join('');
  });
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
