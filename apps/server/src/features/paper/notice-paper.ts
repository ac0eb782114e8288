// A notice letter on an overdue loan, to its borrower or to a guarantor: what is overdue, since when, and the next step.

import { type CalendarDate, type Money, sum } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { type PaperText, wordsOfPaper } from './paper-texts.ts';
import { plain } from './plain.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { LetterSheet } from './sheets.ts';
import {
  dateOnPaper,
  instantOnPaper,
  letterheadOf,
  moneyOnPaper,
  type SocietyOnPaper,
  wordsOnPaper,
} from './society-on-paper.ts';

interface Person {
  readonly name: string;
  readonly number: string;
}

export interface PrintedNotice {
  /** 1, 2 or 3. */
  readonly level: number;
  readonly noticedOn: CalendarDate;
  readonly payBy: CalendarDate;
  /** The day of the letter before it. */
  readonly before: CalendarDate | null;
  readonly loan: string;
  /** In the language of the paper. */
  readonly product: string;
  readonly borrower: Person;
  readonly to: Person & { readonly addressLines: readonly string[] };
  /** What the addressee answers for as a guarantor; null for the borrower. */
  readonly part: Money | null;
  readonly guarantors: readonly Person[];
  readonly dueSince: CalendarDate;
  readonly daysPastDue: number;
  readonly principal: Money;
  readonly interest: Money;
  readonly charges: Money;
  readonly penalty: Money;
  readonly principalOwed: Money;
}

export async function noticePdf(platform: Platform, notice: PrintedNotice, printing: Printing): Promise<Uint8Array> {
  const sheet = noticeSheet(await readSocietyOnPaper(platform), notice, printing);
  return press.print(sheet, printing.printedByUserId);
}

export function noticeSheet(
  society: SocietyOnPaper,
  notice: PrintedNotice,
  { language, printedAt, printedBy }: Printing,
): LetterSheet {
  const say = wordsOfPaper(language);
  const amount = (value: Money) => moneyOnPaper(society, value, language);
  const day = (on: CalendarDate) => dateOnPaper(society, on, language);
  const { level, borrower, to, part, principal, interest, charges, penalty } = notice;
  const values = {
    loan: notice.loan,
    product: notice.product,
    borrower: borrower.name,
    borrowerNumber: borrower.number,
    dueSince: day(notice.dueSince),
    days: notice.daysPastDue,
  };
  const subject = say(ofLevel('noticeTitle', level), values);
  const overdue = sum([principal, interest, charges, penalty]);
  const rows: [label: PaperText, value: Money][] = [
    ['noticePrincipalDue', principal],
    ['noticeInterestDue', interest],
    ['noticeChargesDue', charges],
    ['noticePenalty', penalty],
  ];
  const others = [borrower, ...notice.guarantors].filter(({ number }) => number !== to.number);
  return {
    paper: 'letter',
    language,
    documentTitle: subject,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    reference: { label: say('noticeReference'), text: `${notice.loan} / ${level}` },
    date: { label: say('date'), text: day(notice.noticedOn) },
    addressee: [plain(to.name), ...to.addressLines.map(plain), say('memberNumber', { number: to.number })],
    subject,
    opening: [
      say(part === null ? 'noticeOpening' : 'noticeOpeningSurety', values),
      ...(notice.before === null ? [] : [say('noticeBefore', { day: day(notice.before) })]),
      say('noticeOverdue', { day: day(notice.noticedOn) }),
    ],
    table: rows.flatMap(([label, value]) => (value === 0 ? [] : [{ label: say(label), text: amount(value) }])),
    total: { label: say('noticeTotal'), text: amount(overdue) },
    words: { label: say('inWords'), texts: wordsOnPaper(society, overdue) },
    closing: [
      part === null
        ? say('noticePay', { day: day(notice.payBy) })
        : say('noticePaySurety', { day: day(notice.payBy), owed: amount(notice.principalOwed), part: amount(part) }),
      say(ofLevel('noticeNext', level)),
    ],
    signature: say('noticeSignature'),
    copies:
      others.length === 0
        ? null
        : say('noticeCopies', { names: others.map(({ name, number }) => `${plain(name)} (${number})`).join('; ') }),
    foot: say('printed', { at: instantOnPaper(society, printedAt), name: printedBy }),
  };
}

function ofLevel(words: 'noticeTitle' | 'noticeNext', level: number): PaperText {
  return `${words}${level === 1 ? 1 : level === 2 ? 2 : 3}`;
}
