import { Mark } from '../ui/marks.tsx';
import { useWords } from '../words.ts';
import type { Agent } from './collection-queries.ts';

/** Too much with one person, or for too long. */
export function CashWarning({ agent: { isOverLimit, isOverdue } }: { agent: Agent }) {
  const t = useWords();
  if (!isOverLimit && !isOverdue) return null;
  return (
    <>
      {' '}
      <Mark look={{ colour: 'yellow', mark: '▲' }} words={t(isOverLimit ? 'agents.overLimit' : 'agents.overdue')} />
    </>
  );
}
