import { formatFor } from '../shared/format.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { MoneyField } from '../shared/ui/money-field.tsx';
import { decimalsOf, formatOf, isProposal } from './setup-answers.ts';
import { useSetupText } from './setup-text.ts';
import type { StepProps } from './setup-wizard.tsx';
import { Why } from './why.tsx';

const fees = [
  { name: 'admission', path: 'fees.admission' },
  { name: 'buildingFund', path: 'fees.buildingFund' },
  { name: 'welfareFund', path: 'fees.welfareFund' },
] as const;

export function FeesStep({ answers, values, onPropose, problem }: StepProps) {
  const t = useSetupText();
  const language = useLanguage();
  const { currencySign } = formatFor(formatOf(answers, 0), language);
  return (
    <>
      <p>{t('fees.text')}</p>
      {fees.map(({ name, path }) => (
        <MoneyField
          key={name}
          label={t(`fees.${name}`)}
          hint={<Why text={t(`why.${name}`)} isProposal={isProposal(answers, name)} />}
          value={values[name]}
          onChange={(typed) => onPropose({ [name]: typed })}
          currencySign={currencySign}
          decimals={decimalsOf(answers)}
          problem={problem(path)}
        />
      ))}
    </>
  );
}
