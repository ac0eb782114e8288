// The chart of accounts: written once at set-up, read by everyone, changed by nobody in between.

import { type AccountType, CHART_OF_ACCOUNTS, invariant } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { SUB_LEDGERS, type SubLedger } from './entry-draft.ts';

export interface LedgerAccount {
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly type: AccountType;
  readonly isControl: boolean;
  readonly subLedger: string | null;
  readonly isActive: boolean;
}

type AccountsPlatform = Pick<Platform, 'database' | 'dialect'>;

interface AccountRow extends Omit<LedgerAccount, 'isControl' | 'isActive'> {
  readonly isControl: number;
  readonly isActive: number;
}

const COLUMNS = 'code, nameEn, nameHi, type, isControl, subLedger, isActive';
const READ_ONE = `SELECT ${COLUMNS} FROM account WHERE code = ?`;
const READ_ALL = `SELECT ${COLUMNS} FROM account ORDER BY code`;

const toAccount = (row: AccountRow): LedgerAccount => ({
  ...row,
  isControl: row.isControl === 1,
  isActive: row.isActive === 1,
});

// The door asks for the same few accounts a thousand times a second; each is believed for a second.
const FRESH_FOR_MS = 1_000;
const kept = new WeakMap<object, Map<string, { readonly account: LedgerAccount; readonly readAt: number }>>();

/** The account of a code, or undefined. Inside a transaction the trx is the reader. */
export async function findAccount(
  platform: AccountsPlatform,
  code: string,
  trx?: Trx,
): Promise<LedgerAccount | undefined> {
  const found = kept.get(platform.database)?.get(code);
  if (found !== undefined && performance.now() - found.readAt < FRESH_FOR_MS) return found.account;

  const row = await platform.dialect.one<AccountRow>(trx ?? platform.database, READ_ONE, [code]);
  if (row === undefined) return undefined;
  const account = toAccount(row);
  // What a transaction has read may be its own and never be kept.
  if (trx === undefined) keep(platform, account);
  else trx.afterCommit(() => keep(platform, account));
  return account;
}

export async function getAccount(platform: AccountsPlatform, code: string, trx?: Trx): Promise<LedgerAccount> {
  const account = await findAccount(platform, code, trx);
  invariant(account, `there is no account ${code}`);
  return account;
}

export async function allAccounts(platform: AccountsPlatform, reader?: Reader): Promise<LedgerAccount[]> {
  const rows = await platform.dialect.all<AccountRow>(reader ?? platform.database, READ_ALL);
  return rows.map(toAccount);
}

export const accountName = (account: LedgerAccount, language: Language): string =>
  language === 'hi' ? account.nameHi : account.nameEn;

/** Every account's name by its code, in the reader's language. */
export async function accountNames(platform: AccountsPlatform, language: Language): Promise<Map<string, string>> {
  const accounts = await allAccounts(platform);
  return new Map(accounts.map((account) => [account.code, accountName(account, language)]));
}

/** The accounts every society starts with. */
export async function createChartOfAccounts(trx: Trx): Promise<void> {
  await trx
    .insertInto('account')
    .values(
      CHART_OF_ACCOUNTS.map(({ code, name, type, isControl, subLedger }) => ({
        code,
        nameEn: name.en,
        nameHi: name.hi,
        nameNe: name.ne,
        type,
        isControl: isControl ? 1 : 0,
        subLedger: subLedger ?? null,
        statutoryCode: null,
        isActive: 1,
      })),
    )
    .execute();
}

export function isSubLedger(text: string | null): text is SubLedger {
  return text !== null && SUB_LEDGERS.some((subLedger) => subLedger === text);
}

function keep(platform: AccountsPlatform, account: LedgerAccount): void {
  const accounts = kept.get(platform.database) ?? new Map();
  accounts.set(account.code, { account, readAt: performance.now() });
  kept.set(platform.database, accounts);
}
