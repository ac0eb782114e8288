import { amountInWords, type Money } from '@kafal/core';
import { useId } from 'react';
import type { GrowthPoint } from '../../shared/growth.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { useThisSociety } from '../society.tsx';
import { type CalculatorKey, useCalculatorText } from './calculator-words.ts';
import { Growth } from './growth.tsx';

export interface OutcomeFact {
  label: CalculatorKey;
  value: string;
  /** Words may break over lines, a figure or a day does not. */
  isWords?: boolean;
}

interface OutcomeProps {
  /** The answer, in one sentence. */
  sentence: string;
  /** The amount that is spelt below it. */
  figure: Money;
  facts: readonly OutcomeFact[];
  growthTitle: CalculatorKey;
  growth: readonly GrowthPoint[];
  lines: readonly { label: string; formula: string; interest: string }[];
  how: readonly string[];
  /** What is not in the figure. */
  note: string;
}

/** The answer of a calculator: said, spelt, drawn, and opened to the lines that it is made of. */
export function Outcome({ sentence, figure, facts, growthTitle, growth, lines, how, note }: OutcomeProps) {
  const t = useCalculatorText();
  const language = useLanguage();
  const { currency, decimals } = useThisSociety();
  const name = useId();
  return (
    <section className="stack stack-wide section" aria-labelledby={name}>
      <h2 id={name} className="visually-hidden">
        {t('calc.answer')}
      </h2>
      <div className="stack" role="status">
        <p className="calculator-answer">{sentence}</p>
        <p className="quiet">{amountInWords(figure, { currency, decimals, language })}</p>
      </div>
      <dl className="facts">
        {facts.map(({ label, value, isWords }) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd className={isWords === true ? undefined : 'figure'}>{value}</dd>
          </div>
        ))}
      </dl>
      <Growth title={t(growthTitle)} growth={growth} />
      <details className="calculator-lines">
        <summary>{t('calc.how')}</summary>
        {how.map((said) => (
          <p key={said}>{said}</p>
        ))}
        <ul className="list">
          {lines.map(({ label, formula, interest }) => (
            <li key={`${label} ${formula}`} className="list-row">
              <span className="list-title">{label}</span>
              <span className="list-side">{interest}</span>
              <span className="list-note">{formula}</span>
            </li>
          ))}
        </ul>
      </details>
      <p className="quiet">{note}</p>
    </section>
  );
}
