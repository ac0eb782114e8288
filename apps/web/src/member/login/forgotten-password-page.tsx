import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useAct } from '../use-act.ts';
import { isRepeatedRight, NewPasswordFields, noNewPassword } from './new-password-fields.tsx';

/** Two ways to a code: by e-mail, or from the office. Both end in choosing a new password. */
export function ForgottenPasswordPage() {
  const t = useMemberText();
  const [identifier, setIdentifier] = useState('');
  const [hasCode, setHasCode] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const ask = useAct((name: string) =>
    client.post('/api/auth/password/forgot', { body: { identifier: name }, anonymous: true }).then(() => true),
  );

  const askForCode = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (identifier.trim() === '' || (await ask.run(identifier.trim())) === undefined) return;
    setWasAsked(true);
    setHasCode(true);
  };

  const identifierField = (
    <TextField
      label={t('login.identifier')}
      hint={t('login.identifierHint')}
      autoComplete="username"
      maxLength={254}
      value={identifier}
      onChange={setIdentifier}
      problem={isChecked && identifier.trim() === '' ? t('field.required') : undefined}
    />
  );

  if (hasCode) {
    return (
      <Page title={t('forgotten.codeTitle')} backTo="/">
        {wasAsked && <div className="note">{t('forgotten.asked')}</div>}
        <CodeForm identifier={identifier} identifierField={identifierField} />
      </Page>
    );
  }
  return (
    <Page title={t('forgotten.title')} backTo="/">
      <p>{t('forgotten.text')}</p>
      <form className="stack" onSubmit={(event) => void askForCode(event)} noValidate>
        <ProblemNote error={ask.error} takesFocus />
        {identifierField}
        <Button type="submit" look="filled" isBusy={ask.isBusy}>
          {t('forgotten.ask')}
        </Button>
        <Button look="text" onClick={() => setHasCode(true)}>
          {t('forgotten.haveCode')}
        </Button>
      </form>
    </Page>
  );
}

function CodeForm({ identifier, identifierField }: { identifier: string; identifierField: ReactNode }) {
  const t = useMemberText();
  const [, goTo] = useLocation();
  const [code, setCode] = useState('');
  const [chosen, setChosen] = useState(noNewPassword);
  const [isChecked, setChecked] = useState(false);
  const act = useAct((newPassword: string) =>
    client
      .post('/api/auth/password/reset', {
        body: { identifier: identifier.trim(), code: code.trim(), newPassword },
        anonymous: true,
      })
      .then(() => true),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (identifier.trim() === '' || code.trim() === '' || !isRepeatedRight(chosen)) return;
    if ((await act.run(chosen.password)) === undefined) return;
    showToast(t('forgotten.done'));
    goTo('/');
  };

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <ProblemNote error={act.error} takesFocus />
      {identifierField}
      <TextField
        label={t('forgotten.code')}
        autoComplete="one-time-code"
        maxLength={40}
        value={code}
        onChange={setCode}
        problem={isChecked && code.trim() === '' ? t('field.required') : fieldProblem(act.error, 'code')}
      />
      <NewPasswordFields value={chosen} onChange={setChosen} isChecked={isChecked} error={act.error} />
      <Button type="submit" look="filled" isBusy={act.isBusy}>
        {t('forgotten.act')}
      </Button>
    </form>
  );
}
