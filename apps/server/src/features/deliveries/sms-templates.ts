// The texts of SMS as they are registered: fixed words with a few slots. Another text is another version, agreed by two
// people; the one before it ends and stays as it was.

import {
  isEventName,
  type MessageLanguage,
  type SetSmsTemplateBody,
  type SmsSlot,
  type SmsView,
} from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRule, agreedBy, changeRule, type RuleChangeBy, waitingRules } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { memberEventTitles } from '../notifications/index.ts';
import { auditedBy, readSettings } from '../society/index.ts';
import { deliveriesMessages } from './messages.ts';
import { findProvider } from './sms-provider.ts';

/**
 * A text of no event: the code by which a guarantor says yes. No notification tells it, so it stands in no list, no log and no
 * outbox.
 */
export const SURETY_CODE_TEXT = 'surety.code';

const CODE_TITLE = { en: 'Code by which a guarantor says yes', hi: 'कोड जिससे जमानतदार हाँ कहे' };

const titlesOf = (language: Language): ReadonlyMap<string, string> =>
  new Map([...memberEventTitles(language), [SURETY_CODE_TEXT, CODE_TITLE[language]]]);

export const VARIABLE = /\{#var#\}/g;
/** Whatever is typed beside the slots is the same for everybody, so no account of anybody belongs there. */
const LONG_NUMBER = /\d[\d -]{9,}\d/;

interface NewTemplate {
  readonly event: string;
  readonly language: MessageLanguage;
  readonly text: string;
  readonly slots: readonly SmsSlot[];
  readonly dltId: string;
  readonly reason: string | null;
}

export async function setSmsTemplate(
  platform: Platform,
  actor: Actor,
  { reason: typed, ...named }: z.output<typeof SetSmsTemplateBody>,
  isPreview: boolean,
) {
  const { event, language, text, slots, dltId } = named;
  if (!titlesOf('en').has(event) || (event !== SURETY_CODE_TEXT && !isEventName(event))) {
    throw new Refusal('rule', 'SMS_EVENT', undefined, 'event');
  }
  // A code has its place in this text alone, and this text is nothing without it.
  if (slots.includes('code') !== (event === SURETY_CODE_TEXT))
    throw new Refusal('rule', 'SMS_CODE_SLOT', undefined, 'slots');
  if ((text.match(VARIABLE) ?? []).length !== slots.length) throw new Refusal('rule', 'SMS_SLOTS', undefined, 'slots');
  if (LONG_NUMBER.test(text)) throw new Refusal('rule', 'SMS_LONG_NUMBER', undefined, 'text');
  const template: NewTemplate = { ...named, reason: typed ?? null };
  return platform.transact(async (trx) => {
    const before = (await openTemplates(trx)).find((one) => one.event === event && one.language === language);
    const title = { en: titlesOf('en').get(event) ?? event, hi: titlesOf('hi').get(event) ?? event };
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'sms-template',
        subjectKind: 'sms_template',
        subjectId: 0,
        rule: `${event} ${language}`,
        needsSecondPerson: true,
        summary: { code: 'ASKS_SMS_TEMPLATE', params: { title } },
        lines: [
          { label: { code: 'LINE_SMS_TEXT' }, before: before?.text ?? null, after: text },
          { label: { code: 'LINE_SMS_SLOTS' }, before: before?.slots.join(', ') ?? null, after: slots.join(', ') },
          { label: { code: 'LINE_SMS_DLT' }, before: before?.dltId ?? null, after: dltId === '' ? '–' : dltId },
        ],
        command: { ...template },
        act: (by) => startTemplate(trx, platform, actor, template, by),
      },
      isPreview,
    );
  });
}

export const smsTemplateApproval: ApprovalRule = {
  messages: deliveriesMessages,
  approve: async (platform, trx, checker, request) => {
    // setSmsTemplate wrote it.
    const template = request.command as NewTemplate;
    await startTemplate(trx, platform, checker, template, agreedBy(request, checker));
    return undefined;
  },
};

