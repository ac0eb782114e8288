import { expect, test } from 'vitest';
import { monthsBetween } from './passbook-months.ts';

test('an account opened in the middle of September has three months in November, the latest first', () => {
  expect(monthsBetween('2026-09-15', '2026-11-28')).toEqual([
    { from: '2026-11-01', to: '2026-11-30' },
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-09-01', to: '2026-09-30' },
  ]);
});

test('the list ends after ten years, and a leap day belongs to its February', () => {
  const months = monthsBetween('1990-01-01', '2028-03-01');
  expect(months).toHaveLength(120);
  expect(months[1]).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
