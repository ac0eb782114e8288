// Runs recurring jobs, each under a lease, so that of several instances one does it.

import { randomBytes } from 'node:crypto';
import { dropLease, takeLease } from './lease.ts';
import type { Platform } from './platform.ts';

export interface Job {
  readonly name: string;
  readonly everyMs: number;
  run(platform: Platform): Promise<void>;
  /** It looks after the memory of this process, so every instance does it. */
  readonly isLocal?: boolean;
}

export interface RunningSchedule {
  /** Waits for the job under way. */
  stop(): Promise<void>;
}

export function startSchedule(platform: Platform, jobs: readonly Job[]): RunningSchedule {
  const holder = randomBytes(9).toString('base64url');
  const underWay = new Set<Promise<void>>();
  const busy = new Set<string>();
  const failures = platform.metrics.counter('kafal_job_failures_total', 'Recurring jobs that failed.');

  const runOnce = async (job: Job) => {
    try {
      // Longer than the pause between two runs, so that the same instance goes on doing it.
      const isOurs = job.isLocal === true || (await takeLease(platform, job.name, holder, job.everyMs * 2));
      if (isOurs) await job.run(platform);
    } catch (error) {
      failures.add(1, { job: job.name });
      platform.log.error({ err: error, job: job.name }, 'a recurring job failed');
    }
  };
  const timers = jobs.map((job) =>
    setInterval(() => {
      // A job that takes longer than its pause is not started beside itself.
      if (busy.has(job.name)) return;
      busy.add(job.name);
      const work = runOnce(job).finally(() => {
        busy.delete(job.name);
        underWay.delete(work);
      });
      underWay.add(work);
    }, job.everyMs).unref(),
  );

  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay);
      for (const job of jobs) {
        if (job.isLocal !== true) await dropLease(platform, job.name, holder).catch(() => undefined);
      }
    },
  };
}
