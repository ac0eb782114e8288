import type { LoanFigures } from '@kafal/contract';
import { percentText } from '../../shared/format.ts';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';

const FIGURES = [
  'principal',
  'due',
  'interest',
  'charges',
  'owed',
  'instalment',
  'instalmentThen',
  'instalmentsLeft',
  'lastDueOn',
  'annualRate',
] as const satisfies readonly (keyof LoanFigures)[];

/** A loan before and after, side by side: of what stays the same only what is owed in all. */
export function LoanBeforeAfter({ before, after }: { before: LoanFigures; after: LoanFigures }) {
  const t = useWords();
  const format = useSocietyFormat();
  const shown = (figure: (typeof FIGURES)[number], { [figure]: value }: LoanFigures) => {
    if (value === null || value === undefined) return '–';
    if (figure === 'lastDueOn') return format.day(String(value));
    if (figure === 'annualRate') return percentText(String(value));
    return figure === 'instalmentsLeft' ? format.count(Number(value)) : format.amount(String(value));
  };
  return (
    <table className="table table-plain" data-testid="loan-before-after">
      <caption className="visually-hidden">{t('loan.beforeAfter')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className="number">
            {t('loan.before')}
          </th>
          <th scope="col" className="number">
            {t('loan.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.filter((figure) => figure === 'owed' || (before[figure] ?? null) !== (after[figure] ?? null)).map(
          (figure) => (
            <tr key={figure}>
              <th scope="row">{t(`loan.figure.${figure}`)}</th>
              <td className="number">{shown(figure, before)}</td>
              <td className="number strong">{shown(figure, after)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
