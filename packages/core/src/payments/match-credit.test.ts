import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { parseMoney } from '../money/money.ts';
import { type BankCredit, matchCredit, type RequestToMatch } from './match-credit.ts';

const credit = (change: Partial<BankCredit> = {}): BankCredit => ({
  bookedOn: calendarDate('2026-11-12'),
  amount: parseMoney('500.00'),
  references: ['KF1111111112C'],
  numbers: ['633412345678'],
  ...change,
});
const request = (change: Partial<RequestToMatch> = {}): RequestToMatch => ({
  id: 7,
  reference: 'KF1111111112C',
  claimedNumber: null,
  amount: parseMoney('500.00'),
  state: 'open',
  askedOn: calendarDate('2026-11-12'),
  expiresOn: calendarDate('2026-11-12'),
  ...change,
});
const claimed = { reference: 'KF999', claimedNumber: '633412345678', state: 'claimed' as const };

test('the very amount with the reference, or with the number that its member named', () => {
  expect(matchCredit(credit(), [request()])).toEqual({ kind: 'request', requestId: 7, by: 'reference' });
  expect(matchCredit(credit({ references: [] }), [request(claimed)])).toEqual({
    kind: 'request',
    requestId: 7,
    by: 'number',
  });
});

test("the reference in the payment goes before another member's claim of its number", () => {
  const match = matchCredit(credit(), [request({ id: 8, ...claimed }), request()]);
  expect(match).toEqual({ kind: 'request', requestId: 7, by: 'reference' });
});

test('whatever is not certain waits for a person, with the reason', () => {
  const reasonOf = (of: BankCredit, ...requests: RequestToMatch[]) => {
    const match = matchCredit(of, requests);
    return match.kind === 'none' ? [match.reason, match.requestId] : match;
  };
  expect(reasonOf(credit({ references: [] }))).toEqual(['nothing-named', null]);
  expect(reasonOf(credit())).toEqual(['unknown-reference', null]);
  expect(reasonOf(credit({ amount: parseMoney('499.99') }), request())).toEqual(['other-amount', 7]);
  expect(reasonOf(credit(), request({ state: 'receipted' }))).toEqual(['already-received', 7]);
  expect(reasonOf(credit(), request({ state: 'rejected' }))).toEqual(['request-ended', 7]);
  expect(reasonOf(credit({ bookedOn: calendarDate('2026-11-13') }), request())).toEqual(['paid-late', 7]);
  const two = ['KF1111111112C', 'KF2'];
  expect(reasonOf(credit({ references: two }), request(), request({ id: 8, reference: 'KF2' }))).toEqual([
    'several-requests',
    null,
  ]);
});

test('a number counts only for a payment made after the request: nobody claims an older one', () => {
  const older = credit({ references: [], bookedOn: calendarDate('2026-11-11') });
  expect(matchCredit(older, [request(claimed)])).toEqual({ kind: 'none', reason: 'paid-before', requestId: 7 });
});

test('whoever said that they paid is not late because the bank booked it the next day', () => {
  const next = credit({ bookedOn: calendarDate('2026-11-13') });
  expect(matchCredit(next, [request({ state: 'claimed', claimedNumber: '633412345678' })])).toMatchObject({
    kind: 'request',
  });
});
