// The one door: the only writer of journal and postings. Everything happens in the caller's transaction, in an order
// that cannot deadlock and leaves no gap: balances in id order, the entry, and last the row of its series, which gives
// the number and the chain's head. Every statement is one fixed text, prepared once.

import { hash } from 'node:crypto';
import {
  addDays,
  type CalendarDate,
  CHAIN_START,
  chainLine,
  type FinancialYearStart,
  financialYearOf,
  invariant,
  journalEntry,
  type Money,
  minDate,
  totalOn,
} from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type BalanceMove, balanceMoves, deltaOf, moveBalances } from './balances.ts';
import { type BookRules, bookRules } from './book-rules.ts';
import { assertValueDate, businessDayFor, currentBusinessDay, refuseClosedDay } from './business-day.ts';
import {
  type ChangedBalance,
  type EntryDraft,
  type PostedEntry,
  type PostingDraft,
  printedNumber,
} from './entry-draft.ts';
import { getAccount, type LedgerAccount } from './ledger-accounts.ts';

export async function postJournalEntry(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  draft: EntryDraft,
): Promise<PostedEntry> {
  const total = checkedTotal(draft);
  const makerUserId = draft.makerUserId ?? actor.userId;
  const checkerUserId = draft.checkerUserId ?? null;
  invariant(checkerUserId === null || checkerUserId !== makerUserId, 'who entered it never approves it');

  const { postedOn, valueOn, rules } = await daysOf(trx, platform, draft);
  const postings = await withAccounts(trx, platform, draft.postings);
  const moves = balanceMoves(postings);
  const balances = await moveBalances(trx, platform, moves, draft.kind === 'reversal');

  const financialYear = yearLabel(postedOn, rules.financialYearStart);
  const narration = draft.narration.normalize('NFC').toWellFormed();
  const series = await lockSeries(trx, platform, draft.seriesCode, financialYear);
  const reverses = await reversedEntry(trx, platform, draft.reversesEntryId ?? null);
  const line = chainLine(
    {
      series: draft.seriesCode,
      financialYear,
      number: series.nextNumber,
      postedOn,
      valueOn,
      kind: draft.kind,
      narration,
      ...(reverses === undefined ? {} : { reverses }),
      postings: draft.postings.map((posting) => chained(posting, balances)),
    },
    series.chainHead,
  );
  const entryHash = hash('sha256', line);
  const recordedAt = platform.clock.now();

  const { insertId: id } = await platform.dialect.run(trx, ADD_ENTRY, [
    draft.seriesCode,
    financialYear,
    series.nextNumber,
    draft.kind,
    postedOn,
    valueOn,
    narration,
    total,
    draft.memberId ?? null,
    draft.tillId ?? null,
    draft.mode ?? null,
    draft.reversesEntryId ?? null,
    makerUserId,
    checkerUserId,
    draft.idempotencyKey ?? null,
    recordedAt,
    series.chainHead,
    entryHash,
  ]);
  await addPostings(trx, platform, id, postedOn, postings, balances, moves);
  await advanceSeries(trx, platform, draft.seriesCode, financialYear, series, entryHash, postedOn);

  const entry: PostedEntry = {
    id,
    seriesCode: draft.seriesCode,
    financialYear,
    number: series.nextNumber,
    printedNumber: printedNumber({ seriesCode: draft.seriesCode, financialYear, number: series.nextNumber }),
    postedOn,
    valueOn,
    recordedAt,
    total,
    balances,
  };
  await recordAudit(trx, platform, actor, {
    action: draft.audit.action,
    subjectKind: draft.audit.subjectKind ?? 'journal_entry',
    subjectId: draft.audit.subjectId ?? id,
    oldValues: draft.audit.oldValues ?? null,
    newValues: { entryId: id, number: entry.printedNumber, total, ...draft.audit.newValues },
  });
  if (draft.event !== null) {
    await recordEvent(trx, platform, {
      name: draft.event.name,
      memberId: draft.event.memberId ?? draft.memberId ?? null,
      payload: { ...draft.event.payload, entryId: id },
    });
  }
  return entry;
}

