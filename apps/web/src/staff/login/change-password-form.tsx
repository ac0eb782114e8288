import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { client, queryClient } from '../staff-api.ts';
import { PasswordBox } from '../ui/fields.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NewPasswordBoxes } from './new-password-boxes.tsx';

interface ChangePasswordFormProps {
  /** What the present password is called here: the one-time code that was handed over, or the password. */
  presentLabel: string;
  onChanged: () => void;
}

export function ChangePasswordForm({ presentLabel, onChanged }: ChangePasswordFormProps) {
  const t = useWords();
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const changing = useMutation({
    mutationFn: () => client.post('/api/auth/password/change', { body: { currentPassword, newPassword } }),
    onSuccess: () => {
      setCurrentPassword('');
      setNewPassword('');
      setRepeated('');
      setWasSent(false);
      void queryClient.invalidateQueries({ queryKey: ['sessions'] });
      onChanged();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (!changing.isPending && newPassword === repeated) changing.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ProblemNote error={changing.error} takesFocus />
      <PasswordBox
        label={presentLabel}
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrentPassword}
        problem={fieldProblem(changing.error, 'currentPassword')}
      />
      <NewPasswordBoxes
        value={newPassword}
        repeated={repeated}
        onChange={setNewPassword}
        onRepeat={setRepeated}
        error={changing.error}
        wasSent={wasSent}
      />
      <div className="row">
        <Button
          type="submit"
          variant="filled"
          loading={changing.isPending}
          disabled={currentPassword === '' || newPassword === ''}
        >
          {t('password.change')}
        </Button>
      </div>
    </form>
  );
}
