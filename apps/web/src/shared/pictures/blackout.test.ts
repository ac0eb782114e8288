import { expect, test } from 'vitest';
import { barBetween, barText, fitted } from './blackout.ts';

test('a bar is the same whichever way it is drawn, and stays inside the picture', () => {
  const bar = { left: 100, top: 600, width: 400, height: 80 };
  expect(barBetween({ x: 100, y: 600 }, { x: 500, y: 680 })).toEqual(bar);
  expect(barBetween({ x: 500, y: 680 }, { x: 100, y: 600 })).toEqual(bar);
  expect(barText(bar)).toBe('100,600,400,80');
  expect(barBetween({ x: 990, y: 998 }, { x: 1_020, y: 1_004 })).toEqual({
    left: 950,
    top: 990,
    width: 50,
    height: 10,
  });
  expect(fitted({ left: 900, top: -5, width: 300, height: 2_000 })).toEqual({
    left: 700,
    top: 0,
    width: 300,
    height: 1_000,
  });
});
