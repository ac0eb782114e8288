// The interest that a member's accounts brought in a financial year and the tax withheld from it, for the tax office; A4 across.

import { type CalendarDate, type Money, sum, ZERO } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { wordsOfPaper } from './paper-texts.ts';
import { plain } from './plain.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { CertificateSheet } from './sheets.ts';
import { dateOnPaper, letterheadOf, moneyOnPaper, type SocietyOnPaper, wordsOnPaper } from './society-on-paper.ts';

export interface PrintedInterestCertificate {
  readonly financialYear: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly address: string;
  readonly panMasked: string | null;
  readonly accounts: readonly {
    readonly number: string;
    readonly interest: Money;
    readonly tax: Money;
    readonly accrued: Money;
  }[];
  readonly interest: Money;
  readonly tax: Money;
}

export async function interestCertificatePdf(
  platform: Platform,
  certificate: PrintedInterestCertificate,
  printing: Printing,
): Promise<Uint8Array> {
  const sheet = interestCertificateSheet(await readSocietyOnPaper(platform), certificate, printing);
  return press.print(sheet, printing.printedByUserId);
}

export function interestCertificateSheet(
  society: SocietyOnPaper,
  certificate: PrintedInterestCertificate,
  { language, printedAt }: Printing,
): CertificateSheet {
  const say = wordsOfPaper(language);
  const { financialYear, memberNumber, accounts, interest, tax } = certificate;
  const amount = (value: Money) => moneyOnPaper(society, value, language);
  const until = dateOnPaper(society, certificate.until, language);
  const list = accounts
    .filter((account) => account.interest !== ZERO)
    .map((account) => `*${account.number}* ${amount(account.interest)}`)
    .join('; ');
  const accrued = sum(accounts.map((account) => account.accrued));
  return {
    paper: 'certificate',
    language,
    documentTitle: `${say('interestCertificateTitle')} ${memberNumber} ${financialYear}`,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title: say('interestCertificateTitle'),
    facts: [
      { label: say('financialYear'), text: financialYear },
      { label: say('memberNumberLabel'), text: memberNumber },
      { label: say('pan'), text: certificate.panMasked ?? say('panNotGiven') },
    ],
    sentence: [
      say('interestCertificateSentence', {
        name: plain(certificate.memberName),
        address: plain(certificate.address),
        memberNumber,
        from: dateOnPaper(society, certificate.from, language),
        until,
        interest: amount(interest),
        tax: amount(tax),
      }),
      ...(list === '' ? [] : [say('interestByAccount', { list })]),
    ].join(' '),
    table: [
      { label: say('interestGiven'), text: amount(interest) },
      { label: say('taxWithheld'), text: amount(tax) },
      { label: say('interestOwed', { date: until }), text: amount(accrued) },
    ],
    words: [{ label: say('interestInWords'), texts: wordsOnPaper(society, interest > ZERO ? interest : ZERO) }],
    place: say('givenOn', { date: until }),
    seal: say('seal'),
    signatures: [say('preparedBy'), say('manager')],
    qr: `${memberNumber} ${financialYear}`,
  };
}
