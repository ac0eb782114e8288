// The one source of "now". A simulated clock drives the demo, the training society and every test.

export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
}

export interface SimulatedClock extends Clock {
  set(instant: number): void;
  advance(milliseconds: number): void;
}

export const systemClock: Clock = { now: () => Date.now() };

export function simulatedClock(startsAt: number): SimulatedClock {
  let instant = startsAt;

  return {
    now: () => instant,
    set: (to) => {
      instant = to;
    },
    advance: (milliseconds) => {
      instant += milliseconds;
    },
  };
}
