import { useEffect, useState } from 'react';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';
import { type Job, secondsLeft, useJobs } from './jobs.ts';
import { ProblemNote } from './states.tsx';

/** Most work is done before anybody looks; a tray that comes and goes at once would only flash. */
const quietMs = 600;

export function JobTray() {
  const t = useWords();
  const jobs = useJobs();
  return (
    <section className="job-tray" aria-label={t('job.tray')}>
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </section>
  );
}

function JobCard({ job }: { job: Job }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate && job.error === undefined) return null;
  return <JobProgress job={job} />;
}

/** A bar, a count, an estimate; it can be stopped, or left alone. */
export function JobProgress({ job }: { job: Job }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { title, done, total, error, stop } = job;
  const left = secondsLeft(job, performance.now());
  return (
    <div className="job">
      <p className="strong">{title}</p>
      {error === undefined ? (
        <>
          <progress aria-label={title} max={total} value={total === undefined ? undefined : Math.min(done, total)} />
          <p className="small quiet row row-apart">
            <span>
              {total === undefined
                ? t('job.count', { count: done, shown: format.count(done) })
                : t('job.countOf', { done: format.count(Math.min(done, total)), total: format.count(total) })}
              {left !== undefined && ` · ${t('job.left', { seconds: left })}`}
            </span>
            <button type="button" className="link-button" onClick={stop}>
              {t('job.stop')}
            </button>
          </p>
        </>
      ) : (
        <>
          <ProblemNote error={error} />
          <button type="button" className="link-button" onClick={stop}>
            {t('act.close')}
          </button>
        </>
      )}
    </div>
  );
}
