import { useSyncExternalStore } from 'react';

// Work that takes longer than a reader wants to wait. It goes on while they do something else; a tray shows how far it
// is, about how long it will take, and what became of it.

export interface Job {
  id: number;
  title: string;
  done: number;
  /** Undefined while nobody knows how much there is. */
  total: number | undefined;
  startedAt: number;
  error: unknown;
  stop: () => void;
}

export interface Working {
  signal: AbortSignal;
  report: (done: number) => void;
}

let jobs: readonly Job[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

export function useJobs(): readonly Job[] {
  return useSyncExternalStore(listen, () => jobs);
}

/** Begins a job; a refusal stays in the tray until it was read. */
export function startJob(
  { title, total, isDone }: { title: string; total: number | undefined; isDone: () => void },
  work: (working: Working) => Promise<void>,
): void {
  lastId += 1;
  const id = lastId;
  const ending = new AbortController();
  const stop = () => {
    ending.abort();
    publish(jobs.filter((job) => job.id !== id));
  };
  publish([...jobs, { id, title, done: 0, total, startedAt: performance.now(), error: undefined, stop }]);
  work({ signal: ending.signal, report: (done) => change(id, { done }) }).then(
    () => {
      publish(jobs.filter((job) => job.id !== id));
      isDone();
    },
    (error: unknown) => {
      if (!ending.signal.aborted) change(id, { error });
    },
  );
}

/** Seconds that are left if it goes on as it went so far; undefined while that would be a guess. */
export function secondsLeft({ done, total, startedAt }: Job, now: number): number | undefined {
  const spentMs = now - startedAt;
  if (total === undefined || done === 0 || spentMs < 1_000) return undefined;
  return Math.max(0, Math.ceil(((total - done) * spentMs) / done / 1_000));
}

function change(id: number, changes: Partial<Job>): void {
  publish(jobs.map((job) => (job.id === id ? { ...job, ...changes } : job)));
}

function publish(next: readonly Job[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
