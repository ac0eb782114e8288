// One line of the bank finds its receipt, or waits for a person. All of it is one transaction: the line, the request and the
// receipt, whose number of the payment counts once. Whatever is refused, or fails for a reason nobody foresaw, is kept as
// unidentified; nothing is lost, and the lines after it have their turn.

import {
  formatMoney,
  isNepalPaymentNumber,
  matchCredit,
  paymentReferencesIn,
  type RequestToMatch,
  utrsIn,
} from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { decideLines, receiptOfReference, recordReceipt, referenceOf } from '../counter/index.ts';
import { type ProductNames, productNames } from '../deposits/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { type BankLine, findBankLine, importerOf, narrationOf, postUnidentified } from './bank-line-row.ts';
import { askedLines, type PaymentRequestRow } from './payment-request-row.ts';
import { isOfGateway, joinLines } from './same-money.ts';

/** Receipts of what the bank shows; they belong to no till. */
export const BANK_RECEIPTS = 'BR';

const AT_ONCE = 100;
/** Why a line is kept whose matching failed for a reason nobody foresaw; such a line can be tried again. */
export const FAILED = 'failed';

/** Every line that waits, the oldest first, or as many as are asked for. Of several at once each line is matched by one. */
export async function matchWaitingLines(platform: Platform, atMost = Number.POSITIVE_INFINITY): Promise<void> {
  let after = 0;
  let done = 0;
  const failures: unknown[] = [];
  while (done < atMost) {
    const lines = await platform.database
      .selectFrom('bank_line')
      .select('id')
      .where('status', '=', 'waiting')
      .where('id', '>', after)
      .orderBy('id')
      .limit(Math.min(AT_ONCE, atMost - done))
      .execute();
    if (lines.length === 0) break;
    const settings = await readSettings(platform);
    const products = await productNames(platform);
    for (const { id } of lines) {
      await matchLine(platform, id, { settings, products }).catch((error: unknown) => failures.push(error));
      after = id;
      done += 1;
    }
  }
  // Not even kept: such lines still wait, and the next run meets them again.
  if (failures.length > 0) throw failures[0];
}

/** One line alone, as soon as it is kept. */
export async function matchBankLine(platform: Platform, id: number): Promise<void> {
  const settings = await readSettings(platform);
  await matchLine(platform, id, { settings, products: await productNames(platform) });
}

interface Known {
  readonly settings: Settings;
  readonly products: ProductNames;
}

async function matchLine(platform: Platform, id: number, known: Known): Promise<void> {
  try {
    await matchTwice(platform, id, known);
  } catch (error) {
    // What it was for cannot be paid any more, or something broke. The transaction is gone with everything in it; the money is kept.
    const isRefused = error instanceof Refusal;
    if (!isRefused) platform.log.error({ err: error, bankLineId: id }, 'a line of the bank is set aside');
    await platform.transact(async (trx) => {
      const line = await findBankLine(trx, platform, id);
      if (line?.status !== 'waiting') return;
      await keepUnidentified(trx, platform, line, known, {
        reason: !isRefused ? FAILED : error.code === 'REFERENCE_USED' ? 'number-used' : 'refused',
        ...(isRefused ? { refusal: error.code } : {}),
        requestId: null,
      });
    });
  }
}

async function matchTwice(platform: Platform, id: number, known: Known): Promise<void> {
  try {
    await matchOnce(platform, id, known);
  } catch (error) {
    if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
    // Another line has used the same number up meanwhile, which a second look sees.
    await matchOnce(platform, id, known);
  }
}

function matchOnce(platform: Platform, id: number, known: Known): Promise<void> {
  return platform.transact(async (trx) => {
    const line = await findBankLine(trx, platform, id);
    // Somebody else has matched it meanwhile, or it was the same money as another.
    if (line?.status === 'waiting') await match(trx, platform, line, known);
  });
}

