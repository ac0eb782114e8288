import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';
import { Figure } from './figure.tsx';
import { useStats } from './today-queries.ts';

/** How many papers of members wait for a second person; nothing where none does. */
export function PapersWaiting() {
  const t = useWords();
  const format = useSocietyFormat();
  const { data } = useStats();
  if (data === undefined || data.papersToCheck === 0) return null;
  return (
    <section className="figures figures-strip" aria-label={t('today.papers')}>
      <Figure
        label={t('today.papers')}
        value={format.count(data.papersToCheck)}
        more={t('today.papersHow')}
        to="/papers-to-check"
      />
    </section>
  );
}
