// The desk of unidentified money: one person says whose a line is, or sends it back; another looks and agrees. What was kept
// becomes a receipt by the rules of the counter, or leaves the bank again.

import type { ActPreview, AllotBankLineBody, ReturnBankLineBody } from '@kafal/contract';
import { displayDate, formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, type PostingDraft, postJournalEntry, previewPostings } from '../accounting/index.ts';
import {
  type ApprovalLine,
  type ApprovalRequest,
  type ApprovalRule,
  type ApprovedAct,
  requestApproval,
} from '../approvals/index.ts';
import { type DecidedLines, decideLines, receiptNarrationOf, recordReceipt, referenceOf } from '../counter/index.ts';
import { productNames } from '../deposits/index.ts';
import { readSettings, readSettingsWithin, type Settings } from '../society/index.ts';
import { type BankLine, lockBankLine, narrationOf } from './bank-line-row.ts';
import { BANK_RECEIPTS } from './match-line.ts';
import { paymentsInMessages } from './messages.ts';

type Allot = z.output<typeof AllotBankLineBody> & { readonly act: 'allot'; readonly id: number };
type Return = z.output<typeof ReturnBankLineBody> & { readonly act: 'return'; readonly id: number };
export type ResolveBankLine = Allot | Return;

export async function previewResolution(
  platform: Platform,
  actor: Actor,
  command: ResolveBankLine,
): Promise<z.input<typeof ActPreview>> {
  const settings = await readSettings(platform);
  const line = await getOpenLine(platform.database, command.id);
  const decided = await decide(platform, platform.database, actor, line, command);
  return previewPostings(platform, actor, {
    kind: decided === undefined ? 'bank' : 'receipt',
    narration: decided === undefined ? narrationOf(line, 'sent back') : receiptNarrationOf('upi', decided),
    postings: postingsOf(line, decided, settings),
    needsApproval: true,
  });
}

export async function askToResolve(
  platform: Platform,
  actor: Actor,
  command: ResolveBankLine,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly preview: false; readonly approvalId: string }>> {
  return withIdempotency(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const line = openLine(await lockBankLine(trx, platform, command.id));
      await refuseWhileAsked(trx, line.id);
      const decided = await decide(platform, trx, actor, line, command);
      const amount = formatMoney(line.credit);
      const approvalId = await requestApproval(trx, platform, actor, {
        kind: 'bank-line',
        subjectKind: 'bank_line',
        subjectId: line.id,
        memberId: decided?.member.id ?? null,
        amount: line.credit,
        summary:
          decided === undefined
            ? { code: 'ASKS_RETURN', params: { amount } }
            : { code: 'ASKS_ALLOT', params: { amount, name: decided.member.name, number: decided.member.number } },
        lines: linesOf(line, decided, command.reason),
        command,
      });
      return { preview: false, approvalId: String(approvalId) };
    },
    () => 202,
  );
}

export const bankLineApproval: ApprovalRule = {
  messages: paymentsInMessages,
  approve: async (platform, trx, checker, request): Promise<ApprovedAct> => {
    const command = commandOf(request);
    const settings = await readSettingsWithin(trx, await businessDayFor(trx, platform));
    const line = openLine(await lockBankLine(trx, platform, command.id));
    const decided = await decide(platform, trx, checker, line, command);
    const by = { makerUserId: request.requestedByUserId, checkerUserId: checker.userId };
    const postings = postingsOf(line, decided, settings);
    const act =
      decided === undefined
        ? await giveBack(trx, platform, checker, line, { postings, by, command, approvalId: request.id })
        : await allot(trx, platform, checker, line, { decided, by, settings, postings });
    await recordEvent(trx, platform, { name: 'bank-line.resolved', payload: { bankLineId: line.id } });
    return act;
  },
};

interface By {
  readonly makerUserId: number;
  readonly checkerUserId: number;
}

