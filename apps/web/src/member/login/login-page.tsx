import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { fieldProblem, ProblemError } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { PasswordField } from '../../shared/ui/password-field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { logIn } from '../session.ts';
import { hasTyped } from '../typed.ts';
import { useAct } from '../use-act.ts';

export function LoginPage({ wasEnded }: { wasEnded: boolean }) {
  const t = useMemberText();
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [totpCode, setTotpCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useAct(logIn);
  const asksTotp = totpCode !== '' || (act.error instanceof ProblemError && act.error.code.startsWith('TOTP'));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (identifier.trim() === '' || password === '') return;
    const names = { identifier: identifier.trim(), password };
    void act.run(totpCode === '' ? names : { ...names, totpCode });
  };

  return (
    <Page title={t('login.title')}>
      {wasEnded && act.error === undefined && (
        <div className="note note-warning">
          <p>{t('login.ended')}</p>
          {hasTyped() && <p>{t('login.typedStays')}</p>}
        </div>
      )}
      <form className="stack" onSubmit={submit} noValidate>
        <ProblemNote error={act.error} takesFocus />
        <TextField
          label={t('login.identifier')}
          hint={t('login.identifierHint')}
          name="username"
          autoComplete="username"
          maxLength={254}
          value={identifier}
          onChange={setIdentifier}
          problem={isChecked && identifier.trim() === '' ? t('field.required') : fieldProblem(act.error, 'identifier')}
        />
        <PasswordField
          label={t('login.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          problem={isChecked && password === '' ? t('field.required') : undefined}
        />
        {asksTotp && (
          <TextField
            label={t('login.totp')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            value={totpCode}
            onChange={setTotpCode}
          />
        )}
        <Button type="submit" look="filled" className="button-wide" isBusy={act.isBusy}>
          {t('login.act')}
        </Button>
        <Link href="/forgotten-password" className="button button-text">
          {t('login.forgotten')}
        </Link>
      </form>
      <section className="stack section" aria-labelledby="not-a-member">
        <h2 id="not-a-member">{t('login.newHere')}</h2>
        <Link href="/apply" className="button button-quiet">
          {t('apply.title')}
        </Link>
        <Link href="/application" className="button button-quiet">
          {t('status.title')}
        </Link>
        <Link href="/calculators" className="button button-quiet">
          {t('calculators.title')}
        </Link>
        <Link href="/notices" className="button button-quiet">
          {t('notices.title')}
        </Link>
      </section>
    </Page>
  );
}
