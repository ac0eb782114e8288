// What the figures are held against. Only ratios of one run count: both sides in turn, the median of the rounds.

export interface Row {
  readonly name: string;
  readonly unit: 'times' | 'ms' | 'MiB';
  readonly rounds: readonly number[];
  readonly median: number;
  /** What must hold, and what we want. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly goal?: number;
  readonly holds: boolean;
}

export function row(
  name: string,
  unit: Row['unit'],
  rounds: readonly number[],
  bound: { readonly atLeast?: number; readonly atMost?: number; readonly goal?: number },
): Row {
  const middle = median(rounds);
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = bound;
  return {
    name,
    unit,
    rounds: rounds.map(rounded),
    median: rounded(middle),
    ...bound,
    holds: middle >= atLeast && middle <= atMost,
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

export function rowText({ name, unit, median: middle, atLeast, atMost, goal, holds }: Row): string {
  const bound = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  const wanted = goal === undefined ? '' : `, goal ${goal}`;
  return `${holds ? 'holds ' : 'MISSES'}  ${name.padEnd(66)} ${String(middle).padStart(9)} ${unit}  (${bound}${wanted})`;
}