async function allot(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  line: BankLine,
  how: {
    readonly decided: DecidedLines;
    readonly by: By;
    readonly settings: Settings;
    readonly postings: readonly PostingDraft[];
  },
): Promise<ApprovedAct> {
  const [received] = how.postings;
  if (received === undefined) throw new Error('an allotment takes out what was kept');
  const { id, entry } = await recordReceipt(trx, platform, checker, {
    place: { seriesCode: BANK_RECEIPTS },
    mode: 'upi',
    decided: how.decided,
    payment: {
      reference: referenceOf('in', 'upi', line.usedNumber ?? `BANK LINE ${line.id}`, null),
      referenceOn: line.bookedOn,
      drawnOn: null,
      cashGiven: null,
    },
    received,
    settings: how.settings,
    idempotencyKey: null,
    by: how.by,
    audit: { bankLineId: line.id },
  });
  await trx
    .updateTable('bank_line')
    .set({ status: 'allotted', receiptId: id, endedAt: platform.clock.now() })
    .where('id', '=', line.id)
    .execute();
  return { entryId: entry.id, receiptId: id };
}

async function giveBack(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  line: BankLine,
  how: {
    readonly postings: readonly PostingDraft[];
    readonly by: By;
    readonly command: ResolveBankLine;
    readonly approvalId: number;
  },
): Promise<ApprovedAct> {
  const { command } = how;
  const entry = await postJournalEntry(trx, platform, checker, {
    seriesCode: 'JV',
    kind: 'bank',
    narration: narrationOf(line, 'sent back'),
    postings: how.postings,
    mode: 'bank',
    ...how.by,
    audit: {
      action: 'bank-line.returned',
      newValues: {
        bankLineId: line.id,
        reference: command.act === 'return' ? command.reference : null,
        reason: command.reason,
      },
    },
    event: { name: 'voucher.posted', payload: { approvalId: how.approvalId } },
  });
  await trx
    .updateTable('bank_line')
    .set({ status: 'returned', entryId: entry.id, endedAt: platform.clock.now() })
    .where('id', '=', line.id)
    .execute();
  return { entryId: entry.id };
}

/** Undefined where the money goes back. Who asks, and who agrees, never gives it to themselves. */
async function decide(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  line: BankLine,
  command: ResolveBankLine,
): Promise<DecidedLines | undefined> {
  if (command.act === 'return') return undefined;
  if (actor.memberId === command.memberId) throw new Refusal('forbidden', 'PAYMENT_OWN');
  const products = await productNames(platform, reader);
  const decided = await decideLines(platform, reader, command.memberId, command, products);
  if (decided.total !== line.credit) {
    const params = { total: formatMoney(decided.total), amount: formatMoney(line.credit) };
    throw new Refusal('rule', 'BANK_LINE_TOTAL', params, 'lines');
  }
  return decided;
}

function postingsOf(line: BankLine, decided: DecidedLines | undefined, settings: Settings): PostingDraft[] {
  const kept: PostingDraft = { accountCode: settings['accounts.unidentified'], side: 'debit', amount: line.credit };
  return decided === undefined
    ? [kept, { accountCode: line.accountCode, side: 'credit', amount: line.credit }]
    : [kept, ...decided.lines.map(({ posting }) => posting)];
}

async function getOpenLine(reader: Reader, id: number): Promise<BankLine> {
  const line = await reader.selectFrom('bank_line').selectAll().where('id', '=', id).executeTakeFirst();
  if (line === undefined) throw new Refusal('missing', 'BANK_LINE_UNKNOWN');
  return openLine(line);
}

export function openLine(line: BankLine): BankLine {
  if (line.status !== 'unidentified') throw new Refusal('conflict', 'BANK_LINE_NOT_OPEN');
  return line;
}

export async function refuseWhileAsked(trx: Trx, lineId: number): Promise<void> {
  const waiting = await trx
    .selectFrom('approval_request')
    .select('id')
    .where('kind', '=', 'bank-line')
    .where('subjectId', '=', lineId)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'BANK_LINE_WAITING');
}

function linesOf(line: BankLine, decided: DecidedLines | undefined, reason: string): ApprovalLine[] {
  const on = { en: displayDate(line.bookedOn, 'D MMM YYYY', 'en'), hi: displayDate(line.bookedOn, 'D MMM YYYY', 'hi') };
  return [
    { label: { code: 'LINE_BANK_DAY' }, before: null, after: on },
    { label: { code: 'LINE_BANK_TEXT' }, before: null, after: line.description },
    ...(decided?.lines ?? []).map(({ label, amount }) => ({
      label: { code: 'LINE_BANK_FOR', params: { what: label } },
      before: null,
      after: formatMoney(amount),
    })),
    { label: { code: 'LINE_BANK_WHY' }, before: null, after: reason },
  ];
}

function commandOf(request: ApprovalRequest): ResolveBankLine {
  // askToResolve wrote it.
  return request.command as ResolveBankLine;
}
