// The certificate of a fixed or recurring deposit, A4 across: what was deposited, at which rate, and what comes of it.

import { type CalendarDate, type Money, type TermKind, ZERO } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { type SayOnPaper, wordsOfPaper } from './paper-texts.ts';
import { plain } from './plain.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { CertificateSheet } from './sheets.ts';
import { dateOnPaper, letterheadOf, moneyOnPaper, type SocietyOnPaper, wordsOnPaper } from './society-on-paper.ts';

export interface PrintedTermCertificate {
  readonly number: string;
  readonly kind: TermKind;
  /** In the language of the paper. */
  readonly product: string;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly address: string;
  /** The sum; of a recurring deposit, each instalment. */
  readonly amount: Money;
  readonly months: number | null;
  readonly days: number | null;
  readonly annualRate: string;
  readonly openedOn: CalendarDate;
  readonly maturesOn: CalendarDate;
  readonly maturityValue: Money;
  /** How the interest comes about, in a sentence or two. */
  readonly rule: string;
  readonly nominees: readonly { readonly name: string; readonly relation: string; readonly percent: string }[];
  /** What is held back as security. */
  readonly hold: Money;
}

export async function termCertificatePdf(
  platform: Platform,
  certificate: PrintedTermCertificate,
  printing: Printing,
): Promise<Uint8Array> {
  const sheet = termCertificateSheet(await readSocietyOnPaper(platform), certificate, printing);
  return press.print(sheet, printing.printedByUserId);
}

export function termCertificateSheet(
  society: SocietyOnPaper,
  certificate: PrintedTermCertificate,
  { language, printedAt }: Printing,
): CertificateSheet {
  const say = wordsOfPaper(language);
  const { number, kind, amount, maturityValue, annualRate, hold } = certificate;
  const isRecurring = kind === 'recurring';
  const openedOn = dateOnPaper(society, certificate.openedOn, language);
  const maturesOn = dateOnPaper(society, certificate.maturesOn, language);
  const values = {
    name: plain(certificate.memberName),
    address: plain(certificate.address),
    memberNumber: certificate.memberNumber,
    amount: moneyOnPaper(society, amount, language),
    value: moneyOnPaper(society, maturityValue, language),
    product: plain(certificate.product),
    term: termOf(certificate, say),
    count: certificate.months ?? 1,
    rate: annualRate,
    openedOn,
    maturesOn,
  };

  return {
    paper: 'certificate',
    language,
    documentTitle: `${say('termCertificateTitle')} ${number}`,
    author: society.name,
    madeAt: printedAt,
    letterhead: letterheadOf(society, language, say),
    title: say('termCertificateTitle'),
    facts: [
      { label: say('account'), text: number },
      { label: say('memberNumberLabel'), text: certificate.memberNumber },
      { label: say('date'), text: openedOn },
    ],
    sentence: [
      say(isRecurring ? 'termCertificateOfInstalments' : 'termCertificateOfSum', values),
      certificate.rule,
      say('nominees', { names: nomineesOf(certificate, say) }),
      ...(hold > ZERO ? [say('heldAsSecurity', { amount: moneyOnPaper(society, hold, language) })] : []),
    ].join(' '),
    table: [
      { label: say(isRecurring ? 'instalment' : 'amountDeposited'), text: values.amount },
      { label: say('annualRate'), text: `${annualRate} %` },
      { label: say('term'), text: values.term },
      { label: say('openedOn'), text: openedOn },
      { label: say('maturesOn'), text: maturesOn },
      { label: say('maturityValue'), text: values.value },
    ],
    words: [
      { label: say(isRecurring ? 'instalmentInWords' : 'inWords'), texts: wordsOnPaper(society, amount) },
      { label: say('maturityValueInWords'), texts: wordsOnPaper(society, maturityValue) },
    ],
    place: say('givenOn', { date: openedOn }),
    seal: say('seal'),
    signatures: [say('secretary'), say('manager'), say('chairperson')],
    qr: number,
  };
}

function termOf({ months, days }: PrintedTermCertificate, say: SayOnPaper): string {
  return months === null ? say('termDays', { count: days ?? 0 }) : say('termMonths', { count: months });
}

function nomineesOf({ nominees }: PrintedTermCertificate, say: SayOnPaper): string {
  if (nominees.length === 0) return say('noNominee');
  return nominees
    .map(({ name, relation, percent }) => {
      const part = nominees.length === 1 ? '' : `, ${percent} %`;
      return `*${plain(name)}* (${plain(relation)}${part})`;
    })
    .join('; ');
}
