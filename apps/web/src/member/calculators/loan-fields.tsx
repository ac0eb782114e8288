import { LOAN_INTEREST_METHODS, toLatinDigits } from '@kafal/core';
import { percentText } from '../../shared/format.ts';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useCalculatorText } from './calculator-words.ts';
import type { InterestMethod, OfferedLoan } from './loan-offers.ts';
import { OwnRateField } from './own-rate-field.tsx';
import { readTypedCount, readTypedFee } from './typed-figures.ts';

export const ELSEWHERE = 'elsewhere';
const LONGEST = 360;

export interface TypedLoan {
  product: string;
  rate: string;
  method: InterestMethod;
  fee: string;
  count: string;
}

interface LoanFieldsProps {
  fields: TypedLoan;
  onChange: (changes: Partial<TypedLoan>) => void;
  offered: readonly OfferedLoan[];
}

/** Which loan, and in how many instalments: one of the society's, or one from elsewhere by its rate, way and fee. */
export function LoanFields({ fields, onChange, offered }: LoanFieldsProps) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const offer = offered.find(({ code }) => code === fields.product);
  return (
    <>
      {offered.length > 0 && (
        <SelectField
          label={t('calc.loan')}
          value={offer?.code ?? ELSEWHERE}
          onChange={(product) => onChange({ product })}
          choices={[
            ...offered.map(({ code, name }) => ({ value: code, label: name })),
            { value: ELSEWHERE, label: t('calc.loan.elsewhere') },
          ]}
          hint={
            offer &&
            t('calc.loan.limits', {
              least: format.money(offer.minimumAmount),
              most: format.money(offer.maximumAmount),
              rate: percentText(offer.annualRate),
            })
          }
        />
      )}
      {offer === undefined && (
        <>
          <OwnRateField value={fields.rate} onChange={(rate) => onChange({ rate })} />
          <SelectField
            label={t('calc.loan.method')}
            value={fields.method}
            onChange={(method) => onChange({ method })}
            choices={LOAN_INTEREST_METHODS.map((value) => ({ value, label: t(`calc.loan.method.${value}`) }))}
          />
          <TextField
            label={t('calc.loan.feePercent')}
            inputMode="decimal"
            autoComplete="off"
            maxLength={8}
            isOptional
            suffix={<span className="field-unit">%</span>}
            value={fields.fee}
            onChange={(typed) => onChange({ fee: toLatinDigits(typed) })}
            problem={readTypedFee(fields.fee) === undefined ? t('calc.slip.fee') : undefined}
          />
        </>
      )}
      <TextField
        label={t('calc.loan.count')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={fields.count}
        onChange={(typed) => onChange({ count: toLatinDigits(typed) })}
        problem={countSlip(fields.count, offer, t)}
      />
    </>
  );
}

/** How many instalments are possible for this loan. */
export function countLimits(offer: OfferedLoan | undefined): { least: number; most: number } {
  if (offer === undefined) return { least: 1, most: LONGEST };
  return { least: offer.minimumInstalments, most: offer.maximumInstalments };
}

function countSlip(typed: string, offer: OfferedLoan | undefined, t: ReturnType<typeof useCalculatorText>) {
  const count = readTypedCount(typed);
  const { least, most } = countLimits(offer);
  if (count === undefined) return t('calc.slip.count');
  return count < least || count > most ? t('calc.slip.instalments', { least, most }) : undefined;
}