async function match(trx: Trx, platform: Platform, line: BankLine, known: Known): Promise<void> {
  if (line.number !== null && (await meetsReceipt(trx, platform, line, line.number, known))) return;
  const found = await requestsOf(trx, platform, line);
  const matched = matchCredit(
    {
      bookedOn: line.bookedOn,
      amount: line.credit,
      references: paymentReferencesIn(textOf(line)),
      numbers: numbersOf(line),
    },
    found.map(toMatch),
  );
  if (matched.kind === 'none') return keepUnidentified(trx, platform, line, known, matched);
  const request = found.find(({ id }) => id === matched.requestId);
  if (request === undefined) return;
  await receive(trx, platform, line, request, known);
}

/** The counter has taken it by this very number, or an earlier line has. True when that says what becomes of the line. */
async function meetsReceipt(
  trx: Trx,
  platform: Platform,
  line: BankLine,
  number: string,
  known: Known,
): Promise<boolean> {
  const earlier = await trx
    .selectFrom('bank_line')
    .selectAll()
    .where('usedNumber', '=', number)
    .where('id', '!=', line.id)
    .executeTakeFirst();
  if (earlier !== undefined && (await isSameMoney(trx, platform, line, earlier, known))) return true;
  const receipt = await receiptOfReference(trx, platform, referenceOf('in', 'upi', number, null));
  if (earlier === undefined && receipt === undefined) return false;
  if (earlier !== undefined || receipt === undefined || receipt.total !== line.credit) {
    await keepUnidentified(trx, platform, line, known, { reason: 'number-used', requestId: null });
    return true;
  }
  // What a gateway tells moves nothing on the bank's account; the statement that shows it does.
  if (receipt.mode === 'bank' && !(await isOfGateway(trx, line))) {
    await takeBackSettlement(trx, platform, line, known.settings, receipt.number);
  }
  await trx
    .updateTable('bank_line')
    .set({ status: 'settled', receiptId: receipt.id, usedNumber: number, endedAt: platform.clock.now() })
    .where('id', '=', line.id)
    .execute();
  return true;
}

/** What a gateway told of and what the statement shows are one payment; either may come first. */
async function isSameMoney(
  trx: Trx,
  platform: Platform,
  line: BankLine,
  earlier: BankLine,
  known: Known,
): Promise<boolean> {
  if (earlier.credit !== line.credit) return false;
  const isTold = await isOfGateway(trx, line);
  if (isTold === (await isOfGateway(trx, earlier))) return false;
  if (isTold) {
    await joinLines(trx, { kept: earlier, gone: line, shown: earlier });
    return true;
  }
  const told = await findBankLine(trx, platform, earlier.id);
  if (told === undefined) return false;
  const receipt =
    told.status === 'settled'
      ? await receiptOfReference(trx, platform, referenceOf('in', 'upi', line.number ?? '', null))
      : undefined;
  if (receipt?.mode === 'bank') await takeBackSettlement(trx, platform, line, known.settings, receipt.number);
  await joinLines(trx, { kept: told, gone: line, shown: line });
  return true;
}

/** A receipt by bank transfer was booked on the bank itself, so the statement has nothing to move for it. */
async function takeBackSettlement(
  trx: Trx,
  platform: Platform,
  line: BankLine,
  settings: Settings,
  receipt: string,
): Promise<void> {
  await postJournalEntry(trx, platform, await importerOf(trx, line.statementId), {
    seriesCode: 'JV',
    kind: 'bank',
    narration: narrationOf(line, `received with ${receipt}`),
    postings: [
      { accountCode: settings['accounts.upi'], side: 'debit', amount: line.credit },
      { accountCode: settings['accounts.bank'], side: 'credit', amount: line.credit },
    ],
    audit: { action: 'bank-line.settled', newValues: { bankLineId: line.id, receipt } },
    event: null,
  });
}

/** Locked in the order of their ids, so that two lines never receipt the same request. */
async function requestsOf(trx: Trx, platform: Platform, line: BankLine): Promise<PaymentRequestRow[]> {
  const references = paymentReferencesIn(textOf(line));
  const numbers = numbersOf(line);
  if (references.length === 0 && numbers.length === 0) return [];
  return platform.dialect
    .forUpdate(
      trx
        .selectFrom('payment_request')
        .selectAll()
        .where((is) =>
          is.or([
            ...(references.length === 0 ? [] : [is('reference', 'in', references)]),
            ...(numbers.length === 0 ? [] : [is('claimedNumber', 'in', numbers)]),
          ]),
        )
        .orderBy('id'),
    )
    .execute();
}

