import { useState } from 'react';
import { useSharedText } from '../messages/use-text.ts';
import { TextField } from './field.tsx';

interface PasswordFieldProps {
  label: string;
  hint?: string;
  problem?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  autoComplete: 'current-password' | 'new-password';
}

/** Typing blind on a phone goes wrong; the reader may look at what they typed. */
export function PasswordField({ autoComplete, ...field }: PasswordFieldProps) {
  const t = useSharedText();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      name={autoComplete}
      suffix={
        <button type="button" className="field-eye" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? t('password.hide') : t('password.show')}
        </button>
      }
    />
  );
}
