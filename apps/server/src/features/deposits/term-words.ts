// The rules and the rate card of a deposit of a term, in the words of the society.

import {
  type Compounding,
  type DepositorCategory,
  formatMoney,
  type MaturityAct,
  type Money,
  type Payout,
  type RuleReach,
  type TermKind,
  type TermLine,
  type TermRate,
  type TermRounding,
  type TermRules,
  ZERO,
} from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { ApprovalLine } from '../approvals/index.ts';

export interface BothLanguages {
  readonly en: string;
  readonly hi: string;
}

const COMPOUNDING: Readonly<Record<Compounding, BothLanguages>> = {
  simple: { en: 'not at all', hi: 'बिल्कुल नहीं' },
  monthly: { en: 'monthly', hi: 'हर महीने' },
  quarterly: { en: 'quarterly', hi: 'हर तिमाही' },
  'half-yearly': { en: 'half-yearly', hi: 'हर छमाही' },
  yearly: { en: 'yearly', hi: 'हर वर्ष' },
};

const PAYOUT: Readonly<Record<Payout, BothLanguages>> = {
  maturity: { en: 'at maturity', hi: 'परिपक्वता पर' },
  monthly: { en: 'monthly', hi: 'हर महीने' },
  quarterly: { en: 'quarterly', hi: 'हर तिमाही' },
  'half-yearly': { en: 'half-yearly', hi: 'हर छमाही' },
};

export const ROUNDING: Readonly<Record<TermRounding, BothLanguages>> = {
  paisa: { en: 'to the hundredth', hi: 'सौवें भाग तक' },
  rupee: { en: 'to the whole unit', hi: 'पूरी इकाई तक' },
};

const AT_MATURITY: Readonly<Record<MaturityAct, BothLanguages>> = {
  'renew-principal': { en: 'renew the principal', hi: 'मूलधन का नवीनीकरण' },
  'renew-with-interest': { en: 'renew with interest', hi: 'ब्याज सहित नवीनीकरण' },
  'to-savings': { en: 'to the savings account', hi: 'बचत खाते में' },
  'pay-out': { en: 'pay out', hi: 'भुगतान' },
  wait: { en: 'wait until claimed', hi: 'दावे तक प्रतीक्षा' },
};

export const CATEGORY: Readonly<Record<DepositorCategory, BothLanguages>> = {
  general: { en: 'everybody', hi: 'सभी' },
  senior: { en: 'senior citizens', hi: 'वरिष्ठ नागरिक' },
  woman: { en: 'women', hi: 'महिलाएँ' },
  staff: { en: 'staff', hi: 'कर्मचारी' },
  institution: { en: 'institutions', hi: 'संस्थाएँ' },
};

const UNIT: Readonly<Record<TermRate['termUnit'], BothLanguages>> = {
  days: { en: 'days', hi: 'दिन' },
  months: { en: 'months', hi: 'महीने' },
};

const NEVER: BothLanguages = { en: 'never', hi: 'कभी नहीं' };

interface NamedRules extends TermRules {
  readonly nameEn: string;
  readonly nameHi: string;
  readonly isOffered: boolean;
}

type Said = string | BothLanguages;

/** Each rule that differs, in the order of the form; all of them where there was no product before. */
export function termRuleLines(before: NamedRules | undefined, after: NamedRules): ApprovalLine[] {
  const rules: readonly (readonly [label: string, say: (rules: NamedRules) => Said])[] = [
    ['LINE_NAME', ({ nameEn, nameHi }) => ({ en: nameEn, hi: nameHi })],
    ['LINE_OFFERED', ({ isOffered }) => yesOrNo(isOffered)],
    ['LINE_MINIMUM_AMOUNT', ({ minimumAmount }) => formatMoney(minimumAmount)],
    ['LINE_MAXIMUM_AMOUNT', ({ maximumAmount }) => orNone(maximumAmount)],
    ['LINE_MULTIPLE', ({ multipleOf }) => orNone(multipleOf)],
    ['LINE_MAXIMUM_MONTHS', ({ maximumMonths }) => String(maximumMonths)],
    ['LINE_COMPOUNDING', ({ compounding }) => COMPOUNDING[compounding]],
    ['LINE_DAY_COUNT', ({ dayCount }) => dayCount],
    ['LINE_PAYOUT', ({ payout }) => PAYOUT[payout]],
    ['LINE_DISCOUNTED', ({ isPayoutDiscounted }) => yesOrNo(isPayoutDiscounted)],
    ['LINE_ROUNDING', ({ rounding }) => ROUNDING[rounding]],
    ['LINE_LOCK_IN', ({ lockInDays }) => String(lockInDays)],
    ['LINE_PENALTY', ({ prematurePenalty }) => `${prematurePenalty} %`],
    ['LINE_AT_MATURITY', ({ atMaturity }) => AT_MATURITY[atMaturity]],
    ['LINE_LATE_FINE', ({ lateFinePerHundred }) => orNone(lateFinePerHundred)],
    ['LINE_GRACE_DAYS', ({ graceDays }) => String(graceDays)],
    [
      'LINE_IRREGULAR_AFTER',
      ({ irregularAfterMissed }) => (irregularAfterMissed === null ? NEVER : String(irregularAfterMissed)),
    ],
  ];
  return rules.flatMap(([code, say]) => {
    const [old, now] = [before === undefined ? null : say(before), say(after)];
    return old !== null && isSame(old, now) ? [] : [{ label: { code }, before: old, after: now }];
  });
}

