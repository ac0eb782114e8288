// The one door: the only writer of journal and postings. Everything happens in the caller's transaction, in an order
// that cannot deadlock and leaves no gap: balances in id order, the entry, and last the row of its series, which gives
// the number and the chain's head. Every statement is one fixed text, prepared once.

import { hash } from 'node:crypto';
import {
  addDays,
  type CalendarDate,
  chainLine,
  type FinancialYearStart,
  financialYearOf,
  invariant,
  journalEntry,
  type Money,
  minDate,
  totalOn,
  ZERO,
} from '@kafal/core';
import { insertRows } from '../../platform/database/many-rows.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudits } from '../audit/index.ts';
import { recountInterest } from './back-dated.ts';
import { balanceMoves, deltaOf, type Fall, fallOf, inLockOrder, moveBalances } from './balances.ts';
import { type BookRules, bookRules } from './book-rules.ts';
import { assertValueDate, businessDayFor, currentBusinessDay, refuseClosedDay } from './business-day.ts';
import {
  type ChangedBalance,
  DAY_END_SERIES,
  type EntryDraft,
  type PostedEntry,
  type PostingDraft,
  printedNumber,
} from './entry-draft.ts';
import { getAccount, type LedgerAccount } from './ledger-accounts.ts';
import { advanceSeries, lockSeries } from './voucher-series.ts';

export async function postJournalEntry(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  draft: EntryDraft,
): Promise<PostedEntry> {
  const [entry] = await postJournalEntries(trx, platform, actor, [draft]);
  invariant(entry, 'a draft becomes an entry');
  return entry;
}

/** Many entries of one kind, series and days, each on balances of its own; what holds for one holds for each of them. */
export async function postJournalEntries(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  drafts: readonly EntryDraft[],
): Promise<PostedEntry[]> {
  const [first] = drafts;
  if (first === undefined) return [];
  const { seriesCode, kind } = first;
  for (const draft of drafts) assertLike(draft, first);
  const totals = drafts.map(checkedTotal);

  const { postedOn, valueOn, rules } = await daysOf(trx, platform, first);
  const postings = await postingsOf(trx, platform, drafts);
  const balancesOf = await movedBalances(trx, platform, postings, fallOf(first));

  const financialYear = yearLabel(postedOn, rules.financialYearStart);
  const series = await lockSeries(trx, platform, { seriesCode, financialYear });
  const recordedAt = platform.clock.now();
  const numbered: NumberedEntry[] = [];
  let head = series.chainHead;
  for (const [place, draft] of drafts.entries()) {
    const number = series.nextNumber + place;
    const narration = draft.narration.normalize('NFC').toWellFormed();
    const reverses = await reversedEntry(trx, platform, draft.reversesEntryId ?? null);
    const balances = balancesOf[place] ?? [];
    const line = chainLine(
      {
        series: seriesCode,
        financialYear,
        number,
        postedOn,
        valueOn,
        kind,
        narration,
        ...(reverses === undefined ? {} : { reverses }),
        postings: draft.postings.map((posting) => chained(posting, balances)),
      },
      head,
    );
    const previousHash = head;
    head = hash('sha256', line);
    const total = totals[place] ?? ZERO;
    numbered.push({ draft, number, narration, total, previousHash, hash: head, balances });
  }

  const of = { seriesCode, financialYear, postedOn, valueOn, recordedAt };
  const ids = await addEntries(trx, platform, actor, of, numbered);
  const entries = numbered.map(({ number, total, balances }, place): PostedEntry => {
    const id = ids[place];
    invariant(id, 'every entry has its id');
    const printed = printedNumber({ seriesCode, financialYear, number });
    return { id, ...of, number, printedNumber: printed, total, balances };
  });
  await addPostings(trx, platform, postedOn, entries, postings);
  await advanceSeries(trx, platform, {
    seriesCode,
    financialYear,
    from: series,
    entries: entries.length,
    head,
    postedOn,
  });
  await tell(trx, platform, actor, drafts, entries);
  if (valueOn < postedOn && first.isInterestCount !== true) await countAnew(trx, platform, actor, drafts, entries);
  return entries;
}

