import { Alert, Button, Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useProblemSentence } from '../../shared/ui/states.tsx';
import { useKnownSociety } from '../society.tsx';
import { useWords } from '../words.ts';
import { useShownDays } from './shown-value.ts';

/** Grey lines where content will be; only after 300 ms, because most answers are quicker. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const t = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      {isLate && (
        <>
          <span className="visually-hidden">{t('list.loading')}</span>
          {Array.from({ length: lines }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
            <Skeleton key={index} height={16} width={`${92 - (index % 3) * 14}%`} />
          ))}
        </>
      )}
    </div>
  );
}

function WithDays({ sentence }: { sentence: string }) {
  return useShownDays()(sentence);
}

/** What happened, in the server's own sentence, where the reader must act. */
export function ProblemNote({
  error,
  onRetry,
  takesFocus = false,
}: {
  error: unknown;
  onRetry?: () => void;
  takesFocus?: boolean;
}) {
  const t = useWords();
  const note = useRef<HTMLDivElement>(null);
  const sentence = useProblemSentence();
  const isKnown = useKnownSociety() !== undefined;
  useEffect(() => {
    if (takesFocus && error !== null && error !== undefined) note.current?.focus();
  }, [error, takesFocus]);
  if (error === null || error === undefined) return null;
  return (
    <Alert ref={note} tabIndex={-1} color="red" variant="light" role="alert" className="note">
      <span className="note-words">
        <span aria-hidden="true">▲ </span>
        {isKnown ? <WithDays sentence={sentence(error)} /> : sentence(error)}
      </span>
      {onRetry !== undefined && (
        <Button variant="subtle" size="compact-sm" color="red" onClick={onRetry}>
          {t('act.retry')}
        </Button>
      )}
    </Alert>
  );
}

type Tone = 'info' | 'warning' | 'good';
const toneColours: Record<Tone, string> = { info: 'blue', warning: 'yellow', good: 'green' };
const toneMarks: Record<Tone, string> = { info: 'ⓘ', warning: '▲', good: '✓' };

export function Note({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <Alert color={toneColours[tone]} variant="light" className="note" role={tone === 'good' ? 'status' : 'note'}>
      <span className="note-words">
        <span aria-hidden="true">{toneMarks[tone]} </span>
        {children}
      </span>
    </Alert>
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

interface Query<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** The three faces of an answer: waiting for it, refused, here. An old answer stays while a fresh one is refused. */
export function Answered<Data>({
  query,
  lines = 4,
  children,
}: {
  query: Query<Data>;
  lines?: number;
  children: (data: Data) => ReactNode;
}) {
  const note = <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return query.error === null ? <Waiting lines={lines} /> : note;
  return (
    <>
      {query.error !== null && note}
      {children(query.data)}
    </>
  );
}
