import { expect, test } from 'vitest';
import { mayOperateAlone, OPERATING_MODES } from './operating-mode.ts';

test('either takes money out alone, of former or survivor the first, jointly nobody', () => {
  const alone = (isFirst: boolean) => OPERATING_MODES.filter((mode) => mayOperateAlone(mode, isFirst));
  expect(alone(true)).toEqual(['single', 'either-or-survivor', 'former-or-survivor', 'guardian']);
  expect(alone(false)).toEqual(['either-or-survivor']);
});