/** What is decided once for all of them. */
function assertLike(draft: EntryDraft, first: EntryDraft): void {
  invariant(
    draft.seriesCode === first.seriesCode &&
      draft.kind === first.kind &&
      draft.valueOn === first.valueOn &&
      draft.isInterestCount === first.isInterestCount &&
      draft.isClosure === first.isClosure &&
      draft.postedOn === first.postedOn,
    'entries that are posted together are of one series, kind and days',
  );
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
  const accounts = new Map<string, LedgerAccount>();
  for (const { accountCode } of drafts) {
    if (!accounts.has(accountCode)) accounts.set(accountCode, await getAccount(platform, accountCode, trx));
  }
  return drafts.map((draft) => {
    const account = accounts.get(draft.accountCode);
    invariant(account?.isActive, `account ${draft.accountCode} is no longer used`);
    invariant((draft.subLedger ?? null) === account.subLedger, `a posting on ${account.code} names its sub-ledger`);
    invariant((draft.subLedger === undefined) === (draft.subLedgerId === undefined), 'kind and id name a sub-ledger');
    return { draft, account };
  });
}

/** Of each entry. */
async function postingsOf(trx: Trx, platform: Platform, drafts: readonly EntryDraft[]): Promise<PostingOfAccount[][]> {
  const all = await withAccounts(
    trx,
    platform,
    drafts.flatMap(({ postings }) => postings),
  );
  let start = 0;
  return drafts.map(({ postings }) => {
    const ofEntry = all.slice(start, start + postings.length);
    start += postings.length;
    return ofEntry;
  });
}

/** Of each entry; the balances of all of them are changed in the one order in which rows are locked. */
async function movedBalances(
  trx: Trx,
  platform: Platform,
  postings: readonly (readonly PostingOfAccount[])[],
  fall: Fall,
): Promise<ChangedBalance[][]> {
  const movesOf = postings.map(balanceMoves);
  const moves = movesOf.flat().sort(inLockOrder);
  const changed = await moveBalances(trx, platform, moves, fall);
  const balances = new Map(changed.map((balance) => [keyOf(balance), balance]));
  invariant(balances.size === moves.length, 'of entries that are posted together no two move one balance');
  return movesOf.map((ofEntry) => ofEntry.flatMap((move) => balances.get(keyOf(move)) ?? []));
}

export interface EntryDays {
  readonly postedOn: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly rules: BookRules;
}

