import { type FormEvent, useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PasswordField } from '../../shared/ui/password-field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { LogOutButton } from '../log-out-button.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { passwordWasChanged } from '../session.ts';
import { useAct } from '../use-act.ts';
import { isRepeatedRight, NewPasswordFields, noNewPassword } from './new-password-fields.tsx';

/** A member changes their own password: by wish, or, without `onDone`, because the society asks for it first. */
export function NewPasswordPage({ onDone }: { onDone?: () => void }) {
  const isForced = onDone === undefined;
  const t = useMemberText();
  const [currentPassword, setCurrentPassword] = useState('');
  const [chosen, setChosen] = useState(noNewPassword);
  const [isChecked, setChecked] = useState(false);
  const act = useAct((newPassword: string) =>
    client.post('/api/auth/password/change', { body: { currentPassword, newPassword } }),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (currentPassword === '' || !isRepeatedRight(chosen)) return;
    if ((await act.run(chosen.password)) === undefined) return;
    showToast(t('password.changed'));
    passwordWasChanged();
    onDone?.();
  };

  return (
    <Page title={isForced ? t('password.forcedTitle') : t('password.changeTitle')}>
      {isForced && <p>{t('password.forcedText')}</p>}
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemNote error={act.error} takesFocus />
        <PasswordField
          label={t('password.current')}
          autoComplete="current-password"
          value={currentPassword}
          onChange={setCurrentPassword}
          problem={
            isChecked && currentPassword === '' ? t('field.required') : fieldProblem(act.error, 'currentPassword')
          }
        />
        <NewPasswordFields value={chosen} onChange={setChosen} isChecked={isChecked} error={act.error} />
        <Button type="submit" look="filled" isBusy={act.isBusy}>
          {t('password.changeAct')}
        </Button>
        {isForced ? (
          <LogOutButton look="text" />
        ) : (
          <Button look="text" onClick={onDone}>
            {t('act.cancel')}
          </Button>
        )}
      </form>
    </Page>
  );
}
