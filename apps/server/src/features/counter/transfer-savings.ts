// Money goes from one account to another without cash: to an own account, to share money, to dues, or to another
// member. A member's own transfers are numbered in the series ON, those of staff in the journal's.

import type { ActPreview, TransferBody } from '@kafal/contract';
import { formatMoney, type Money, subtract } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  type EntryDraft,
  moveBusinessDayIfDue,
  type PostedEntry,
  type PostingDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import type { DepositWithBalance } from '../deposits/index.ts';
import { activateWhenComplete, payDue } from '../members/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { balanceAfter, getPayingDeposit, memoOf, refuseBeyondBalance } from './money-out.ts';
import { transferNarration } from './receipt-words.ts';
import { recipientName } from './recipient-name.ts';
import { type AskedTransfer, type Destination, destinationOf, withNote } from './transfer-destination.ts';

export type TransferSavings = z.output<typeof TransferBody> & { readonly depositId: number };

export type TransferredSavings =
  | {
      readonly preview: false;
      readonly status: 'posted';
      readonly entryId: string;
      readonly entryNumber: string;
      readonly balance: string;
    }
  | { readonly preview: false; readonly status: 'waiting'; readonly approvalId: string };

export async function transferSavings(
  platform: Platform,
  actor: Actor,
  command: TransferSavings,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<TransferredSavings>> {
  // No till keeps the day back here: this may be the first act after midnight.
  const settings = await readSettings(platform, await moveBusinessDayIfDue(platform));
  const asked = askedOf(command);

  return withIdempotency<TransferredSavings>(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const from = await getPayingDeposit(platform, trx, actor, asked.depositId);
      const to = await destinationOf(platform, trx, actor, from, asked);
      if (needsSecondPerson(actor, settings, asked.amount)) {
        refuseBeyondBalance(from, asked.amount);
        const approvalId = await askSecondPerson(trx, platform, actor, from, to, asked);
        return { preview: false, status: 'waiting', approvalId: String(approvalId) };
      }
      const entry = await transfer(trx, platform, actor, from, to, asked, {
        seriesCode: actor.kind === 'member' ? 'ON' : 'JV',
        idempotencyKey: idempotency?.key ?? null,
      });
      return {
        preview: false,
        status: 'posted',
        entryId: String(entry.id),
        entryNumber: entry.printedNumber,
        balance: formatMoney(balanceAfter(entry, from)),
      };
    },
    (answer) => (answer.status === 'waiting' ? 202 : 201),
  );
}

export async function previewTransfer(
  platform: Platform,
  actor: Actor,
  command: TransferSavings,
): Promise<z.input<typeof ActPreview> & { recipient: string | null }> {
  const settings = await readSettings(platform);
  const asked = askedOf(command);
  const from = await getPayingDeposit(platform, platform.database, actor, asked.depositId);
  const to = await destinationOf(platform, platform.database, actor, from, asked);
  const preview = await previewPostings(platform, actor, {
    ...entryOf(from, to, asked),
    needsApproval: needsSecondPerson(actor, settings, asked.amount),
  });
  const recipient = to.deposit === null ? null : recipientName(actor, from, to.deposit);
  if (actor.kind !== 'member' || to.deposit === null || to.deposit.memberId === from.memberId) {
    return { ...preview, recipient };
  }
  // What lies on somebody else's account is nobody's business but theirs.
  return { ...preview, recipient, balances: preview.balances.filter(({ label }) => !label.endsWith(` ${to.name}`)) };
}

/** A second person has said yes. All is looked at again. */
export async function postApprovedTransfer(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askSecondPerson below wrote it.
  const asked = request.command as AskedTransfer;
  const from = await getPayingDeposit(platform, trx, checker, asked.depositId);
  const to = await destinationOf(platform, trx, checker, from, asked);
  const entry = await transfer(trx, platform, checker, from, to, asked, {
    seriesCode: 'JV',
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
  });
  return { entryId: entry.id };
}

