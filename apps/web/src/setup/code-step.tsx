import { TextField } from '../shared/ui/field.tsx';
import { useSetupText } from './setup-text.ts';
import type { StepProps } from './setup-wizard.tsx';

export function CodeStep({ answers, onChange, problem }: StepProps) {
  const t = useSetupText();
  return (
    <>
      <p>{t('code.welcome')}</p>
      <TextField
        label={t('code.label')}
        hint={t('code.hint')}
        autoComplete="off"
        maxLength={64}
        value={answers.setupCode}
        onChange={(setupCode) => onChange({ setupCode })}
        problem={problem('setupCode')}
      />
    </>
  );
}
