// The tax that was withheld from a member's interest in a tax year, by quarter and by account; A4 across.

import { type Money, type YearPart, ZERO } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import type { PrintedInterestCertificate } from './interest-certificate-paper.ts';
import { wordsOfPaper } from './paper-texts.ts';
import { plain } from './plain.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { CertificateSheet } from './sheets.ts';
import { dateOnPaper, letterheadOf, moneyOnPaper, type SocietyOnPaper, wordsOnPaper } from './society-on-paper.ts';

export interface PrintedTaxCertificate extends PrintedInterestCertificate {
  readonly quarters: readonly (YearPart & { readonly tax: Money })[];
}

export async function taxCertificatePdf(
  platform: Platform,
  certificate: PrintedTaxCertificate,
  printing: Printing,
): Promise<Uint8Array> {
  const sheet = taxCertificateSheet(await readSocietyOnPaper(platform), certificate, printing);
  return press.print(sheet, printing.printedByUserId);
}

export function taxCertificateSheet(
  society: SocietyOnPaper,
  certificate: PrintedTaxCertificate,
  { language, printedAt }: Printing,
): CertificateSheet {
  const say = wordsOfPaper(language);
  const { financialYear, memberNumber, accounts, quarters, interest, tax } = certificate;
  const amount = (value: Money) => moneyOnPaper(society, value, language);
  const day = (on: YearPart['from']) => dateOnPaper(society, on, language);
  const list = accounts
    .filter((account) => account.tax !== ZERO)
    .map(({ number, ...of }) => say('taxOfAccount', { number, tax: amount(of.tax), interest: amount(of.interest) }))
    .join('; ');
  const sentence = say('taxCertificateSentence', {
    name: plain(certificate.memberName),
    address: plain(certificate.address),
    memberNumber,
    from: day(certificate.from),
    until: day(certificate.until),
    interest: amount(interest),
    tax: amount(tax),
  });
  return {
    paper: 'certificate',
    language,
    documentTitle: `${say('taxCertificateTitle')} ${memberNumber} ${financialYear}`,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title: say('taxCertificateTitle'),
    facts: [
      { label: say('financialYear'), text: financialYear },
      { label: say('memberNumberLabel'), text: memberNumber },
      { label: say('pan'), text: certificate.panMasked ?? say('panNotGiven') },
    ],
    sentence: list === '' ? sentence : `${sentence} ${say('interestByAccount', { list })}`,
    table: [
      ...quarters.map((quarter) => ({
        label: say('period', { from: day(quarter.from), to: day(quarter.to) }),
        text: amount(quarter.tax),
      })),
      { label: say('taxWithheld'), text: amount(tax) },
    ],
    words: [{ label: say('taxInWords'), texts: wordsOnPaper(society, tax) }],
    place: say('givenOn', { date: day(certificate.until) }),
    seal: say('seal'),
    signatures: [say('preparedBy'), say('manager')],
    qr: `${memberNumber} ${financialYear}`,
  };
}
