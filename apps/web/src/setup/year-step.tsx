import { useMemo } from 'react';
import type { Language } from '../shared/messages/messages.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { DateField } from '../shared/ui/date-field.tsx';
import { type Choice, SelectField } from '../shared/ui/field.tsx';
import { currencies, isProposal } from './setup-answers.ts';
import { useSetupText } from './setup-text.ts';
import type { StepProps } from './setup-wizard.tsx';
import { timeZoneName } from './time-zone-name.ts';
import { Why } from './why.tsx';

const yearStarts = ['04-01', '01-01', '07-01', '10-01', '1 Shrawan'] as const;

export function YearStep({ answers, values, onPropose, problem }: StepProps) {
  const t = useSetupText();
  const language = useLanguage();
  const { preset } = answers;
  const { timeZone } = values;
  // Some four hundred names: written out once, not with every key that is pressed.
  const zones = useMemo(() => timeZones(timeZone, language), [timeZone, language]);
  return (
    <>
      <SelectField
        label={t('year.currency')}
        hint={<Why text={t(`why.currency.${preset}`)} isProposal={isProposal(answers, 'currency')} />}
        value={values.currency}
        onChange={(currency) => onPropose({ currency })}
        choices={currencies.map((currency) => ({ value: currency, label: t(`currency.${currency}`) }))}
        problem={problem('currency')}
      />
      <SelectField
        label={t('year.timeZone')}
        hint={<Why text={t('why.timeZone')} isProposal={isProposal(answers, 'timeZone')} />}
        value={timeZone}
        onChange={(chosen) => onPropose({ timeZone: chosen })}
        choices={zones}
        problem={problem('timeZone')}
      />
      <SelectField
        label={t('year.start')}
        hint={<Why text={t(`why.yearStart.${preset}`)} isProposal={isProposal(answers, 'financialYearStart')} />}
        value={yearStarts.find((start) => start === values.financialYearStart) ?? ''}
        onChange={(financialYearStart) => onPropose({ financialYearStart })}
        choices={yearStarts.map((start) => ({ value: start, label: t(`yearStart.${start}`) }))}
        problem={problem('financialYearStart')}
      />
      <DateField
        label={t('year.booksBeginOn')}
        hint={t('year.booksBeginHint')}
        value={values.booksBeginOn}
        onChange={(booksBeginOn) => onPropose({ booksBeginOn })}
        problem={problem('booksBeginOn')}
      />
    </>
  );
}

/** Browsers still list two zones of this region under their old spelling. */
const presentNames: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
};

function timeZones(chosen: string, language: Language): readonly Choice<string>[] {
  const known = Intl.supportedValuesOf('timeZone').map((zone) => presentNames[zone] ?? zone);
  return [...new Set([chosen, ...known])].sort().map((zone) => ({ value: zone, label: timeZoneName(zone, language) }));
}
