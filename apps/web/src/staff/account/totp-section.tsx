import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { userChanged, useStaffUser } from '../session.ts';
import { client } from '../staff-api.ts';
import { PasswordBox, TextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** A second factor: six digits from an app, asked for after the password. */
export function TotpSection() {
  const t = useWords();
  const user = useStaffUser();
  return (
    <Section title={t('totp.title')} isOnScreenOnly>
      <p className="narrow">{user.totpEnabled ? t('totp.isOn') : t('totp.isOff')}</p>
      <div className="narrow">{user.totpEnabled ? <RemoveTotp /> : <EnrolTotp />}</div>
    </Section>
  );
}

function EnrolTotp() {
  const t = useWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const beginning = useMutation({
    mutationFn: () => client.post('/api/auth/totp/enrolment', { body: { password } }),
  });
  const confirming = useMutation({
    mutationFn: () => client.post('/api/auth/totp/confirmation', { body: { code: code.replace(/\s/g, '') } }),
    onSuccess: () => {
      showToast(t('totp.nowOn'));
      userChanged({ totpEnabled: true });
    },
  });
  const enrolment = beginning.data;
  if (enrolment === undefined) {
    return <WithPassword acting={beginning} password={password} onChange={setPassword} act={t('totp.begin')} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!confirming.isPending) confirming.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('totp.scan')}</p>
      <img
        className="totp-picture"
        width={200}
        height={200}
        alt={t('totp.pictureAlt')}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(enrolment.qrSvg)}`}
      />
      <p>
        {t('totp.byHand')} <code className="secret">{enrolment.secret}</code>
      </p>
      <ProblemNote error={confirming.error} takesFocus />
      <TextBox
        label={t('totp.code')}
        inputMode="numeric"
        takesDigits
        autoComplete="one-time-code"
        maxLength={9}
        value={code}
        onChange={setCode}
        problem={fieldProblem(confirming.error, 'code')}
      />
      <div className="row">
        <Button type="submit" loading={confirming.isPending} disabled={code.trim() === ''}>
          {t('totp.confirm')}
        </Button>
      </div>
    </form>
  );
}

function RemoveTotp() {
  const t = useWords();
  const [password, setPassword] = useState('');
  const removing = useMutation({
    mutationFn: () => client.post('/api/auth/totp/removal', { body: { password } }),
    onSuccess: () => {
      showToast(t('totp.nowOff'));
      userChanged({ totpEnabled: false });
    },
  });
  return <WithPassword acting={removing} password={password} onChange={setPassword} act={t('totp.remove')} />;
}

interface WithPasswordProps {
  acting: { error: unknown; isPending: boolean; mutate: () => void };
  password: string;
  onChange: (password: string) => void;
  act: string;
}

/** Whoever sits at an open screen is asked for the password of its owner. */
function WithPassword({ acting, password, onChange, act }: WithPasswordProps) {
  const t = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!acting.isPending) acting.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ProblemNote error={acting.error} takesFocus />
      <PasswordBox
        label={t('password.present')}
        autoComplete="current-password"
        value={password}
        onChange={onChange}
        problem={fieldProblem(acting.error, 'password')}
      />
      <div className="row">
        <Button type="submit" loading={acting.isPending} disabled={password === ''}>
          {act}
        </Button>
      </div>
    </form>
  );
}
