// Which gateway tells of payments, and the secret both sides sign with. Money is credited on its word, so two people agree;
// to hear it no longer takes one.

import type { SetGatewayBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRule, agreedBy, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { auditedBy } from '../society/index.ts';
import { paymentsInMessages } from './messages.ts';

/** A secret opens for this purpose only. */
const SEALED_FOR = 'payment_gateway.secretSealed';

interface NewGateway {
  readonly kind: 'kafal' | 'razorpay';
  readonly name: string;
  readonly secretSealed: string;
  readonly reason: string | null;
}

export async function setGateway(
  platform: Platform,
  actor: Actor,
  { kind, name, secret, reason: typed }: z.output<typeof SetGatewayBody>,
  isPreview: boolean,
) {
  const reason = typed ?? null;
  const gateway: NewGateway = { kind, name, secretSealed: platform.keys.seal(secret, SEALED_FOR), reason };
  return platform.transact(async (trx) => {
    const before = await trx
      .selectFrom('payment_gateway')
      .select(['name', 'kind'])
      .where('endedAt', 'is', null)
      .executeTakeFirst();
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'payment-gateway',
        subjectKind: 'payment_gateway',
        subjectId: 0,
        rule: 'payment-gateway',
        needsSecondPerson: true,
        summary: { code: 'ASKS_GATEWAY', params: { name } },
        lines: [
          { label: { code: 'LINE_GATEWAY_NAME' }, before: before?.name ?? null, after: name },
          { label: { code: 'LINE_GATEWAY_KIND' }, before: before?.kind ?? null, after: kind },
          ...(reason === null ? [] : [{ label: { code: 'LINE_BANK_WHY' }, before: null, after: reason }]),
        ],
        command: { ...gateway },
        act: (by) => startGateway(trx, platform, actor, gateway, by),
      },
      isPreview,
    );
  });
}

export const gatewayApproval: ApprovalRule = {
  messages: paymentsInMessages,
  approve: async (platform, trx, checker, request) => {
    // setGateway wrote it.
    const gateway = request.command as NewGateway;
    await startGateway(trx, platform, checker, gateway, agreedBy(request, checker));
    return undefined;
  },
};

async function startGateway(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { kind, name, secretSealed, reason }: NewGateway,
  by: RuleChangeBy,
): Promise<void> {
  const now = platform.clock.now();
  await trx.updateTable('payment_gateway').set({ endedAt: now }).where('endedAt', 'is', null).execute();
  const { insertId } = await trx
    .insertInto('payment_gateway')
    .values({
      kind,
      name,
      secretSealed,
      startedAt: now,
      endedAt: null,
      setByUserId: by.makerUserId === 0 ? null : by.makerUserId,
      approvedByUserId: by.checkerUserId,
    })
    .executeTakeFirstOrThrow();
  await recordAudit(trx, platform, actor, {
    action: 'payment-gateway.set',
    subjectKind: 'payment_gateway',
    subjectId: Number(insertId),
    newValues: { kind, name, ...auditedBy(reason, by) },
  });
}

export async function endGateway(platform: Platform, actor: Actor): Promise<void> {
  await platform.transact(async (trx) => {
    const gateway = await platform.dialect
      .forUpdate(trx.selectFrom('payment_gateway').select(['id', 'name']).where('endedAt', 'is', null))
      .executeTakeFirst();
    if (gateway === undefined) throw new Refusal('missing', 'GATEWAY_NONE');
    await trx
      .updateTable('payment_gateway')
      .set({ endedAt: platform.clock.now() })
      .where('id', '=', gateway.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'payment-gateway.ended',
      subjectKind: 'payment_gateway',
      subjectId: gateway.id,
      oldValues: { name: gateway.name },
    });
  });
}

export interface OpenGateway {
  readonly id: number;
  readonly kind: 'kafal' | 'razorpay';
  readonly name: string;
  readonly secret: string;
}

export async function openGateway(platform: Platform): Promise<OpenGateway> {
  const gateway = await platform.database
    .selectFrom('payment_gateway')
    .select(['id', 'kind', 'name', 'secretSealed'])
    .where('endedAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (gateway === undefined) throw new Refusal('missing', 'GATEWAY_NONE');
  const { id, kind, name, secretSealed } = gateway;
  return { id, kind, name, secret: platform.keys.open(secretSealed, SEALED_FOR) };
}
