/** What the load is asked to do, and what it saw. Both cross a process boundary. */
export interface LoadTask {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly work: ReadTask | DepositTask;
}

/** Each connection reads its own path with its own token, again and again. */
export interface ReadTask {
  readonly kind: 'read';
  readonly paths: readonly string[];
  readonly tokens: readonly string[];
}

/** Each connection is a cashier's; each request is a receipt of one rupee more or less, under a key of its own. */
export interface DepositTask {
  readonly kind: 'deposit';
  readonly tokens: readonly string[];
  readonly savers: readonly { readonly memberId: string; readonly depositId: string }[];
  /** Makes the keys of this task unlike those of every other. */
  readonly keys: string;
}

export interface LoadResult {
  /** Answers that came within the seconds; the rate is made of these. */
  readonly answered: number;
  /** All answers: those under way at the end are waited for. */
  readonly answeredInAll: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
  /** Anything but the answer that was asked for; a sentence each, the first few. */
  readonly errors: readonly string[];
  readonly errorCount: number;
  /** Of deposits: minor units acknowledged, and how many different entries the answers named. */
  readonly deposited: number;
  readonly entries: number;
  /** One answer whole, to see what was measured. */
  readonly sample: string;
}
