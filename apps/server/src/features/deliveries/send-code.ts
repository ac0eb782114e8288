// A code goes out by SMS at once and past the queue: a row of the queue, a notification or the outbox would keep what it says.

import type { SmsSlot } from '@kafal/contract';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSettings } from '../society/index.ts';
import { fillTemplate, handOver } from './sms-channel.ts';
import { findProvider } from './sms-provider.ts';
import { openTemplates, SURETY_CODE_TEXT } from './sms-templates.ts';

const codeTemplates = async (reader: Reader) =>
  (await openTemplates(reader)).filter(({ event }) => event === SURETY_CODE_TEXT);

/** Whether the society has a provider and a text for it. */
export async function canTextCode(reader: Reader): Promise<boolean> {
  return (await findProvider(reader)) !== undefined && (await codeTemplates(reader)).length > 0;
}

interface CodeText {
  readonly to: string;
  readonly language: string;
  readonly values: Partial<Record<SmsSlot, string>>;
}

/** `unsure`: it was handed over and no answer came, so that it may have arrived. */
export async function textCode(
  platform: Platform,
  { to, language, values }: CodeText,
): Promise<'sent' | 'unsure' | 'not-sent'> {
  const provider = await findProvider(platform.database);
  const templates = await codeTemplates(platform.database);
  const template = templates.find((one) => one.language === language) ?? templates[0];
  if (provider === undefined || template === undefined) return 'not-sent';
  const settings = await readSettings(platform);
  const text = fillTemplate(template, values, settings['society.name']);
  const message = { address: to, reference: SURETY_CODE_TEXT };
  const { kind } = await handOver(platform, provider, { text, template }, message, settings['messages.smsPrice']);
  return kind === 'sent' || kind === 'unsure' ? kind : 'not-sent';
}
