import type {
  BankLineQuery,
  BankLineReason,
  BankLineRow,
  BankLineSuggestions,
  BankReconciliation,
  BankStatementQuery,
  BankStatementView,
} from '@kafal/contract';
import {
  addDays,
  calendarDate,
  formatMoney,
  type Money,
  money,
  parseMoney,
  paymentReferencesIn,
  subtract,
  sum,
  utrsIn,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { mergeMessages } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountBalance } from '../accounting/index.ts';
import { counterMessages } from '../counter/index.ts';
import { depositsMessages, readIdCursor } from '../deposits/index.ts';
import { loansMessages } from '../loans/index.ts';
import { findMembers } from '../search/index.ts';
import { readSettings } from '../society/index.ts';
import { paymentsInMessages } from './messages.ts';

const MOST_SHOWN = 50;
/** What a refusal of the counter says is said again beside the line that it keeps. */
const sentences = mergeMessages([depositsMessages, loansMessages, counterMessages, paymentsInMessages]);

export async function listStatements(platform: Platform, query: z.output<typeof BankStatementQuery>) {
  const { limit = MOST_SHOWN } = query;
  const before = readIdCursor(query.cursor);
  const rows = await platform.database
    .selectFrom('bank_statement')
    .select('id')
    .where('source', '=', 'file')
    .$if(before !== undefined, (select) => select.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: await Promise.all(shown.map(({ id }) => statementView(platform, id))),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

export async function statementView(platform: Platform, id: number): Promise<z.input<typeof BankStatementView>> {
  const row = await platform.database
    .selectFrom('bank_statement as s')
    .leftJoin('user as u', 'u.id', 's.importedByUserId')
    .selectAll('s')
    .select('u.name as importedBy')
    .where('s.id', '=', id)
    .where('s.source', '=', 'file')
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('missing', 'STATEMENT_UNKNOWN');
  return {
    id: String(row.id),
    accountCode: row.accountCode,
    fileName: row.fileName,
    from: row.fromDay,
    to: row.toDay,
    lines: row.lineCount,
    known: row.knownCount,
    credits: formatMoney(row.credits),
    debits: formatMoney(row.debits),
    currency: (await readSettings(platform))['money.currency'],
    importedBy: row.importedBy ?? '',
    importedAt: new Date(row.importedAt).toISOString(),
    entryId: row.entryId === null ? null : String(row.entryId),
    byStatus: await byStatus(platform.database, id),
  };
}

const STATUSES = ['waiting', 'received', 'settled', 'unidentified', 'allotted', 'returned', 'debit'] as const;

async function byStatus(reader: Reader, statementId?: number): Promise<z.input<typeof BankReconciliation>['byStatus']> {
  const rows = await reader
    .selectFrom('bank_line')
    .select(({ fn }) => [
      'status',
      fn.countAll<number>().as('lines'),
      fn.sum<number>('credit').as('credits'),
      fn.sum<number>('debit').as('debits'),
    ])
    .$if(statementId !== undefined, (select) => select.where('statementId', '=', statementId ?? 0))
    .groupBy('status')
    .execute();
  return STATUSES.flatMap((status) => {
    const row = rows.find((one) => one.status === status);
    if (row === undefined) return [];
    const amount = money(Number(status === 'debit' ? row.debits : row.credits));
    return [{ status, lines: Number(row.lines), amount: formatMoney(amount) }];
  });
}

export async function listBankLines(platform: Platform, actor: Actor, query: z.output<typeof BankLineQuery>) {
  const { limit = MOST_SHOWN, statementId, status, q = '' } = query;
  const before = readIdCursor(query.cursor);
  const { 'money.currency': currency } = await readSettings(platform);
  const typed = q.trim();
  const rows = await lineRows(platform.database)
    .$if(statementId !== undefined, (select) => select.where('l.statementId', '=', statementId ?? 0))
    .$if(status !== undefined, (select) => select.where('l.status', '=', status ?? 'waiting'))
    .$if(typed !== '', (select) =>
      select.where((is) =>
        is.or([is('l.number', '=', typed), is('l.description', 'like', `%${typed.replace(/[%_!]/g, '')}%`)]),
      ),
    )
    .$if(before !== undefined, (select) => select.where('l.id', '<', before ?? 0))
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const waiting = await waitingApprovals(
    platform.database,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((row) => lineView(row, actor, currency, waiting)),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

export async function bankLineView(platform: Platform, actor: Actor, id: number): Promise<z.input<typeof BankLineRow>> {
  const { 'money.currency': currency } = await readSettings(platform);
  const row = await lineRows(platform.database).where('l.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('missing', 'BANK_LINE_UNKNOWN');
  return lineView(row, actor, currency, await waitingApprovals(platform.database, [id]));
}

function lineRows(reader: Reader) {
  return reader
    .selectFrom('bank_line as l')
    .innerJoin('bank_statement as s', 's.id', 'l.statementId')
    .leftJoin('payment_request as q', 'q.id', 'l.requestId')
    .leftJoin('receipt as r', 'r.id', 'l.receiptId')
    .leftJoin('member as m', 'm.id', 'r.memberId')
    .selectAll('l')
    .select('s.source')
    .select(['q.reference as requestReference', 'r.number as receiptNumber'])
    .select(['m.id as memberId', 'm.number as memberNumber', 'm.name as memberName']);
}

type FoundLine = Awaited<ReturnType<ReturnType<typeof lineRows>['execute']>>[number];

function lineView(
  row: FoundLine,
  { language }: Actor,
  currency: string,
  waiting: ReadonlyMap<number, number>,
): z.input<typeof BankLineRow> {
  const id = (one: number | null) => (one === null ? null : String(one));
  const refusal = row.refusal === null ? undefined : sentences.say(language, row.refusal, {}, currency);
  const because = row.reason === null ? null : sentences.say(language, reasonCode(row.reason), {}, currency);
  return {
    id: String(row.id),
    statementId: row.source === 'file' ? String(row.statementId) : null,
    accountCode: row.accountCode,
    bookedOn: row.bookedOn,
    description: row.description,
    number: row.number,
    credit: formatMoney(row.credit),
    debit: formatMoney(row.debit),
    status: row.status,
    // match-line.ts writes no other.
    reason: row.reason as z.input<typeof BankLineReason> | null,
    reasonText: [because, refusal].filter((text) => text != null).join(' ') || null,
    requestId: id(row.requestId),
    requestReference: row.requestReference,
    memberId: id(row.memberId),
    memberNumber: row.memberNumber,
    memberName: row.memberName,
    receiptId: id(row.receiptId),
    receiptNumber: row.receiptNumber,
    entryId: id(row.entryId),
    waitingApprovalId: id(waiting.get(row.id) ?? null),
  };
}

const reasonCode = (reason: string) => `WHY_${reason.toUpperCase().replaceAll('-', '_')}`;

async function waitingApprovals(reader: Reader, lineIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (lineIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('approval_request')
    .select(['id', 'subjectId'])
    .where('kind', '=', 'bank-line')
    .where('status', '=', 'pending')
    .where('subjectId', 'in', [...lineIds])
    .execute();
  return new Map(rows.map(({ id, subjectId }) => [subjectId, id]));
}

type Suggestion = z.input<typeof BankLineSuggestions>['items'][number];
type Reason = Suggestion['reasons'][number];
const RANK: readonly Reason[] = ['reference', 'claim', 'phone', 'name', 'amount'];
const DAYS_BEFORE = 30;
const MOST_SUGGESTED = 6;

/** Whose a line could be: by a reference or number in it, a phone, a name, or a request of the very amount before its day. */
export async function suggestFor(
  platform: Platform,
  actor: Actor,
  lineId: number,
): Promise<z.input<typeof BankLineSuggestions>> {
  const { database } = platform;
  const line = await database.selectFrom('bank_line').selectAll().where('id', '=', lineId).executeTakeFirst();
  if (line === undefined) throw new Refusal('missing', 'BANK_LINE_UNKNOWN');
  const text = `${line.description} ${line.bankReference}`;
  const found = new Map<number, { reasons: Set<Reason>; requestId: number | null }>();
  const note = (memberId: number, reason: Reason, requestId: number | null = null) => {
    const known = found.get(memberId) ?? { reasons: new Set<Reason>(), requestId: null };
    known.reasons.add(reason);
    known.requestId ??= requestId;
    found.set(memberId, known);
  };

  const references = paymentReferencesIn(text);
  const numbers = utrsIn(text);
  const requests = await database
    .selectFrom('payment_request')
    .select(['id', 'memberId', 'reference', 'claimedNumber'])
    .where((is) =>
      is.or([
        ...(references.length === 0 ? [] : [is('reference', 'in', references)]),
        ...(numbers.length === 0 ? [] : [is('claimedNumber', 'in', numbers)]),
        is.and([
          is('amount', '=', line.credit),
          is('status', 'in', ['created', 'shown', 'claimed']),
          is('askedOn', '<=', line.bookedOn),
          is('askedOn', '>=', addDays(line.bookedOn, -DAYS_BEFORE)),
        ]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(MOST_SUGGESTED)
    .execute();
  for (const { id, memberId, reference, claimedNumber } of requests) {
    const reason = references.includes(reference)
      ? 'reference'
      : numbers.includes(claimedNumber ?? '')
        ? 'claim'
        : 'amount';
    note(memberId, reason, id);
  }
  for (const phone of phonesIn(text)) {
    for (const { id } of await findMembers(platform, phone, 2)) note(id, 'phone');
  }
  for (const name of namesIn(text)) {
    for (const { id } of await findMembers(platform, name, 3)) note(id, 'name');
  }
  return { items: await inWords(database, actor, found) };
}

async function inWords(
  reader: Reader,
  { language }: Actor,
  found: ReadonlyMap<number, { readonly reasons: ReadonlySet<Reason>; readonly requestId: number | null }>,
): Promise<Suggestion[]> {
  if (found.size === 0) return [];
  const members = await reader
    .selectFrom('member')
    .select(['id', 'number', 'name'])
    .where('id', 'in', [...found.keys()])
    .execute();
  const weigh = (reasons: readonly Reason[]) =>
    Math.min(...reasons.map((reason) => RANK.indexOf(reason))) - reasons.length / 10;
  return members
    .map(({ id, number, name }) => {
      const of = found.get(id);
      const reasons = RANK.filter((reason) => of?.reasons.has(reason) === true);
      return {
        memberId: String(id),
        memberNumber: number,
        memberName: name,
        requestId: of?.requestId == null ? null : String(of.requestId),
        reasons,
        reasonText: reasons
          .map((reason) => sentences.say(language, `SPEAKS_${reason.toUpperCase()}`) ?? reason)
          .join(' '),
      };
    })
    .toSorted((one, other) => weigh(one.reasons) - weigh(other.reasons))
    .slice(0, MOST_SUGGESTED);
}

/** Ten digits, also before the @ of an address. */
const phonesIn = (text: string) => [...new Set(text.match(/(?<!\d)[6-9]\d{9}(?!\d)/g) ?? [])].slice(0, 2);

const BANK_WORDS = /^(upi|neft|imps|rtgs|transfer|payment|bank|from|sbin|hdfc|icic|utib|punb|paytm|phonepe|gpay)$/i;

/** Words of letters between the strokes of a description: a bank prints the payer's name there. */
function namesIn(text: string): string[] {
  return [...new Set(text.split(/[/\-|:]/).map((piece) => piece.trim()))]
    .filter((piece) => /^\p{L}[\p{L}\p{M} .]{3,40}$/u.test(piece) && !BANK_WORDS.test(piece))
    .slice(0, 2);
}

export async function reconcile(platform: Platform): Promise<z.input<typeof BankReconciliation>> {
  const { database } = platform;
  const settings = await readSettings(platform);
  const clearing = settings['accounts.upi'];
  const suspense = settings['accounts.unidentified'];
  const [statuses, onTheWay, waiting, clearingBalance, suspenseBalance] = await Promise.all([
    byStatus(database),
    moneyOnTheWay(database),
    waitingOnStatements(database),
    accountBalance(platform, database, clearing),
    accountBalance(platform, database, suspense),
  ]);
  const of = (wanted: string) => statuses.find(({ status }) => status === wanted);
  const amountOf = (wanted: string): Money => {
    const amount = of(wanted)?.amount;
    return amount === undefined ? ZERO : parseMoney(amount);
  };
  const open = amountOf('unidentified');
  const owed = money(-suspenseBalance || 0);
  return {
    currency: settings['money.currency'],
    byStatus: statuses,
    clearing: {
      accountCode: clearing,
      balance: formatMoney(clearingBalance),
      onTheWay: { lines: onTheWay.lines, amount: formatMoney(onTheWay.amount) },
      waiting: formatMoney(waiting),
      other: formatMoney(subtract(clearingBalance, subtract(onTheWay.amount, waiting))),
    },
    unidentified: {
      accountCode: suspense,
      balance: formatMoney(owed),
      open: { lines: of('unidentified')?.lines ?? 0, amount: formatMoney(open) },
      other: formatMoney(subtract(owed, open)),
    },
  };
}

/** What statements show and the matcher has not looked at yet; what a gateway told of has moved nothing before that. */
async function waitingOnStatements(reader: Reader): Promise<Money> {
  const row = await reader
    .selectFrom('bank_line as l')
    .innerJoin('bank_statement as s', 's.id', 'l.statementId')
    .select(({ fn }) => fn.sum<number>('l.credit').as('credits'))
    .where('l.status', '=', 'waiting')
    .where('s.source', '=', 'file')
    .executeTakeFirst();
  return money(Number(row?.credits ?? 0));
}

/** Taken in, and on no statement yet: receipts by UPI, and what a gateway told of. */
async function moneyOnTheWay(reader: Reader): Promise<{ readonly lines: number; readonly amount: Money }> {
  const [receipts, told] = await Promise.all([receiptsOnTheWay(reader), toldOnTheWay(reader)]);
  return { lines: receipts.length + told.length, amount: sum([...receipts, ...told]) };
}

/** Since statements are taken in, not taken back, and of no line; what was before, vouchers cleared. */
async function receiptsOnTheWay(reader: Reader): Promise<Money[]> {
  const first = await reader
    .selectFrom('bank_statement')
    .select(({ fn }) => fn.min('fromDay').as('day'))
    .executeTakeFirst();
  const since = first?.day ?? null;
  const rows = await reader
    .selectFrom('receipt as r')
    .leftJoin('bank_line as l', 'l.receiptId', 'r.id')
    .leftJoin('journal_entry as x', 'x.reversesEntryId', 'r.entryId')
    .select('r.total')
    .where('r.direction', '=', 'in')
    .where('r.mode', '=', 'upi')
    .where('l.id', 'is', null)
    .where('x.id', 'is', null)
    .$if(since !== null, (select) => select.where('r.issuedOn', '>=', since ?? calendarDate('1990-01-01')))
    .execute();
  return rows.map(({ total }) => total);
}

/** Its receipt, or the entry that keeps it, has debited the account between; a transfer of the counter went to the bank. */
async function toldOnTheWay(reader: Reader): Promise<Money[]> {
  const rows = await reader
    .selectFrom('bank_line as l')
    .innerJoin('bank_statement as s', 's.id', 'l.statementId')
    .leftJoin('receipt as r', 'r.id', 'l.receiptId')
    .select('l.credit')
    .where('s.source', '=', 'gateway')
    .where('l.status', '!=', 'waiting')
    .where((is) => is.or([is('l.status', '!=', 'settled'), is('r.mode', '=', 'upi')]))
    .execute();
  return rows.map(({ credit }) => credit);
}
