import { fieldProblem } from '../../shared/problem.ts';
import { PasswordField } from '../../shared/ui/password-field.tsx';
import { useMemberText } from '../member-text.ts';

export interface NewPassword {
  password: string;
  repeated: string;
}

export const noNewPassword: NewPassword = { password: '', repeated: '' };

export function isRepeatedRight({ password, repeated }: NewPassword): boolean {
  return password !== '' && password === repeated;
}

interface NewPasswordFieldsProps {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  isChecked: boolean;
  error: unknown;
}

/** Asked twice, because a slip here would lock its owner out. The server decides whether it is good enough. */
export function NewPasswordFields({ value, onChange, isChecked, error }: NewPasswordFieldsProps) {
  const t = useMemberText();
  return (
    <>
      <PasswordField
        label={t('password.new')}
        hint={t('password.newHint')}
        autoComplete="new-password"
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        problem={isChecked && value.password === '' ? t('field.required') : fieldProblem(error, 'newPassword')}
      />
      <PasswordField
        label={t('password.repeat')}
        autoComplete="new-password"
        value={value.repeated}
        onChange={(repeated) => onChange({ ...value, repeated })}
        problem={isChecked && !isRepeatedRight(value) && value.password !== '' ? t('password.differs') : undefined}
      />
    </>
  );
}
