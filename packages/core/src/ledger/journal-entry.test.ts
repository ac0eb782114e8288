import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { InvariantBroken } from '../invariant.ts';
import { allocate, type Money, money, parseMoney, sum } from '../money/money.ts';
import type { Side } from './account.ts';
import { journalEntry, type Posting, reversalOf, totalOn } from './journal-entry.ts';

const posting = (accountCode: string, side: Side, amount: Money): Posting => ({ accountCode, side, amount });
const draftOf = (...postings: Posting[]) => ({ kind: 'receipt', narration: 'Admission of M-0001', postings });

const admission = draftOf(
  { ...posting('1102', 'debit', parseMoney('700.00')), subLedger: { kind: 'till', id: '1' } },
  posting('4201', 'credit', parseMoney('200.00')),
  {
    ...posting('2204', 'credit', parseMoney('500.00')),
    subLedger: { kind: 'share_pending', id: '7' },
    memo: '5 shares',
  },
);

test('a balanced entry is made, whole and unchangeable', () => {
  const entry = journalEntry({ ...admission, valueOn: calendarDate('2026-11-22') });

  expect(entry).toEqual({ ...admission, valueOn: '2026-11-22' });
  expect(Object.isFrozen(entry) && Object.isFrozen(entry.postings) && entry.postings.every(Object.isFrozen)).toBe(true);
  expect(totalOn('debit', entry.postings)).toBe(70_000);
});

test('the draft itself is left as it was', () => {
  journalEntry(admission);
  expect(Object.isFrozen(admission) || Object.isFrozen(admission.postings)).toBe(false);
});

test.each([
  [draftOf(), '"Admission of M-0001" needs at least two postings'],
  [draftOf(posting('1101', 'debit', money(1))), '"Admission of M-0001" needs at least two postings'],
  [
    draftOf(posting('1101', 'debit', money(100)), posting('4201', 'credit', money(99))),
    '"Admission of M-0001" is out of balance by 1 of the smallest unit',
  ],
  [
    draftOf(posting('1101', 'debit', money(0)), posting('4201', 'credit', money(0))),
    '"Admission of M-0001" has a posting that is not positive',
  ],
  [
    draftOf(posting('1101', 'debit', money(-5)), posting('4201', 'credit', money(-5))),
    '"Admission of M-0001" has a posting that is not positive',
  ],
  [
    draftOf(posting('1101', 'debit', money(5)), posting('4201', 'debit', money(5))),
    '"Admission of M-0001" is out of balance by 10 of the smallest unit',
  ],
])('entry %# cannot exist', (draft, message) => {
  expect(() => journalEntry(draft)).toThrow(InvariantBroken);
  expect(() => journalEntry(draft)).toThrow(message);
});

test('a reversal swaps the sides, names the entry it takes back, and carries only the days it is given', () => {
  const reverses = { series: 'T1', financialYear: '2026-27', number: 12 };
  const reversal = reversalOf(journalEntry({ ...admission, valueOn: calendarDate('2026-01-01') }), {
    narration: 'Wrong member',
    reverses,
    postedOn: calendarDate('2026-11-22'),
  });

  expect(reversal).toEqual({
    kind: 'reversal',
    narration: 'Wrong member',
    reverses,
    postedOn: '2026-11-22',
    postings: [
      { accountCode: '1102', side: 'credit', amount: 70_000, subLedger: { kind: 'till', id: '1' } },
      { accountCode: '4201', side: 'debit', amount: 20_000 },
      {
        accountCode: '2204',
        side: 'debit',
        amount: 50_000,
        subLedger: { kind: 'share_pending', id: '7' },
        memo: '5 shares',
      },
    ],
  });
});

test('an entry and its reversal leave every account as it was', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 1e12 }).map(money), weights, weights, (total, debits, credits) => {
      const entry = journalEntry(
        draftOf(
          ...allocate(total, debits).map((amount, index) => posting(`1${index}`, 'debit', amount)),
          ...allocate(total, credits).map((amount, index) => posting(`2${index}`, 'credit', amount)),
        ),
      );
      const both = [...entry.postings, ...reversalOf(entry, { narration: 'Taken back' }).postings];

      for (const { accountCode } of entry.postings) {
        const ofAccount = both.filter((other) => other.accountCode === accountCode);
        expect(totalOn('debit', ofAccount)).toBe(totalOn('credit', ofAccount));
      }
      expect(sum(both.map((each) => each.amount))).toBe(4 * total);
      expect(reversalOf(reversalOf(entry, { narration: 'x' }), { narration: 'y' }).postings).toEqual(entry.postings);
    }),
  );
});
