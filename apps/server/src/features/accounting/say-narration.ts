// The journal keeps its narrations in one language, and they are part of the hash: they are never rewritten. Where the
// program made the sentence, its form is known by the kind of the entry, and a reader of Hindi gets the same facts in
// Hindi. What a person typed (a voucher, a note, a reason) stays as it was typed.

import { calendarDate, displayDate } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';

export interface NarratedEntry {
  readonly kind: string;
  readonly narration: string;
}

export type SayNarration = (entry: NarratedEntry) => string;

/** English names of fees and products with their Hindi ones, as they stand in the lines of receipts. */
type Names = ReadonlyMap<string, string>;

export async function narrationsIn(
  language: Language,
  { database }: Pick<Platform, 'database'>,
): Promise<SayNarration> {
  if (language === 'en') return narrationInEnglish;
  const fees = await database.selectFrom('fee').select(['nameEn', 'nameHi']).execute();
  const products = await database.selectFrom('deposit_product').select(['nameEn', 'nameHi']).execute();
  const terms = await database.selectFrom('term_product').select(['nameEn', 'nameHi']).execute();
  const names = new Map([...fees, ...products, ...terms].map(({ nameEn, nameHi }) => [nameEn, nameHi]));
  names.set('Share money', 'अंश राशि');
  names.set('Late fine', 'विलंब शुल्क');
  return (entry) => narrationInHindi(entry, names);
}

/** Of which the program wrote the whole sentence, or all before what the bank wrote. */
const WITH_DAYS: readonly string[] = ['interest', 'correction', 'bank'];

/** As it is kept; its days are written as people write them. */
export function narrationInEnglish({ kind, narration }: NarratedEntry): string {
  if (!WITH_DAYS.includes(kind)) return narration;
  const [own = ''] = narration.split(': ', 1);
  return own.replace(/\d{4}-\d\d-\d\d/g, (day) => dayIn('en', day)) + narration.slice(own.length);
}

const dayIn = (language: Language, day = '') => displayDate(calendarDate(day), 'D MMM YYYY', language);

export function narrationInHindi({ kind, narration }: NarratedEntry, names: Names): string {
  for (const [ofKind, form, say] of FORMS) {
    const parts = ofKind === kind ? form.exec(narration)?.groups : undefined;
    if (parts !== undefined) return say(parts, names) + (parts['typed'] ?? '');
  }
  return narration;
}

type Parts = Readonly<Record<string, string | undefined>>;

const MODES: Parts = {
  'in cash': 'नकद',
  'by cheque': 'चेक द्वारा',
  'by bank transfer': 'बैंक अंतरण द्वारा',
  'by UPI': 'यूपीआई द्वारा',
  'by a sheet': 'सूची से',
};

