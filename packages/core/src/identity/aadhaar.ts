import { invariant } from '../invariant.ts';

// The Verhoeff scheme: a digit's place permutes it, and the results are multiplied in a group of ten elements.
// biome-ignore format: the group's table, a row for each left factor
const PRODUCT: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
// biome-ignore format: a row for each place, counted from the right
const PERMUTATION: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 5, 7, 6, 2, 8, 3, 0, 9, 4], [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7], [9, 4, 5, 3, 1, 2, 6, 8, 7, 0], [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5], [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/** Twelve digits, the first from 2 to 9, with a right check digit. Blanks between the groups are not taken here. */
export function isAadhaar(text: string): boolean {
  return /^[2-9]\d{11}$/.test(text) && verhoeffCheck(text) === 0;
}

/** All that a society may keep of the number. */
export function aadhaarLastFour(text: string): string {
  invariant(isAadhaar(text), 'only a checked Aadhaar number is shortened');
  return text.slice(-4);
}

/** Zero when the last digit is the right check digit of the others. */
export function verhoeffCheck(digits: string): number {
  let check = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    check = PRODUCT[check]?.[PERMUTATION[place % 8]?.[digit] ?? 0] ?? 0;
  }
  return check;
}