async function daysOf(trx: Trx, platform: Platform, draft: EntryDraft): Promise<EntryDays> {
  // The end of a day is the day's own work, also after midnight: it does not move the day on, and the window, which
  // bounds what a person may date back, does not bound what was due on days that were missed.
  const isDayEnd = ['interest', 'maturity', 'accrual'].includes(draft.kind) || draft.seriesCode === DAY_END_SERIES;
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

const REVERSED = 'SELECT seriesCode AS series, financialYear, number FROM journal_entry WHERE id = ?';

async function reversedEntry(trx: Trx, platform: Platform, id: number | null) {
  if (id === null) return undefined;
  const entry = await platform.dialect.one<{ series: string; financialYear: string; number: number }>(trx, REVERSED, [
    id,
  ]);
  invariant(entry, `entry ${id} is there to be reversed`);
  return entry;
}

interface NumberedEntry {
  readonly draft: EntryDraft;
  readonly number: number;
  readonly narration: string;
  readonly total: Money;
  readonly previousHash: string;
  readonly hash: string;
  readonly balances: readonly ChangedBalance[];
}

type AlikeOfEntries = Pick<PostedEntry, 'seriesCode' | 'financialYear' | 'postedOn' | 'valueOn' | 'recordedAt'>;

const insertEntries = insertRows(
  'INSERT INTO journal_entry (seriesCode, financialYear, number, kind, postedOn, valueOn, narration, total, memberId, ' +
    'tillId, mode, reversesEntryId, makerUserId, checkerUserId, idempotencyKey, recordedAt, previousHash, hash)',
);
const READ_IDS =
  'SELECT id FROM journal_entry WHERE seriesCode = ? AND financialYear = ? AND number >= ? ORDER BY number';

/** The ids, in the order of the numbers: a server may leave out ids between the rows of one statement. */
async function addEntries(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { seriesCode, financialYear, postedOn, valueOn, recordedAt }: AlikeOfEntries,
  entries: readonly NumberedEntry[],
): Promise<number[]> {
  const rows = entries.map(({ draft, number, narration, total, previousHash, hash: own }) => {
    const makerUserId = draft.makerUserId ?? actor.userId;
    const checkerUserId = draft.checkerUserId ?? null;
    invariant(checkerUserId === null || checkerUserId !== makerUserId, 'who entered it never approves it');
    return [
      seriesCode,
      financialYear,
      number,
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
      previousHash,
      own,
    ];
  });
  const { insertId } = await insertEntries(trx, platform, rows);
  if (entries.length === 1) return [insertId];
  const from = entries[0]?.number ?? 0;
  const read = await platform.dialect.all<{ id: number }>(trx, READ_IDS, [seriesCode, financialYear, from]);
  invariant(read.length === entries.length, 'every entry is there');
  return read.map(({ id }) => id);
}

const insertPostings = insertRows(
  'INSERT INTO posting (entryId, line, accountCode, side, amount, subLedger, subLedgerId, balanceAfter, memo, postedOn)',
);

async function addPostings(
  trx: Trx,
  platform: Platform,
  postedOn: CalendarDate,
  entries: readonly PostedEntry[],
  postingsOfEntries: readonly (readonly PostingOfAccount[])[],
): Promise<void> {
  const rows = entries.flatMap(({ id, balances }, place) => {
    // Where two postings touch one balance, the earlier of them shows the balance in between.
    const running = new Map<string, number>(balances.map((balance) => [keyOf(balance), balance.before]));
    return (postingsOfEntries[place] ?? []).map(({ draft, account }, index) => {
      const { accountCode, side, amount, subLedger, subLedgerId, memo } = draft;
      let balanceAfter: number | null = null;
      if (subLedger !== undefined && subLedgerId !== undefined) {
        const key = keyOf({ subLedger, subLedgerId });
        balanceAfter = (running.get(key) ?? 0) + deltaOf(account, side, amount);
        running.set(key, balanceAfter);
      }
      return [
        id,
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
  });
  await insertPostings(trx, platform, rows);
}

/** Dated back, an entry may lie in days that interest was credited for. */
async function countAnew(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  drafts: readonly EntryDraft[],
  entries: readonly PostedEntry[],
): Promise<void> {
  for (const [place, entry] of entries.entries()) {
    const draft = drafts[place];
    invariant(draft, 'every entry has its draft');
    await recountInterest(trx, platform, actor, draft, entry);
  }
}

/** The row of the trail and the event of each. */
async function tell(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  drafts: readonly EntryDraft[],
  entries: readonly PostedEntry[],
): Promise<void> {
  const told = entries.flatMap((entry, place) => {
    const draft = drafts[place];
    return draft === undefined ? [] : [{ entry, draft }];
  });
  const acts = told.map(({ entry: { id, printedNumber: number, total }, draft: { audit } }) => ({
    action: audit.action,
    subjectKind: audit.subjectKind ?? 'journal_entry',
    subjectId: audit.subjectId ?? id,
    oldValues: audit.oldValues ?? null,
    newValues: { entryId: id, number, total, ...audit.newValues },
  }));
  await recordAudits(trx, platform, actor, acts);
  const events = told.flatMap(({ entry: { id }, draft: { event, memberId } }) =>
    event === null
      ? []
      : [
          {
            name: event.name,
            memberId: event.memberId ?? memberId ?? null,
            payload: { ...event.payload, entryId: id },
          },
        ],
  );
  await recordEvents(trx, platform, events);
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
