// Which payment request a credit of the bank belongs to. It takes the very amount, and the request's own reference or the
// number that its member named; whatever is not certain waits for a person.

import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Money } from '../money/money.ts';

export interface BankCredit {
  readonly bookedOn: CalendarDate;
  readonly amount: Money;
  /** Our references that its description carries. */
  readonly references: readonly string[];
  /** The numbers of payments that it carries. */
  readonly numbers: readonly string[];
}

export interface RequestToMatch {
  readonly id: number;
  readonly reference: string;
  readonly claimedNumber: string | null;
  readonly amount: Money;
  readonly state: 'open' | 'claimed' | 'receipted' | 'rejected';
  readonly askedOn: CalendarDate;
  readonly expiresOn: CalendarDate;
}

/** Why a credit waits for a person; the desk says it in a sentence. */
export const UNMATCHED_REASONS = [
  'nothing-named',
  'unknown-reference',
  'several-requests',
  'already-received',
  'request-ended',
  'other-amount',
  'paid-late',
  'paid-before',
] as const;
export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number];

export type Match =
  | { readonly kind: 'request'; readonly requestId: number; readonly by: 'reference' | 'number' }
  | { readonly kind: 'none'; readonly reason: UnmatchedReason; readonly requestId: number | null };

/**
 * A reference was only ever in the payer's own payment, so it goes before a number that a member typed. What counts is the
 * day it was paid: a statement that is read later does not make a payment late. A number counts only for a payment made
 * after the request, so that nobody claims an older one.
 */
export function matchCredit(credit: BankCredit, requests: readonly RequestToMatch[]): Match {
  const byReference = requests.filter(({ reference }) => credit.references.includes(reference));
  const byNumber = requests.filter(
    ({ claimedNumber }) => claimedNumber !== null && credit.numbers.includes(claimedNumber),
  );
  const found = byReference.length > 0 ? byReference : byNumber;
  const by = byReference.length > 0 ? 'reference' : 'number';
  const [request] = found;
  if (request === undefined) {
    return none(credit.references.length > 0 ? 'unknown-reference' : 'nothing-named', null);
  }
  if (found.length > 1) return none('several-requests', null);
  const reason = reasonAgainst(credit, request, by);
  return reason === undefined ? { kind: 'request', requestId: request.id, by } : none(reason, request.id);
}

function reasonAgainst(
  { bookedOn, amount }: BankCredit,
  request: RequestToMatch,
  by: 'reference' | 'number',
): UnmatchedReason | undefined {
  if (request.state === 'receipted') return 'already-received';
  if (request.state === 'rejected') return 'request-ended';
  if (amount !== request.amount) return 'other-amount';
  if (by === 'number' && bookedOn < request.askedOn) return 'paid-before';
  if (request.state === 'open' && bookedOn > request.expiresOn) return 'paid-late';
  return undefined;
}

const none = (reason: UnmatchedReason, requestId: number | null): Match => ({ kind: 'none', reason, requestId });
