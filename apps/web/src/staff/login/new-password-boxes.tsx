import { fieldProblem } from '../../shared/problem.ts';
import { PasswordBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

interface NewPasswordBoxesProps {
  value: string;
  repeated: string;
  onChange: (value: string) => void;
  onRepeat: (value: string) => void;
  error: unknown;
  /** The boxes were left as they are and the form sent. */
  wasSent: boolean;
}

/** A new password twice, so that a slip of the finger locks nobody out. */
export function NewPasswordBoxes({ value, repeated, onChange, onRepeat, error, wasSent }: NewPasswordBoxesProps) {
  const t = useWords();
  return (
    <>
      <PasswordBox
        label={t('password.new')}
        hint={t('password.rule')}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        problem={fieldProblem(error, 'newPassword')}
      />
      <PasswordBox
        label={t('password.repeat')}
        autoComplete="new-password"
        value={repeated}
        onChange={onRepeat}
        problem={wasSent && value !== repeated ? t('password.differs') : undefined}
      />
    </>
  );
}
