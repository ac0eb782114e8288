import { formatMoney, type LoanOffer, type Money, subtract, ZERO } from '@kafal/core';
import { useId } from 'react';
import { percentText } from '../../shared/format.ts';
import { drawnMoney } from '../../shared/ui/charts/chart-scale.ts';
import { LineChart } from '../../shared/ui/charts/line-chart.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type CalculatorKey, useCalculatorText } from './calculator-words.ts';

/** The answer for one loan, or two side by side: said, in figures, and drawn instalment by instalment. */
export function LoanOutcome({ offers }: { offers: readonly LoanOffer[] }) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const name = useId();
  const money = (amount: Money) => format.money(formatMoney(amount, decimals));
  const [one, other] = offers;
  if (one === undefined) return null;
  return (
    <section className="stack stack-wide section" aria-labelledby={name}>
      <h2 id={name} className="visually-hidden">
        {t('calc.answer')}
      </h2>
      <p className="calculator-answer" role="status">
        {other === undefined
          ? t('calc.loan.answer', { total: money(one.total), cost: percentText(one.annualCost) })
          : cheaper(one, other, t, money)}
      </p>
      <table className="side-by-side">
        <caption className="visually-hidden">{t('calc.answer')}</caption>
        {other !== undefined && (
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                {t('calc.loan.first')}
              </th>
              <th scope="col" className="number">
                {t('calc.loan.second')}
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {factsOf(money, offers).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{t(label)}</th>
              {offers.map((offer, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second loan are what they are by their place.
                <td key={index} className="number">
                  {value(offer)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {offers.map((offer, index) => (
        <Owed
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          key={index}
          title={
            other === undefined
              ? t('calc.loan.owed')
              : t(index === 0 ? 'calc.loan.owed.first' : 'calc.loan.owed.second')
          }
          offer={offer}
        />
      ))}
      <p className="quiet">{t('calc.note.loan')}</p>
    </section>
  );
}

type Fact = [label: CalculatorKey, value: (offer: LoanOffer) => string];

/** Tax and insurance stand there where one of the loans has them. */
function factsOf(money: (amount: Money) => string, offers: readonly LoanOffer[]): Fact[] {
  const kept = (label: CalculatorKey, part: 'feeTax' | 'insurance'): Fact[] =>
    offers.some((offer) => offer[part] > 0) ? [[label, (offer) => money(offer[part])]] : [];
  return [
    ['calc.loan.fact.each', ({ instalments }) => money(instalments[0]?.totalDue ?? ZERO)],
    ['calc.loan.fact.last', ({ instalments }) => money(instalments.at(-1)?.totalDue ?? ZERO)],
    ['calc.loan.fact.inHand', ({ inHand }) => money(inHand)],
    ['calc.loan.fact.fee', ({ fee }) => money(fee)],
    ...kept('calc.loan.fact.feeTax', 'feeTax'),
    ...kept('calc.loan.fact.insurance', 'insurance'),
    ['calc.fact.interest', ({ interest }) => money(interest)],
    ['calc.loan.fact.total', ({ total }) => money(total)],
    ['calc.loan.fact.cost', ({ annualCost }) => percentText(annualCost)],
  ];
}

/** What is paid beyond what was in hand decides. */
function cheaper(
  one: LoanOffer,
  other: LoanOffer,
  t: ReturnType<typeof useCalculatorText>,
  money: (amount: Money) => string,
): string {
  const [dear, dearer] = [subtract(one.total, one.inHand), subtract(other.total, other.inHand)];
  if (dear === dearer) return t('calc.loan.same', { amount: money(dear) });
  const difference = money(dear < dearer ? subtract(dearer, dear) : subtract(dear, dearer));
  return t(dear < dearer ? 'calc.loan.cheaper.first' : 'calc.loan.cheaper.second', { difference });
}

function Owed({ title, offer }: { title: string; offer: LoanOffer }) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const rows = offer.instalments.map(({ number, due, balance, totalDue }) => ({
    key: String(number),
    day: format.day(due),
    label: format.ownMonthShort(due),
    owed: formatMoney(balance, decimals),
    due: format.money(formatMoney(totalDue, decimals)),
  }));
  return (
    <div className="stack">
      <h3>{title}</h3>
      <LineChart
        title={title}
        points={rows.map(({ key, day, label, owed }) => {
          const shown = format.money(owed);
          return { key, label, day, shown, value: drawnMoney(owed), sentence: `${day}: ${shown}` };
        })}
        mark={format.count}
        tableWords={t('calc.loan.instalments')}
        table={{
          columns: [t('calc.growth.day'), t('calc.loan.instalment'), t('calc.loan.stillOwed')],
          rows: rows.map(({ key, day, due, owed }) => ({ key, heading: day, cells: [due, format.money(owed)] })),
        }}
      />
    </div>
  );
}
