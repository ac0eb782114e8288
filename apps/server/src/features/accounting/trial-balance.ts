// The trial balance as of any day: what the financial year opened with, what moved in it, and where every account
// stands. Closed days are read as the sums kept when they were closed, the others from their postings.

import type { TrialBalance, TrialBalanceRow } from '@kafal/contract';
import {
  add,
  type CalendarDate,
  financialYearOf,
  formatMoney,
  type Money,
  maximum,
  money,
  subtract,
  ZERO,
} from '@kafal/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { bookRules } from './book-rules.ts';
import { bookWords } from './book-words.ts';
import { sumsOfDay } from './day-sums.ts';
import { accountName, allAccounts } from './ledger-accounts.ts';

interface Sums {
  opening: { debit: Money; credit: Money };
  period: { debit: Money; credit: Money };
}

export async function trialBalanceAsOf(
  platform: Platform,
  actor: Pick<Actor, 'language'>,
  given?: CalendarDate,
): Promise<Balance> {
  return (await trialBalanceBeside(platform, actor, async () => undefined, given)).balance;
}

type Balance = z.input<typeof TrialBalance>;

/**
 * The trial balance and whatever is held against it, out of one snapshot: a day that is closed meanwhile counts once, and
 * what is posted meanwhile is in both of them or in neither.
 */
export async function trialBalanceBeside<Beside>(
  platform: Platform,
  actor: Pick<Actor, 'language'>,
  read: (snapshot: Reader) => Promise<Beside>,
  given?: CalendarDate,
): Promise<{ balance: Balance; beside: Beside }> {
  // Nothing else may be asked of the database while the snapshot holds its connection.
  const { currency, financialYearStart } = await bookRules(platform, undefined, given);
  const seen = await platform.database.transaction().execute(async (snapshot) => {
    const asOf = given ?? (await newestDay(snapshot));
    const { startsOn } = financialYearOf(asOf, financialYearStart);
    const sums = await sumsUpTo(snapshot, asOf, startsOn);
    return { asOf, currency, startsOn, sums, beside: await read(snapshot) };
  });
  return { balance: await balanceOfSums(platform, actor, seen), beside: seen.beside };
}

async function newestDay(snapshot: Reader): Promise<CalendarDate> {
  const day = await snapshot
    .selectFrom('business_day')
    .select('businessDate')
    .orderBy('businessDate', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (day === undefined) throw new Refusal('conflict', 'SOCIETY_NOT_SET_UP');
  return day.businessDate;
}

interface Seen {
  readonly asOf: CalendarDate;
  readonly currency: string;
  readonly startsOn: CalendarDate;
  readonly sums: Map<string, Sums>;
}

async function balanceOfSums(
  platform: Platform,
  actor: Pick<Actor, 'language'>,
  { asOf, currency, startsOn, sums }: Seen,
): Promise<Balance> {
  const totals = {
    openingDebit: ZERO,
    openingCredit: ZERO,
    debit: ZERO,
    credit: ZERO,
    closingDebit: ZERO,
    closingCredit: ZERO,
  };
  const rows: z.input<typeof TrialBalanceRow>[] = [];
  for (const account of await allAccounts(platform)) {
    const moved = sums.get(account.code);
    if (moved === undefined) continue;
    const { opening, period } = moved;
    const figures = {
      openingDebit: excess(opening.debit, opening.credit),
      openingCredit: excess(opening.credit, opening.debit),
      debit: period.debit,
      credit: period.credit,
      closingDebit: excess(add(opening.debit, period.debit), add(opening.credit, period.credit)),
      closingCredit: excess(add(opening.credit, period.credit), add(opening.debit, period.debit)),
    };
    for (const column of COLUMNS) totals[column] = add(totals[column], figures[column]);
    rows.push({
      accountCode: account.code,
      accountName: accountName(account, actor.language),
      type: account.type,
      isControl: account.isControl,
      ...asText(figures),
    });
  }
  return {
    asOf,
    periodFrom: startsOn,
    currency,
    rows,
    totals: asText(totals),
    agrees:
      totals.openingDebit === totals.openingCredit &&
      totals.debit === totals.credit &&
      totals.closingDebit === totals.closingCredit,
  };
}

/** The same as a file; the export is in the trail before its first byte leaves. */
export async function trialBalanceCsv(platform: Platform, actor: Actor, asOf?: CalendarDate): Promise<string> {
  const balance = await trialBalanceAsOf(platform, actor, asOf);
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'trial_balance.exported',
      subjectKind: 'business_day',
      subjectId: balance.asOf,
    }),
  );
  const { csv } = bookWords[actor.language];
  const head = [csv.account, csv.accountName, ...COLUMNS.map((column) => csv[column])];
  const lines = balance.rows.map((row) => [row.accountCode, row.accountName, ...COLUMNS.map((column) => row[column])]);
  const foot = [csv.totals, '', ...COLUMNS.map((column) => balance.totals[column])];
  return BYTE_ORDER_MARK + csvLines([head, ...lines, foot]);
}

const COLUMNS = ['openingDebit', 'openingCredit', 'debit', 'credit', 'closingDebit', 'closingCredit'] as const;
type Figures = Record<(typeof COLUMNS)[number], Money>;

function asText(figures: Figures): Record<(typeof COLUMNS)[number], string> {
  return {
    openingDebit: formatMoney(figures.openingDebit),
    openingCredit: formatMoney(figures.openingCredit),
    debit: formatMoney(figures.debit),
    credit: formatMoney(figures.credit),
    closingDebit: formatMoney(figures.closingDebit),
    closingCredit: formatMoney(figures.closingCredit),
  };
}

const excess = (larger: Money, smaller: Money): Money => maximum(ZERO, subtract(larger, smaller));

/** Both sides of every account that moved, before the financial year and in it. */
async function sumsUpTo(snapshot: Reader, asOf: CalendarDate, startsOn: CalendarDate): Promise<Map<string, Sums>> {
  const moved: Moved[] = await snapshot
    .selectFrom('daily_total')
    .select(({ fn }) => [
      'accountCode',
      sql<number>`CASE WHEN businessDate < ${startsOn} THEN 0 ELSE 1 END`.as('inPeriod'),
      fn.sum<number>('debit').as('debit'),
      fn.sum<number>('credit').as('credit'),
    ])
    .where('businessDate', '<=', asOf)
    .groupBy(['accountCode', 'inPeriod'])
    .orderBy('accountCode')
    .execute();
  const open = await snapshot
    .selectFrom('business_day')
    .select('businessDate')
    .where('status', '=', 'open')
    .where('businessDate', '<=', asOf)
    .orderBy('businessDate')
    .execute();
  for (const { businessDate } of open) {
    const inPeriod = businessDate < startsOn ? 0 : 1;
    for (const [accountCode, ofDay] of await sumsOfDay(snapshot, businessDate)) {
      moved.push({ accountCode, inPeriod, ...ofDay });
    }
  }

  const sums = new Map<string, Sums>();
  for (const row of moved) {
    const account = sums.get(row.accountCode) ?? nothing();
    const part = row.inPeriod === 1 ? account.period : account.opening;
    part.debit = add(part.debit, money(row.debit));
    part.credit = add(part.credit, money(row.credit));
    sums.set(row.accountCode, account);
  }
  return sums;
}

interface Moved {
  readonly accountCode: string;
  readonly inPeriod: number;
  readonly debit: number;
  readonly credit: number;
}

const nothing = (): Sums => ({ opening: { debit: ZERO, credit: ZERO }, period: { debit: ZERO, credit: ZERO } });
