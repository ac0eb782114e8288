/** Mulberry32: a small seeded source, so that a failing history can be played again from its seed. */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const oneOf = <T>(list: readonly T[]): T => {
    const chosen = list[whole(0, list.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  return { next, whole, oneOf, chance: (share: number) => next() < share };
}
export type Seeded = ReturnType<typeof seeded>;

export const text = (minor: number) => `${Math.trunc(minor / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;
export const minor = (decimal: string) => {
  const negative = decimal.startsWith('-');
  const [whole = '0', part = '00'] = decimal.replace('-', '').split('.');
  return (Number(whole) * 100 + Number(part.padEnd(2, '0'))) * (negative ? -1 : 1);
};
