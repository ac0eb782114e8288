// Whether the books agree, as of this moment: the trial balance against itself, and each control account against the
// balances that stand behind it. The verifier proves far more; this is the light that says when to call it.

import type { BooksAgreement, ControlAccountRows } from '@kafal/contract';
import {
  type AccountType,
  formatMoney,
  type Money,
  money,
  normalSideOf,
  parseMoney,
  subtract,
  ZERO,
} from '@kafal/core';
import { sql } from 'kysely';
import { rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { trialBalanceBeside } from '../accounting/index.ts';
import { DASHBOARD_MS } from './dashboard-stats.ts';

/** The vault has a balance of its own without being a control account. */
const VAULT_ACCOUNT = '1101';
/** Cash between drawers, UPI and cheques that the bank has not credited, suspense on either side. */
const UNSETTLED_ACCOUNTS = ['1104', '1203', '1204', '1901', '2221'];
const MOST_ROWS = 100;

export function booksAgreement(platform: Platform, actor: Pick<Actor, 'language'>): Promise<BooksAgreement> {
  return rememberUntilWritten(platform, `dashboard-books:${actor.language}`, DASHBOARD_MS, () =>
    booksAgreementNow(platform, actor),
  );
}

/** Not as it was remembered: another instance may have posted since. */
export async function booksAgreementNow(platform: Platform, actor: Pick<Actor, 'language'>): Promise<BooksAgreement> {
  const { balance, beside: kept } = await trialBalanceBeside(platform, actor, keptByAccount);
  const controls: BooksAgreement['controls'] = [];
  const unsettled: BooksAgreement['unsettled'] = [];
  for (const row of balance.rows) {
    const { accountCode, accountName } = row;
    const [own, other] =
      normalSideOf(row.type) === 'debit'
        ? [row.closingDebit, row.closingCredit]
        : [row.closingCredit, row.closingDebit];
    const inTheBooks = subtract(parseMoney(own), parseMoney(other));
    if (UNSETTLED_ACCOUNTS.includes(accountCode) && inTheBooks !== ZERO) {
      unsettled.push({ accountCode, accountName, amount: formatMoney(inTheBooks) });
    }
    if (!row.isControl && accountCode !== VAULT_ACCOUNT) continue;
    const inTheSubLedger = kept.get(accountCode) ?? ZERO;
    controls.push({
      accountCode,
      accountName,
      inTheBooks: formatMoney(inTheBooks),
      inTheSubLedger: formatMoney(inTheSubLedger),
      difference: formatMoney(subtract(inTheBooks, inTheSubLedger)),
    });
  }
  return {
    asOf: balance.asOf,
    currency: balance.currency,
    agrees: balance.agrees && controls.every(({ inTheBooks, inTheSubLedger }) => inTheBooks === inTheSubLedger),
    debit: balance.totals.closingDebit,
    credit: balance.totals.closingCredit,
    controls,
    unsettled,
  };
}

async function keptByAccount(reader: Reader): Promise<Map<string, Money>> {
  const rows = await reader
    .selectFrom('balance')
    .select(({ fn }) => ['accountCode', fn.sum<number>('amount').as('amount')])
    .groupBy('accountCode')
    .execute();
  return new Map(rows.map(({ accountCode, amount }) => [accountCode, money(amount)]));
}

/** Down to the row: looked for only when somebody asks, because it reads every posting of the account. */
export async function controlAccountRows(platform: Platform, accountCode: string): Promise<ControlAccountRows> {
  const { database } = platform;
  const account = await database
    .selectFrom('account')
    .select('type')
    .where('code', '=', accountCode)
    .executeTakeFirst();
  if (account === undefined) throw new Refusal('missing', 'ACCOUNT_NOT_FOUND', { code: accountCode });

  // The table takes nothing but the five types.
  const increases = normalSideOf(account.type as AccountType);
  const posted = database
    .selectFrom('posting')
    .select([
      'subLedger',
      'subLedgerId',
      sql<number>`SUM(CASE WHEN side = ${increases} THEN amount ELSE -amount END)`.as('amount'),
    ])
    .where('accountCode', '=', accountCode)
    .where('subLedgerId', 'is not', null)
    .groupBy(['subLedger', 'subLedgerId'])
    .as('posted');
  const differing = await database
    .selectFrom('balance')
    .leftJoin(posted, (join) =>
      join.onRef('posted.subLedger', '=', 'balance.subLedger').onRef('posted.subLedgerId', '=', 'balance.subLedgerId'),
    )
    .select([
      'balance.subLedger',
      'balance.subLedgerId',
      'balance.amount as kept',
      sql<number>`COALESCE(posted.amount, 0)`.as('posted'),
    ])
    .where('balance.accountCode', '=', accountCode)
    .where(sql<boolean>`balance.amount <> COALESCE(posted.amount, 0)`)
    .orderBy('balance.subLedger')
    .orderBy('balance.subLedgerId')
    .limit(MOST_ROWS)
    .execute();
  const nowhere = await database
    .selectFrom('posting')
    .select('entryId')
    .distinct()
    .where('accountCode', '=', accountCode)
    .where('subLedgerId', 'is', null)
    .orderBy('entryId')
    .limit(MOST_ROWS)
    .execute();

  const rows: ControlAccountRows['rows'] = [];
  for (const { subLedger, subLedgerId, kept, posted: sum } of differing) {
    rows.push({
      subLedger,
      ...(await whose(platform, subLedger, subLedgerId)),
      kept: formatMoney(kept),
      posted: formatMoney(money(sum)),
      difference: formatMoney(subtract(kept, money(sum))),
    });
  }
  return { accountCode, rows, entryIds: nowhere.map(({ entryId }) => String(entryId)) };
}

/** The printed number of the record whose balance it is, and the page that shows it. */
async function whose({ database }: Platform, subLedger: string, id: number) {
  switch (subLedger) {
    case 'deposit': {
      const row = await database
        .selectFrom('deposit')
        .select(['number', 'memberId'])
        .where('id', '=', id)
        .executeTakeFirst();
      return { number: row?.number ?? '', depositId: String(id), memberId: row ? String(row.memberId) : null };
    }
    case 'share': {
      const row = await database
        .selectFrom('share_holding')
        .select(['folio', 'memberId'])
        .where('id', '=', id)
        .executeTakeFirst();
      return { number: row?.folio ?? '', depositId: null, memberId: row ? String(row.memberId) : null };
    }
    case 'share_pending': {
      const row = await database.selectFrom('member').select('number').where('id', '=', id).executeTakeFirst();
      return { number: row?.number ?? '', depositId: null, memberId: String(id) };
    }
    case 'agent': {
      const row = await database.selectFrom('agent').select('number').where('id', '=', id).executeTakeFirst();
      return { number: row?.number ?? '', depositId: null, memberId: null };
    }
    case 'till': {
      const row = await database.selectFrom('till').select('code').where('id', '=', id).executeTakeFirst();
      return { number: row?.code ?? '', depositId: null, memberId: null };
    }
    default:
      return { number: String(id), depositId: null, memberId: null };
  }
}
