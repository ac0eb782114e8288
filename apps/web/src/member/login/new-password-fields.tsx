import { MEMBER_PASSWORD_LEAST, passwordLength } from '@kafal/core';
import { useState } from 'react';
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

/** Asked twice, because a slip here would lock its owner out. Whether it is good enough, only the server knows whole. */
export function NewPasswordFields({ value, onChange, isChecked, error }: NewPasswordFieldsProps) {
  const t = useMemberText();
  const [left, setLeft] = useState({ password: false, repeated: false });
  const { password, repeated } = value;
  const least = { count: MEMBER_PASSWORD_LEAST };
  const isShort = password !== '' && passwordLength(password) < MEMBER_PASSWORD_LEAST;
  const isOther = password !== '' && password !== repeated;
  return (
    <>
      <PasswordField
        label={t('password.new')}
        hint={t('password.newHint', least)}
        autoComplete="new-password"
        value={password}
        onChange={(text) => onChange({ ...value, password: text })}
        onBlur={() => setLeft({ ...left, password: true })}
        problem={
          isChecked && password === ''
            ? t('field.required')
            : (isChecked || left.password) && isShort
              ? t('password.tooShort', least)
              : fieldProblem(error, 'newPassword')
        }
      />
      <PasswordField
        label={t('password.repeat')}
        autoComplete="new-password"
        value={repeated}
        onChange={(text) => onChange({ ...value, repeated: text })}
        onBlur={() => setLeft({ ...left, repeated: repeated !== '' })}
        problem={(isChecked || left.repeated) && isOther ? t('password.differs') : undefined}
      />
    </>
  );
}
