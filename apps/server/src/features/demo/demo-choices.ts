/** Every choice of the demo, from one seed: the same society each time it is made. */
export interface Choices {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  oneOf<T>(list: readonly T[]): T;
  /** True in so many cases of a hundred. */
  inHundred(cases: number): boolean;
}

export function choicesFrom(seed: number): Choices {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const whole = (least: number, most: number) => least + (next() % (most - least + 1));
  return {
    whole,
    inHundred: (cases) => whole(1, 100) <= cases,
    oneOf: (list) => {
      const chosen = list[whole(0, list.length - 1)];
      if (chosen === undefined) throw new Error('There is nothing to choose from.');
      return chosen;
    },
  };
}
