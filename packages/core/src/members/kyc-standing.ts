import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';

export interface KnownPaper<Kind extends string> {
  readonly kind: Kind;
  readonly state: 'pending' | 'verified' | 'rejected';
  /** The last day that stands on it; null where it has none. */
  readonly expiresOn: CalendarDate | null;
}

export interface WantedPaper<Kind extends string> {
  readonly kinds: readonly Kind[];
  readonly state: 'missing' | 'rejected' | 'pending' | 'expired' | 'verified';
  readonly expiresOn: CalendarDate | null;
}

export interface KycStanding<Kind extends string> {
  readonly state: 'missing' | 'expired' | 'pending' | 'expiring' | 'verified';
  /** The last day on which all is in order: of the paper that ends first, or of the review. Null until all is verified. */
  readonly validUntil: CalendarDate | null;
  readonly wanted: readonly WantedPaper<Kind>[];
}

export interface KycRule<Kind extends string> {
  /** Each is proved by any one of its kinds of paper. */
  readonly wanted: readonly (readonly Kind[])[];
  readonly expiringDays: number;
}

/**
 * How somebody's papers stand on a day. A paper and a review are good on their last day still. What is missing weighs most, then what
 * has expired, then what waits to be looked at, a review that was never made among it.
 */
export function kycStanding<Kind extends string>(
  rule: KycRule<Kind>,
  papers: readonly KnownPaper<Kind>[],
  { reviewDueOn, today }: { readonly reviewDueOn: CalendarDate | null; readonly today: CalendarDate },
): KycStanding<Kind> {
  const wanted = rule.wanted.map((kinds) => standingOf(kinds, papers, today));
  const any = (...states: readonly WantedPaper<Kind>['state'][]) => wanted.some(({ state }) => states.includes(state));
  if (any('missing', 'rejected')) return { state: 'missing', validUntil: null, wanted };
  if (any('expired') || (reviewDueOn !== null && reviewDueOn < today)) {
    return { state: 'expired', validUntil: any('pending') ? null : earliest(wanted, reviewDueOn), wanted };
  }
  if (any('pending') || reviewDueOn === null) return { state: 'pending', validUntil: null, wanted };
  const validUntil = earliest(wanted, reviewDueOn);
  const isSoon = validUntil !== null && validUntil <= addDays(today, rule.expiringDays);
  return { state: isSoon ? 'expiring' : 'verified', validUntil, wanted };
}

function standingOf<Kind extends string>(
  kinds: readonly Kind[],
  papers: readonly KnownPaper<Kind>[],
  today: CalendarDate,
): WantedPaper<Kind> {
  const own = papers.filter(({ kind }) => kinds.includes(kind));
  const verified = own.filter(({ state }) => state === 'verified');
  const isForEver = verified.some(({ expiresOn }) => expiresOn === null);
  const last = verified.map(({ expiresOn }) => expiresOn).reduce(later, null);
  const expiresOn = isForEver ? null : last;
  if (verified.length > 0 && (expiresOn === null || expiresOn >= today)) return { kinds, state: 'verified', expiresOn };
  if (own.some(({ state }) => state === 'pending')) return { kinds, state: 'pending', expiresOn };
  if (verified.length > 0) return { kinds, state: 'expired', expiresOn };
  return { kinds, state: own.length > 0 ? 'rejected' : 'missing', expiresOn };
}

function later(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function earliest(wanted: readonly WantedPaper<string>[], reviewDueOn: CalendarDate | null): CalendarDate | null {
  return [...wanted.map(({ expiresOn }) => expiresOn), reviewDueOn].reduce(
    (one, other) => (one === null || (other !== null && other < one) ? other : one),
    null,
  );
}
