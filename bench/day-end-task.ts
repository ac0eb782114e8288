/** What the process that ends the day is asked. It stands still between two slices. */
export interface DayEndTask {
  /** Goes on until so many accounts are credited; to the end of the day when nothing is said. */
  readonly upTo?: number;
}

export interface DayEndResult {
  readonly ms: number;
  /** Of all threads; unlike the time on the clock it hardly knows who else is using the machine. */
  readonly cpuMs: number;
  /** Accounts credited so far. */
  readonly done: number;
  /** The most memory that the process has held so far. */
  readonly peakMiB: number;
}
