import { showToast } from '../../shared/ui/toast.tsx';
import { ChangePasswordForm } from '../login/change-password-form.tsx';
import { useStaffUser } from '../session.ts';
import { DensitySwitch, LanguageChoice, ThemeChoice } from '../ui/choices.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { LoginHistory } from './login-history.tsx';
import { NotificationChoices } from './notification-choices.tsx';
import { Sessions } from './sessions.tsx';
import { TotpSection } from './totp-section.tsx';

export function AccountPage() {
  const t = useWords();
  const user = useStaffUser();
  return (
    <Page title={t('account.title', { name: user.name })}>
      <Section title={t('account.who')}>
        <Facts
          facts={[
            [t('account.name'), user.name],
            [t('account.role'), user.roleName],
          ]}
        />
        <div className="row row-wide">
          <LanguageChoice />
          <ThemeChoice />
          <DensitySwitch />
        </div>
      </Section>
      <Section title={t('password.title')} isOnScreenOnly>
        <div className="narrow">
          <ChangePasswordForm presentLabel={t('password.present')} onChanged={() => showToast(t('password.changed'))} />
        </div>
      </Section>
      <NotificationChoices />
      <TotpSection />
      <Section title={t('sessions.title')}>
        <Sessions />
      </Section>
      <Section title={t('loginHistory.title')}>
        <LoginHistory />
      </Section>
    </Page>
  );
}
