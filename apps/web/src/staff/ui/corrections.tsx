import { isZeroMoney } from '../../shared/format.ts';
import type { ActPreview } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';
import { PostingTable } from './act-preview.tsx';
import { Note } from './states.tsx';

type Correction = ActPreview['corrections'][number];

/** What was posted on loans since the day the act counts from: each part before, by the act, put right, and after. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  return corrections.map((correction) => <OfLoan key={correction.number} correction={correction} />);
}

function OfLoan({ correction }: { correction: Correction }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const { number, countsFrom, parts, penalBefore, penalAfter, owedBefore, owedAfter, postings } = correction;
  const title = t('correction.title', { number, day: format.day(countsFrom) });
  const isCharged = !isZeroMoney(penalBefore) || !isZeroMoney(penalAfter);
  return (
    <section aria-label={title} data-testid="correction">
      <p className="strong">{title}</p>
      {postings.length > 0 && <Note tone="warning">{t('correction.how')}</Note>}
      <div className="table-scrolls">
        <table className="table table-plain">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('correction.part')}</th>
              <th scope="col" className="number">
                {t('act.before', { currency })}
              </th>
              <th scope="col" className="number">
                {t('correction.entry', { currency })}
              </th>
              <th scope="col" className="number">
                {t('correction.correction', { currency })}
              </th>
              <th scope="col" className="number">
                {t('act.after', { currency })}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.part}>
                <th scope="row">{t(`correction.part.${part.part}`)}</th>
                <td className="number">{format.amount(part.before)}</td>
                <td className="number">{isZeroMoney(part.entry) ? '–' : format.amount(part.entry)}</td>
                <td className="number">{isZeroMoney(part.correction) ? '–' : format.amount(part.correction)}</td>
                <td className="number strong">{format.amount(part.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isCharged && (
        <p className="quiet small">
          {t('correction.penal', { before: format.money(penalBefore), after: format.money(penalAfter) })}
        </p>
      )}
      <p className="quiet small">
        {t('correction.owed', { before: format.money(owedBefore), after: format.money(owedAfter) })}
      </p>
      {postings.length > 0 && (
        <details className="act-books">
          <summary>{t('correction.books')}</summary>
          <PostingTable postings={postings} />
        </details>
      )}
    </section>
  );
}