/** Through the same door as the counter: its rules decide, its receipt is kept and told. */
async function receive(
  trx: Trx,
  platform: Platform,
  line: BankLine,
  request: PaymentRequestRow,
  known: Known,
): Promise<void> {
  const { settings, products } = known;
  const importer = await importerOf(trx, line.statementId);
  if (importer.memberId === request.memberId) {
    return keepUnidentified(trx, platform, line, known, { reason: 'own-payment', requestId: request.id });
  }
  const decided = await decideLines(platform, trx, request.memberId, { lines: askedLines(request) }, products);
  if (decided.total !== line.credit) {
    const asks = { needed: formatMoney(decided.total), paid: formatMoney(line.credit) };
    throw new Refusal('rule', 'PAYMENT_TOTAL_CHANGED', asks);
  }
  const reference = referenceOf('in', 'upi', line.number ?? request.reference, null);
  const { id: receiptId } = await recordReceipt(trx, platform, importer, {
    place: { seriesCode: BANK_RECEIPTS },
    mode: 'upi',
    decided,
    payment: { reference, referenceOn: line.bookedOn, drawnOn: null, cashGiven: null },
    received: { accountCode: settings['accounts.upi'], side: 'debit', amount: line.credit },
    settings,
    idempotencyKey: null,
    audit: { bankLineId: line.id, paymentRequestId: request.id },
  });
  const endedAt = platform.clock.now();
  await trx
    .updateTable('payment_request')
    .set({
      status: 'receipted',
      receiptId,
      endedAt,
      // Another number than the one that came in was a slip, or not theirs to name.
      claimedNumber: request.claimedNumber === line.number ? line.number : null,
    })
    .where('id', '=', request.id)
    .execute();
  await trx
    .updateTable('bank_line')
    .set({ status: 'received', requestId: request.id, receiptId, usedNumber: line.number, endedAt })
    .where('id', '=', line.id)
    .execute();
}

async function keepUnidentified(
  trx: Trx,
  platform: Platform,
  line: BankLine,
  { settings }: Known,
  why: { readonly reason: string; readonly refusal?: string; readonly requestId: number | null },
): Promise<void> {
  const importer = await importerOf(trx, line.statementId);
  const entryId = await postUnidentified(trx, platform, importer, settings, line, why.reason);
  await trx
    .updateTable('bank_line')
    .set({
      status: 'unidentified',
      reason: why.reason,
      refusal: why.refusal ?? null,
      requestId: why.requestId,
      entryId,
      // A second line with a number that came in already has none of its own.
      usedNumber: why.reason === 'number-used' || (await isUsed(trx, line)) ? null : line.number,
    })
    .where('id', '=', line.id)
    .execute();
}

/** What failed may have failed before anybody looked. */
async function isUsed(trx: Trx, { id, number }: BankLine): Promise<boolean> {
  if (number === null) return false;
  const earlier = await trx
    .selectFrom('bank_line')
    .select('id')
    .where('usedNumber', '=', number)
    .where('id', '!=', id)
    .executeTakeFirst();
  return earlier !== undefined;
}

const textOf = ({ description, bankReference }: BankLine) => `${description} ${bankReference}`;

function numbersOf(line: BankLine): string[] {
  const own = line.bankReference.toUpperCase().replace(/[\s-]/g, '');
  return [
    ...new Set([
      ...(line.number === null ? [] : [line.number]),
      ...(isNepalPaymentNumber(own) ? [own] : []),
      ...utrsIn(textOf(line)),
    ]),
  ];
}

function toMatch({
  id,
  reference,
  claimedNumber,
  amount,
  status,
  askedOn,
  expiresOn,
}: PaymentRequestRow): RequestToMatch {
  const state = status === 'created' || status === 'shown' ? 'open' : status;
  return { id, reference, claimedNumber, amount, state, askedOn, expiresOn };
}
