import { toLatinDigits } from '@kafal/core';
import { TextField } from '../../shared/ui/field.tsx';
import { useCalculatorText } from './calculator-words.ts';
import { readTypedRate } from './typed-figures.ts';

/** A rate of the reader's own, in per cent a year. */
export function OwnRateField({ value, onChange }: { value: string; onChange: (rate: string) => void }) {
  const t = useCalculatorText();
  return (
    <TextField
      label={t('calc.rate')}
      hint={t('calc.rateHint')}
      inputMode="decimal"
      autoComplete="off"
      maxLength={8}
      suffix={<span className="field-unit">%</span>}
      value={value}
      onChange={(typed) => onChange(toLatinDigits(typed))}
      problem={readTypedRate(value) === undefined ? t('calc.slip.rate') : undefined}
    />
  );
}