function askedOf({ depositId, amount, to, note }: TransferSavings): AskedTransfer {
  return { depositId, amount, to, note: note ?? null };
}

function needsSecondPerson(actor: Actor, settings: Settings, amount: Money): boolean {
  const limit = settings['limit.transferApproval'];
  return actor.kind !== 'member' && limit !== null && amount > limit;
}

function entryOf(
  from: DepositWithBalance,
  to: Destination,
  { amount, note }: AskedTransfer,
): Pick<EntryDraft, 'kind' | 'narration' | 'postings'> {
  const memo = to.deposit === null ? note : withNote(to.name, note);
  const out: PostingDraft = {
    accountCode: from.accountCode,
    side: 'debit',
    amount,
    subLedger: 'deposit',
    subLedgerId: from.id,
    ...memoOf(memo),
  };
  return {
    kind: 'transfer',
    narration: transferNarration(from.number, to.name, note),
    postings: [out, ...to.postings],
  };
}

function askSecondPerson(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  from: DepositWithBalance,
  to: Destination,
  asked: AskedTransfer,
): Promise<number> {
  return requestApproval(trx, platform, actor, {
    kind: 'transfer',
    subjectKind: 'deposit',
    subjectId: from.id,
    memberId: from.memberId,
    amount: asked.amount,
    summary: {
      code: 'ASKS_TRANSFER',
      params: {
        amount: formatMoney(asked.amount),
        account: from.number,
        to: to.deposit === null ? wordsOfDestination(asked.to.kind) : to.deposit.number,
        name: from.memberName,
        number: from.memberNumber,
      },
    },
    lines: [
      {
        label: { code: 'LINE_BALANCE', params: { account: from.number } },
        before: formatMoney(from.balance),
        after: formatMoney(subtract(from.balance, asked.amount)),
      },
      ...(to.deposit === null
        ? []
        : [
            {
              label: { code: 'LINE_RECIPIENT' },
              before: null,
              after: `${to.deposit.memberName} (${to.deposit.number})`,
            },
          ]),
      ...(asked.note === null ? [] : [{ label: { code: 'LINE_NOTE' }, before: null, after: asked.note }]),
    ],
    command: asked,
  });
}

function wordsOfDestination(kind: TransferSavings['to']['kind']): { en: string; hi: string } {
  return kind === 'shares' ? { en: 'share money', hi: 'अंश राशि' } : { en: 'dues', hi: 'देय राशि' };
}

async function transfer(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  from: DepositWithBalance,
  to: Destination,
  asked: AskedTransfer,
  entry: Pick<EntryDraft, 'seriesCode'> & {
    makerUserId?: number;
    checkerUserId?: number;
    idempotencyKey?: string | null;
  },
): Promise<PostedEntry> {
  for (const { dueId, amount } of to.lines) {
    if (dueId !== null) await payDue(trx, platform, { memberId: from.memberId, dueId, amount });
  }
  const payload = { depositId: from.id, memberId: from.memberId };
  const posted = await postJournalEntry(trx, platform, actor, {
    ...entry,
    ...entryOf(from, to, asked),
    memberId: from.memberId,
    mode: 'transfer',
    audit: {
      action: 'savings.transferred',
      newValues: { depositId: from.id, to: to.deposit?.number ?? asked.to.kind },
    },
    event: { name: 'savings.transferred', memberId: from.memberId, payload },
  });
  if (to.deposit !== null && to.deposit.memberId !== from.memberId) {
    await recordEvent(trx, platform, {
      name: 'savings.transferred',
      memberId: to.deposit.memberId,
      payload: { entryId: posted.id, depositId: to.deposit.id, memberId: to.deposit.memberId },
    });
  }
  if (to.lines.some(({ dueId }) => dueId !== null)) await activateWhenComplete(trx, platform, actor, from.memberId);
  return posted;
}
