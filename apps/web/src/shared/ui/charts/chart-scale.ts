// From figures to places on a picture. A chart draws whole numbers (people, or whole rupees); the exact amounts stand as
// text beside it, so nothing here is ever read back as money.

export interface Scale {
  /** The marked values, the lowest first. */
  readonly ticks: readonly number[];
  /** 0 at the lowest tick, 1 at the highest. */
  readonly at: (value: number) => number;
}

const steps = [1, 2, 5, 10];

/** About `count` round marks (1, 2 or 5 and noughts) that hold every value; bars begin at nothing, lines where they are. */
export function scaleFor(values: readonly number[], count: number, startsAtZero: boolean): Scale {
  const least = startsAtZero ? 0 : Math.min(...values);
  const most = Math.max(...values, startsAtZero ? 1 : least);
  const step = roundStep(Math.max(most - least, 1) / count);
  const bottom = Math.floor(least / step);
  const top = Math.max(Math.ceil(most / step), bottom + 1);
  const ticks = Array.from({ length: top - bottom + 1 }, (_, index) => (bottom + index) * step);
  return { ticks, at: (value) => (value / step - bottom) / (top - bottom) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((one) => one * power >= rough) ?? 10) * power;
  return Math.max(1, Math.round(step));
}

/** "1250.75" drawn: whole units of the currency. */
export function drawnMoney(text: string): number {
  return Number(text.split('.')[0]);
}
