import { COUNTRY_PRESETS } from '@kafal/core';
import type { PresetCode } from '../shared/answers.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { ChoiceField } from '../shared/ui/field.tsx';
import { useSetupText } from './setup-text.ts';
import type { StepProps } from './setup-wizard.tsx';

export function PresetStep({ answers, onChange, problem, presets }: StepProps & { presets: readonly PresetCode[] }) {
  const t = useSetupText();
  const language = useLanguage();
  return (
    <ChoiceField
      label={t('preset.label')}
      hint={t('preset.hint')}
      value={answers.preset}
      onChange={(preset) => onChange({ preset })}
      choices={presets.map((preset) => ({
        value: preset,
        label: COUNTRY_PRESETS[preset].name[language],
        hint: t(`preset.${preset}`),
      }))}
      problem={problem('preset')}
    />
  );
}
