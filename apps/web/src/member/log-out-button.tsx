import { Button } from '../shared/ui/button.tsx';
import { showToast } from '../shared/ui/toast.tsx';
import { useMemberText } from './member-text.ts';
import { logOut } from './session.ts';

export function LogOutButton({ look = 'quiet' }: { look?: 'quiet' | 'text' }) {
  const t = useMemberText();
  const leave = async () => {
    if (!(await logOut())) showToast(t('profile.logOutUnheard'));
  };
  return (
    <Button look={look} onClick={() => void leave()}>
      {t('profile.logOut')}
    </Button>
  );
}
