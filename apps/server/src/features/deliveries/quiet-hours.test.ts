import { expect, test } from 'vitest';
import { endOfQuiet } from './quiet-hours.ts';

const night = { from: '22:00', to: '06:00', timeZone: 'Asia/Kolkata' };
const noon = { from: '13:00', to: '14:30', timeZone: 'Asia/Kathmandu' };
const at = (text: string) => Date.parse(text);

test.each([
  // 22:00 in India is 16:30 in Greenwich.
  ['one minute before', night, '2026-11-30T16:29:59Z', undefined],
  ['when it begins', night, '2026-11-30T16:30:00Z', '2026-12-01T00:30:00Z'],
  ['after midnight', night, '2026-11-30T19:10:30Z', '2026-12-01T00:30:00Z'],
  ['in its last second', night, '2026-12-01T00:29:59Z', '2026-12-01T00:30:00Z'],
  ['when it is over', night, '2026-12-01T00:30:00Z', undefined],
  // Nepal is 5:45 ahead.
  ['within a day', noon, '2026-11-30T07:20:00Z', '2026-11-30T08:45:00Z'],
  ['after it', noon, '2026-11-30T08:45:00Z', undefined],
  ['without quiet', { ...night, to: '22:00' }, '2026-11-30T19:10:30Z', undefined],
] as const)('%s', (_, hours, now, end) => {
  expect(endOfQuiet(at(now), hours)).toBe(end === undefined ? undefined : at(end));
});
