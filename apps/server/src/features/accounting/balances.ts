// The running balances of what may not go below a floor. A decrease is one conditional statement, so two withdrawals at
// the same moment can never both take the last rupee, on any database.

import { formatMoney, invariant, type Money, money, normalSideOf, type Side, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList } from '../../platform/database/many-rows.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { ChangedBalance, EntryDraft, PostingDraft, SubLedger } from './entry-draft.ts';
import type { LedgerAccount } from './ledger-accounts.ts';

type BalancesPlatform = Pick<Platform, 'dialect'>;

export interface BalanceRow {
  readonly accountCode: string;
  readonly amount: Money;
  readonly hold: Money;
  readonly floor: Money;
  /** The printed number of the record whose balance it is. */
  readonly number: string;
  /** Of a deposit alone. */
  readonly status?: string;
}

export interface BalanceKey {
  readonly subLedger: SubLedger;
  readonly subLedgerId: number;
}

/** One posting on a sub-ledger and what it does to the balance there: positive is an increase. */
export interface BalanceMove extends BalanceKey {
  readonly accountCode: string;
  readonly delta: number;
}

const READ = 'SELECT b.subLedgerId, b.accountCode, b.amount, b.hold, b.floor,';
// The printed numbers that stand in the chain; each is given once and never changed.
const READ_WITH_NUMBER: Readonly<Record<SubLedger, string>> = {
  agent: `${READ} a.number AS number FROM balance b JOIN agent a ON a.id = b.subLedgerId`,
  deposit: `${READ} d.number AS number, d.status AS status FROM balance b JOIN deposit d ON d.id = b.subLedgerId`,
  loan: `${READ} l.number AS number FROM balance b JOIN loan l ON l.id = b.subLedgerId`,
  share: `${READ} h.folio AS number FROM balance b JOIN share_holding h ON h.id = b.subLedgerId`,
  share_pending: `${READ} m.number AS number FROM balance b JOIN member m ON m.id = b.subLedgerId`,
  till: `${READ} t.code AS number FROM balance b JOIN till t ON t.id = b.subLedgerId`,
  vault: `${READ} '1' AS number FROM balance b`,
};
const OF_ONE = 'WHERE b.subLedger = ? AND b.subLedgerId = ?';

const SET = 'UPDATE balance SET amount = amount + ?, version = version + 1 WHERE subLedger = ? AND subLedgerId = ?';
const DECREASE = `${SET} AND amount + ? >= floor + hold`;
// What was credited by mistake was never the member's: a reversal may go below floor and hold, but not below zero.
const TAKE_BACK = `${SET} AND amount + ? >= 0`;
// An account that ends needs no minimum any more; what is held back stays.
const EMPTY = `${SET} AND amount + ? >= hold`;

/** How far a balance may fall: to its floor and its hold, when its account is closed to its hold, and in a reversal to nothing. */
export type Fall = 'ordinary' | 'closure' | 'reversal';
const FALLS: Readonly<Record<Fall, string>> = { ordinary: DECREASE, closure: EMPTY, reversal: TAKE_BACK };

export const fallOf = ({ kind, isClosure }: Pick<EntryDraft, 'kind' | 'isClosure'>): Fall =>
  kind === 'reversal' ? 'reversal' : isClosure === true ? 'closure' : 'ordinary';

export function findBalance(
  platform: BalancesPlatform,
  reader: Reader,
  { subLedger, subLedgerId }: BalanceKey,
): Promise<BalanceRow | undefined> {
  return platform.dialect.one<BalanceRow>(reader, `${READ_WITH_NUMBER[subLedger]} ${OF_ONE}`, [subLedger, subLedgerId]);
}

/** The balance now, or zero where none was ever opened. */
export async function balanceOf(
  platform: Pick<Platform, 'dialect' | 'database'>,
  key: BalanceKey,
  reader: Reader = platform.database,
): Promise<{ amount: Money; hold: Money; floor: Money }> {
  const row = await findBalance(platform, reader, key);
  return { amount: money(row?.amount ?? 0), hold: money(row?.hold ?? 0), floor: money(row?.floor ?? 0) };
}

const OPEN =
  'INSERT INTO balance (subLedger, subLedgerId, accountCode, amount, hold, floor, version) VALUES (?, ?, ?, 0, 0, ?, 0)';