const FORMS: readonly (readonly [kind: string, form: RegExp, say: (parts: Parts, names: Names) => string])[] = [
  [
    'disbursement',
    /^Loan (?<loan>\S+) paid out (?:(?<mode>in cash|by cheque|by bank transfer|by UPI) )?to (?<to>\S+)$/,
    ({ loan, mode, to }) => `ऋण ${loan} ${mode === undefined ? '' : `${MODES[mode]} `}${to} को दिया गया`,
  ],
  [
    'correction',
    /^Loan (?<loan>\S+) counted anew from (?<day>\S+) because of (?<entry>\S+)$/,
    ({ loan, day, entry }) => `ऋण ${loan} ${dayIn('hi', day)} से फिर गिना गया, कारण ${entry}`,
  ],
  [
    'receipt',
    /^Received (?<mode>in cash|by cheque|by bank transfer|by UPI) for a sheet of repayments$/,
    ({ mode = '' }) => `चुकौती सूची के लिए ${MODES[mode]} प्राप्त`,
  ],
  [
    'receipt',
    /^Row (?<line>\d+) of sheet (?<sheet>\S+) is not assigned$/,
    ({ line, sheet }) => `सूची ${sheet} की पंक्ति ${line} किसी को नहीं दी गई`,
  ],
  [
    'receipt',
    /^Received (?<mode>in cash|by cheque|by bank transfer|by UPI|by a sheet) from (?<member>\S+): (?<what>.+)$/,
    ({ mode = '', member, what = '' }, names) => `${member} से ${MODES[mode]} प्राप्त: ${labels(what, names)}`,
  ],
  [
    'withdrawal',
    /^Paid (?<mode>in cash|by cheque|by bank transfer|by UPI) to (?<member>\S+) from (?<from>[^\s:]+)(?<typed>: .*)?$/,
    ({ mode = '', member, from }) => `${member} को खाता ${from} से ${MODES[mode]} भुगतान`,
  ],
  [
    'transfer',
    /^Transfer from (?<from>\S+) to share money of (?<member>[^\s:]+)(?<typed>: .*)?$/,
    ({ from, member }) => `खाता ${from} से ${member} की अंश राशि में अंतरण`,
  ],
  [
    'transfer',
    /^Transfer from (?<from>\S+) to dues of (?<member>[^\s:]+)(?<typed>: .*)?$/,
    ({ from, member }) => `खाता ${from} से ${member} की देय राशि में अंतरण`,
  ],
  [
    'transfer',
    /^Transfer from (?<from>\S+) to (?<to>[^\s:]+)(?<typed>: .*)?$/,
    ({ from, to }) => `खाता ${from} से खाता ${to} में अंतरण`,
  ],
  ['write-off', /^Loan (?<loan>\S+) written off$/, ({ loan }) => `ऋण ${loan} बट्टे खाते में`],
  ['waiver', /^Waiver on loan (?<loan>\S+)$/, ({ loan }) => `ऋण ${loan} पर छूट`],
  ['waiver', /^Loan (?<loan>\S+) planned anew$/, ({ loan }) => `ऋण ${loan} की नई योजना`],
  ['waiver', /^Moratorium on loan (?<loan>\S+)$/, ({ loan }) => `ऋण ${loan} पर ऋण-स्थगन`],
  [
    'allotment',
    /^Allotment of (?<shares>\d+) shares? to (?<name>.+), folio (?<folio>\S+)$/,
    ({ shares, name, folio }) => `${name} को ${shares} अंश आवंटित, फ़ोलियो ${folio}`,
  ],
  [
    'interest',
    /^Interest from (?<from>\S+) to (?<to>\S+)$/,
    ({ from, to }) => `${dayIn('hi', from)} से ${dayIn('hi', to)} तक का ब्याज`,
  ],
  ['interest', /^Interest of (?<from>\S+) on (?<on>\S+)$/, ({ from, on }) => `${dayIn('hi', on)} को ${from} का ब्याज`],
  [
    'maturity',
    /^Maturity of (?<from>[^\s,]+), to (?<to>.+)$/,
    ({ from, to = '' }) => `${from} की परिपक्वता, ${to.replace(' and ', ' और ')} में`,
  ],
  ['collection', /^Collected by (?<agent>\S+) for (?<to>\S+)$/, ({ agent, to }) => `${agent} द्वारा ${to} के लिए संग्रह`],
  [
    'handover',
    /^Cash from agent (?<agent>\S+) to till (?<till>[^\s:]+)(?<typed>: .*)?$/,
    ({ agent, till }) => `अभिकर्ता ${agent} से गल्ला ${till} में नकद`,
  ],
  [
    'commission',
    /^Commission of (?<agent>\S+) for (?<month>\S+)$/,
    ({ agent, month }) => `अभिकर्ता ${agent} का ${month} का कमीशन`,
  ],
  [
    'accrual',
    /^Interest accrued on (?<on>\S+) up to (?<to>\S+)$/,
    ({ on, to }) => `${on} पर ${dayIn('hi', to)} तक उपार्जित ब्याज`,
  ],
  [
    'accrual',
    /^Interest and charges of loans up to (?<to>\S+)$/,
    ({ to }) => `${dayIn('hi', to)} तक ऋणों का ब्याज और शुल्क`,
  ],
  ['accrual', /^Provisions for loans on (?<to>\S+)$/, ({ to }) => `${dayIn('hi', to)} को ऋणों के लिए प्रावधान`],
  [
    'transfer',
    /^Standing instruction: due of (?<due>\S+) from (?<from>\S+) to (?<to>\S+)$/,
    ({ due, from, to }) => `स्थायी निर्देश: ${dayIn('hi', due)} को देय, ${from} से ${to} में`,
  ],
  [
    'transfer',
    /^Loan (?<loan>\S+) paid by guarantor (?<member>\S+) from (?<from>\S+)$/,
    ({ loan, member, from }) => `ऋण ${loan} जमानतदार ${member} ने ${from} से चुकाया`,
  ],
  [
    'bank',
    /^Statement of account (?<account>\S+) from (?<from>\S+) to (?<to>\S+), (?<count>\d+) credits?$/,
    ({ account, from, to, count }) =>
      `खाते ${account} का विवरण, ${dayIn('hi', from)} से ${dayIn('hi', to)}, ${count} जमा`,
  ],
  [
    'bank',
    /^Credit of (?<day>\S+) on account (?<account>\S+), not identified(?<typed>: .*)?$/,
    ({ day, account }) => `${dayIn('hi', day)} को खाते ${account} में जमा, पहचान नहीं`,
  ],
  [
    'bank',
    /^Credit of (?<day>\S+) on account (?<account>\S+), sent back(?<typed>: .*)?$/,
    ({ day, account }) => `${dayIn('hi', day)} को खाते ${account} में जमा, लौटाया गया`,
  ],
  [
    'bank',
    /^Credit of (?<day>\S+) on account (?<account>\S+), received with (?<receipt>[^\s:]+)(?<typed>: .*)?$/,
    ({ day, account, receipt }) => `${dayIn('hi', day)} को खाते ${account} में जमा, रसीद ${receipt} में प्राप्त`,
  ],
  ['transfer', /^Instalment from (?<from>\S+) to (?<to>\S+)$/, ({ from, to }) => `${from} से ${to} की किस्त`],
  ['accrual', /^Interest accrued on (?<on>\S+) is taken back$/, ({ on }) => `${on} पर उपार्जित ब्याज वापस`],
  ['till', /^Cash from the vault to till (?<till>[^\s:]+)$/, ({ till }) => `तिजोरी से गल्ला ${till} में नकद`],
  [
    'till',
    /^Cash short at the closing of till (?<till>[^\s:]+)(?<typed>: .*)?$/,
    ({ till }) => `गल्ला ${till} बंद करते समय नकद कम`,
  ],
  [
    'till',
    /^Cash in excess at the closing of till (?<till>[^\s:]+)(?<typed>: .*)?$/,
    ({ till }) => `गल्ला ${till} बंद करते समय नकद अधिक`,
  ],
  ['till', /^Cash from till (?<till>\S+) to the vault(?<typed>: .*)?$/, ({ till }) => `गल्ला ${till} से तिजोरी में नकद`],
  ['reversal', /^Reversal of (?<number>[^\s:]+)(?<typed>: .*)$/, ({ number }) => `${number} की उलट प्रविष्टि`],
];

const LOAN_PARTS: Parts = {
  principal: 'मूलधन',
  interest: 'ब्याज',
  charges: 'शुल्क',
  'penal charge': 'दंड शुल्क',
  'recovered after the write-off': 'बट्टे खाते के बाद वसूली',
};
const LOAN_LINE = new RegExp(
  `Loan ([^\\s,]+)(?: of ([^\\s,]+), as guarantor)?, (${Object.keys(LOAN_PARTS).join('|')})`,
  'g',
);

/** "Savings SB000007, Admission fee": each by its name, or by its name before an account's number. */
function labels(what: string, names: Names): string {
  return what
    .replace(LOAN_LINE, (...[, loan, borrower, part]: string[]) => {
      const surety = borrower === undefined ? '' : ` (${borrower}), जमानतदार`;
      return `ऋण ${loan}${surety}, ${LOAN_PARTS[part ?? '']}`;
    })
    .split(', ')
    .map((label) => {
      const [, name = '', number = ''] = /^(.*) (\S+)$/.exec(label) ?? [];
      const product = names.get(name);
      return names.get(label) ?? (product === undefined ? label : `${product} ${number}`);
    })
    .join(', ');
}
