// What each row of a sheet of repayments would pay, or why it pays nothing.

import { DomainError, formatMoney, type MemberStatus, type Money, moneyInAllowed, sum } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { type DecidedRepayment, decideRepayment, findLoan } from '../loans/index.ts';
import type { SheetLine } from './read-repayment-sheet.ts';

type LoanParts = DecidedRepayment['split'];

/** A stable code and the values of its sentence, kept with the row. */
export interface RowProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface DecidedRow extends SheetLine {
  readonly member: { readonly id: number; readonly number: string; readonly name: string } | null;
  readonly loan: { readonly id: number; readonly number: string } | null;
  readonly split: LoanParts | null;
  readonly problem: RowProblem | null;
}

/** In the order of the file; a loan stands in it once. */
export async function decideSheetRows(platform: Platform, lines: readonly SheetLine[]): Promise<DecidedRow[]> {
  const reader = platform.database;
  const on = await currentBusinessDay(platform);
  const loansFor = await loansNamed(reader, lines);
  const seen = new Map<number, number>();
  const rows: DecidedRow[] = [];
  for (const line of lines) {
    const named = loansFor(line);
    const row = { ...line, member: named.member, loan: named.loan, split: null };
    const problem = named.problem ?? mistakeOf(line) ?? twice(seen, line, named.loan);
    if (problem !== undefined || named.loan === null || line.amount === null) {
      rows.push({ ...row, problem: problem ?? unknownNumber(line.typed) });
      continue;
    }
    seen.set(named.loan.id, line.line);
    try {
      const loan = await findLoan(reader, named.loan.id);
      const decided = loan && (await decideRepayment(reader, loan, { amount: line.amount }, on));
      rows.push({ ...row, split: decided?.split ?? null, problem: null });
    } catch (error) {
      rows.push({ ...row, problem: problemOf(error) });
    }
  }
  return rows;
}

/** The society's rule that says no; everything else is a mistake of ours. */
export function problemOf(error: unknown): RowProblem {
  if (!(error instanceof DomainError)) throw error;
  return { code: error.code, params: error.params ?? {} };
}

export const readyTotal = (rows: readonly DecidedRow[]): Money =>
  sum(rows.flatMap(({ problem, amount }) => (problem === null && amount !== null ? amount : [])));

const unknownNumber = (typed: string): RowProblem =>
  typed === '' ? { code: 'SHEET_ROW_NUMBER', params: {} } : { code: 'SHEET_ROW_UNKNOWN', params: { typed } };

const mistakeOf = ({ amount }: SheetLine): RowProblem | undefined =>
  amount === null ? { code: 'SHEET_ROW_AMOUNT', params: {} } : undefined;

function twice(seen: ReadonlyMap<number, number>, _line: SheetLine, loan: DecidedRow['loan']): RowProblem | undefined {
  const before = loan === null ? undefined : seen.get(loan.id);
  return before === undefined ? undefined : { code: 'SHEET_ROW_TWICE', params: { loan: loan?.number ?? '', before } };
}

type Named = Pick<DecidedRow, 'member' | 'loan'> & { readonly problem?: RowProblem };

async function loansNamed(reader: Reader, lines: readonly SheetLine[]): Promise<(line: SheetLine) => Named> {
  const numbers = ['', ...new Set(lines.flatMap(({ loanNumber, memberNumber }) => [loanNumber, memberNumber]))].filter(
    (number) => number !== null,
  );
  const members = await reader
    .selectFrom('member')
    .select(['id', 'number', 'name', 'status'])
    .where('number', 'in', numbers)
    .execute();
  const loans = await reader
    .selectFrom('loan as l')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .select([
      'l.id',
      'l.number',
      'l.status',
      'l.memberId',
      'm.number as memberNumber',
      'm.name',
      'm.status as standing',
    ])
    .where((is) =>
      is.or([is('l.number', 'in', numbers), is.and([is('l.status', '=', 'active'), is('m.number', 'in', numbers)])]),
    )
    .orderBy('l.id')
    .execute();
  type Loan = (typeof loans)[number];
  const byNumber = new Map(loans.map((loan) => [loan.number.toUpperCase(), loan]));
  const running = Map.groupBy(
    loans.filter(({ status }) => status === 'active'),
    ({ memberNumber }) => memberNumber.toUpperCase(),
  );
  const ofLoan = ({ id, number, memberId, memberNumber, name, standing }: Loan): Named => ({
    member: { id: memberId, number: memberNumber, name },
    loan: { id, number },
    ...(moneyInAllowed(standing as MemberStatus)
      ? {}
      : { problem: { code: 'MEMBER_MONEY_IN', params: { number: memberNumber } } }),
  });
  const ofMember = (number: string): Named | undefined => {
    const member = members.find((one) => one.number.toUpperCase() === number);
    if (member === undefined) return undefined;
    const theirs = running.get(number) ?? [];
    const [only] = theirs;
    if (only !== undefined && theirs.length === 1) return ofLoan(only);
    const named = { member: { id: member.id, number: member.number, name: member.name }, loan: null };
    const params = { number: member.number, loans: theirs.map((loan) => loan.number).join(', ') };
    return { ...named, problem: { code: theirs.length === 0 ? 'SHEET_ROW_NO_LOAN' : 'SHEET_ROW_WHICH_LOAN', params } };
  };
  return ({ typed, loanNumber, memberNumber }) => {
    const unknown = { member: null, loan: null, problem: unknownNumber(typed) };
    const loan = loanNumber === null ? undefined : byNumber.get(loanNumber);
    // Whoever is named beside a loan is its borrower, or one of the two is a slip.
    if (loan !== undefined && memberNumber !== null && loan.memberNumber.toUpperCase() !== memberNumber) {
      const params = { loan: loan.number, number: memberNumber, borrower: loan.memberNumber };
      return { ...ofLoan(loan), problem: { code: 'SHEET_ROW_OTHER_MEMBER', params } };
    }
    if (loan !== undefined) return ofLoan(loan);
    return (
      (loanNumber === null ? undefined : ofMember(loanNumber)) ??
      (loanNumber === null && memberNumber !== null ? ofMember(memberNumber) : undefined) ??
      unknown
    );
  };
}

export const splitText = (split: LoanParts) => ({
  principal: formatMoney(split.principal),
  interest: formatMoney(split.interest),
  fee: formatMoney(split.fee),
  penalty: formatMoney(split.penalty),
});
