// When a person wants to hear nothing, by the clock of the society. What waits goes out when the quiet is over.

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

export interface QuietHours {
  /** `22:00`; from and to alike is a day without quiet. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The instant at which the quiet that holds now is over, in whole minutes; undefined where none holds. */
export function endOfQuiet(now: number, { from, to, timeZone }: QuietHours): number | undefined {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  if (begins === ends) return undefined;
  const at = minutesAt(now, timeZone);
  const isQuiet = begins < ends ? at >= begins && at < ends : at >= begins || at < ends;
  if (!isQuiet) return undefined;
  const left = (ends - at + DAY_MINUTES) % DAY_MINUTES;
  return (Math.floor(now / MINUTE_MS) + left) * MINUTE_MS;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function minutesAt(instant: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return minutesOf(clock.format(instant));
}
