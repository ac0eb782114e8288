import { useQuery } from '@tanstack/react-query';
import { useBasisWords } from '../../shared/basis-words.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat } from '../society.tsx';

/** The interest and the fines that an entry holds, each with its lines. */
export function FigureLines({ entryId }: { entryId: string }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const basisWords = useBasisWords();
  const { data } = useQuery({
    queryKey: ['entry-figures', entryId],
    queryFn: () => client.get('/api/journal-entries/{id}/figures', { path: { id: entryId } }),
  });
  return data?.items.map(({ figure, value, lines, rule, versions }) => (
    <section className="stack" key={figure} aria-label={figure}>
      <h2>{figure}</h2>
      <ul className="list">
        {lines.map(({ label, balance, value: counted, on }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a figure keep their order.
          <li key={place} className="list-row">
            <span className="list-title">
              {label}
              {balance !== null && ` · ${shown(balance)}`}
            </span>
            <span className="list-side">{shown(counted)}</span>
            {on !== null && <span className="list-note">{format.day(on)}</span>}
          </li>
        ))}
        <li className="list-row list-total">
          <span className="list-title">{figure}</span>
          <span className="list-side">{shown(format.money(value))}</span>
        </li>
      </ul>
      <p className="small">{rule}</p>
      {versions.map(({ effectiveFrom, legalBasis }) => (
        <p key={effectiveFrom} className="small">
          {t('figure.version', { day: format.day(effectiveFrom), basis: basisWords(legalBasis) })}
        </p>
      ))}
    </section>
  ));
}
