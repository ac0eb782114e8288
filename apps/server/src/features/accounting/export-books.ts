// The day book and the ledger of an account as files, one posting to a row.

import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { getAccount, type LedgerPeriod, ledgerRows } from './account-ledger.ts';
import { bookWords } from './book-words.ts';
import { dayBookEntries } from './day-book.ts';

export function exportDayBook(platform: Platform, actor: Actor, on: CalendarDate): Promise<AsyncGenerator<string>> {
  const { csv } = bookWords[actor.language];
  return exportList(platform, actor, {
    action: 'day_book.exported',
    subjectKind: 'business_day',
    subjectId: on,
    filter: { on },
    heads: [
      ...[csv.number, csv.narration, csv.member, csv.memberName, csv.account, csv.accountName, csv.subLedger],
      ...[csv.debit, csv.credit],
    ],
    page: async (cursor) => {
      const { entries, nextCursor } = await dayBookEntries(platform, actor, {
        on,
        cursor,
        limit: EXPORTED_ROWS_AT_ONCE,
      });
      return { items: entries.flatMap((entry) => entry.postings.map((posting) => ({ entry, posting }))), nextCursor };
    },
    cells: ({ entry, posting }) => [
      entry.number,
      entry.narration,
      entry.memberNumber,
      entry.memberName,
      posting.accountCode,
      posting.accountName,
      posting.subLedgerNumber,
      posting.side === 'debit' ? posting.amount : '',
      posting.side === 'credit' ? posting.amount : '',
    ],
  });
}

export async function exportLedger(
  platform: Platform,
  actor: Actor,
  code: string,
  period: LedgerPeriod,
): Promise<AsyncGenerator<string>> {
  const { csv } = bookWords[actor.language];
  const account = await getAccount(platform, code);
  const { from, to } = period;
  return exportList(platform, actor, {
    action: 'ledger.exported',
    subjectKind: 'account',
    subjectId: account.code,
    filter: { code: account.code, from, to },
    heads: [csv.postedOn, csv.number, csv.narration, csv.subLedger, csv.debit, csv.credit],
    page: (cursor) =>
      ledgerRows(platform, actor.language, account.code, { from, to, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.postedOn,
      row.entryNumber,
      row.narration,
      row.subLedgerNumber,
      row.side === 'debit' ? row.amount : '',
      row.side === 'credit' ? row.amount : '',
    ],
  });
}
