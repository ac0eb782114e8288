// Sheets of repayments as they are looked at: how far each is, and what became of every row.

import type { RepaymentSheetDetail, RepaymentSheetList, RepaymentSheetQuery, RepaymentSheetRow } from '@kafal/contract';
import { formatMoney, type Money, money, subtract, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { fillSentence } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import { printedNumber, readIdCursor } from '../accounting/index.ts';
import { loansMessages } from '../loans/index.ts';
import { membersMessages } from '../members/index.ts';
import { readSettings } from '../society/index.ts';
import { type DecidedRow, type RowProblem, splitText } from './decide-sheet-rows.ts';
import { counterMessages } from './messages.ts';
import { sheetNumber } from './payment-reference.ts';

type RowView = z.input<typeof RepaymentSheetRow>;
interface InWords {
  readonly language: Language;
  readonly currency: string;
}

export function previewedRow(row: DecidedRow, reader: InWords): RowView {
  const { line, typed, member, loan, amount, note, split, problem } = row;
  return {
    line,
    typed,
    ...namesOf(member, loan),
    amount: amount === null ? null : formatMoney(amount),
    note,
    status: problem === null ? 'ready' : 'refused',
    split: split === null ? null : splitText(split),
    problem: problem === null ? null : sentenceOf(problem, reader),
    receiptId: null,
  };
}

type Numbered = { readonly id: number; readonly number: string } | null;

function namesOf(member: DecidedRow['member'], loan: Numbered) {
  return {
    memberId: member === null ? null : String(member.id),
    memberNumber: member?.number ?? null,
    memberName: member?.name ?? null,
    loanId: loan === null ? null : String(loan.id),
    loanNumber: loan?.number ?? null,
  };
}

/** A row is refused by the rules of loans and members as well. */
function sentenceOf({ code, params }: RowProblem, { language, currency }: InWords): string {
  const sentence = [counterMessages, loansMessages, membersMessages].map((all) => all[language][code]).find(Boolean);
  return fillSentence(sentence ?? code, params, { language, currency });
}

const USUAL_LIMIT = 50;

/** The newest first. */
export async function listRepaymentSheets(
  platform: Platform,
  query: z.output<typeof RepaymentSheetQuery>,
): Promise<z.input<typeof RepaymentSheetList>> {
  const { limit = USUAL_LIMIT } = query;
  const before = readIdCursor(query.cursor);
  const rows = await sheets(platform)
    .$if(before !== undefined, (select) => select.where('s.id', '<', before ?? 0))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const counts = await countsOf(
    platform.database,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((sheet) => sheetView(sheet, counts)),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    currency: (await readSettings(platform))['money.currency'],
  };
}

export async function repaymentSheet(
  platform: Platform,
  actor: Actor,
  id: number,
): Promise<z.input<typeof RepaymentSheetDetail>> {
  const { database } = platform;
  const sheet = await sheets(platform).where('s.id', '=', id).executeTakeFirst();
  if (sheet === undefined) throw new Refusal('missing', 'SHEET_UNKNOWN');
  const reader = { language: actor.language, currency: (await readSettings(platform))['money.currency'] };
  const rows = await database
    .selectFrom('repayment_sheet_row as row')
    .leftJoin('member as m', 'm.id', 'row.memberId')
    .leftJoin('loan as l', 'l.id', 'row.loanId')
    .selectAll('row')
    .select(['m.number as memberNumber', 'm.name as memberName', 'l.number as loanNumber'])
    .where('row.sheetId', '=', id)
    .orderBy('row.line')
    .execute();
  const splits = await splitsOf(database, id);
  return {
    ...sheetView(sheet, await countsOf(database, [id])),
    items: rows.map((row) => ({
      line: row.line,
      typed: row.typed,
      memberId: row.memberId === null ? null : String(row.memberId),
      memberNumber: row.memberNumber,
      memberName: row.memberName,
      loanId: row.loanId === null ? null : String(row.loanId),
      loanNumber: row.loanNumber,
      amount: row.amount === null ? null : formatMoney(row.amount),
      note: row.note,
      status: row.status,
      split: row.receiptId === null ? null : splits(row.receiptId),
      problem: row.code === null ? null : sentenceOf(problemOfRow(row.code, row.params), reader),
      receiptId: row.receiptId === null ? null : String(row.receiptId),
    })),
  };
}

// `problemOf` of decide-sheet-rows.ts wrote them.
const problemOfRow = (code: string, params: string | null): RowProblem => ({
  code,
  params: params === null ? {} : (JSON.parse(params) as RowProblem['params']),
});

/** As the receipts have it. */
async function splitsOf(reader: Reader, sheetId: number) {
  const lines = await reader
    .selectFrom('receipt_line as line')
    .innerJoin('repayment_sheet_row as row', 'row.receiptId', 'line.receiptId')
    .select(['line.receiptId', 'line.kind', 'line.amount'])
    .where('row.sheetId', '=', sheetId)
    .execute();
  const of = Map.groupBy(lines, ({ receiptId }) => receiptId);
  return (receiptId: number) => {
    const part = (kind: string): Money => of.get(receiptId)?.find((line) => line.kind === kind)?.amount ?? ZERO;
    return splitText({
      principal: part('loan-principal'),
      interest: part('loan-interest'),
      fee: part('loan-fee'),
      penalty: part('loan-penalty'),
    });
  };
}

const sheets = ({ database }: Platform) =>
  database
    .selectFrom('repayment_sheet as s')
    .innerJoin('user as u', 'u.id', 's.enteredByUserId')
    .innerJoin('journal_entry as e', 'e.id', 's.entryId')
    .selectAll('s')
    .select(['u.name as enteredBy', 'e.seriesCode', 'e.financialYear', 'e.number as entryNumber']);

interface Counts {
  readonly rows: number;
  readonly paidRows: number;
  readonly refusedRows: number;
  readonly paid: Money;
  readonly waiting: Money;
}

async function countsOf(reader: Reader, ids: readonly number[]): Promise<(id: number) => Counts> {
  const found =
    ids.length === 0
      ? []
      : await reader
          .selectFrom('repayment_sheet_row')
          .select(({ fn }) => [
            'sheetId',
            'status',
            fn.countAll<number>().as('rows'),
            fn.sum<number>('amount').as('sum'),
          ])
          .where('sheetId', 'in', [...ids])
          .groupBy(['sheetId', 'status'])
          .execute();
  return (id) => {
    const of = (status?: string) =>
      found.filter((row) => row.sheetId === id && (status === undefined || row.status === status));
    const rowsOf = (status?: string) => of(status).reduce((all, { rows }) => all + Number(rows), 0);
    const sumOf = (status: string) => money(of(status).reduce((all, { sum }) => all + Number(sum ?? 0), 0));
    return {
      rows: rowsOf(),
      paidRows: rowsOf('paid'),
      refusedRows: rowsOf('refused'),
      paid: sumOf('paid'),
      waiting: sumOf('waiting'),
    };
  };
}

type Sheet = Awaited<ReturnType<ReturnType<typeof sheets>['execute']>>[number];

function sheetView(sheet: Sheet, countsOfSheet: (id: number) => Counts) {
  const { rows, paidRows, refusedRows, paid, waiting } = countsOfSheet(sheet.id);
  const { seriesCode, financialYear, entryNumber } = sheet;
  return {
    id: String(sheet.id),
    number: sheetNumber(sheet.id),
    total: formatMoney(sheet.total),
    rows,
    paidRows,
    paid: formatMoney(paid),
    refusedRows,
    left: formatMoney(subtract(subtract(sheet.total, paid), waiting)),
    mode: sheet.mode,
    reference: sheet.reference,
    status: sheet.status,
    enteredBy: sheet.enteredBy,
    enteredOn: sheet.enteredOn,
    enteredAt: new Date(sheet.enteredAt).toISOString(),
    entryId: String(sheet.entryId),
    entryNumber: printedNumber({ seriesCode, financialYear, number: entryNumber }),
  };
}
