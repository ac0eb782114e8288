// A receipt, or the voucher of a payment, as it is printed on A5 and on the 80 mm roll.

import type { CalendarDate, Money } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type SayOnPaper, wordsOfPaper } from './paper-texts.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { LabelledText, ReceiptSheet } from './sheets.ts';
import {
  currencySign,
  dateOnPaper,
  figureOnPaper,
  instantOnPaper,
  letterheadOf,
  moneyOnPaper,
  type SocietyOnPaper,
  wordsOnPaper,
} from './society-on-paper.ts';

export interface PrintedReceipt {
  readonly direction: 'in' | 'out';
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly memberNameLocal: string | null;
  readonly lines: readonly { readonly labelEn: string; readonly labelHi: string; readonly amount: Money }[];
  readonly total: Money;
  readonly mode: string;
  readonly reference: string | null;
  readonly referenceOn: CalendarDate | null;
  readonly drawnOn: string | null;
  readonly cashGiven: Money | null;
  readonly change: Money | null;
  readonly tillCode: string | null;
  readonly issuedBy: string | null;
  /** The printed number of the entry that took it back. */
  readonly reversedByNumber: string | null;
  /** 1 is the original; every later print is marked. */
  readonly print: number;
}

export interface Printing {
  readonly language: Language;
  readonly printedBy: string;
  readonly printedByUserId: number;
  readonly printedAt: number;
}

export async function receiptPdf(
  platform: Platform,
  receipt: PrintedReceipt,
  printing: Printing & { readonly size: 'a5' | '80mm' },
): Promise<Uint8Array> {
  return press.print(receiptSheet(await readSocietyOnPaper(platform), receipt, printing), printing.printedByUserId);
}

export function receiptSheet(
  society: SocietyOnPaper,
  receipt: PrintedReceipt,
  { language, printedBy, printedAt, size }: Printing & { readonly size: 'a5' | '80mm' },
): ReceiptSheet {
  const say = wordsOfPaper(language);
  const title = say(receipt.direction === 'in' ? 'receipt' : 'paymentVoucher');

  return {
    paper: 'receipt',
    size,
    language,
    documentTitle: `${title} ${receipt.number}`,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title,
    duplicateMark: receipt.print > 1 ? say('duplicate', { count: receipt.print }) : null,
    reversedMark: receipt.reversedByNumber === null ? null : say('reversed', { number: receipt.reversedByNumber }),
    number: { label: say('number'), text: receipt.number },
    date: { label: say('date'), text: dateOnPaper(society, receipt.issuedOn, language) },
    person: {
      label: say(receipt.direction === 'in' ? 'receivedFrom' : 'paidTo'),
      text: bothNames(receipt, language),
      detail: say('memberNumber', { number: receipt.memberNumber }),
    },
    headings: {
      particulars: say('particulars'),
      amount: say('amount', { currency: currencySign(society, language) }),
    },
    rows: receipt.lines.map((line) => ({
      label: language === 'hi' ? line.labelHi : line.labelEn,
      amount: figureOnPaper(society, line.amount),
    })),
    total: { label: say('total'), text: moneyOnPaper(society, receipt.total, language) },
    words: { label: say('inWords'), texts: wordsOnPaper(society, receipt.total) },
    payment: paymentFacts(society, receipt, language, say),
    signatures: [
      say('memberSignature'),
      receipt.issuedBy === null ? say('issuedByItself') : say('cashier', { name: receipt.issuedBy }),
    ],
    qr: receipt.number,
    foot: say('printed', { at: instantOnPaper(society, printedAt), name: printedBy }),
  };
}

function bothNames({ memberName, memberNameLocal }: PrintedReceipt, language: Language): string {
  if (memberNameLocal === null) return memberName;
  return language === 'hi' ? memberNameLocal : `${memberName} · ${memberNameLocal}`;
}

function paymentFacts(
  society: SocietyOnPaper,
  receipt: PrintedReceipt,
  language: Language,
  say: SayOnPaper,
): LabelledText[] {
  const facts: (LabelledText | false)[] = [
    { label: say('mode'), text: modeName(receipt.mode, say) },
    receipt.reference !== null && {
      label: say(receipt.mode === 'cheque' ? 'chequeNumber' : 'reference'),
      text: receipt.reference,
    },
    receipt.referenceOn !== null && {
      label: say('referenceOn'),
      text: dateOnPaper(society, receipt.referenceOn, language),
    },
    receipt.drawnOn !== null && { label: say('drawnOn'), text: receipt.drawnOn },
    receipt.cashGiven !== null && {
      label: say('cashGiven'),
      text: moneyOnPaper(society, receipt.cashGiven, language),
    },
    receipt.change !== null && { label: say('change'), text: moneyOnPaper(society, receipt.change, language) },
    receipt.tillCode !== null && { label: say('till'), text: receipt.tillCode },
  ];
  return facts.filter((fact) => fact !== false);
}

function modeName(mode: string, say: SayOnPaper): string {
  switch (mode) {
    case 'cheque':
      return say('modeCheque');
    case 'bank':
      return say('modeBank');
    case 'upi':
      return say('modeUpi');
    case 'transfer':
      return say('modeSheet');
    default:
      return say('modeCash');
  }
}
