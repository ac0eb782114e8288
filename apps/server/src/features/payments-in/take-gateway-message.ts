// A gateway says that somebody has paid. What it says is kept as a line of the bank that no statement has shown yet, and goes
// the way of every line: the same matcher, the same desk. The message and its line are one transaction and each has its own
// unique key, so that one told twice, or twice at the same moment, is one line; the receipt comes in a second transaction,
// which a job makes where the server died in between.

import { hash } from 'node:crypto';
import { formatMoney, isNepalPaymentNumber, isUtr, todayIn, ZERO } from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { receiptOfReference, referenceOf } from '../counter/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { GATEWAY_KINDS, type GatewayMessage, type GatewayPayment } from './gateway-kinds.ts';
import { matchBankLine } from './match-line.ts';
import { type OpenGateway, openGateway } from './set-gateway.ts';

export type GatewayOutcome = 'taken' | 'known' | 'ignored';

const DAY_MS = 86_400_000;
/** An older payment stands on a statement by now, and is told by that. */
const OLDEST_MS = 31 * DAY_MS;
const SOONEST_MS = 5 * 60_000;
const LONGEST_WORDS = 400;
const TRIES = 5;

export async function takeGatewayMessage(platform: Platform, message: GatewayMessage): Promise<GatewayOutcome> {
  const gateway = await openGateway(platform);
  const kind = GATEWAY_KINDS[gateway.kind];
  kind.check(message, gateway.secret, platform.clock.now());
  const told = kind.read(message);
  if (told === undefined) return 'ignored';
  const settings = await readSettings(platform);
  const payment = checked(platform, settings, told);
  const kept = await keep(platform, gateway, settings, payment, hash('sha256', message.raw));
  if (kept.isNew) {
    // The line is kept; whatever goes wrong from here on, the job goes on with it.
    await matchBankLine(platform, kept.lineId).catch((error: unknown) =>
      platform.log.error({ err: error }, 'a line of the gateway waits for the next look'),
    );
  }
  return kept.isNew ? 'taken' : 'known';
}

function checked(platform: Platform, settings: Settings, told: GatewayPayment): GatewayPayment {
  if (told.currency !== settings['money.currency']) {
    throw new Refusal('rule', 'GATEWAY_CURRENCY', { currency: settings['money.currency'] }, 'currency');
  }
  const number = told.number.toUpperCase().replace(/[\s-]/g, '');
  if (settings['payments.scheme'] === 'upi' ? !isUtr(number) : !isNepalPaymentNumber(number)) {
    throw new Refusal('rule', 'GATEWAY_NUMBER', undefined, 'number');
  }
  const age = platform.clock.now() - told.paidAt;
  if (!(age <= OLDEST_MS && age >= -SOONEST_MS)) throw new Refusal('rule', 'GATEWAY_PAID_AT', undefined, 'paidAt');
  return { ...told, number };
}

interface Kept {
  readonly lineId: number;
  readonly isNew: boolean;
}

async function keep(
  platform: Platform,
  gateway: OpenGateway,
  settings: Settings,
  payment: GatewayPayment,
  bodyHash: string,
): Promise<Kept> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await platform.transact((trx) => keepOnce(trx, platform, gateway, settings, payment, bodyHash));
    } catch (error) {
      // The same money was told at the same moment, and is there now.
      if (platform.dialect.isDuplicateKey(error) === undefined || tries === TRIES) throw error;
    }
  }
}