/** Called by the command that makes the deposit, holding, till or member, in the same transaction. */
export async function openBalance(
  trx: Trx,
  platform: BalancesPlatform,
  balance: BalanceKey & { readonly accountCode: string; readonly floor?: Money },
): Promise<void> {
  const { subLedger, subLedgerId, accountCode, floor = 0 } = balance;
  await platform.dialect.run(trx, OPEN, [subLedger, subLedgerId, accountCode, floor]);
}

/** Sets how much of a balance is held back from withdrawal; the caller has decided that it may. */
export async function changeHold(
  trx: Trx,
  platform: BalancesPlatform,
  { subLedger, subLedgerId, hold }: BalanceKey & { readonly hold: Money },
): Promise<void> {
  const { changes } = await platform.dialect.run(
    trx,
    'UPDATE balance SET hold = ?, version = version + 1 WHERE subLedger = ? AND subLedgerId = ?',
    [hold, subLedger, subLedgerId],
  );
  invariant(changes === 1, `${subLedger} ${subLedgerId} has no balance`);
}

/** Plus on the side where the account grows, minus on the other. */
export function deltaOf(account: LedgerAccount, side: Side, amount: Money): number {
  return side === normalSideOf(account.type) ? amount : -amount;
}

/** What the postings do to each balance, one row per balance, in the one order in which rows are locked. */
export function balanceMoves(
  postings: readonly { readonly draft: PostingDraft; readonly account: LedgerAccount }[],
): BalanceMove[] {
  const moves = new Map<string, BalanceMove>();
  for (const { draft, account } of postings) {
    if (draft.subLedger === undefined || draft.subLedgerId === undefined) continue;
    const { subLedger, subLedgerId, accountCode } = draft;
    const key = `${subLedger} ${subLedgerId}`;
    const before = moves.get(key);
    invariant(before === undefined || before.accountCode === accountCode, `${key} stands behind one account only`);
    const delta = (before?.delta ?? 0) + deltaOf(account, draft.side, draft.amount);
    moves.set(key, { subLedger, subLedgerId, accountCode, delta });
  }
  return [...moves.values()].sort(inLockOrder);
}

export function inLockOrder(left: BalanceKey, right: BalanceKey): number {
  if (left.subLedger === right.subLedger) return left.subLedgerId - right.subLedgerId;
  return left.subLedger < right.subLedger ? -1 : 1;
}

/** From so many on, three statements for all of them are fewer than two for each. */
const TOGETHER_FROM = 4;

/** Changes every balance, or refuses at the first that would fall below its floor and its hold. */
export async function moveBalances(
  trx: Trx,
  platform: BalancesPlatform,
  moves: readonly BalanceMove[],
  fall: Fall = 'ordinary',
): Promise<ChangedBalance[]> {
  const [first] = moves;
  if (first === undefined) return [];
  const { subLedger: kind } = first;
  if (moves.length >= TOGETHER_FROM && moves.every(({ subLedger, delta }) => subLedger === kind && delta > 0)) {
    return raiseTogether(trx, platform, kind, moves, fall);
  }
  const changed: ChangedBalance[] = [];
  for (const move of moves) {
    const { subLedger, subLedgerId, delta } = move;
    if (delta !== 0) {
      const { changes } = await platform.dialect.run(
        trx,
        delta < 0 ? FALLS[fall] : SET,
        delta < 0 ? [delta, subLedger, subLedgerId, delta] : [delta, subLedger, subLedgerId],
      );
      if (changes === 0) {
        refuseDecrease(await findBalance(platform, trx, { subLedger, subLedgerId }), subLedger, delta, fall);
      }
    }
    changed.push(changedBy(move, await findBalance(platform, trx, { subLedger, subLedgerId }), fall));
  }
  return changed;
}