async function startTemplate(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { event, language, text, slots, dltId, reason }: NewTemplate,
  by: RuleChangeBy,
): Promise<void> {
  const now = platform.clock.now();
  const { last } = await trx
    .selectFrom('sms_template')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('event', '=', event)
    .where('language', '=', language)
    .executeTakeFirstOrThrow();
  const version = Number(last ?? 0) + 1;
  await endOpen(trx, event, language, now);
  const { insertId } = await trx
    .insertInto('sms_template')
    .values({
      ...{ event, language, version, text, slots: JSON.stringify(slots), dltId, startedAt: now, endedAt: null },
      setByUserId: by.makerUserId === 0 ? null : by.makerUserId,
      approvedByUserId: by.checkerUserId,
    })
    .executeTakeFirstOrThrow();
  await recordAudit(trx, platform, actor, {
    action: 'sms-template.set',
    subjectKind: 'sms_template',
    subjectId: Number(insertId),
    newValues: { event, language, version, text, slots, dltId, ...auditedBy(reason, by) },
  });
}

async function endOpen(trx: Trx, event: string, language: MessageLanguage, now: number): Promise<void> {
  await trx
    .updateTable('sms_template')
    .set({ endedAt: now })
    .where('event', '=', event)
    .where('language', '=', language)
    .where('endedAt', 'is', null)
    .execute();
}

/** This event is texted no longer in this language; its text stays to be read. */
export async function endSmsTemplate(platform: Platform, actor: Actor, id: number): Promise<void> {
  await platform.transact(async (trx) => {
    const row = await platform.dialect
      .forUpdate(trx.selectFrom('sms_template').selectAll().where('id', '=', id).where('endedAt', 'is', null))
      .executeTakeFirst();
    if (row === undefined) throw new Refusal('missing', 'SMS_TEMPLATE_NONE');
    await endOpen(trx, row.event, row.language, platform.clock.now());
    await recordAudit(trx, platform, actor, {
      action: 'sms-template.ended',
      subjectKind: 'sms_template',
      subjectId: id,
      oldValues: { event: row.event, language: row.language, version: row.version },
    });
  });
}

export async function openTemplates(reader: Reader) {
  const rows = await reader.selectFrom('sms_template').selectAll().where('endedAt', 'is', null).execute();
  // Written by startTemplate.
  return rows.map((row) => ({ ...row, slots: JSON.parse(row.slots) as SmsSlot[] }));
}

export async function smsView(platform: Platform, actor: Actor): Promise<z.input<typeof SmsView>> {
  const { database } = platform;
  const provider = await findProvider(database);
  const rows = await database
    .selectFrom('sms_template as t')
    .leftJoin('user as s', 's.id', 't.setByUserId')
    .leftJoin('user as a', 'a.id', 't.approvedByUserId')
    .selectAll('t')
    .select(['s.name as setBy', 'a.name as approvedBy'])
    .orderBy('t.event')
    .orderBy('t.language')
    .orderBy('t.version', 'desc')
    .execute();
  const waiting = [
    ...(await waitingRules(database, 'sms-provider')),
    ...(await waitingRules(database, 'sms-template')),
  ];
  return {
    provider:
      provider === undefined
        ? null
        : {
            ...{ name: provider.name, url: provider.url, sender: provider.sender, entityId: provider.entityId },
            startedAt: instant(provider.startedAt),
            ...{ setBy: provider.setBy, approvedBy: provider.approvedBy },
          },
    pricePerPart: formatMoney((await readSettings(platform))['messages.smsPrice']),
    templates: rows.map((row) => ({
      ...{ id: String(row.id), event: row.event, language: row.language, version: row.version, text: row.text },
      // Written by startTemplate.
      slots: JSON.parse(row.slots) as SmsSlot[],
      ...{ dltId: row.dltId, startedAt: instant(row.startedAt) },
      endedAt: row.endedAt === null ? null : instant(row.endedAt),
      ...{ setBy: row.setBy, approvedBy: row.approvedBy },
    })),
    events: [...titlesOf(actor.language)].map(([event, title]) => ({ event, title })),
    waiting: waiting.map(([rule, approvalId]) => ({ rule, approvalId: String(approvalId) })),
  };
}

const instant = (at: number) => new Date(at).toISOString();
