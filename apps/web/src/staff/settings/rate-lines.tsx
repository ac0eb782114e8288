import { DEPOSITOR_CATEGORIES } from '@kafal/core';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

export interface TypedRate {
  category: (typeof DEPOSITOR_CATEGORIES)[number];
  amountFrom: string;
  annualRate: string;
}

interface RateLinesProps<Rate extends TypedRate> {
  title: string;
  hint: string;
  rates: readonly Rate[];
  /** What a new line begins with. */
  fresh: Rate;
  onChange: (rates: readonly Rate[]) => void;
  problem: (path: string) => string | undefined;
  /** The fields of a line that only this card has. */
  children?: (line: { rate: Rate; place: number; change: (part: Partial<Rate>) => void }) => ReactNode;
}

/** The lines of a rate card: for whom, from which amount on, at which rate. */
export function RateLines<Rate extends TypedRate>(props: RateLinesProps<Rate>) {
  const { title, hint, rates, fresh, onChange, problem, children } = props;
  const t = useWords();
  const change = (place: number, part: Partial<Rate> | Partial<TypedRate>) =>
    onChange(rates.map((rate, index) => (index === place ? { ...rate, ...part } : rate)));
  return (
    <fieldset className="stack form-part">
      <legend>{title}</legend>
      <p className="quiet small">{hint}</p>
      {rates.map((rate, place) => (
        // A line has no name of its own; its place is what the server names it by.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are added at the end and taken away one by one
        <div key={place} className="rate-line">
          <ChoiceBox
            label={t('termDeposit.category')}
            name={`rates.${place}.category`}
            value={rate.category}
            choices={DEPOSITOR_CATEGORIES.map((one) => ({ value: one, label: t(`termDeposit.category.${one}`) }))}
            onChange={(category) => category !== '' && change(place, { category })}
            problem={problem(`rates.${place}`)}
          />
          {children?.({ rate, place, change: (part) => change(place, part) })}
          <MoneyBox
            label={t('product.amountFrom')}
            name={`rates.${place}.amountFrom`}
            value={rate.amountFrom}
            onChange={(amountFrom) => change(place, { amountFrom })}
            problem={problem(`rates.${place}.amountFrom`)}
          />
          <TextBox
            label={t('product.rate')}
            takesDigits
            maxLength={8}
            name={`rates.${place}.annualRate`}
            value={rate.annualRate}
            onChange={(annualRate) => change(place, { annualRate })}
            problem={problem(`rates.${place}.annualRate`)}
          />
          <Button
            variant="subtle"
            color="gray"
            onClick={() => onChange(rates.filter((_, index) => index !== place))}
            aria-label={t('product.rateAwayNumber', { number: place + 1 })}
          >
            {t('product.rateAway')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="compact-sm" onClick={() => onChange([...rates, fresh])}>
          {t('product.rateMore')}
        </Button>
      </div>
    </fieldset>
  );
}
