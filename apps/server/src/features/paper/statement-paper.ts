// The statement of a savings account for a period, on A4.

import { addDays, type CalendarDate, type Money, sum } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { wordsOfPaper } from './paper-texts.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { StatementSheet } from './sheets.ts';
import {
  currencySign,
  dateOnPaper,
  figureOnPaper,
  instantOnPaper,
  letterheadOf,
  moneyOnPaper,
  otherDate,
  type SocietyOnPaper,
  wordsOnPaper,
} from './society-on-paper.ts';

export interface PrintedStatement {
  readonly accountNumber: string;
  readonly product: string;
  readonly openedOn: CalendarDate;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly address: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: Money;
  readonly closing: Money;
  readonly rows: readonly {
    readonly postedOn: CalendarDate;
    readonly narration: string;
    readonly voucher: string;
    readonly withdrawal: Money | null;
    readonly deposit: Money | null;
    readonly balance: Money;
  }[];
}

export async function statementPdf(
  platform: Platform,
  statement: PrintedStatement,
  printing: Printing,
): Promise<Uint8Array> {
  return press.print(statementSheet(await readSocietyOnPaper(platform), statement, printing), printing.printedByUserId);
}

export function statementSheet(
  society: SocietyOnPaper,
  statement: PrintedStatement,
  { language, printedBy, printedAt }: Printing,
): StatementSheet {
  const say = wordsOfPaper(language);
  const day = (date: CalendarDate) => dateOnPaper(society, date, language);
  const currency = currencySign(society, language);
  const title = say('statementTitle', { number: statement.accountNumber });
  // Before an account was opened there is no evening to speak of, and none before the first day of the calendar.
  const openingDay = statement.from <= statement.openedOn ? statement.from : addDays(statement.from, -1);
  const figure = (amount: Money | null) => (amount === null ? '' : figureOnPaper(society, amount));
  const total = (side: 'withdrawal' | 'deposit') =>
    figureOnPaper(society, sum(statement.rows.flatMap((row) => row[side] ?? [])));

  return {
    paper: 'statement',
    language,
    documentTitle: title,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title,
    period: say('period', { from: day(statement.from), to: day(statement.to) }),
    facts: [
      { label: say('member'), text: statement.memberName },
      { label: say('memberNumberLabel'), text: statement.memberNumber },
      { label: say('account'), text: statement.product },
      { label: say('address'), text: statement.address },
      { label: say('openedOn'), text: day(statement.openedOn) },
      { label: say('closing'), text: moneyOnPaper(society, statement.closing, language) },
    ],
    headings: {
      date: say('date'),
      particulars: say('particulars'),
      voucher: say('voucher'),
      withdrawal: say('withdrawal', { currency }),
      deposit: say('deposit', { currency }),
      balance: say('balance', { currency }),
    },
    opening: {
      label: say('openingBalance', { date: day(openingDay) }),
      balance: figureOnPaper(society, statement.opening),
    },
    rows: statement.rows.map((row) => ({
      date: dateOnPaper({ ...society, calendar: 'AD' }, row.postedOn, language),
      otherDate: otherDate(society, row.postedOn, language),
      particulars: row.narration,
      voucher: row.voucher,
      withdrawal: figure(row.withdrawal),
      deposit: figure(row.deposit),
      balance: figureOnPaper(society, row.balance),
    })),
    emptyText: say('noEntries'),
    totals: { label: say('total'), withdrawal: total('withdrawal'), deposit: total('deposit') },
    closing: {
      label: say('closingBalance', { date: day(statement.to) }),
      balance: figureOnPaper(society, statement.closing),
    },
    words: { label: say('closingInWords'), texts: wordsOnPaper(society, statement.closing) },
    signatures: [say('preparedBy'), say('checkedBy'), say('manager')],
    foot: say('printed', { at: instantOnPaper(society, printedAt), name: printedBy }),
    pageOfPages: say('pageOfPages'),
  };
}
