import { CHART_OF_ACCOUNTS, type ChartAccount } from '@kafal/core';
import { type Format, readTypedMoney } from '../shared/format.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { decimalsOf, type Proposed, type SetupAnswers } from './setup-answers.ts';
import { type SetupKey, useSetupText } from './setup-text.ts';

interface ChartPictureProps {
  /** The screen the reader is on; its accounts stand out. */
  place: string;
  answers: SetupAnswers;
  values: Proposed;
  format: Format;
}

const types: readonly { type: ChartAccount['type']; title: SetupKey }[] = [
  { type: 'asset', title: 'chart.asset' },
  { type: 'liability', title: 'chart.liability' },
  { type: 'equity', title: 'chart.equity' },
  { type: 'income', title: 'chart.income' },
  { type: 'expense', title: 'chart.expense' },
];

/** Which answers fill which heads, in the order of the screens. */
const filledBy: readonly { place: string; codes: readonly string[] }[] = [
  { place: 'preset', codes: ['3201', '5203'] },
  { place: 'year', codes: ['1101', '1102', '1201'] },
  { place: 'fees', codes: ['4201', '3203', '3204'] },
  { place: 'shares', codes: ['3101', '2204', '2101'] },
];
const places = ['code', 'preset', 'society', 'year', 'fees', 'shares', 'administrator', 'summary'];

/** The chart of accounts as it grows with the answers: a mark for every head, a line for those the answers touch. */
export function ChartPicture({ place, answers, values, format }: ChartPictureProps) {
  const t = useSetupText();
  const language = useLanguage();
  const reached = filledBy.filter((group) => places.indexOf(group.place) <= places.indexOf(place));
  const named = new Set(reached.flatMap((group) => group.codes));
  const fresh = new Set(filledBy.find((group) => group.place === place)?.codes);
  const amounts = amountsOf(answers, values, format);
  const isBegun = places.indexOf(place) >= places.indexOf('preset');
  return (
    <aside className="chart" aria-labelledby="chart-title">
      <h2 id="chart-title">{t('chart.title')}</h2>
      <p className="quiet small">
        {isBegun ? t('chart.text', { count: CHART_OF_ACCOUNTS.length }) : t('chart.notYet')}
      </p>
      {types.map(({ type, title }) => {
        const accounts = CHART_OF_ACCOUNTS.filter((account) => account.type === type);
        return (
          <section key={type} className="chart-group" aria-label={t(title)}>
            <div className="row row-apart">
              <h3>{t(title)}</h3>
              <span className="quiet small">{isBegun ? accounts.length : 0}</span>
            </div>
            <div className="chart-marks" aria-hidden="true">
              {accounts.map((account) => (
                <span
                  key={account.code}
                  className={`chart-mark${isBegun ? ' chart-made' : ''}${named.has(account.code) ? ' chart-named' : ''}`}
                />
              ))}
            </div>
            <ul>
              {accounts
                .filter((account) => named.has(account.code))
                .map((account) => (
                  <li key={account.code} className={fresh.has(account.code) ? 'chart-line chart-fresh' : 'chart-line'}>
                    <span>
                      <span className="quiet">{account.code}</span> {account.name[language]}
                    </span>
                    <span className="figure">{amounts[account.code]}</span>
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </aside>
  );
}

/** What one new member brings to each head. */
function amountsOf(answers: SetupAnswers, values: Proposed, format: Format): Readonly<Record<string, string>> {
  const shown = (typed: string) => {
    const read = readTypedMoney(typed, decimalsOf(answers));
    return read.ok ? format.money(read.text) : '';
  };
  return {
    '4201': shown(values.admission),
    '3203': shown(values.buildingFund),
    '3204': shown(values.welfareFund),
    '3101': `${values.minimumShares} × ${shown(values.faceValue)}`,
    '2101': `≥ ${shown(values.minimumBalance)}`,
  };
}
