// Loans with their borrower and what is owed. A member's rows are asked for with the actor, so that somebody else's loan
// answers exactly like one that does not exist.

import type { LoanQuery } from '@kafal/contract';
import { formatMoney, invariant, type Money, type OwnPenalRule, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { membersTyped } from '../search/index.ts';
import { readSettings } from '../society/index.ts';
import { duesOfLoans, type LoanDay, type LoanDues, loanDayOf } from './loan-dues.ts';
import { shownStatus, writtenOffView } from './written-off.ts';

/** With the penal rule of the version of the product it was sanctioned by. */
export interface LoanWithBalance extends Row<'loan'>, OwnPenalRule {
  readonly memberNumber: string;
  readonly memberName: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly accountCode: string;
  /** Principal that is owed; null while nothing was paid out. */
  readonly principalOwed: Money | null;
}

function loansOf(reader: Reader) {
  return reader
    .selectFrom('loan as l')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .innerJoin('loan_product as p', 'p.id', 'l.loanProductId')
    .leftJoin('balance as b', (join) => join.on('b.subLedger', '=', 'loan').onRef('b.subLedgerId', '=', 'l.id'))
    .selectAll('l')
    .select(['m.number as memberNumber', 'm.name as memberName', 'p.nameEn', 'p.nameHi', 'p.accountCode'])
    .select(['p.penalRate', 'p.penalGraceDays'])
    .select('b.amount as principalOwed');
}

export async function findLoan(reader: Reader, id: number): Promise<LoanWithBalance | undefined> {
  return loansOf(reader).where('l.id', '=', id).executeTakeFirst();
}

/** The loan, for whoever may see it: its borrower, those who are asked to stand surety for it, and staff. */
export async function getLoanFor(
  reader: Reader,
  actor: Pick<Actor, 'kind' | 'memberId'>,
  id: number,
): Promise<LoanWithBalance> {
  const loan = await findLoan(reader, id);
  if (loan === undefined || !(await maySee(reader, actor, loan))) throw new Refusal('missing', 'LOAN_UNKNOWN');
  return loan;
}

async function maySee(
  reader: Reader,
  { kind, memberId }: Pick<Actor, 'kind' | 'memberId'>,
  loan: LoanWithBalance,
): Promise<boolean> {
  if (kind !== 'member' || loan.memberId === memberId) return true;
  const surety = await reader
    .selectFrom('loan_guarantor')
    .select('id')
    .where('loanId', '=', loan.id)
    .where('memberId', '=', memberId ?? 0)
    .where('releasedOn', 'is', null)
    .executeTakeFirst();
  return surety !== undefined;
}

/** As it stands, its borrower locked first, as everybody does who moves money of theirs. */
export async function lockLoan(trx: Trx, platform: Platform, actor: Actor, id: number): Promise<LoanWithBalance> {
  const loan = await getLoanFor(trx, actor, id);
  await getMemberForUpdate(trx, platform, loan.memberId);
  return lockLoanRow(trx, platform, loan);
}

/** Where the borrower is locked already. */
export async function lockLoanRow(
  trx: Trx,
  { dialect }: Pick<Platform, 'dialect'>,
  { id }: LoanWithBalance,
): Promise<LoanWithBalance> {
  await dialect.one(trx, `SELECT id FROM loan WHERE id = ?${dialect.forUpdateText}`, [id]);
  const loan = await findLoan(trx, id);
  invariant(loan, 'a loan is never deleted');
  return loan;
}

export function loanRow(loan: LoanWithBalance, day: LoanDay, { overdue, next }: LoanDues, language: Language) {
  const { sanctionedAmount, askedAmount, instalments, askedInstalments, nextDueOn } = loan;
  return {
    id: String(loan.id),
    number: loan.number,
    memberId: String(loan.memberId),
    memberNumber: loan.memberNumber,
    memberName: loan.memberName,
    productCode: loan.productCode,
    productName: language === 'hi' ? loan.nameHi : loan.nameEn,
    status: shownStatus(loan),
    amount: formatMoney(sanctionedAmount ?? askedAmount),
    instalments: instalments ?? askedInstalments,
    appliedOn: loan.appliedOn,
    outstanding: formatMoney(loan.principalOwed ?? ZERO),
    nextDueOn,
    nextAmount: nextDueOn === null ? null : formatMoney(next),
    overdue: formatMoney(overdue),
    daysPastDue: loan.status === 'active' ? day.daysPastDue(nextDueOn) : 0,
    writtenOff: writtenOffView(loan),
  };
}

/** Of one member, those that are running, the oldest first. */
export function runningLoansOf(reader: Reader, memberId: number): Promise<LoanWithBalance[]> {
  return loansOf(reader).where('l.memberId', '=', memberId).where('l.status', '=', 'active').orderBy('l.id').execute();
}

/** Of one member, those that were written off and have not come in since, the oldest first. */
export function writtenOffLoansOf(reader: Reader, memberId: number): Promise<LoanWithBalance[]> {
  return loansOf(reader)
    .where('l.memberId', '=', memberId)
    .where('l.writtenOffOn', 'is not', null)
    .where('l.closedOn', 'is', null)
    .orderBy('l.id')
    .execute();
}

/** Applications that were recommended and wait for a decision, the oldest first. */
export function loansThatWait(reader: Reader): Promise<LoanWithBalance[]> {
  return loansOf(reader).where('l.status', '=', 'recommended').orderBy('l.id').execute();
}

/** Newest first: a member their own, staff all, by the number of the loan or whom they know of the borrower. */
export async function listLoans(platform: Platform, actor: Actor, query: z.output<typeof LoanQuery>) {
  const { limit = 50, q, status, memberId, as } = query;
  const before = readIdCursor(query.cursor);
  let select = loansOf(platform.database);
  if (actor.kind === 'member') {
    const own = actor.memberId ?? 0;
    select =
      as === 'guarantor'
        ? select.where('l.id', 'in', (of) =>
            of
              .selectFrom('loan_guarantor')
              .select('loanId')
              .where('memberId', '=', own)
              .where('releasedOn', 'is', null),
          )
        : select.where('l.memberId', '=', own);
  }
  if (memberId !== undefined) select = select.where('l.memberId', '=', memberId);
  if (status === 'written-off') select = select.where('l.writtenOffOn', 'is not', null);
  else if (status !== undefined) select = select.where('l.status', '=', status);
  if (status === 'closed') select = select.where('l.closedOn', 'is not', null);
  if (before !== undefined) select = select.where('l.id', '<', before);
  const members = await membersTyped(platform, q);
  if (members !== undefined) {
    const typed = (q ?? '').trim().toUpperCase();
    select = select.where((is) => is.or([is('l.number', '=', typed), is('l.memberId', 'in', members)]));
  }
  const rows = await select
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const day = await loanDayOf(platform.database, await currentBusinessDay(platform));
  const duesOf = await duesOfLoans(platform.database, shown, day);
  const settings = await readSettings(platform);
  return {
    items: shown.map((loan) => loanRow(loan, day, duesOf(loan.id), actor.language)),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    currency: settings['money.currency'],
  };
}
