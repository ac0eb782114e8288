import { expect, test } from 'vitest';
import { drawnMoney, scaleFor } from './chart-scale.ts';

test('bars begin at nothing and end at a round number: 0, 20,000, 40,000, 60,000 for 43,210', () => {
  const { ticks, at } = scaleFor([1_200, 43_210], 3, true);
  expect(ticks).toEqual([0, 20_000, 40_000, 60_000]);
  expect([at(0), at(30_000), at(60_000)]).toEqual([0, 0.5, 1]);
});

test('a line begins near its lowest point', () => {
  expect(scaleFor([412, 437, 455], 3, false).ticks).toEqual([400, 420, 440, 460]);
});

test('people are whole: a line that never moves, or moves by one, is marked in ones', () => {
  expect(scaleFor([7, 7, 7], 3, false).ticks).toEqual([7, 8]);
  expect(scaleFor([0, 1], 3, false).ticks).toEqual([0, 1]);
  expect(scaleFor([0, 0], 3, true).ticks).toEqual([0, 1]);
});

test('every value lies on the picture, however large', () => {
  for (const most of [1, 9, 99, 100_001, 7_654_321, 900_000_000_000]) {
    const { ticks, at } = scaleFor([0, most / 3, most], 4, true);
    expect(at(most)).toBeLessThanOrEqual(1);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});

test('money is drawn to the rupee', () => {
  expect(drawnMoney('1250.75')).toBe(1_250);
  expect(drawnMoney('-20.00')).toBe(-20);
});
