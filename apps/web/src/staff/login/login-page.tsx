import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../shared/problem.ts';
import { type Credentials, leaveEndedSession, logIn, useStaffUser } from '../session.ts';
import { PasswordBox, TextBox } from '../ui/fields.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { Gate } from './gate.tsx';

export function LoginPage() {
  const t = useWords();
  return (
    <Gate title={t('login.title')}>
      <LoginForm />
      <p>
        <Link to="/forgotten-password">{t('login.forgotten')}</Link>
      </p>
    </Gate>
  );
}

/** The session ended under somebody's hands. Their page waits behind this one with everything they had typed. */
export function SessionEndedPage() {
  const t = useWords();
  const user = useStaffUser();
  return (
    <Gate title={t('login.ended')} lead={t('login.endedHow', { name: user.name })}>
      <LoginForm />
      <Button variant="subtle" color="gray" onClick={leaveEndedSession}>
        {t('login.someoneElse')}
      </Button>
    </Gate>
  );
}

function LoginForm() {
  const t = useWords();
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [totpCode, setTotpCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const entering = useMutation({
    mutationFn: (credentials: Credentials) => logIn(credentials),
    onError: (error) => {
      if (error instanceof ProblemError && error.code.startsWith('TOTP')) setAsksCode(true);
    },
  });
  const isAsked = entering.error instanceof ProblemError && entering.error.code === 'TOTP_REQUIRED';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entering.isPending) return;
    const code = totpCode.replace(/\s/g, '');
    entering.mutate({
      identifier: identifier.trim(),
      password,
      ...(asksCode && code !== '' ? { totpCode: code } : {}),
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {!isAsked && <ProblemNote error={entering.error} takesFocus />}
      <TextBox
        label={t('login.username')}
        name="username"
        autoComplete="username"
        autoFocus
        value={identifier}
        onChange={setIdentifier}
      />
      <PasswordBox
        label={t('login.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {asksCode && (
        <TextBox
          label={t('login.totp')}
          hint={t('login.totpHint')}
          name="one-time-code"
          autoComplete="one-time-code"
          inputMode="numeric"
          takesDigits
          autoFocus
          maxLength={9}
          value={totpCode}
          onChange={setTotpCode}
        />
      )}
      <Button type="submit" variant="filled" size="md" loading={entering.isPending}>
        {t('login.enter')}
      </Button>
    </form>
  );
}
