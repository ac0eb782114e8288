import { ChoiceField, TextField } from '../../shared/ui/field.tsx';
import { useMemberText } from '../member-text.ts';
import type { StepProps } from './application-form.tsx';

export function WorkStep({ draft, onChange, problem }: StepProps) {
  const t = useMemberText();
  return (
    <>
      <TextField
        label={t('apply.occupation')}
        hint={t('apply.occupationHint')}
        maxLength={80}
        value={draft.occupation}
        onChange={(occupation) => onChange({ occupation })}
        name="occupation"
        problem={problem('occupation')}
      />
      <ChoiceField
        label={t('apply.accountType')}
        value={draft.accountType}
        onChange={(accountType) => onChange({ accountType })}
        choices={[
          { value: 'savings', label: t('apply.accountSavings'), hint: t('apply.accountSavingsHint') },
          { value: 'none', label: t('apply.accountNone'), hint: t('apply.accountNoneHint') },
        ]}
        problem={problem('accountType')}
      />
    </>
  );
}
