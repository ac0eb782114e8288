// The statement of an account for any period: on paper with page numbers, or as CSV for a spreadsheet.

import { Readable } from 'node:stream';
import { type CalendarDate, formatMoney, money } from '@kafal/core';
import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { statementPdf } from '../paper/index.ts';
import { productNames } from './deposit-products.ts';
import { type DepositWithBalance, productName } from './deposit-queries.ts';
import { holdersOnPaper } from './holders.ts';
import {
  balanceAtEndOf,
  balanceBefore,
  depositSide,
  type PassbookLine,
  passbookLines,
  withdrawalSide,
} from './passbook.ts';
import { statementWords } from './statement-words.ts';

/** About a hundred and fifty pages; longer periods are taken as CSV. */
const MOST_LINES_ON_PAPER = 5_000;
const LINES_AT_ONCE = 1_000;

export interface StatementPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly language: Language;
}

export async function printStatement(
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  { from, to, language }: StatementPeriod,
): Promise<Uint8Array> {
  checkPeriod(from, to);
  const range = { from, to, order: 'oldest first', limit: MOST_LINES_ON_PAPER + 1 } as const;
  const lines = await passbookLines(platform, deposit.id, range, language);
  if (lines.length > MOST_LINES_ON_PAPER) {
    throw new Refusal('rule', 'STATEMENT_TOO_LONG', { maximum: MOST_LINES_ON_PAPER }, 'from');
  }
  const opening = await openingOf(platform, deposit, from, lines);
  const member = await memberAddress(platform, deposit.memberId);
  await recordStatement(platform, actor, deposit, { from, to, form: 'pdf' });

  return statementPdf(
    platform,
    {
      accountNumber: deposit.number,
      product: productName(await productNames(platform), deposit, language),
      openedOn: deposit.openedOn,
      memberName: await holdersOnPaper(platform.database, deposit, language),
      memberNumber: deposit.memberNumber,
      address: member,
      from,
      to,
      opening,
      closing: lines.at(-1)?.balance ?? opening,
      rows: lines.map((line) => ({
        postedOn: line.postedOn,
        narration: line.particulars,
        voucher: line.entryNumber,
        withdrawal: withdrawalSide(line),
        deposit: depositSide(line),
        balance: line.balance,
      })),
    },
    { language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  );
}

/** Written down before the first byte leaves; then page after page, so that no length is too long. */
export async function exportStatement(
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  period: StatementPeriod,
): Promise<Readable> {
  checkPeriod(period.from, period.to);
  const opening = await balanceBefore(platform, deposit.id, period.from);
  const closing = await balanceAtEndOf(platform, deposit.id, period.to);
  await recordStatement(platform, actor, deposit, { from: period.from, to: period.to, form: 'csv' });

  const words = statementWords[period.language];
  async function* rows(): AsyncGenerator<string> {
    yield `${BYTE_ORDER_MARK}${csvLines([[words.date, words.particulars, words.voucher, words.withdrawal, words.deposit, words.balance]])}`;
    yield csvLines([[period.from, words.opening, '', '', '', formatMoney(opening)]]);
    let after: number | undefined;
    for (;;) {
      const { from, to, language } = period;
      const range = { from, to, after, order: 'oldest first', limit: LINES_AT_ONCE } as const;
      const lines = await passbookLines(platform, deposit.id, range, language);
      for (const line of lines) yield csvLine(line);
      after = lines.at(-1)?.id;
      if (lines.length < LINES_AT_ONCE) break;
    }
    yield csvLines([[period.to, words.closing, '', '', '', formatMoney(closing)]]);
  }
  return Readable.from(rows(), { objectMode: false });
}

function csvLine(line: PassbookLine): string {
  const withdrawal = withdrawalSide(line);
  const deposit = depositSide(line);
  return csvLines([
    [
      line.postedOn,
      line.particulars,
      line.entryNumber,
      withdrawal === null ? '' : formatMoney(withdrawal),
      deposit === null ? '' : formatMoney(deposit),
      formatMoney(line.balance),
    ],
  ]);
}

function checkPeriod(from: CalendarDate, to: CalendarDate): void {
  if (to < from) throw new Refusal('rule', 'STATEMENT_PERIOD', undefined, 'to');
}

async function openingOf(
  platform: Platform,
  deposit: DepositWithBalance,
  from: CalendarDate,
  lines: readonly PassbookLine[],
) {
  const [first] = lines;
  if (first === undefined) return balanceBefore(platform, deposit.id, from);
  // From the line itself, so that opening, lines and closing always add up, whatever is posted meanwhile.
  const change = first.side === 'credit' ? first.amount : -first.amount;
  return money(first.balance - change);
}

async function memberAddress(platform: Platform, memberId: number): Promise<string> {
  const member = await platform.database
    .selectFrom('member')
    .select(['addressLine', 'locality', 'district', 'state', 'postalCode'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  const { addressLine, locality, district, state, postalCode } = member;
  return `${addressLine}, ${locality}, ${district}, ${state} ${postalCode}`;
}

function recordStatement(
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  what: { from: CalendarDate; to: CalendarDate; form: 'pdf' | 'csv' },
): Promise<void> {
  return platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'deposit.statement-taken',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      newValues: { number: deposit.number, ...what },
    }),
  );
}
