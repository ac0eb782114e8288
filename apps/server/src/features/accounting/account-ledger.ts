// One account of the books: every posting on it, oldest first, and the sums of the whole period.

import type { AccountLedger, AccountList, AccountView, LedgerQuery } from '@kafal/contract';
import { formatMoney, money } from '@kafal/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules } from './book-rules.ts';
import { printedNumber } from './entry-draft.ts';
import { findPostings } from './entry-rows.ts';
import { accountName, allAccounts, findAccount, type LedgerAccount } from './ledger-accounts.ts';
import { readDayCursor, writeDayCursor } from './page-cursor.ts';
import { narrationsIn } from './say-narration.ts';

const USUAL_LIMIT = 50;

export async function accountList(platform: Platform, language: Language): Promise<z.input<typeof AccountList>> {
  return { items: (await allAccounts(platform)).map((account) => accountView(account, language)) };
}

export type LedgerPeriod = Pick<z.infer<typeof LedgerQuery>, 'from' | 'to'>;

export async function accountLedger(
  platform: Platform,
  actor: Actor,
  code: string,
  query: z.infer<typeof LedgerQuery>,
): Promise<z.input<typeof AccountLedger>> {
  const account = await getAccount(platform, code);
  const sums = await postingsOf(platform, code, query)
    .select([
      sql<number>`COALESCE(SUM(CASE WHEN side = 'debit' THEN amount ELSE 0 END), 0)`.as('debit'),
      sql<number>`COALESCE(SUM(CASE WHEN side = 'credit' THEN amount ELSE 0 END), 0)`.as('credit'),
    ])
    .executeTakeFirstOrThrow();
  return {
    account: accountView(account, actor.language),
    currency: (await bookRules(platform)).currency,
    ...(await ledgerRows(platform, actor.language, code, query)),
    debit: formatMoney(money(sums.debit)),
    credit: formatMoney(money(sums.credit)),
  };
}

export async function getAccount(platform: Platform, code: string): Promise<LedgerAccount> {
  const account = await findAccount(platform, code);
  if (account === undefined) throw new Refusal('missing', 'ACCOUNT_NOT_FOUND', { code: code.slice(0, 16) });
  return account;
}

/** The postings alone, page by page, without the sums of the period. */
export async function ledgerRows(
  platform: Platform,
  language: Language,
  code: string,
  query: z.infer<typeof LedgerQuery>,
): Promise<Pick<z.input<typeof AccountLedger>, 'items' | 'nextCursor'>> {
  const { limit = USUAL_LIMIT } = query;
  const after = readDayCursor(query.cursor);
  const rows = await postingsOf(platform, code, query)
    .innerJoin('journal_entry as entry', 'entry.id', 'posting.entryId')
    .where((where) => {
      if (after === undefined) return where.and([]);
      const laterThatDay = where.and([where('posting.postedOn', '=', after.day), where('posting.id', '>', after.id)]);
      return where.or([where('posting.postedOn', '>', after.day), laterThatDay]);
    })
    .select([
      'posting.id',
      'posting.entryId',
      'posting.line',
      'posting.postedOn',
      'posting.side',
      'posting.amount',
      'entry.seriesCode',
      'entry.financialYear',
      'entry.number',
      'entry.kind',
      'entry.narration',
    ])
    .orderBy('posting.postedOn')
    .orderBy('posting.id')
    .limit(limit + 1)
    .execute();

  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const postings = await findPostings(platform.database, [...new Set(shown.map(({ entryId }) => entryId))]);
  const sayNarration = await narrationsIn(language, platform);
  const numbers = new Map(postings.map((posting) => [posting.id, posting.subLedgerNumber]));
  return {
    items: shown.map((row) => ({
      id: String(row.id),
      entryId: String(row.entryId),
      entryNumber: printedNumber(row),
      postedOn: row.postedOn,
      narration: sayNarration(row),
      side: row.side === 'debit' ? 'debit' : 'credit',
      amount: formatMoney(row.amount),
      subLedgerNumber: numbers.get(row.id) ?? null,
    })),
    nextCursor: rows.length > limit && last !== undefined ? writeDayCursor({ day: last.postedOn, id: last.id }) : null,
  };
}

function postingsOf(platform: Platform, code: string, { from, to }: LedgerPeriod) {
  return platform.database
    .selectFrom('posting')
    .where((where) =>
      where.and([
        where('posting.accountCode', '=', code),
        ...(from === undefined ? [] : [where('posting.postedOn', '>=', from)]),
        ...(to === undefined ? [] : [where('posting.postedOn', '<=', to)]),
      ]),
    );
}

function accountView(account: LedgerAccount, language: Language): z.input<typeof AccountView> {
  const { code, type, isControl, subLedger, isActive } = account;
  return { code, name: accountName(account, language), type, isControl, subLedger, isActive };
}
