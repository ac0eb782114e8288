import { Button } from '@mantine/core';
import { showToast } from '../../shared/ui/toast.tsx';
import { logOut, userChanged, useStaffUser } from '../session.ts';
import { useWords } from '../words.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Gate } from './gate.tsx';

/** The first password was given by another; nobody goes further before they have one that only they know. */
export function ForcedPasswordPage() {
  const t = useWords();
  const user = useStaffUser();
  return (
    <Gate title={t('password.first')} lead={t('password.firstHow', { name: user.name })}>
      <ChangePasswordForm
        presentLabel={t('password.given')}
        onChanged={() => {
          showToast(t('password.changed'));
          userChanged({ mustChangePassword: false });
        }}
      />
      <Button variant="subtle" color="gray" onClick={() => void logOut().catch(() => undefined)}>
        {t('login.out')}
      </Button>
    </Gate>
  );
}