const REACH: Readonly<Record<RuleReach, BothLanguages>> = {
  all: { en: 'every deposit', hi: 'सभी जमा' },
  new: { en: 'deposits opened from then on', hi: 'तब से खुलने वाली जमा' },
};

export function termReachLine(appliesTo: RuleReach): ApprovalLine {
  return { label: { code: 'LINE_TERM_REACH' }, before: null, after: REACH[appliesTo] };
}

export function rateLabel({ category, amountFrom, termFrom, termUnit }: TermRate): ApprovalLine['label'] {
  return {
    code: amountFrom === ZERO ? 'LINE_TERM_RATE' : 'LINE_TERM_RATE_AMOUNT',
    params: { category: CATEGORY[category], term: termFrom, unit: UNIT[termUnit], amount: formatMoney(amountFrom) },
  };
}

export function yesOrNo(said: boolean): BothLanguages {
  return said ? { en: 'yes', hi: 'हाँ' } : { en: 'no', hi: 'नहीं' };
}

function orNone(amount: Money | null): Said {
  return amount === null ? { en: 'none', hi: 'कोई नहीं' } : formatMoney(amount);
}

function isSame(one: Said, other: Said): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.en === other.en && one.hi === other.hi;
}

const LINE: Readonly<Record<Language, Readonly<Record<'months' | 'days' | 'month', string>>>> = {
  en: {
    months: '{count} months at {rate} % a year',
    days: '{count} days at {rate} % a year',
    month: 'Month {count} at {rate} % a year',
  },
  hi: {
    months: '{count} महीने, {rate} % वार्षिक',
    days: '{count} दिन, {rate} % वार्षिक',
    month: 'महीना {count}, {rate} % वार्षिक',
  },
};

export function termLineLabel(length: TermLine['length'], annualRate: string, language: Language): string {
  const words = LINE[language];
  const said = (text: string, count: number) => text.replace('{count}', String(count)).replace('{rate}', annualRate);
  if ('month' in length) return said(words.month, length.month);
  if ('days' in length) return said(words.days, length.days);
  return said(words.months, length.months);
}

const RULE = {
  en: {
    simple: 'Interest is not added to the deposit: it is the deposit × the rate × the time.',
    added:
      'Interest is added to the deposit {compounding}; days beyond the last whole period earn simple interest ({dayCount}).',
    payout: 'Interest is paid {payout}; each payment is rounded {rounding}.',
    recurring: 'Every instalment counts from the first day of its month; interest is added {compounding}.',
    rounded: 'The value at maturity is rounded once, {rounding}.',
  },
  hi: {
    simple: 'ब्याज जमा में नहीं जुड़ता: जमा × दर × समय।',
    added: 'ब्याज {compounding} जमा में जुड़ता है; अंतिम पूरी अवधि के बाद के दिनों पर साधारण ब्याज मिलता है ({dayCount})।',
    payout: 'ब्याज का भुगतान {payout} होता है; हर भुगतान {rounding} पूर्णांकित होता है।',
    recurring: 'हर किस्त अपने महीने के पहले दिन से गिनी जाती है; ब्याज {compounding} जुड़ता है।',
    rounded: 'परिपक्वता राशि एक बार, {rounding} पूर्णांकित होती है।',
  },
} as const;

/** How the value comes about, said once for all its lines. */
export function quoteRule(rules: TermRules & { readonly kind: TermKind }, language: Language): string {
  const words = RULE[language];
  const how =
    rules.payout !== 'maturity'
      ? [words.payout]
      : [
          rules.compounding === 'simple' ? words.simple : rules.kind === 'recurring' ? words.recurring : words.added,
          words.rounded,
        ];
  return how
    .join(' ')
    .replace('{compounding}', COMPOUNDING[rules.compounding][language])
    .replace('{dayCount}', rules.dayCount)
    .replace('{payout}', PAYOUT[rules.payout][language])
    .replace('{rounding}', ROUNDING[rules.rounding][language]);
}
