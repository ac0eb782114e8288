import { useQuery } from '@tanstack/react-query';
import { useFigureExplanation } from '../savings/figure-explanation.ts';
import { useMay } from '../session.ts';
import { client } from '../staff-api.ts';
import { ExplanationTable } from '../ui/explanation-table.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** The interest and the fines of an entry, down to days, balance and rate. */
export function EntryFigures({ id }: { id: string }) {
  const t = useWords();
  const may = useMay();
  const explanation = useFigureExplanation();
  const { data } = useQuery({
    queryKey: ['entry-figures', id],
    queryFn: () => client.get('/api/journal-entries/{id}/figures', { path: { id } }),
    enabled: may('counter.read'),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={t('figure.title')}>
      <div className="narrow-wide stack">
        {data.items.map((figure) => (
          <ExplanationTable key={figure.figure} explanation={explanation(figure)} />
        ))}
      </div>
    </Section>
  );
}
