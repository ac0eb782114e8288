// Loaded before the program: its machine's clock stands at an instant of long ago, and goes on from there.

const startsAt = Number(process.env.CLOCK_STARTS_AT);
const startedAt = performance.now();
Date.now = () => startsAt + Math.round(performance.now() - startedAt);
