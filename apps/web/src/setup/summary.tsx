import { COUNTRY_PRESETS } from '@kafal/core';
import { type Format, readTypedMoney } from '../shared/format.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { Button } from '../shared/ui/button.tsx';
import { decimalsOf, type Proposed, type SetupAnswers, type Step } from './setup-answers.ts';
import { type SetupKey, useSetupText } from './setup-text.ts';
import { timeZoneName } from './time-zone-name.ts';

interface SummaryProps {
  answers: SetupAnswers;
  values: Proposed;
  format: Format;
  onStep: (step: Step) => void;
}

const yearStartKeys: Readonly<Record<string, SetupKey>> = {
  '04-01': 'yearStart.04-01',
  '01-01': 'yearStart.01-01',
  '07-01': 'yearStart.07-01',
  '10-01': 'yearStart.10-01',
  '1 Shrawan': 'yearStart.1 Shrawan',
};

export function Summary({ answers, values, format, onStep }: SummaryProps) {
  const t = useSetupText();
  const language = useLanguage();
  const money = (typed: string) => {
    const read = readTypedMoney(typed, decimalsOf(answers));
    return read.ok ? format.money(read.text) : typed;
  };
  const yearStart = yearStartKeys[values.financialYearStart];
  const part = (step: Step, facts: readonly (readonly [string, string])[]) => (
    <section className="stack" aria-label={t(`step.${step}`)}>
      <div className="row row-apart">
        <h2>{t(`summary.${step}`)}</h2>
        <Button look="text" aria-label={`${t('summary.change')}: ${t(`summary.${step}`)}`} onClick={() => onStep(step)}>
          {t('summary.change')}
        </Button>
      </div>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
  return (
    <>
      <p>{t('summary.text')}</p>
      {part('preset', [[t('preset.label'), COUNTRY_PRESETS[answers.preset].name[language]]])}
      {part('society', [
        [t('society.name'), answers.name],
        [t('society.nameLocal'), answers.nameLocal],
        [t('society.registrationNumber'), answers.registrationNumber],
        [t('society.registeredOn'), answers.registeredOn === '' ? '' : format.day(answers.registeredOn)],
        [t('society.address'), answers.address],
        [t('society.phone'), answers.phone],
        [t('society.email'), answers.email],
        [t('society.logo'), answers.logo === '' ? '' : t('summary.logoChosen')],
      ])}
      {part('year', [
        [t('year.currency'), t(`currency.${values.currency}`)],
        [t('year.timeZone'), timeZoneName(values.timeZone, language)],
        [t('year.start'), yearStart === undefined ? values.financialYearStart : t(yearStart)],
        [t('year.booksBeginOn'), values.booksBeginOn === '' ? '' : format.day(values.booksBeginOn)],
      ])}
      {part('fees', [
        [t('fees.admission'), money(values.admission)],
        [t('fees.buildingFund'), money(values.buildingFund)],
        [t('fees.welfareFund'), money(values.welfareFund)],
      ])}
      {part('shares', [
        [t('shares.faceValue'), money(values.faceValue)],
        [t('shares.minimum'), values.minimumShares],
        [t('shares.minimumBalance'), money(values.minimumBalance)],
      ])}
      {part('administrator', [
        [t('administrator.name'), answers.administratorName],
        [t('administrator.username'), answers.username],
        [t('administrator.email'), answers.administratorEmail],
      ])}
    </>
  );
}
