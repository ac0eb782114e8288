import type { ReactNode } from 'react';
import { useWords } from '../words.ts';

export interface LifeStep {
  name: string;
  state: 'done' | 'current' | 'ahead' | 'refused';
  /** When and by whom. */
  note?: ReactNode;
}

const marks: Record<LifeStep['state'], string> = { done: '✓', current: '●', ahead: '○', refused: '✕' };

/** Where something stands in its life, with dates and people. */
export function LifeSteps({ label, steps }: { label: string; steps: readonly LifeStep[] }) {
  const t = useWords();
  return (
    <ol className="life" aria-label={label}>
      {steps.map(({ name, state, note }) => (
        <li key={name} className={`life-step life-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="life-mark" aria-hidden="true">
            {marks[state]}
          </span>
          <span>
            <span className="life-name">{name}</span>
            <span className="visually-hidden"> {t(`life.${state}`)}</span>
            {note !== undefined && <span className="note-line quiet small">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
