// Papers of one loan that are a table, on A4: its schedule, and what happened to it.

import { type CalendarDate, type Money, sum, ZERO } from '@kafal/core';
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

export interface PrintedLoanTable {
  readonly paper: 'schedule' | 'statement';
  readonly number: string;
  /** In the language of the paper. */
  readonly product: string;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly address: string;
  readonly amount: Money;
  readonly annualRate: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Before the first row, and after the last. */
  readonly opening: Money;
  readonly closing: Money;
  readonly rows: readonly {
    readonly on: CalendarDate;
    readonly particulars: string;
    readonly voucher: string;
    /** Of a schedule interest; of a statement what was lent or owed again. */
    readonly left: Money;
    /** Principal that is due, or came back. */
    readonly right: Money;
    readonly balance: Money;
  }[];
}

export async function loanTablePdf(
  platform: Platform,
  table: PrintedLoanTable,
  printing: Printing,
): Promise<Uint8Array> {
  return press.print(loanTableSheet(await readSocietyOnPaper(platform), table, printing), printing.printedByUserId);
}

export function loanTableSheet(
  society: SocietyOnPaper,
  table: PrintedLoanTable,
  { language, printedBy, printedAt }: Printing,
): StatementSheet {
  const say = wordsOfPaper(language);
  const day = (date: CalendarDate) => dateOnPaper(society, date, language);
  const currency = currencySign(society, language);
  const isSchedule = table.paper === 'schedule';
  const title = say(isSchedule ? 'scheduleTitle' : 'loanStatementTitle', { number: table.number });
  const figure = (amount: Money) => (amount === ZERO ? '' : figureOnPaper(society, amount));
  const total = (side: 'left' | 'right') => figureOnPaper(society, sum(table.rows.map((row) => row[side])));
  return {
    paper: 'statement',
    language,
    documentTitle: title,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title,
    period: say('period', { from: day(table.from), to: day(table.to) }),
    facts: [
      { label: say('member'), text: table.memberName },
      { label: say('memberNumberLabel'), text: table.memberNumber },
      { label: say('kindOfLoan'), text: table.product },
      { label: say('address'), text: table.address },
      { label: say('amountLent'), text: moneyOnPaper(society, table.amount, language) },
      { label: say('annualRate'), text: `${table.annualRate} %` },
    ],
    headings: {
      date: say(isSchedule ? 'dueOn' : 'date'),
      particulars: say('particulars'),
      voucher: say(isSchedule ? 'instalmentNumber' : 'voucher'),
      withdrawal: say(isSchedule ? 'interestIn' : 'lentIn', { currency }),
      deposit: say('principalIn', { currency }),
      balance: say('owedAfter', { currency }),
    },
    opening: { label: say('principalAtFirst'), balance: figureOnPaper(society, table.opening) },
    rows: table.rows.map((row) => ({
      date: dateOnPaper({ ...society, calendar: 'AD' }, row.on, language),
      otherDate: otherDate(society, row.on, language),
      particulars: row.particulars,
      voucher: row.voucher,
      withdrawal: figure(row.left),
      deposit: figure(row.right),
      balance: figureOnPaper(society, row.balance),
    })),
    emptyText: say('noEntries'),
    totals: { label: say('total'), withdrawal: total('left'), deposit: total('right') },
    closing: { label: say('principalAtLast', { date: day(table.to) }), balance: figureOnPaper(society, table.closing) },
    words: { label: say('inWords'), texts: wordsOnPaper(society, isSchedule ? table.amount : table.closing) },
    signatures: isSchedule
      ? [say('borrowerAccepts'), say('guarantorsSign'), say('manager')]
      : [say('preparedBy'), say('checkedBy'), say('manager')],
    foot: say('printed', { at: instantOnPaper(society, printedAt), name: printedBy }),
    pageOfPages: say('pageOfPages'),
  };
}
