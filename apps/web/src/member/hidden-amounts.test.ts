import { expect, test } from 'vitest';
import { hideAmounts } from './hidden-amounts.ts';

test.each([
  ['Received ₹1,12,500.00', '₹', 'Received ••••'],
  ['रु 500.00 प्राप्त हुए', 'रु', '•••• प्राप्त हुए'],
  [
    'Entry T1/2026-27/00438 of $40.00 reverses an earlier one.',
    '$',
    'Entry T1/2026-27/00438 of •••• reverses an earlier one.',
  ],
  ['Your membership number is M-2023-0003.', '₹', 'Your membership number is M-2023-0003.'],
])('%s', (sentence, sign, hidden) => {
  expect(hideAmounts(sentence, sign)).toBe(hidden);
});
