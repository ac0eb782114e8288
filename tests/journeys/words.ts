// What stands on the screen, looked up where the pages themselves find it: the same journey then walks through English
// and Hindi, and a sentence that is missing in one of them stops it.

import { calendarDate, displayDate, displayMoney, parseMoney } from '@kafal/core';
import { messages as termsEnglish } from '../../apps/web/src/member/deposits/term-messages-en.ts';
import { messages as termsHindi } from '../../apps/web/src/member/deposits/term-messages-hi.ts';
import { messages as memberEnglish } from '../../apps/web/src/member/member-messages-en.ts';
import { messages as memberHindi } from '../../apps/web/src/member/member-messages-hi.ts';
import { messages as setupEnglish } from '../../apps/web/src/setup/messages-en.ts';
import { messages as setupHindi } from '../../apps/web/src/setup/messages-hi.ts';
import { accountStandingMessages as standingEnglish } from '../../apps/web/src/shared/messages/en/account-standing.ts';
import { dueMessages as duesEnglish } from '../../apps/web/src/shared/messages/en/dues.ts';
import { kycMessages as kycEnglish } from '../../apps/web/src/shared/messages/en/kyc.ts';
import { meetingMessages as meetingsEnglish } from '../../apps/web/src/shared/messages/en/meetings.ts';
import { memberLoanMessages as loansEnglish } from '../../apps/web/src/shared/messages/en/member-loans.ts';
import { memberMeetingMessages as ownMeetingsEnglish } from '../../apps/web/src/shared/messages/en/member-meetings.ts';
import { memberPaperMessages as papersEnglish } from '../../apps/web/src/shared/messages/en/member-papers.ts';
import { memberPaymentMessages as payEnglish } from '../../apps/web/src/shared/messages/en/member-payments.ts';
import { noticeMessages as noticesEnglish } from '../../apps/web/src/shared/messages/en/notices.ts';
import { notificationChoiceMessages as choicesEnglish } from '../../apps/web/src/shared/messages/en/notification-choices.ts';
import { officeMessageMessages as officeEnglish } from '../../apps/web/src/shared/messages/en/office-messages.ts';
import { paidDaysMessages as paidDaysEnglish } from '../../apps/web/src/shared/messages/en/paid-days.ts';
import { accountStandingMessages as standingHindi } from '../../apps/web/src/shared/messages/hi/account-standing.ts';
import { dueMessages as duesHindi } from '../../apps/web/src/shared/messages/hi/dues.ts';
import { kycMessages as kycHindi } from '../../apps/web/src/shared/messages/hi/kyc.ts';
import { meetingMessages as meetingsHindi } from '../../apps/web/src/shared/messages/hi/meetings.ts';
import { memberLoanMessages as loansHindi } from '../../apps/web/src/shared/messages/hi/member-loans.ts';
import { memberMeetingMessages as ownMeetingsHindi } from '../../apps/web/src/shared/messages/hi/member-meetings.ts';
import { memberPaperMessages as papersHindi } from '../../apps/web/src/shared/messages/hi/member-papers.ts';
import { memberPaymentMessages as payHindi } from '../../apps/web/src/shared/messages/hi/member-payments.ts';
import { noticeMessages as noticesHindi } from '../../apps/web/src/shared/messages/hi/notices.ts';
import { notificationChoiceMessages as choicesHindi } from '../../apps/web/src/shared/messages/hi/notification-choices.ts';
import { officeMessageMessages as officeHindi } from '../../apps/web/src/shared/messages/hi/office-messages.ts';
import { paidDaysMessages as paidDaysHindi } from '../../apps/web/src/shared/messages/hi/paid-days.ts';
import { messages as staffEnglish } from '../../apps/web/src/staff/messages/en.ts';
import { messages as staffHindi } from '../../apps/web/src/staff/messages/hi.ts';

export type Language = 'en' | 'hi';
type Slots = Readonly<Record<string, string | number>>;

/** Plural pairs are asked for by their common beginning and a `count`. */
type Key<Catalogue> = keyof Catalogue extends infer Name
  ? Name extends `${infer Stem}_one`
    ? Stem
    : Name extends `${string}_other`
      ? never
      : Name & string
  : never;
export type Sentence<Catalogue> = (key: Key<Catalogue>, slots?: Slots) => string;

