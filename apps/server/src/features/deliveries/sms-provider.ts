// Through whom SMS go. Texts about people's money leave the house there, so two people agree; to stop takes one.

import type { SetSmsProviderBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { isPublicHttps } from '../../platform/outbound/public-address.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRule, agreedBy, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { auditedBy } from '../society/index.ts';
import { deliveriesMessages } from './messages.ts';

/** A secret opens for this purpose only. */
const SEALED_FOR = 'sms_provider.secretSealed';

interface NewProvider {
  readonly name: string;
  readonly url: string;
  readonly body: string;
  readonly authHeader: string;
  readonly secretSealed: string;
  readonly sender: string;
  readonly entityId: string;
  readonly reason: string | null;
}

/** A public https address; another one only where the operator of this machine has named it. */
export function mayCallProvider(platform: Platform, url: URL): boolean {
  return isPublicHttps(url) || url.origin === platform.config.smsPrivateGateway;
}

export async function setSmsProvider(
  platform: Platform,
  actor: Actor,
  { secret, reason: typed, ...named }: z.output<typeof SetSmsProviderBody>,
  isPreview: boolean,
) {
  if (!mayCallProvider(platform, new URL(named.url))) throw new Refusal('rule', 'SMS_ADDRESS', undefined, 'url');
  if (!['{to}', '{text}'].every((slot) => named.body.includes(slot))) {
    throw new Refusal('rule', 'SMS_BODY_SLOTS', undefined, 'body');
  }
  const reason = typed ?? null;
  const provider: NewProvider = { ...named, secretSealed: platform.keys.seal(secret, SEALED_FOR), reason };
  return platform.transact(async (trx) => {
    const before = await findProvider(trx);
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'sms-provider',
        subjectKind: 'sms_provider',
        subjectId: 0,
        rule: 'sms-provider',
        needsSecondPerson: true,
        summary: { code: 'ASKS_SMS_PROVIDER', params: { name: named.name } },
        lines: [
          { label: { code: 'LINE_SMS_NAME' }, before: before?.name ?? null, after: named.name },
          { label: { code: 'LINE_SMS_URL' }, before: before?.url ?? null, after: named.url },
          { label: { code: 'LINE_SMS_SENDER' }, before: before?.sender ?? null, after: named.sender },
          { label: { code: 'LINE_SMS_BODY' }, before: before?.body ?? null, after: named.body },
          ...(reason === null ? [] : [{ label: { code: 'LINE_SMS_WHY' }, before: null, after: reason }]),
        ],
        command: { ...provider },
        act: (by) => startProvider(trx, platform, actor, provider, by),
      },
      isPreview,
    );
  });
}

export const smsProviderApproval: ApprovalRule = {
  messages: deliveriesMessages,
  approve: async (platform, trx, checker, request) => {
    // setSmsProvider wrote it.
    const { rule: _rule, ...provider } = request.command as NewProvider & { readonly rule: string };
    await startProvider(trx, platform, checker, provider, agreedBy(request, checker));
    return undefined;
  },
};

async function startProvider(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { reason, ...provider }: NewProvider,
  by: RuleChangeBy,
): Promise<void> {
  const now = platform.clock.now();
  await trx.updateTable('sms_provider').set({ endedAt: now }).where('endedAt', 'is', null).execute();
  const { insertId } = await trx
    .insertInto('sms_provider')
    .values({
      ...{ ...provider, startedAt: now, endedAt: null },
      setByUserId: by.makerUserId === 0 ? null : by.makerUserId,
      approvedByUserId: by.checkerUserId,
    })
    .executeTakeFirstOrThrow();
  const { name, url, sender, entityId } = provider;
  await recordAudit(trx, platform, actor, {
    action: 'sms-provider.set',
    subjectKind: 'sms_provider',
    subjectId: Number(insertId),
    newValues: { name, url, sender, entityId, ...auditedBy(reason, by) },
  });
}

export async function endSmsProvider(platform: Platform, actor: Actor): Promise<void> {
  await platform.transact(async (trx) => {
    const provider = await platform.dialect
      .forUpdate(trx.selectFrom('sms_provider').select(['id', 'name']).where('endedAt', 'is', null))
      .executeTakeFirst();
    if (provider === undefined) throw new Refusal('missing', 'SMS_NONE');
    await trx
      .updateTable('sms_provider')
      .set({ endedAt: platform.clock.now() })
      .where('id', '=', provider.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'sms-provider.ended',
      subjectKind: 'sms_provider',
      subjectId: provider.id,
      oldValues: { name: provider.name },
    });
  });
}

export function findProvider(reader: Reader) {
  return reader
    .selectFrom('sms_provider as p')
    .leftJoin('user as s', 's.id', 'p.setByUserId')
    .leftJoin('user as a', 'a.id', 'p.approvedByUserId')
    .selectAll('p')
    .select(['s.name as setBy', 'a.name as approvedBy'])
    .where('p.endedAt', 'is', null)
    .orderBy('p.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export const openSecret = (platform: Platform, sealed: string): string => platform.keys.open(sealed, SEALED_FOR);