/** What only rises meets no floor, so many balances of one kind are raised at once. */
async function raiseTogether(
  trx: Trx,
  platform: BalancesPlatform,
  subLedger: SubLedger,
  moves: readonly BalanceMove[],
  fall: Fall,
): Promise<ChangedBalance[]> {
  const { marks, values } = idList(moves.map(({ subLedgerId }) => subLedgerId));
  const those = `WHERE b.subLedger = ? AND b.subLedgerId IN (${marks})`;
  const locked = await platform.dialect.all(
    trx,
    `SELECT b.subLedgerId FROM balance b ${those} ORDER BY b.subLedgerId${platform.dialect.forUpdateText}`,
    [subLedger, ...values],
  );
  // So the upsert below never makes a row.
  invariant(locked.length === moves.length, `a ${subLedger} has no balance`);
  const raised = moves.map(({ subLedgerId, accountCode, delta }) => ({
    subLedger,
    subLedgerId,
    accountCode,
    amount: money(delta),
    hold: ZERO,
    floor: ZERO,
    version: 1,
  }));
  await platform.dialect.upsert(trx, 'balance', raised, {
    key: ['subLedger', 'subLedgerId'],
    add: ['amount', 'version'],
  });
  const read = `${READ_WITH_NUMBER[subLedger]} ${those}`;
  const rows = await platform.dialect.all<BalanceRow & BalanceKey>(trx, read, [subLedger, ...values]);
  const rowOf = new Map(rows.map((row) => [row.subLedgerId, row]));
  return moves.map((move) => changedBy(move, rowOf.get(move.subLedgerId), fall));
}

function changedBy(
  { subLedger, subLedgerId, accountCode, delta }: BalanceMove,
  row: BalanceRow | undefined,
  fall: Fall,
) {
  invariant(row, `${subLedger} ${subLedgerId} has no balance`);
  invariant(row.accountCode === accountCode, `${subLedger} ${subLedgerId} stands behind ${row.accountCode}`);
  refuseClosed(row, delta, fall);
  const after = money(row.amount);
  return { subLedger, subLedgerId, number: row.number, before: money(after - delta), after };
}

/** Read after the balance was waited for: an account that was closed a moment before takes nothing. */
function refuseClosed({ status, number }: BalanceRow, delta: number, fall: Fall): void {
  if (status === 'closed' && delta > 0 && fall !== 'reversal')
    throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });
}

/** The same decision for a preview: nothing is written. A sub-ledger that may lack is short without being refused. */
export async function previewMoves(
  platform: BalancesPlatform,
  reader: Reader,
  moves: readonly BalanceMove[],
  fall: Fall = 'ordinary',
  mayLack?: SubLedger,
): Promise<ChangedBalance[]> {
  const changed: ChangedBalance[] = [];
  for (const { subLedger, subLedgerId, accountCode, delta } of moves) {
    const row = await findBalance(platform, reader, { subLedger, subLedgerId });
    invariant(row, `${subLedger} ${subLedgerId} has no balance`);
    invariant(row.accountCode === accountCode, `${subLedger} ${subLedgerId} stands behind ${row.accountCode}`);
    refuseClosed(row, delta, fall);
    const isShort = delta < 0 && row.amount + delta < leastOf(row, fall);
    if (isShort && subLedger !== mayLack) refuseDecrease(row, subLedger, delta, fall);
    changed.push({
      subLedger,
      subLedgerId,
      number: row.number,
      before: money(row.amount),
      after: money(row.amount + delta),
    });
  }
  return changed;
}

const REFUSALS: Readonly<Record<SubLedger, string>> = {
  agent: 'AGENT_CASH_TOO_LOW',
  deposit: 'BALANCE_TOO_LOW',
  loan: 'LOAN_OVERPAID',
  share: 'SHARES_TOO_FEW',
  share_pending: 'SHARE_MONEY_TOO_LOW',
  till: 'TILL_CASH_TOO_LOW',
  vault: 'VAULT_CASH_TOO_LOW',
};

/** What must stay (see FALLS). */
function leastOf({ floor, hold }: BalanceRow, fall: Fall): number {
  switch (fall) {
    case 'ordinary':
      return floor + hold;
    case 'closure':
      return hold;
    case 'reversal':
      return 0;
  }
}

function refuseDecrease(row: BalanceRow | undefined, subLedger: SubLedger, delta: number, fall: Fall): never {
  invariant(row, `${subLedger} has no balance`);
  const available = Math.max(0, row.amount - leastOf(row, fall));
  const code = fall === 'reversal' && subLedger === 'deposit' ? 'REVERSAL_MONEY_SPENT' : REFUSALS[subLedger];
  throw new Refusal('rule', code, {
    number: row.number,
    available: formatMoney(money(available)),
    asked: formatMoney(money(-delta)),
    floor: formatMoney(row.floor),
    hold: formatMoney(row.hold),
  });
}
