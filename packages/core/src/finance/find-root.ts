import { FinanceError } from './finance-error.ts';

/** No rate is lower: at a loss of everything the discount factor has no inverse. */
const LOWEST = -1;

/**
 * The rate at which the curve crosses zero. Flows that change sign more than once can have several such rates: the one
 * nearest to the guess is meant, measured by the logarithm of `1 + rate`, so that a doubling is as far as a halving.
 */
export function findRate(curve: (rate: number) => number, guess: number): number {
  if (!(guess > LOWEST)) throw new FinanceError('#NUM!', 'a guess lies above -100 %');
  for (const [from, to] of piecesAround(guess)) {
    const [low, high] = [curve(from), curve(to)];
    if (low === 0) return from;
    if (high === 0) return to;
    if (Number.isFinite(low) && Number.isFinite(high) && low > 0 !== high > 0) return halved(curve, from, to);
  }
  throw new FinanceError('#NUM!', 'no rate makes the flows come out even');
}

const STEP = 1 / 32;
/** Logarithms of 1 + rate: from a loss of 99.99999999 % to a growth of ten million per cent a period. */
const [LOWEST_LOG, HIGHEST_LOG] = [-23, 12];

/** Pieces of the line of rates, the nearest to the guess first. */
function* piecesAround(guess: number): Generator<readonly [number, number]> {
  const middle = Math.log1p(guess);
  const rate = (log: number) => Math.expm1(log);
  for (let steps = 0; ; steps += 1) {
    const [up, down] = [middle + steps * STEP, middle - steps * STEP];
    if (up > HIGHEST_LOG && down < LOWEST_LOG) return;
    if (up <= HIGHEST_LOG) yield [rate(up), rate(up + STEP)];
    if (down >= LOWEST_LOG) yield [rate(down - STEP), rate(down)];
  }
}

/** To the last digit of a double. */
function halved(curve: (rate: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const isPositive = curve(low) > 0;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return Math.abs(curve(low)) < Math.abs(curve(high)) ? low : high;
    if (curve(middle) > 0 === isPositive) low = middle;
    else high = middle;
  }
}
