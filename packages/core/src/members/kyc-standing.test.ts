import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { type KnownPaper, kycStanding } from './kyc-standing.ts';

const day = calendarDate;
const today = day('2026-11-30');
const rule = { wanted: [['photo'], ['aadhaar', 'passport']], expiringDays: 60 };
const photo: KnownPaper<string> = { kind: 'photo', state: 'verified', expiresOn: null };
const passport = (state: KnownPaper<string>['state'], expiresOn: string | null = null): KnownPaper<string> => ({
  ...{ kind: 'passport', state, expiresOn: expiresOn === null ? null : day(expiresOn) },
});
const stands = (papers: readonly KnownPaper<string>[], reviewDueOn: string | null = '2029-11-30') => {
  const { state, validUntil } = kycStanding(rule, papers, {
    reviewDueOn: reviewDueOn === null ? null : day(reviewDueOn),
    today,
  });
  return `${state} ${validUntil}`;
};

test('papers are in order until the first of them ends or the review is due, and good on that day still', () => {
  expect(stands([photo])).toBe('missing null');
  expect(stands([photo, passport('rejected')])).toBe('missing null');
  expect(stands([photo, passport('pending')])).toBe('pending null');
  // Everything verified, and nobody has said that it was found in order.
  expect(stands([photo, passport('verified')], null)).toBe('pending null');
  expect(stands([photo, passport('verified')])).toBe('verified 2029-11-30');
  expect(stands([photo, passport('verified', '2027-06-30')])).toBe('verified 2027-06-30');
  // 30 November and 60 days are 29 January.
  expect(stands([photo, passport('verified', '2027-01-29')])).toBe('expiring 2027-01-29');
  expect(stands([photo, passport('verified', '2027-01-30')])).toBe('verified 2027-01-30');
  expect(stands([photo, passport('verified', '2026-11-30')])).toBe('expiring 2026-11-30');
  expect(stands([photo, passport('verified', '2026-11-29')])).toBe('expired 2026-11-29');
  expect(stands([photo, passport('verified')], '2026-11-29')).toBe('expired 2026-11-29');
  expect(stands([photo, passport('verified')], '2026-11-30')).toBe('expiring 2026-11-30');
});

test('of several papers that prove the same, the one that lasts longest counts', () => {
  const aadhaar: KnownPaper<string> = { kind: 'aadhaar', state: 'verified', expiresOn: null };
  expect(stands([photo, passport('verified', '2020-01-01'), aadhaar])).toBe('verified 2029-11-30');
  expect(stands([photo, passport('verified', '2020-01-01'), { ...aadhaar, state: 'pending' }])).toBe('pending null');
  expect(stands([photo, passport('verified', '2020-01-01'), passport('verified', '2028-01-01')])).toBe(
    'verified 2028-01-01',
  );
});
