// What an agent earned in a month, at which rate of which sum, and what of it is withheld; A4 across.

import { type CalendarDate, type Money, ZERO } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { wordsOfPaper } from './paper-texts.ts';
import { plain } from './plain.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { CertificateSheet } from './sheets.ts';
import {
  dateOnPaper,
  instantOnPaper,
  letterheadOf,
  moneyOnPaper,
  type SocietyOnPaper,
  wordsOnPaper,
} from './society-on-paper.ts';

export interface PrintedCommission {
  readonly month: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly agentNumber: string;
  readonly agentName: string;
  readonly collected: Money;
  readonly lines: readonly {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly collected: Money;
    readonly rate: string;
    readonly commission: Money;
  }[];
  readonly commission: Money;
  readonly taxRate: string | null;
  readonly tax: Money;
  readonly net: Money;
  readonly notHandedOver: Money;
  readonly isPaid: boolean;
}

export async function commissionPdf(
  platform: Platform,
  commission: PrintedCommission,
  printing: Printing,
): Promise<Uint8Array> {
  const sheet = commissionSheet(await readSocietyOnPaper(platform), commission, printing);
  return press.print(sheet, printing.printedByUserId);
}

export function commissionSheet(
  society: SocietyOnPaper,
  commission: PrintedCommission,
  { language, printedAt, printedBy }: Printing,
): CertificateSheet {
  const say = wordsOfPaper(language);
  const { agentNumber, lines, taxRate, net, notHandedOver } = commission;
  const amount = (value: Money) => moneyOnPaper(society, value, language);
  const day = (on: CalendarDate) => dateOnPaper(society, on, language);
  const standing = commission.isPaid
    ? say('commissionPaid')
    : notHandedOver > ZERO
      ? say('commissionCashOut', { amount: amount(notHandedOver) })
      : say('commissionNotPaid');
  return {
    paper: 'certificate',
    language,
    documentTitle: `${say('commissionTitle')} ${agentNumber} ${commission.month}`,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title: say('commissionTitle'),
    facts: [
      { label: say('agentNumber'), text: agentNumber },
      { label: say('commissionMonth'), text: say('period', { from: day(commission.from), to: day(commission.to) }) },
    ],
    sentence: `${say('commissionSentence', {
      name: plain(commission.agentName),
      agentNumber,
      collected: amount(commission.collected),
      from: day(commission.from),
      until: day(commission.to),
      commission: amount(commission.commission),
    })} ${standing}`,
    table: [
      ...lines.map((line) => ({
        label: say('commissionLine', {
          from: day(line.from),
          to: day(line.to),
          rate: line.rate,
          collected: amount(line.collected),
        }),
        text: amount(line.commission),
      })),
      ...(taxRate === null ? [] : [{ label: say('commissionTax', { rate: taxRate }), text: amount(commission.tax) }]),
      { label: say('commissionNet'), text: amount(net) },
    ],
    words: [{ label: say('commissionInWords'), texts: wordsOnPaper(society, net) }],
    place: say('printed', { at: instantOnPaper(society, printedAt), name: printedBy }),
    seal: say('seal'),
    signatures: [say('preparedBy'), say('manager')],
    qr: `${agentNumber} ${commission.month}`,
  };
}
