import { expect, test } from 'vitest';
import { dayAsTyped, readTypedDay } from './typed-day.ts';

test.each([
  ['22-11-2026', '2026-11-22'],
  ['2/1/26', '2026-01-02'],
  ['22.11.2026', '2026-11-22'],
  ['22112026', '2026-11-22'],
  ['2026-11-22', '2026-11-22'],
  ['२२-११-२०२६', '2026-11-22'],
])('%s is taken as %s', (typed, iso) => {
  expect(readTypedDay(typed)).toBe(iso);
});

test.each(['30-02-2026', '2026', 'tomorrow', '', '1-13-2026'])('"%s" is no day', (typed) => {
  expect(readTypedDay(typed)).toBeUndefined();
});

test('a day goes back into its field as people write it', () => {
  expect([dayAsTyped('2026-11-22'), dayAsTyped('')]).toEqual(['22-11-2026', '']);
});
