// The certificate of one allotment of shares, A4 across.

import type { CalendarDate, Money } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { wordsOfPaper } from './paper-texts.ts';
import { plain } from './plain.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { CertificateSheet } from './sheets.ts';
import { dateOnPaper, letterheadOf, moneyOnPaper, type SocietyOnPaper, wordsOnPaper } from './society-on-paper.ts';

export interface PrintedCertificate {
  readonly certificateNumber: string;
  readonly folio: string;
  readonly allottedOn: CalendarDate;
  readonly memberName: string;
  readonly memberNameLocal: string | null;
  readonly gender: 'female' | 'male' | 'other';
  readonly parentOrSpouseName: string | null;
  readonly memberNumber: string;
  readonly address: string;
  readonly shares: number;
  readonly faceValue: Money;
  readonly amount: Money;
  readonly distinctiveFrom: number;
  readonly distinctiveTo: number;
  readonly resolutionNumber: string | null;
}

export async function certificatePdf(
  platform: Platform,
  certificate: PrintedCertificate,
  printing: Printing,
): Promise<Uint8Array> {
  return press.print(
    certificateSheet(await readSocietyOnPaper(platform), certificate, printing),
    printing.printedByUserId,
  );
}

export function certificateSheet(
  society: SocietyOnPaper,
  certificate: PrintedCertificate,
  { language, printedAt }: Printing,
): CertificateSheet {
  const say = wordsOfPaper(language);
  const day = dateOnPaper(society, certificate.allottedOn, language);
  const faceValue = moneyOnPaper(society, certificate.faceValue, language);
  const { parentOrSpouseName } = certificate;
  const values = {
    name: plain(language === 'hi' ? (certificate.memberNameLocal ?? certificate.memberName) : certificate.memberName),
    address: plain(certificate.address),
    memberNumber: certificate.memberNumber,
    shares: certificate.shares,
    faceValue,
  };

  return {
    paper: 'certificate',
    language,
    documentTitle: `${say('certificateTitle')} ${certificate.certificateNumber}`,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title: say('certificateTitle'),
    facts: [
      { label: say('certificateNumber'), text: certificate.certificateNumber },
      { label: say('folio'), text: certificate.folio },
      { label: say('date'), text: day },
    ],
    sentence:
      parentOrSpouseName === null
        ? say('certificateSentence', values)
        : say('certificateSentenceWithParent', {
            ...values,
            relation: say(`relation_${certificate.gender}`),
            parent: plain(parentOrSpouseName),
          }),
    table: [
      { label: say('numberOfShares'), text: String(certificate.shares) },
      { label: say('faceValue'), text: faceValue },
      { label: say('amountPaid'), text: moneyOnPaper(society, certificate.amount, language) },
      { label: say('distinctiveNumbers'), text: distinctiveText(certificate) },
      { label: say('resolution'), text: certificate.resolutionNumber ?? '–' },
    ],
    words: [{ label: say('inWords'), texts: wordsOnPaper(society, certificate.amount) }],
    place: say('givenOn', { date: day }),
    seal: say('seal'),
    signatures: [say('secretary'), say('treasurer'), say('chairperson')],
    qr: certificate.certificateNumber,
  };
}

function distinctiveText({ distinctiveFrom, distinctiveTo }: PrintedCertificate): string {
  return distinctiveFrom === distinctiveTo ? String(distinctiveFrom) : `${distinctiveFrom} – ${distinctiveTo}`;
}
