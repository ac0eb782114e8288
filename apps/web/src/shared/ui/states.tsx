import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSharedText } from '../messages/use-text.ts';
import { LineLostError, ProblemError } from '../problem.ts';
import { Button } from './button.tsx';

/** Grey lines where content will be; only after 300 ms, because most answers are quicker. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useSharedText();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={isLate ? 'skeleton' : 'skeleton skeleton-waiting'} role="status">
      <span className="visually-hidden">{isLate ? t('list.loading') : ''}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
        <span key={index} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** What would be here, and how to begin. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** What happened, in the server's own sentence. It takes the focus so that it cannot be missed. */
export function ProblemNote({
  error,
  onRetry,
  takesFocus = false,
}: {
  error: unknown;
  onRetry?: () => void;
  takesFocus?: boolean;
}) {
  const t = useSharedText();
  const note = useRef<HTMLDivElement>(null);
  const sentence = useProblemSentence();
  useEffect(() => {
    if (takesFocus && error !== null && error !== undefined) note.current?.focus();
  }, [error, takesFocus]);
  if (error === null || error === undefined) return null;
  return (
    <div className="note note-bad" role="alert" ref={note} tabIndex={-1}>
      <p>{sentence(error)}</p>
      {onRetry !== undefined && (
        <Button look="text" onClick={onRetry}>
          {t('act.retry')}
        </Button>
      )}
    </div>
  );
}

export function useProblemSentence(): (error: unknown) => string {
  const t = useSharedText();
  return (error) => {
    if (error instanceof LineLostError) return t('problem.lineLost');
    if (!(error instanceof ProblemError)) return t('problem.unexpected');
    // A proxy that found no server speaks no sentence of ours.
    if (error.code === `HTTP_${error.status}`) return t('problem.lineLost');
    if (error.status !== 429 || error.retryAfter === undefined) return error.detail;
    return `${error.detail} ${t('problem.wait', { count: error.retryAfter })}`;
  };
}
