import { type TermKind, toLatinDigits } from '@kafal/core';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { MoneyField, useMoneyProblem } from '../../shared/ui/money-field.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useCalculatorText } from './calculator-words.ts';
import type { CountedTerm } from './count-term.ts';
import { readTypedCount, type TypedTerm } from './typed-figures.ts';

interface TermFieldsProps {
  kind: TermKind;
  fields: TypedTerm & { amount: string };
  onChange: (changes: Partial<TypedTerm & { amount: string }>) => void;
  counted: CountedTerm | undefined;
  /** Nothing is wrong with an amount that nobody has begun to type. */
  isUntouched?: boolean;
}

/** How much and for how long, and what the rules of the product say to it while it is typed. */
export function TermFields({ kind, fields, onChange, counted, isUntouched = false }: TermFieldsProps) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const moneyProblem = useMoneyProblem(decimals);
  const typed = readTypedMoney(fields.amount, decimals);
  const slip = useTermSlip(counted);
  const isNothing = typed.ok && isZeroMoney(typed.text);
  return (
    <>
      <MoneyField
        label={t(kind === 'fixed' ? 'calc.principal' : 'calc.instalment')}
        value={fields.amount}
        onChange={(amount) => onChange({ amount })}
        currencySign={format.currencySign}
        decimals={decimals}
        problem={isUntouched ? undefined : (moneyProblem(typed) ?? (isNothing ? t('calc.slip.zero') : slip.amount))}
      />
      <div className="passbook-filter">
        <TextField
          label={t(kind === 'fixed' ? 'calc.term' : 'calc.monthsPaid')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={fields.term}
          onChange={(term) => onChange({ term: toLatinDigits(term) })}
          problem={readTypedCount(fields.term) === undefined ? t('calc.slip.count') : slip.term}
        />
        {kind === 'fixed' && (
          <SelectField
            label={t('calc.termUnit')}
            value={fields.unit}
            onChange={(unit) => onChange({ unit })}
            choices={(['months', 'days'] as const).map((value) => ({ value, label: t(`calc.${value}`) }))}
          />
        )}
      </div>
    </>
  );
}

/** What cannot be agreed, at the field it is about. */
function useTermSlip(counted: CountedTerm | undefined): { amount?: string; term?: string } {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  if (counted === undefined || counted.ok) return {};
  const { code, field, params } = counted.refusal;
  // A term is said once by these fields, and a recurring deposit's always in months.
  if (code === 'TERM_SAID_ONCE' || code === 'TERM_IN_MONTHS') return {};
  const amounts = ['minimum', 'maximum', 'multiple'].flatMap((name) => {
    const amount = params[name];
    return amount === undefined ? [] : [[name, format.money(String(amount))]];
  });
  const sentence = t(`calc.slip.${code}`, { ...params, ...Object.fromEntries(amounts) });
  return field === 'amount' ? { amount: sentence } : { term: sentence };
}
