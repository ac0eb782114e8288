import { DEPOSITOR_CATEGORIES } from '@kafal/core';
import { Button } from '@mantine/core';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

export interface TypedRate {
  category: (typeof DEPOSITOR_CATEGORIES)[number];
  amountFrom: string;
  annualRate: string;
}

interface SavingsRatesProps {
  rates: readonly TypedRate[];
  onChange: (rates: readonly TypedRate[]) => void;
  problem: (path: string) => string | undefined;
}

/** The lines beside the rate for everybody: from an amount on, or for a category of members. */
export function SavingsRates({ rates, onChange, problem }: SavingsRatesProps) {
  const t = useWords();
  const change = (place: number, part: Partial<TypedRate>) =>
    onChange(rates.map((rate, index) => (index === place ? { ...rate, ...part } : rate)));
  return (
    <fieldset className="stack">
      <legend>{t('product.rates')}</legend>
      <p className="quiet small">{t('product.ratesHow')}</p>
      {rates.map((rate, place) => (
        // A line has no name of its own; its place is what the server names it by.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are added at the end and taken away one by one
        <div key={place} className="row row-bottom">
          <ChoiceBox
            label={t('termDeposit.category')}
            name={`rates.${place}.category`}
            value={rate.category}
            choices={DEPOSITOR_CATEGORIES.map((one) => ({ value: one, label: t(`termDeposit.category.${one}`) }))}
            onChange={(category) => category !== '' && change(place, { category })}
            problem={problem(`rates.${place}`)}
          />
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
        <Button
          size="compact-sm"
          onClick={() => onChange([...rates, { category: 'general', amountFrom: '', annualRate: '' }])}
        >
          {t('product.rateMore')}
        </Button>
      </div>
    </fieldset>
  );
}
