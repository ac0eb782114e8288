/** What is kept while a proof runs, so that a stopped one goes on. */
export interface Progress {
  commit: string;
  seed: number;
  /** Steps finished. */
  done: number;
  counts: Record<string, number>;
  seconds: number;
}

export interface ProofRun {
  seed: number;
  /** `progress.done` says which step comes next. */
  progress: Readonly<Progress>;
  /** A step is finished; its counts are added up. */
  step(counts: Record<string, number>): void;
  say(sentence: string): void;
}

export interface Proof {
  title: string;
  /** Runs all steps from `progress.done` on and answers what went wrong, a sentence each; nothing when all held. */
  run(run: ProofRun): Promise<string[]>;
  /** Figures beside the counts, such as ratios. */
  figures?: () => Record<string, number | string>;
}

export interface ProofResult {
  name: string;
  title: string;
  commit: string;
  seed: number;
  passed: boolean;
  counts: Record<string, number>;
  figures: Record<string, number | string>;
  failures: string[];
  minutes: number;
}
