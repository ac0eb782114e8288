import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { earliestMeetingDay, lastNoticeDay } from './notice-of-meeting.ts';
import { outcomeOfVote } from './outcome-of-vote.ts';
import { quorumOf } from './quorum.ts';
import { noVoteBecause } from './right-to-vote.ts';

test('clear days count neither the day of the notice nor the day of the meeting', () => {
  const first = calendarDate('2026-12-01');
  // 2 to 15 December lie between: fourteen.
  expect(earliestMeetingDay(first, 14)).toBe('2026-12-16');
  expect(earliestMeetingDay(first, 15)).toBe('2026-12-17');
  expect(earliestMeetingDay(first, 0)).toBe('2026-12-01');
  expect(lastNoticeDay(calendarDate('2026-12-16'), 14)).toBe('2026-12-01');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90 }), (days) => {
      const held = earliestMeetingDay(first, days);
      expect(lastNoticeDay(held, days)).toBe(first);
      expect(lastNoticeDay(addDays(held, -1), days) < first).toBe(true);
    }),
  );
});

test.each([
  // 51 % of 200 are 102; of 7 are 3.57, so four; a fifth of 101 is 20.2, so 21; a third of 100 is 33.33.
  [200, '51', 102],
  [7, '51', 4],
  [6, '51', 4],
  [5, '51', 3],
  [101, '20', 21],
  [100, '33.33', 34],
  [0, '51', 1],
  [500, null, 1],
])('of %i people %s per cent are %i', (entitled, part, needed) => {
  expect(quorumOf(entitled, part)).toBe(needed);
});

test('a quorum is the smallest number of people that reaches the part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 10_000 }), (entitled, hundredths) => {
      const part = `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
      const needed = quorumOf(entitled, part);
      expect(needed * 10_000 >= entitled * hundredths).toBe(true);
      if (needed > 1) expect((needed - 1) * 10_000 < entitled * hundredths).toBe(true);
    }),
  );
});

test.each([
  [3, 2, 'simple', 'carried'],
  [2, 3, 'simple', 'lost'],
  [2, 2, 'simple', 'tied'],
  [0, 0, 'simple', 'tied'],
  [4, 2, 'two-thirds', 'carried'],
  [5, 3, 'two-thirds', 'lost'],
  [3, 1, 'three-quarters', 'carried'],
  [5, 2, 'three-quarters', 'lost'],
  [0, 0, 'three-quarters', 'lost'],
] as const)('%i for and %i against under %s: %s', (inFavour, against, majority, outcome) => {
  expect(outcomeOfVote({ for: inFavour, against, abstained: 90 }, majority)).toBe(outcome);
});

test('the casting vote of the chair decides a tie, and nothing else', () => {
  const tie = { for: 2, against: 2, abstained: 0 };
  expect(outcomeOfVote(tie, 'simple', 'for')).toBe('carried');
  expect(outcomeOfVote(tie, 'simple', 'against')).toBe('lost');
  expect(outcomeOfVote({ ...tie, against: 3 }, 'simple', 'for')).toBe('lost');
  expect(outcomeOfVote(tie, 'two-thirds', 'for')).toBe('lost');
});

test('the vote is of a regular member who is active and not in default', () => {
  const rule = { inDefaultBefore: calendarDate('2026-09-01') };
  const member = { memberClass: 'regular', status: 'active', oldestUnpaidOn: null };
  expect(noVoteBecause(member, rule)).toBe(null);
  expect(noVoteBecause({ ...member, memberClass: 'nominal' }, rule)).toBe('class');
  expect(noVoteBecause({ ...member, status: 'suspended' }, rule)).toBe('status');
  expect(noVoteBecause({ ...member, status: 'dormant' }, rule)).toBe('status');
  expect(noVoteBecause({ ...member, oldestUnpaidOn: calendarDate('2026-08-31') }, rule)).toBe('default');
  expect(noVoteBecause({ ...member, oldestUnpaidOn: calendarDate('2026-09-01') }, rule)).toBe(null);
});
