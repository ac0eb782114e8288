// The paper on which a borrower signs that their security is back.

import { formatGrams, netMilligrams, sum } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { fillSentence } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import { documentPdf, type OnPaper, type PrintedDocument, type Printing } from '../paper/index.ts';
import { type NamedCollateral, namedCollateral } from './collateral-queries.ts';
import type { LoanWithBalance } from './loan-queries.ts';

interface Head {
  /** In the language of the paper. */
  readonly memberName: string;
  readonly product: string;
  readonly address: string;
}

const en = {
  title: 'Release of security, loan {number}',
  loanNumber: 'Loan number',
  member: 'Member',
  kind: 'Kind of loan',
  closedOn: 'Paid back on',
  given: 'The society gives back to {name}, member no. {memberNumber}, {address}, what secured loan {number}.',
  no: 'No.',
  what: 'What was kept',
  received: 'Received on',
  released: 'Given back on',
  value: 'Value ({currency})',
  total: 'Value in all',
  goldLine: 'Packet {packet}, {pieces} pieces, gross {gross} g, less {deduction} g, net {net} g, fineness {purity}',
  lienLine: 'Account {item}: the lien is lifted',
  ownerLine: 'Owner: {owner}',
  handedTo: 'Handed to {name} by {by}, seen by {agreed}.',
  acknowledged:
    'I have received all of the above, have counted and looked at it, have seen the packets with their seals whole, and have no claim against the society for it.',
  receiver: 'Received by',
  cashier: 'Handed over by',
  manager: 'Manager',
} as const;
type Word = keyof typeof en;
const hi: Readonly<Record<Word, string>> = {
  title: 'बंधक वापसी, ऋण {number}',
  loanNumber: 'ऋण संख्या',
  member: 'सदस्य',
  kind: 'ऋण का प्रकार',
  closedOn: 'कब चुकाया गया',
  given: 'समिति {name}, सदस्य संख्या {memberNumber}, {address} को वह लौटाती है जो ऋण {number} का बंधक था।',
  no: 'क्रम',
  what: 'क्या रखा था',
  received: 'कब लिया',
  released: 'कब लौटाया',
  value: 'मूल्य ({currency})',
  total: 'कुल मूल्य',
  goldLine: 'पैकेट {packet}, {pieces} नग, कुल {gross} ग्राम, घटाव {deduction} ग्राम, शुद्ध {net} ग्राम, शुद्धता {purity}',
  lienLine: 'खाता {item}: ग्रहणाधिकार हटा दिया गया',
  ownerLine: 'स्वामी: {owner}',
  handedTo: '{name} को {by} ने दिया, {agreed} ने देखा।',
  acknowledged:
    'मुझे ऊपर लिखा सब मिल गया, मैंने उसे गिना और देखा, पैकेटों की मुहर साबुत थी, और इसके लिए समिति पर मेरा कोई दावा नहीं है।',
  receiver: 'पाने वाला',
  cashier: 'देने वाला',
  manager: 'प्रबंधक',
};

export async function releasePdf(
  platform: Platform,
  loan: LoanWithBalance,
  head: Head,
  printing: Printing,
): Promise<Uint8Array> {
  const items = await namedCollateral(platform.database)
    .where('c.loanId', '=', loan.id)
    .where('c.status', '=', 'released')
    .orderBy('c.id')
    .execute();
  if (items.length === 0) throw new Refusal('conflict', 'COLLATERAL_NOTHING_RELEASED', { number: loan.number });
  const words: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { en, hi };
  const say: Say = (word, values = {}) =>
    fillSentence(words[printing.language][word], values, { language: printing.language, currency: undefined });
  return documentPdf(platform, (on) => releaseOnPaper(loan, head, items, say, on), printing);
}

type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

function releaseOnPaper(
  loan: LoanWithBalance,
  { memberName, product, address }: Head,
  items: readonly NamedCollateral[],
  say: Say,
  on: OnPaper,
): PrintedDocument {
  const day = (value: NamedCollateral['releasedOn']) => (value === null ? '' : on.day(value));
  const who = { name: memberName, memberNumber: loan.memberNumber, address, number: loan.number };
  const handed = [
    ...new Set(
      items.flatMap(({ releasedTo, releasedBy, releaseAgreedBy }) =>
        releasedTo === null
          ? []
          : [say('handedTo', { name: releasedTo, by: releasedBy ?? '', agreed: releaseAgreedBy ?? '' })],
      ),
    ),
  ];
  return {
    title: say('title', { number: loan.number }),
    facts: [
      { label: say('member'), text: `${memberName} (${loan.memberNumber})` },
      { label: say('kind'), text: product },
      ...(loan.closedOn === null ? [] : [{ label: say('closedOn'), text: on.day(loan.closedOn) }]),
    ],
    blocks: [
      { kind: 'text', text: say('given', who) },
      {
        kind: 'table',
        columns: [
          { heading: say('no'), part: 8 },
          { heading: say('what'), part: 44 },
          { heading: say('received'), part: 16 },
          { heading: say('released'), part: 16 },
          { heading: say('value', { currency: on.currency }), part: 16, isNumber: true },
        ],
        rows: [
          ...items.map((item, place) => [
            String(place + 1),
            describe(item, say),
            day(item.receivedOn),
            day(item.releasedOn),
            on.figure(item.value),
          ]),
          ['', say('total'), '', '', on.figure(sum(items.map(({ value }) => value)))],
        ],
      },
      ...handed.map((text) => ({ kind: 'text' as const, text })),
      { kind: 'text', text: say('acknowledged') },
    ],
    signatures: [say('receiver'), say('cashier'), say('manager')],
  };
}

function describe(item: NamedCollateral, say: Say): string {
  const { kind, description, ownerName, packetNumber, pieces, grossMilligrams, deductionMilligrams, purity } = item;
  if (kind === 'deposit') return say('lienLine', { item: description });
  const owner = say('ownerLine', { owner: ownerName });
  if (packetNumber === null || grossMilligrams === null || deductionMilligrams === null) {
    return `${description}\n${owner}`;
  }
  const gold = say('goldLine', {
    packet: packetNumber,
    pieces: pieces ?? 0,
    gross: formatGrams(grossMilligrams),
    deduction: formatGrams(deductionMilligrams),
    net: formatGrams(netMilligrams({ grossMilligrams, deductionMilligrams })),
    purity: `${purity ?? 0}/1000`,
  });
  return `${description}\n${gold}\n${owner}`;
}