async function keepOnce(
  trx: Trx,
  platform: Platform,
  gateway: OpenGateway,
  settings: Settings,
  payment: GatewayPayment,
  bodyHash: string,
): Promise<Kept> {
  const before = await trx
    .selectFrom('gateway_message')
    .select(['bodyHash', 'bankLineId'])
    .where('gatewayId', '=', gateway.id)
    .where('eventId', '=', payment.eventId)
    .executeTakeFirst();
  if (before !== undefined) {
    if (before.bodyHash !== bodyHash) throw new Refusal('conflict', 'GATEWAY_EVENT_REUSED');
    return { lineId: before.bankLineId, isNew: false };
  }
  const known = await lineOf(trx, payment.number);
  if (known !== undefined && known.credit !== payment.amount) {
    throw new Refusal('conflict', 'GATEWAY_NUMBER_USED', { amount: formatMoney(known.credit) }, 'number');
  }
  // A receipt of the counter with this number and another amount: a person holds the two against each other.
  const receipt = await receiptOfReference(trx, platform, referenceOf('in', 'upi', payment.number, null));
  if (known === undefined && receipt !== undefined && receipt.total !== payment.amount) {
    throw new Refusal('conflict', 'GATEWAY_NUMBER_USED', { amount: formatMoney(receipt.total) }, 'number');
  }
  const description = wordsOf(gateway, payment);
  const lineId = known?.id ?? (await addLine(trx, platform, gateway, settings, payment, description));
  await trx
    .insertInto('gateway_message')
    .values({
      gatewayId: gateway.id,
      eventId: payment.eventId,
      bodyHash,
      receivedAt: platform.clock.now(),
      amount: payment.amount,
      number: payment.number,
      description,
      bankLineId: lineId,
      wasKnown: known === undefined ? 0 : 1,
    })
    .execute();
  return { lineId, isNew: known === undefined };
}

/** Of a statement or of an earlier message; the one that used the number up goes first. */
async function lineOf(trx: Trx, number: string) {
  const used = await trx
    .selectFrom('bank_line')
    .select(['id', 'credit'])
    .where('usedNumber', '=', number)
    .executeTakeFirst();
  return (
    used ??
    (await trx
      .selectFrom('bank_line')
      .select(['id', 'credit'])
      .where('status', '=', 'waiting')
      .where('number', '=', number)
      .orderBy('id')
      .executeTakeFirst())
  );
}

async function addLine(
  trx: Trx,
  platform: Platform,
  gateway: OpenGateway,
  settings: Settings,
  { number, amount, paidAt }: GatewayPayment,
  description: string,
): Promise<number> {
  const accountCode = settings['payments.bankAccount'];
  const { insertId } = await trx
    .insertInto('bank_line')
    .values({
      statementId: await holderOf(trx, platform, gateway, accountCode),
      accountCode,
      // No file has such a line, and no second message has the same.
      lineHash: hash('sha256', `gateway ${number}`),
      occurrence: 1,
      bookedOn: todayIn(settings['calendar.timeZone'], paidAt),
      description,
      bankReference: number,
      number,
      credit: amount,
      debit: ZERO,
      status: 'waiting',
      reason: null,
      refusal: null,
      usedNumber: null,
      requestId: null,
      receiptId: null,
      entryId: null,
      endedAt: null,
    })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** What stands in the place of a statement until one shows the money. */
async function holderOf(trx: Trx, platform: Platform, gateway: OpenGateway, accountCode: string): Promise<number> {
  const holder = await trx
    .selectFrom('bank_statement')
    .select('id')
    .where('accountCode', '=', accountCode)
    .where('source', '=', 'gateway')
    .executeTakeFirst();
  if (holder !== undefined) return holder.id;
  const { insertId } = await trx
    .insertInto('bank_statement')
    .values({
      accountCode,
      fileName: gateway.name,
      fileHash: hash('sha256', 'gateway'),
      headings: '{}',
      fromDay: null,
      toDay: null,
      lineCount: 0,
      knownCount: 0,
      credits: ZERO,
      debits: ZERO,
      entryId: null,
      importedByUserId: 0,
      importedAt: platform.clock.now(),
      source: 'gateway',
    })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** As a bank prints it: who tells, the number, and what the payment carried. */
function wordsOf({ name }: OpenGateway, { number, words }: GatewayPayment): string {
  const text = [name, number, ...words].join('/');
  return text.length <= LONGEST_WORDS ? text : text.slice(0, LONGEST_WORDS).toWellFormed();
}