export interface Words {
  readonly language: Language;
  readonly staff: Sentence<typeof staffEnglish>;
  readonly member: Sentence<typeof memberEnglish>;
  /** Of deposits of a term and of the calculators, which a member's first page does without. */
  readonly terms: Sentence<typeof termsEnglish>;
  /** Of what falls due on a member's own account, fetched with its part of the page. */
  readonly dues: Sentence<typeof duesEnglish>;
  /** Of what keeps money on an account, fetched with its page. */
  readonly standing: Sentence<typeof standingEnglish>;
  /** Of a member's loans, likewise. */
  readonly loans: Sentence<typeof loansEnglish>;
  /** Of a member's own papers, likewise. */
  readonly papers: Sentence<typeof kycEnglish & typeof papersEnglish>;
  /** Of a month of a daily deposit, likewise. */
  readonly paidDays: Sentence<typeof paidDaysEnglish>;
  /** Of notices, messages to the office and payments from the phone, likewise. */
  readonly news: Sentence<typeof newsEnglish>;
  /** Of meetings, likewise. */
  readonly meetings: Sentence<typeof meetingsEnglish & typeof ownMeetingsEnglish>;
  /** Of notifications and what a person chooses about them, likewise. */
  readonly choices: Sentence<typeof choicesEnglish>;
  readonly setup: Sentence<typeof setupEnglish>;
  /** "₹1,100.00" */
  money(text: string): string;
  /** "1,100.00", as a column whose heading names the currency shows it. */
  amount(text: string): string;
  /** "22 Nov 2026" */
  day(iso: string): string;
  /** Digits as somebody who writes this language types them. */
  typed(digits: string): string;
}

const newsEnglish = { ...noticesEnglish, ...officeEnglish, ...payEnglish };
const newsHindi = { ...noticesHindi, ...officeHindi, ...payHindi };
const catalogues = {
  en: {
    staff: staffEnglish,
    member: memberEnglish,
    terms: termsEnglish,
    dues: duesEnglish,
    standing: standingEnglish,
    loans: loansEnglish,
    papers: { ...kycEnglish, ...papersEnglish },
    paidDays: paidDaysEnglish,
    news: newsEnglish,
    meetings: { ...meetingsEnglish, ...ownMeetingsEnglish },
    choices: choicesEnglish,
    setup: setupEnglish,
  },
  hi: {
    staff: staffHindi,
    member: memberHindi,
    terms: termsHindi,
    dues: duesHindi,
    standing: standingHindi,
    loans: loansHindi,
    papers: { ...kycHindi, ...papersHindi },
    paidDays: paidDaysHindi,
    news: newsHindi,
    meetings: { ...meetingsHindi, ...ownMeetingsHindi },
    choices: choicesHindi,
    setup: setupHindi,
  },
} as const;

const DEVANAGARI_ZERO = 0x0966;

export function wordsOf(language: Language): Words {
  const { staff, member, terms, dues, standing, loans, paidDays, meetings, news, choices, setup, papers } =
    catalogues[language];
  const plurals = new Intl.PluralRules(language);
  const sentences = (catalogue: Readonly<Record<string, string>>) => (key: string, slots?: Slots) => {
    const count = slots?.count;
    const plural = typeof count === 'number' ? `${key}_${plurals.select(count) === 'one' ? 'one' : 'other'}` : key;
    const sentence = catalogue[plural] ?? catalogue[key];
    if (sentence === undefined) throw new Error(`No word for "${key}" in ${language}.`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(slots?.[name] ?? whole));
  };
  const rupees = { currency: 'INR', decimals: 2, grouping: 'indian', language } as const;
  return {
    language,
    staff: sentences(staff),
    member: sentences(member),
    terms: sentences(terms),
    dues: sentences(dues),
    standing: sentences(standing),
    loans: sentences(loans),
    papers: sentences(papers),
    paidDays: sentences(paidDays),
    news: sentences(news),
    meetings: sentences(meetings),
    choices: sentences(choices),
    setup: sentences(setup),
    money: (text) => displayMoney(parseMoney(text, 2), rupees),
    amount: (text) => displayMoney(parseMoney(text, 2), { ...rupees, symbol: false }),
    day: (iso) => displayDate(calendarDate(iso), 'D MMM YYYY', language),
    typed: (digits) =>
      language === 'en'
        ? digits
        : digits.replace(/\d/g, (digit) => String.fromCodePoint(DEVANAGARI_ZERO + Number(digit))),
  };
}
