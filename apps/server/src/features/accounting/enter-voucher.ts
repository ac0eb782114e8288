// Vouchers: what no counter and no member's account makes. One person enters, another approves, and only then is
// anything posted.

import type { ActPreview, EnterVoucherBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, totalOn } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type ApprovalRequest, registerApprovalKind, requestApproval } from '../approvals/index.ts';
import { interestChangesOf, interestLines } from './back-dated.ts';
import { assertPostableValueDate, businessDayFor } from './business-day.ts';
import type { EntryKind, PostingDraft } from './entry-draft.ts';
import { postJournalEntry } from './post-journal-entry.ts';
import { postingLines } from './posting-lines.ts';
import { previewPostings } from './preview-postings.ts';
import { lockCreditedMembers } from './voucher-deposit.ts';
import { voucherMessages } from './voucher-messages.ts';
import { checkedVoucherPostings } from './voucher-postings.ts';

export type EnterVoucher = z.infer<typeof EnterVoucherBody>;

export interface EnteredVoucher {
  readonly preview: false;
  readonly approvalId: string;
}

/** What waits for the second person: everything the entry needs, nothing that may have changed by then. */
interface VoucherCommand {
  readonly kind: EnterVoucher['kind'];
  readonly postings: readonly PostingDraft[];
  readonly narration: string;
  readonly valueOn: CalendarDate | null;
  readonly tillId: number | null;
}

const JOURNAL_SERIES = 'JV';

export async function previewVoucher(
  platform: Platform,
  actor: Actor,
  body: EnterVoucher,
): Promise<z.input<typeof ActPreview>> {
  const { postings, valueOn } = await checkedCommand(platform, body);
  if (valueOn !== null) await assertPostableValueDate(platform, valueOn);
  return previewPostings(platform, actor, {
    kind: entryKindOf(body.kind),
    narration: body.narration,
    postings,
    valueOn,
    needsApproval: true,
  });
}

export async function enterVoucher(
  platform: Platform,
  actor: Actor,
  body: EnterVoucher,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<EnteredVoucher>> {
  const command = await checkedCommand(platform, body);
  if (command.valueOn !== null) await assertPostableValueDate(platform, command.valueOn);
  const total = totalOf(command.postings);

  return withIdempotency(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const { valueOn } = command;
      const postedOn = await businessDayFor(trx, platform);
      const approvalId = await requestApproval(trx, platform, actor, {
        kind: 'voucher',
        subjectKind: 'voucher',
        subjectId: 0,
        amount: total,
        summary: {
          code: `VOUCHER_${body.kind.toUpperCase()}`,
          params: { amount: formatMoney(total), narration: body.narration },
        },
        lines: [
          ...(await postingLines(trx, platform, command.postings)),
          ...interestLines(await interestChangesOf(platform, trx, command.postings, { valueOn, postedOn })),
        ],
        command,
      });
      return { preview: false, approvalId: String(approvalId) };
    },
    () => 202,
  );
}

registerApprovalKind('voucher', {
  messages: voucherMessages,
  approve: async (platform, trx, checker, request) => {
    const { kind, postings, narration, valueOn, tillId } = commandOf(request);
    const credited = await lockCreditedMembers(trx, platform, postings);
    const [only] = credited;
    const entry = await postJournalEntry(trx, platform, checker, {
      seriesCode: JOURNAL_SERIES,
      kind: entryKindOf(kind),
      narration,
      postings,
      tillId,
      memberId: credited.length === 1 && only !== undefined ? only.memberId : null,
      ...(valueOn === null ? {} : { valueOn }),
      makerUserId: request.requestedByUserId,
      checkerUserId: checker.userId,
      audit: { action: 'voucher.posted', newValues: { approvalId: request.id, kind } },
      event: { name: 'voucher.posted', payload: { approvalId: request.id } },
    });
    for (const { memberId, depositId } of credited) {
      const payload = { entryId: entry.id, depositId, memberId };
      await recordEvent(trx, platform, { name: 'savings.transferred', memberId, payload });
    }
    return { entryId: entry.id };
  },
});

async function checkedCommand(platform: Platform, body: EnterVoucher): Promise<VoucherCommand> {
  return {
    kind: body.kind,
    postings: await checkedVoucherPostings(platform, body),
    narration: body.narration,
    valueOn: 'valueOn' in body ? (body.valueOn ?? null) : null,
    tillId: body.kind === 'cash' ? tillOf(body) : null,
  };
}

const entryKindOf = (kind: EnterVoucher['kind']): EntryKind => (kind === 'opening' ? 'opening' : 'voucher');

const totalOf = (postings: readonly PostingDraft[]): Money =>
  totalOn(
    'debit',
    postings.map(({ accountCode, side, amount }) => ({ accountCode, side, amount })),
  );

function tillOf({ from, to }: Extract<EnterVoucher, { kind: 'cash' }>): number | null {
  if (from.place === 'till') return from.tillId;
  return to.place === 'till' ? to.tillId : null;
}

function commandOf(request: ApprovalRequest): VoucherCommand {
  // enterVoucher wrote it.
  return request.command as VoucherCommand;
}
