// Journal entries with everything a reader wants beside them: whose, which till, who wrote it, what reversed it.

import type { JournalEntryRow, PostingView } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, type Side } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { printedNumber } from './entry-draft.ts';
import type { SayNarration } from './say-narration.ts';

export interface EntryRow {
  readonly id: number;
  readonly seriesCode: string;
  readonly financialYear: string;
  readonly number: number;
  readonly kind: string;
  readonly postedOn: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly narration: string;
  readonly total: Money;
  readonly memberId: number | null;
  readonly tillId: number | null;
  readonly mode: string | null;
  readonly reversesEntryId: number | null;
  readonly makerUserId: number;
  readonly checkerUserId: number | null;
  readonly recordedAt: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly memberNumber: string | null;
  readonly memberName: string | null;
  readonly tillCode: string | null;
  readonly maker: string | null;
  readonly makerKind: string | null;
  readonly reversedByEntryId: number | null;
  readonly receiptId: number | null;
}

/** What the system itself wrote has no user behind it. */
const SYSTEM_NAME = 'Kafal';

export function selectEntries(reader: Reader) {
  return reader
    .selectFrom('journal_entry as entry')
    .leftJoin('member', 'member.id', 'entry.memberId')
    .leftJoin('till', 'till.id', 'entry.tillId')
    .leftJoin('user as maker', 'maker.id', 'entry.makerUserId')
    .leftJoin('journal_entry as reversal', 'reversal.reversesEntryId', 'entry.id')
    .leftJoin('receipt', 'receipt.entryId', 'entry.id')
    .select([
      'entry.id',
      'entry.seriesCode',
      'entry.financialYear',
      'entry.number',
      'entry.kind',
      'entry.postedOn',
      'entry.valueOn',
      'entry.narration',
      'entry.total',
      'entry.memberId',
      'entry.tillId',
      'entry.mode',
      'entry.reversesEntryId',
      'entry.makerUserId',
      'entry.checkerUserId',
      'entry.recordedAt',
      'entry.previousHash',
      'entry.hash',
      'member.number as memberNumber',
      'member.name as memberName',
      'till.code as tillCode',
      'maker.name as maker',
      'maker.kind as makerKind',
      'reversal.id as reversedByEntryId',
      'receipt.id as receiptId',
    ]);
}

export function entryRow(row: EntryRow, actor: Actor, sayNarration: SayNarration): z.input<typeof JournalEntryRow> {
  // The other side of a transfer sees the entry, but not whose it is.
  const isForeign = actor.kind === 'member' && row.memberId !== actor.memberId;
  const makerIsHidden = isForeign && row.makerKind === 'member';
  return {
    id: String(row.id),
    number: printedNumber(row),
    kind: row.kind,
    postedOn: row.postedOn,
    valueOn: row.valueOn,
    narration: sayNarration(row),
    total: formatMoney(row.total),
    memberId: isForeign ? null : textOf(row.memberId),
    memberNumber: isForeign ? null : row.memberNumber,
    memberName: isForeign ? null : row.memberName,
    mode: row.mode,
    tillCode: row.tillCode,
    maker: makerIsHidden ? '' : (row.maker ?? SYSTEM_NAME),
    recordedAt: new Date(row.recordedAt).toISOString(),
    reversesEntryId: textOf(row.reversesEntryId),
    reversedByEntryId: textOf(row.reversedByEntryId),
    receiptId: isForeign ? null : textOf(row.receiptId),
  };
}

export interface PostingRow {
  readonly id: number;
  readonly entryId: number;
  readonly line: number;
  readonly accountCode: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly side: Side;
  readonly amount: Money;
  readonly subLedger: string | null;
  readonly subLedgerId: number | null;
  readonly balanceAfter: Money | null;
  readonly memo: string | null;
  readonly subLedgerNumber: string | null;
  /** The member behind the sub-ledger, where there is one. */
  readonly ownerMemberId: number | null;
}

/** The postings of some entries, in the order of entry and line. */
export async function findPostings(reader: Reader, entryIds: readonly number[]): Promise<PostingRow[]> {
  if (entryIds.length === 0) return [];
  const rows = await reader
    .selectFrom('posting')
    .innerJoin('account', 'account.code', 'posting.accountCode')
    .leftJoin('deposit', (join) =>
      join.onRef('deposit.id', '=', 'posting.subLedgerId').on('posting.subLedger', '=', 'deposit'),
    )
    .leftJoin('share_holding', (join) =>
      join.onRef('share_holding.id', '=', 'posting.subLedgerId').on('posting.subLedger', '=', 'share'),
    )
    .leftJoin('member', (join) =>
      join.onRef('member.id', '=', 'posting.subLedgerId').on('posting.subLedger', '=', 'share_pending'),
    )
    .leftJoin('till', (join) => join.onRef('till.id', '=', 'posting.subLedgerId').on('posting.subLedger', '=', 'till'))
    .leftJoin('agent', (join) =>
      join.onRef('agent.id', '=', 'posting.subLedgerId').on('posting.subLedger', '=', 'agent'),
    )
    .leftJoin('loan', (join) => join.onRef('loan.id', '=', 'posting.subLedgerId').on('posting.subLedger', '=', 'loan'))
    .select([
      'posting.id',
      'posting.entryId',
      'posting.line',
      'posting.accountCode',
      'account.nameEn',
      'account.nameHi',
      'posting.side',
      'posting.amount',
      'posting.subLedger',
      'posting.subLedgerId',
      'posting.balanceAfter',
      'posting.memo',
      'deposit.number as depositNumber',
      'deposit.memberId as depositMemberId',
      'share_holding.folio',
      'share_holding.memberId as holdingMemberId',
      'member.number as memberNumber',
      'member.id as pendingMemberId',
      'till.code as tillCode',
      'agent.number as agentNumber',
      'loan.number as loanNumber',
      'loan.memberId as loanMemberId',
    ])
    .where('posting.entryId', 'in', [...entryIds])
    .orderBy('posting.entryId')
    .orderBy('posting.line')
    .execute();
  return rows.map((row) => ({
    ...row,
    side: row.side === 'debit' ? 'debit' : 'credit',
    subLedgerNumber:
      row.depositNumber ?? row.folio ?? row.memberNumber ?? row.tillCode ?? row.agentNumber ?? row.loanNumber,
    ownerMemberId: row.depositMemberId ?? row.holdingMemberId ?? row.pendingMemberId ?? row.loanMemberId,
  }));
}

export function postingView(row: PostingRow, actor: Actor): z.input<typeof PostingView> {
  return {
    accountCode: row.accountCode,
    accountName: localName(row, actor.language),
    side: row.side,
    amount: formatMoney(row.amount),
    subLedger: row.subLedger,
    subLedgerNumber: mayKnow(row, actor) ? row.subLedgerNumber : null,
  };
}

/** Staff who read the books know every number; a member knows only their own. */
export function mayKnow(row: PostingRow, actor: Actor): boolean {
  return actor.kind !== 'member' || (actor.memberId !== null && row.ownerMemberId === actor.memberId);
}

export const localName = (row: { nameEn: string; nameHi: string }, language: Language): string =>
  language === 'hi' ? row.nameHi : row.nameEn;

const textOf = (id: number | null): string | null => (id === null ? null : String(id));