/** The core decides whether it balances; whoever drafts an entry that does not has made a mistake of ours. */
export function checkedTotal(draft: Pick<EntryDraft, 'kind' | 'narration' | 'postings'>): Money {
  const { kind, narration } = draft;
  const postings = draft.postings.map(({ accountCode, side, amount }) => ({ accountCode, side, amount }));
  const total = totalOn('debit', journalEntry({ kind, narration, postings }).postings);
  invariant(narration !== '', 'an entry without a narration');
  invariant(total > 0, `"${narration}" moves nothing`);
  return total;
}

export interface PostingOfAccount {
  readonly draft: PostingDraft;
  readonly account: LedgerAccount;
}

/** A posting on an account with a sub-ledger names its part of it, and no other does. */
export async function withAccounts(
  trx: Trx | undefined,
  platform: Pick<Platform, 'database' | 'dialect'>,
  drafts: readonly PostingDraft[],
): Promise<PostingOfAccount[]> {
  const postings: PostingOfAccount[] = [];
  for (const draft of drafts) {
    const account = await getAccount(platform, draft.accountCode, trx);
    invariant(account.isActive, `account ${account.code} is no longer used`);
    invariant((draft.subLedger ?? null) === account.subLedger, `a posting on ${account.code} names its sub-ledger`);
    invariant((draft.subLedger === undefined) === (draft.subLedgerId === undefined), 'kind and id name a sub-ledger');
    postings.push({ draft, account });
  }
  return postings;
}

export interface EntryDays {
  readonly postedOn: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly rules: BookRules;
}

async function daysOf(trx: Trx, platform: Platform, draft: EntryDraft): Promise<EntryDays> {
  // The end of a day is the day's own work, also after midnight: it does not move the day on, and the window, which
  // bounds what a person may date back, does not bound what was due on days that were missed.
  const isDayEnd = draft.kind === 'interest' || draft.kind === 'maturity';
  const postedOn = isDayEnd ? await currentBusinessDay(platform, trx) : await businessDayFor(trx, platform);
  if (draft.postedOn !== undefined && draft.postedOn !== postedOn) refuseClosedDay(draft.postedOn);

  const rules = await bookRules(platform, trx, postedOn);
  const valueOn = draft.valueOn ?? postedOn;
  assertValueDate(
    valueOn,
    postedOn,
    isDayEnd ? minDate(valueOn, postedOn) : addDays(postedOn, -rules.valueDateWindowDays),
  );
  return { postedOn, valueOn, rules };
}

const years = new Map<string, string>();

function yearLabel(day: CalendarDate, start: FinancialYearStart): string {
  const key = `${day} ${start.calendar === 'BS' ? 'BS' : `${start.month} ${start.day}`}`;
  const label = years.get(key) ?? financialYearOf(day, start).label;
  if (years.size > 100) years.clear();
  years.set(key, label);
  return label;
}

interface SeriesRow {
  readonly nextNumber: number;
  readonly chainHead: string;
}

const ADD_SERIES = 'INSERT INTO voucher_series (code, financialYear, nextNumber, chainHead) VALUES (?, ?, 1, ?)';

async function lockSeries(trx: Trx, platform: Platform, code: string, financialYear: string): Promise<SeriesRow> {
  const read = `SELECT nextNumber, chainHead FROM voucher_series WHERE code = ? AND financialYear = ?${platform.dialect.forUpdateText}`;
  const found = await platform.dialect.one<SeriesRow>(trx, read, [code, financialYear]);
  if (found !== undefined) return found;

  // The first entry of a series in a year; another may be making the row at this moment.
  await platform.dialect.insertIgnore({
    execute: () => platform.dialect.run(trx, ADD_SERIES, [code, financialYear, CHAIN_START]),
  });
  const made = await platform.dialect.one<SeriesRow>(trx, read, [code, financialYear]);
  invariant(made, `series ${code} of ${financialYear} is there`);
  return made;
}

