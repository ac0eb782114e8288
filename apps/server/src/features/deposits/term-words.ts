// The rules and the rate card of a deposit of a term, in the words of the society.

import {
  type Compounding,
  type DepositorCategory,
  formatMoney,
  type MaturityAct,
  type Money,
  type Payout,
  type TermRate,
  type TermRounding,
  type TermRules,
  ZERO,
} from '@kafal/core';
import type { ApprovalLine } from '../approvals/index.ts';

interface BothLanguages {
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

const ROUNDING: Readonly<Record<TermRounding, BothLanguages>> = {
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

const CATEGORY: Readonly<Record<DepositorCategory, BothLanguages>> = {
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
  ];
  return rules.flatMap(([code, say]) => {
    const [old, now] = [before === undefined ? null : say(before), say(after)];
    return old !== null && isSame(old, now) ? [] : [{ label: { code }, before: old, after: now }];
  });
}

export function rateLabel({ category, amountFrom, termFrom, termUnit }: TermRate): ApprovalLine['label'] {
  return {
    code: amountFrom === ZERO ? 'LINE_TERM_RATE' : 'LINE_TERM_RATE_AMOUNT',
    params: { category: CATEGORY[category], term: termFrom, unit: UNIT[termUnit], amount: formatMoney(amountFrom) },
  };
}

function yesOrNo(said: boolean): BothLanguages {
  return said ? { en: 'yes', hi: 'हाँ' } : { en: 'no', hi: 'नहीं' };
}

function orNone(amount: Money | null): Said {
  return amount === null ? { en: 'none', hi: 'कोई नहीं' } : formatMoney(amount);
}

function isSame(one: Said, other: Said): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.en === other.en && one.hi === other.hi;
}
