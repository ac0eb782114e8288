// Papers of one loan that are a sentence and a few figures, A4 across: the sanction, what was paid in a year, and that
// nothing is owed any more.

import type { CalendarDate, Money } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { type PaperText, wordsOfPaper } from './paper-texts.ts';
import { plain } from './plain.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { CertificateSheet } from './sheets.ts';
import { dateOnPaper, letterheadOf, moneyOnPaper, type SocietyOnPaper, wordsOnPaper } from './society-on-paper.ts';

interface OfLoan {
  readonly number: string;
  /** In the language of the paper. */
  readonly product: string;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly address: string;
  readonly amount: Money;
  readonly annualRate: string;
  readonly givenOn: CalendarDate;
}

interface PaidParts {
  readonly principal: Money;
  readonly interest: Money;
  readonly charges: Money;
}

export type PrintedLoan = OfLoan &
  (
    | {
        readonly paper: 'sanction';
        readonly resolution: string;
        readonly sanctionedOn: CalendarDate;
        readonly validUntil: CalendarDate;
        readonly instalments: number;
        readonly instalment: Money;
        readonly fee: Money;
        readonly feeTax: Money;
        readonly insurance: Money;
        readonly annualCost: string;
        readonly guarantors: readonly string[];
      }
    | {
        readonly paper: 'interest';
        readonly financialYear: string;
        readonly from: CalendarDate;
        readonly until: CalendarDate;
        readonly paid: PaidParts;
        readonly owed: Money;
      }
    | {
        readonly paper: 'noDues';
        readonly disbursedOn: CalendarDate;
        readonly closedOn: CalendarDate;
        readonly paid: PaidParts;
      }
  );

const TITLES = { sanction: 'sanctionTitle', interest: 'loanInterestTitle', noDues: 'noDuesTitle' } as const;

export async function loanCertificatePdf(
  platform: Platform,
  loan: PrintedLoan,
  printing: Printing,
): Promise<Uint8Array> {
  const sheet = loanCertificateSheet(await readSocietyOnPaper(platform), loan, printing);
  return press.print(sheet, printing.printedByUserId);
}

export function loanCertificateSheet(
  society: SocietyOnPaper,
  loan: PrintedLoan,
  { language, printedAt }: Printing,
): CertificateSheet {
  const say = wordsOfPaper(language);
  const amount = (value: Money) => moneyOnPaper(society, value, language);
  const day = (value: CalendarDate) => dateOnPaper(society, value, language);
  const title = say(TITLES[loan.paper]);
  const values = {
    name: plain(loan.memberName),
    address: plain(loan.address),
    memberNumber: loan.memberNumber,
    loan: loan.number,
    product: plain(loan.product),
    amount: amount(loan.amount),
    rate: loan.annualRate,
  };
  const paidTable = ({ principal, interest, charges }: PaidParts) => [
    { label: say('principalPaid'), text: amount(principal) },
    { label: say('interestPaid'), text: amount(interest) },
    { label: say('chargesPaid'), text: amount(charges) },
  ];
  const words = (label: PaperText, value: Money) => [{ label: say(label), texts: wordsOnPaper(society, value) }];
  const rest = (): Pick<CertificateSheet, 'sentence' | 'table' | 'words' | 'signatures'> => {
    switch (loan.paper) {
      case 'sanction':
        return {
          sentence: [
            say('sanctionSentence', {
              ...values,
              resolution: plain(loan.resolution),
              sanctionedOn: day(loan.sanctionedOn),
              count: loan.instalments,
              instalment: amount(loan.instalment),
              validUntil: day(loan.validUntil),
            }),
            ...(loan.guarantors.length === 0
              ? []
              : [say('guarantorsAre', { names: loan.guarantors.map((name) => `*${plain(name)}*`).join('; ') })]),
          ].join(' '),
          table: [
            { label: say('amountLent'), text: values.amount },
            { label: say('annualRate'), text: `${loan.annualRate} %` },
            { label: say('annualCost'), text: `${loan.annualCost} %` },
            { label: say('instalments'), text: String(loan.instalments) },
            { label: say('processingFee'), text: amount(loan.fee) },
            ...(loan.feeTax > 0 ? [{ label: say('feeTax'), text: amount(loan.feeTax) }] : []),
            ...(loan.insurance > 0 ? [{ label: say('loanInsurance'), text: amount(loan.insurance) }] : []),
          ],
          words: words('inWords', loan.amount),
          signatures: [say('borrowerAccepts'), say('manager'), say('secretary')],
        };
      case 'interest':
        return {
          sentence: say('loanInterestSentence', {
            ...values,
            from: day(loan.from),
            until: day(loan.until),
            interest: amount(loan.paid.interest),
            principal: amount(loan.paid.principal),
          }),
          table: [...paidTable(loan.paid), { label: say('principalOwed'), text: amount(loan.owed) }],
          words: words('interestInWords', loan.paid.interest),
          signatures: [say('preparedBy'), say('manager')],
        };
      case 'noDues':
        return {
          sentence: say('noDuesSentence', {
            ...values,
            disbursedOn: day(loan.disbursedOn),
            closedOn: day(loan.closedOn),
          }),
          table: [{ label: say('amountLent'), text: values.amount }, ...paidTable(loan.paid)],
          words: words('inWords', loan.amount),
          signatures: [say('preparedBy'), say('manager'), say('secretary')],
        };
    }
  };
  return {
    paper: 'certificate',
    language,
    documentTitle: `${title} ${loan.number}`,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title,
    facts: [
      { label: say('loanNumber'), text: loan.number },
      { label: say('memberNumberLabel'), text: loan.memberNumber },
      loan.paper === 'interest'
        ? { label: say('financialYear'), text: loan.financialYear }
        : { label: say('date'), text: day(loan.givenOn) },
    ],
    place: say('givenOn', { date: day(loan.givenOn) }),
    seal: say('seal'),
    qr: loan.number,
    ...rest(),
  };
}
