import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { client } from '../staff-api.ts';
import { TextBox } from '../ui/fields.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { Gate } from './gate.tsx';
import { NewPasswordBoxes } from './new-password-boxes.tsx';

/** A new password by a one-time code: sent by e-mail where one is known, or handed over by the administrator. */
export function ForgottenPasswordPage() {
  const t = useWords();
  const navigate = useNavigate();
  const [identifier, setIdentifier] = useState('');
  const [code, setCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const asking = useMutation({
    mutationFn: () =>
      client.post('/api/auth/password/forgot', { body: { identifier: identifier.trim() }, anonymous: true }),
  });
  const resetting = useMutation({
    mutationFn: () =>
      client.post('/api/auth/password/reset', {
        body: { identifier: identifier.trim(), code: code.trim(), newPassword },
        anonymous: true,
      }),
    onSuccess: () => {
      showToast(t('password.changed'));
      void navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (!resetting.isPending && newPassword === repeated) resetting.mutate();
  };
  return (
    <Gate title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <form className="stack" onSubmit={submit}>
        <TextBox
          label={t('login.username')}
          name="username"
          autoComplete="username"
          autoFocus
          value={identifier}
          onChange={setIdentifier}
        />
        <div className="row">
          <Button loading={asking.isPending} disabled={identifier.trim() === ''} onClick={() => asking.mutate()}>
            {t('forgotten.send')}
          </Button>
        </div>
        {asking.isSuccess && <Note tone="good">{t('forgotten.sent')}</Note>}
        <ProblemNote error={asking.error} takesFocus />
        <TextBox
          label={t('forgotten.code')}
          hint={t('forgotten.codeHint')}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          problem={fieldProblem(resetting.error, 'code')}
        />
        <NewPasswordBoxes
          value={newPassword}
          repeated={repeated}
          onChange={setNewPassword}
          onRepeat={setRepeated}
          error={resetting.error}
          wasSent={wasSent}
        />
        <ProblemNote error={resetting.error} takesFocus />
        <Button
          type="submit"
          variant="filled"
          size="md"
          loading={resetting.isPending}
          disabled={identifier.trim() === '' || code.trim() === '' || newPassword === ''}
        >
          {t('forgotten.change')}
        </Button>
      </form>
      <p>
        <Link to="/">{t('forgotten.back')}</Link>
      </p>
    </Gate>
  );
}
