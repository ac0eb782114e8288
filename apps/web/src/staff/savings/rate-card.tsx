import { DEPOSITOR_CATEGORIES } from '@kafal/core';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import type { TermProduct } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';

type Rate = TermProduct['rates'][number];

/** What a deposit earns a year by its term: a line for each step of the card, a column for each kind of depositor. */
export function RateCard({ product }: { product: TermProduct }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const { rates } = product;
  const categories = DEPOSITOR_CATEGORIES.filter((one) => rates.some(({ category }) => category === one));
  const hasAmounts = rates.some(({ amountFrom }) => !isZeroMoney(amountFrom));
  const rateOf = (step: Rate, category: Rate['category']) =>
    rates.find((rate) => rate.category === category && isSameStep(rate, step))?.annualRate;
  return (
    <table className="table table-plain" data-testid="rate-card">
      <caption className="visually-hidden">{t('rateCard.title', { product: product.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rateCard.term')}</th>
          {hasAmounts && (
            <th scope="col" className="number">
              {t('rateCard.amount', { currency })}
            </th>
          )}
          {categories.map((category) => (
            <th key={category} scope="col" className="number">
              {t(`termDeposit.category.${category}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stepsOf(rates).map((step) => (
          <tr key={`${step.termUnit} ${step.termFrom} ${step.amountFrom}`}>
            <th scope="row">{t(`termDeposit.${step.termUnit}`, { count: step.termFrom })}</th>
            {hasAmounts && <td className="number">{format.amount(step.amountFrom)}</td>}
            {categories.map((category) => {
              const rate = rateOf(step, category);
              return (
                <td key={category} className="number">
                  {rate === undefined ? '–' : percentText(rate)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stepsOf(rates: readonly Rate[]): readonly Rate[] {
  return rates.filter((rate, place) => rates.findIndex((one) => isSameStep(one, rate)) === place);
}

const isSameStep = (one: Rate, other: Rate) =>
  one.termUnit === other.termUnit && one.termFrom === other.termFrom && one.amountFrom === other.amountFrom;
