import { expect, test } from 'vitest';
import { addMonths, calendarDate } from './calendar-date.ts';
import { displayDate } from './display.ts';

const today = calendarDate('2026-11-02');

test('a day is shown as the office writes it', () => {
  expect(displayDate(today, 'DD-MM-YYYY')).toBe('02-11-2026');
  expect(displayDate(today, 'D MMM YYYY')).toBe('2 Nov 2026');
  expect(displayDate(today, 'D MMM YYYY', 'hi')).toBe('2 नव॰ 2026');
  expect(displayDate(today, 'D MMM YYYY', 'ne')).toBe('2 नोभेम्बर 2026');
});

test('no two months of a language look alike', () => {
  for (const language of ['en', 'hi', 'ne'] as const) {
    const shown = Array.from({ length: 12 }, (_, month) =>
      displayDate(addMonths(today, month), 'D MMM YYYY', language),
    );
    expect(new Set(shown.map((text) => text.split(' ')[1])).size).toBe(12);
  }
});
