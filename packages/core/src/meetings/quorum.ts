import { invariant } from '../invariant.ts';
import { parseRate } from '../money/rate.ts';

/**
 * How many people make a quorum of `entitled`: the part in per cent, as `parseRate` reads it, up to whole people, and never nobody.
 * Without a part whoever is there is enough, as at a meeting that was adjourned once under many by-laws.
 */
export function quorumOf(entitled: number, part: string | null): number {
  invariant(Number.isSafeInteger(entitled) && entitled >= 0, 'people are counted whole');
  if (part === null) return 1;
  const { numerator, scale } = parseRate(part);
  const whole = 100 * 10 ** scale;
  const wanted = entitled * numerator;
  const rest = wanted % whole;
  return Math.max(1, (wanted - rest) / whole + (rest === 0 ? 0 : 1));
}
