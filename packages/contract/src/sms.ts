import { z } from 'zod';
import { Id, IdParams, InstantText, MoneyText, typedText } from './common.ts';
import { MESSAGE_LANGUAGES } from './notification-kinds.ts';

/** What may stand in a `{#var#}`: short facts of the event; accounts and loans in part. */
export const SMS_SLOTS = [
  'amount',
  'number',
  'account',
  'loan',
  'dueOn',
  'payBy',
  'level',
  'memberNumber',
  'notice',
  'society',
  'day',
  'code',
] as const;
export type SmsSlot = (typeof SMS_SLOTS)[number];

const printable = /^[\x21-\x7e]+$/;

export const SetSmsProviderBody = z
  .strictObject({
    name: typedText(80, 2),
    url: z.url().max(400),
    /** JSON or form text with {to}, {text}, {sender}, {entityId}, {templateId} and {reference}. */
    body: typedText(2000, 2),
    authHeader: z
      .string()
      .max(60)
      .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'SMS_HEADER_NAME'),
    secret: z
      .string()
      .min(8)
      .max(400)
      .regex(/^[\x20-\x7e]+$/, 'SMS_SECRET_CHARACTERS'),
    /** The header that carriers show: six letters in India, up to eleven elsewhere. */
    sender: z.string().regex(/^[A-Za-z0-9]{3,11}$/, 'SMS_SENDER'),
    entityId: z.string().max(30).regex(/^\d*$/, 'SMS_DLT_ID'),
    reason: typedText(400).optional(),
  })
  .meta({
    examples: [
      {
        name: 'Provider of the society',
        url: 'https://sms.example.in/send',
        body: '{"to":"{to}","message":"{text}","sender":"{sender}","pe":"{entityId}","template":"{templateId}","ref":"{reference}"}',
        authHeader: 'authorization',
        secret: 'example-only-example-only',
        sender: 'KAFALS',
        entityId: '1101234567890123456',
      },
    ],
  });

export const SetSmsTemplateBody = z
  .strictObject({
    event: z.string().max(48).regex(printable),
    language: z.enum(MESSAGE_LANGUAGES),
    /** As it is registered, with `{#var#}` where something is filled in. */
    text: typedText(700, 5),
    slots: z.array(z.enum(SMS_SLOTS)).max(10),
    dltId: z.string().max(30).regex(/^\d*$/, 'SMS_DLT_ID'),
    reason: typedText(400).optional(),
  })
  .meta({
    examples: [
      {
        event: 'receipt.issued',
        language: 'en',
        text: 'Received {#var#}, receipt {#var#}. {#var#}',
        slots: ['amount', 'number', 'society'],
        dltId: '1107161234567890123',
      },
    ],
  });

export const SmsTemplateView = z.object({
  id: Id,
  event: z.string(),
  language: z.enum(MESSAGE_LANGUAGES),
  version: z.number(),
  text: z.string(),
  slots: z.array(z.enum(SMS_SLOTS)),
  dltId: z.string(),
  startedAt: InstantText,
  /** Of an earlier version. */
  endedAt: InstantText.nullable(),
  setBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
});
export const SmsView = z.object({
  /** Null while the society sends no SMS. Its secret is never shown. */
  provider: z
    .object({
      name: z.string(),
      url: z.string(),
      sender: z.string(),
      entityId: z.string(),
      startedAt: InstantText,
      setBy: z.string().nullable(),
      approvedBy: z.string().nullable(),
    })
    .nullable(),
  pricePerPart: MoneyText,
  templates: z.array(SmsTemplateView),
  /** What a template can be for. */
  events: z.array(z.object({ event: z.string(), title: z.string() })),
  waiting: z.array(z.object({ approvalId: Id, rule: z.string() })),
});
export const SmsTemplateParams = IdParams;
