import { TextField } from '../shared/ui/field.tsx';
import { PasswordField } from '../shared/ui/password-field.tsx';
import { useSetupText } from './setup-text.ts';
import type { StepProps } from './setup-wizard.tsx';

export function AdministratorStep({ answers, onChange, problem }: StepProps) {
  const t = useSetupText();
  return (
    <>
      <p>{t('administrator.text')}</p>
      <TextField
        label={t('administrator.name')}
        autoComplete="name"
        maxLength={120}
        value={answers.administratorName}
        onChange={(administratorName) => onChange({ administratorName })}
        problem={problem('administrator.name')}
      />
      <TextField
        label={t('administrator.username')}
        hint={t('administrator.usernameHint')}
        autoComplete="username"
        maxLength={31}
        value={answers.username}
        onChange={(username) => onChange({ username: username.toLowerCase().trim() })}
        problem={problem('administrator.username')}
      />
      <TextField
        label={t('administrator.email')}
        hint={t('administrator.emailHint')}
        isOptional
        type="email"
        autoComplete="email"
        maxLength={254}
        value={answers.administratorEmail}
        onChange={(administratorEmail) => onChange({ administratorEmail })}
        problem={problem('administrator.email')}
      />
      <PasswordField
        label={t('administrator.password')}
        hint={t('administrator.passwordHint')}
        autoComplete="new-password"
        value={answers.password}
        onChange={(password) => onChange({ password })}
        problem={problem('administrator.password')}
      />
      <PasswordField
        label={t('administrator.repeat')}
        autoComplete="new-password"
        value={answers.repeated}
        onChange={(repeated) => onChange({ repeated })}
        problem={problem('repeated')}
      />
    </>
  );
}
