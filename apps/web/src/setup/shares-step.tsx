import { toLatinDigits } from '@kafal/core';
import { formatFor } from '../shared/format.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { TextField } from '../shared/ui/field.tsx';
import { MoneyField } from '../shared/ui/money-field.tsx';
import { decimalsOf, formatOf, isProposal } from './setup-answers.ts';
import { useSetupText } from './setup-text.ts';
import type { StepProps } from './setup-wizard.tsx';
import { Why } from './why.tsx';

export function SharesStep({ answers, values, onPropose, problem }: StepProps) {
  const t = useSetupText();
  const language = useLanguage();
  const { currencySign } = formatFor(formatOf(answers, 0), language);
  const decimals = decimalsOf(answers);
  return (
    <>
      <MoneyField
        label={t('shares.faceValue')}
        hint={<Why text={t(`why.faceValue.${answers.preset}`)} isProposal={isProposal(answers, 'faceValue')} />}
        value={values.faceValue}
        onChange={(faceValue) => onPropose({ faceValue })}
        currencySign={currencySign}
        decimals={decimals}
        problem={problem('shares.faceValue')}
      />
      <TextField
        label={t('shares.minimum')}
        hint={<Why text={t('why.minimumShares')} isProposal={isProposal(answers, 'minimumShares')} />}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={values.minimumShares}
        onChange={(typed) => onPropose({ minimumShares: toLatinDigits(typed).trim() })}
        problem={problem('shares.minimumShares')}
      />
      <MoneyField
        label={t('shares.minimumBalance')}
        hint={<Why text={t('why.minimumBalance')} isProposal={isProposal(answers, 'minimumBalance')} />}
        value={values.minimumBalance}
        onChange={(minimumBalance) => onPropose({ minimumBalance })}
        currencySign={currencySign}
        decimals={decimals}
        problem={problem('savings.minimumBalance')}
      />
    </>
  );
}
