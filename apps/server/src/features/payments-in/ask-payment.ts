// A payment from a phone is asked for: by the member in the app, or at the counter for somebody. It says what for, as a
// receipt does, and is decided by the same rules; nothing is received by it.

import type { AskPaymentAnswer, AskPaymentBody } from '@kafal/contract';
import { formatMoney, todayIn } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type DecidedLines, decideLines, inLanguage } from '../counter/index.ts';
import { productNames } from '../deposits/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { newPaymentReference, paymentCode } from './payment-code.ts';
import { paymentRequestView } from './payment-request-queries.ts';
import type { ShownLine } from './payment-request-row.ts';

export type AskPayment = z.output<typeof AskPaymentBody>;
type Answer = z.input<typeof AskPaymentAnswer>;

const MINUTE = 60_000;

export async function askPayment(
  platform: Platform,
  actor: Actor,
  command: AskPayment,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<Extract<Answer, { preview: false }>>> {
  const { settings, decided } = await decide(platform, actor, command);
  const { member, total } = decided;
  const reference = newPaymentReference(platform);
  const { scheme, payload, payeeName, payeeAddress } = paymentCode(settings, {
    amount: total,
    reference,
    memberNumber: member.number,
  });

  return withIdempotency(platform, actor, idempotency, async (trx) => {
    // Several of one member at the same moment are counted one after the other.
    await platform.dialect.one(trx, `SELECT id FROM member WHERE id = ?${platform.dialect.forUpdateText}`, [member.id]);
    await refuseTooMany(trx, platform, settings, member.id);
    const askedAt = platform.clock.now();
    const expiresAt = askedAt + settings['payments.requestMinutes'] * MINUTE;
    const zone = settings['calendar.timeZone'];
    const { insertId } = await trx
      .insertInto('payment_request')
      .values({
        reference,
        memberId: member.id,
        scheme,
        asked: JSON.stringify(command.lines),
        shown: JSON.stringify(shownOf(decided)),
        amount: total,
        payload,
        payeeName,
        payeeAddress,
        status: 'created',
        askedByUserId: actor.userId,
        askedAt,
        askedOn: todayIn(zone, askedAt),
        expiresAt,
        expiresOn: todayIn(zone, expiresAt),
        shownAt: null,
        claimedNumber: null,
        claimedAt: null,
        claimedByUserId: null,
        receiptId: null,
        endedAt: null,
        endedByUserId: null,
        reason: null,
      })
      .executeTakeFirstOrThrow();
    const id = Number(insertId);
    await recordAudit(trx, platform, actor, {
      action: 'payment.asked',
      subjectKind: 'payment_request',
      subjectId: id,
      newValues: { reference, memberId: member.id, amount: formatMoney(total) },
    });
    return { preview: false, request: await paymentRequestView(platform, actor, id, settings['money.currency'], trx) };
  });
}

export async function previewPayment(
  platform: Platform,
  actor: Actor,
  command: AskPayment,
): Promise<Extract<Answer, { preview: true }>> {
  const { settings, decided } = await decide(platform, actor, command);
  await refuseTooMany(platform.database, platform, settings, decided.member.id);
  const { scheme, payeeName, payeeAddress } = paymentCode(settings, {
    amount: decided.total,
    reference: newPaymentReference(platform),
    memberNumber: decided.member.number,
  });
  return {
    preview: true,
    scheme,
    amount: formatMoney(decided.total),
    currency: settings['money.currency'],
    lines: shownOf(decided).map(({ label }, place) => ({
      label: inLanguage(label, actor.language),
      amount: formatMoney(decided.lines[place]?.amount ?? decided.total),
    })),
    payeeName,
    payeeAddress,
    expiresAt: new Date(platform.clock.now() + settings['payments.requestMinutes'] * MINUTE).toISOString(),
  };
}

async function decide(platform: Platform, actor: Actor, { memberId, lines }: AskPayment) {
  const payerId = payerOf(actor, memberId);
  const settings = await readSettings(platform);
  const products = await productNames(platform);
  // The rules of the counter, as they stand now; when the money is there they are asked again.
  const decided = await decideLines(platform, platform.database, payerId, { lines }, products);
  return { settings, decided };
}

/** What can still be paid, or is said to be paid and was not found yet; its time ends both. */
async function refuseTooMany(reader: Reader, { clock }: Platform, settings: Settings, memberId: number): Promise<void> {
  const most = settings['payments.openRequests'];
  const open = await reader
    .selectFrom('payment_request')
    .select('id')
    .where('memberId', '=', memberId)
    .where('status', 'in', ['created', 'shown', 'claimed'])
    .where('expiresAt', '>', clock.now())
    .limit(most)
    .execute();
  if (open.length >= most) throw new Refusal('rule', 'PAYMENT_REQUESTS_OPEN', { most });
}

/** A member pays for themselves; somebody else's number answers like one that is not there. */
function payerOf(actor: Actor, memberId: number | undefined): number {
  const payerId = memberId ?? actor.memberId;
  if (payerId === null || (actor.kind === 'member' && payerId !== actor.memberId)) {
    throw new Refusal('missing', 'MEMBER_NOT_FOUND', undefined, 'memberId');
  }
  if (actor.kind !== 'member' && memberId === undefined) {
    throw new Refusal('rule', 'PAYMENT_MEMBER_MISSING', undefined, 'memberId');
  }
  return payerId;
}

const shownOf = ({ lines }: DecidedLines): ShownLine[] => lines.map(({ label, amount }) => ({ label, amount }));