// The entry's foreign key already holds the day's row, so a day found open here stays open until the commit.
const ADVANCE_SERIES =
  'UPDATE voucher_series SET nextNumber = nextNumber + 1, chainHead = ? ' +
  'WHERE code = ? AND financialYear = ? AND nextNumber = ? ' +
  "AND EXISTS (SELECT 1 FROM business_day WHERE businessDate = ? AND status = 'open')";

async function advanceSeries(
  trx: Trx,
  platform: Platform,
  code: string,
  financialYear: string,
  series: SeriesRow,
  head: string,
  postedOn: CalendarDate,
): Promise<void> {
  const { changes } = await platform.dialect.run(trx, ADVANCE_SERIES, [
    head,
    code,
    financialYear,
    series.nextNumber,
    postedOn,
  ]);
  if (changes === 0) refuseClosedDay(postedOn);
}

const REVERSED = 'SELECT seriesCode AS series, financialYear, number FROM journal_entry WHERE id = ?';

async function reversedEntry(trx: Trx, platform: Platform, id: number | null) {
  if (id === null) return undefined;
  const entry = await platform.dialect.one<{ series: string; financialYear: string; number: number }>(trx, REVERSED, [
    id,
  ]);
  invariant(entry, `entry ${id} is there to be reversed`);
  return entry;
}

const ADD_ENTRY =
  'INSERT INTO journal_entry (seriesCode, financialYear, number, kind, postedOn, valueOn, narration, total, memberId, ' +
  'tillId, mode, reversesEntryId, makerUserId, checkerUserId, idempotencyKey, recordedAt, previousHash, hash) ' +
  `VALUES (${Array(18).fill('?').join(', ')})`;

const ADD_POSTINGS = new Map<number, string>();

function addPostingsText(count: number): string {
  const found = ADD_POSTINGS.get(count);
  if (found !== undefined) return found;
  const text =
    'INSERT INTO posting (entryId, line, accountCode, side, amount, subLedger, subLedgerId, balanceAfter, memo, postedOn) ' +
    `VALUES ${Array(count).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`;
  ADD_POSTINGS.set(count, text);
  return text;
}

async function addPostings(
  trx: Trx,
  platform: Platform,
  entryId: number,
  postedOn: CalendarDate,
  postings: readonly PostingOfAccount[],
  balances: readonly ChangedBalance[],
  moves: readonly BalanceMove[],
): Promise<void> {
  // Where two postings touch one balance, the earlier of them shows the balance in between.
  const running = new Map(moves.map((move, index) => [keyOf(move), balances[index]?.before ?? 0]));
  const values = postings.flatMap(({ draft, account }, index) => {
    const { accountCode, side, amount, subLedger, subLedgerId, memo } = draft;
    let balanceAfter: number | null = null;
    if (subLedger !== undefined && subLedgerId !== undefined) {
      const key = keyOf({ subLedger, subLedgerId });
      balanceAfter = (running.get(key) ?? 0) + deltaOf(account, side, amount);
      running.set(key, balanceAfter);
    }
    return [
      entryId,
      index + 1,
      accountCode,
      side,
      amount,
      subLedger ?? null,
      subLedgerId ?? null,
      balanceAfter,
      memo ?? null,
      postedOn,
    ];
  });
  await platform.dialect.run(trx, addPostingsText(postings.length), values);
}

const keyOf = ({ subLedger, subLedgerId }: { subLedger: string; subLedgerId: number }) => `${subLedger} ${subLedgerId}`;

function chained(
  { accountCode, side, amount, subLedger, subLedgerId }: PostingDraft,
  balances: readonly ChangedBalance[],
) {
  if (subLedger === undefined || subLedgerId === undefined) return { accountCode, side, amount };
  const balance = balances.find((row) => row.subLedger === subLedger && row.subLedgerId === subLedgerId);
  invariant(balance, 'every sub-ledger of the entry was moved');
  return { accountCode, side, amount, subLedger: { kind: subLedger, number: balance.number } };
}
