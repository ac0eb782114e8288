import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useStaffUser } from '../session.ts';
import { openedLater } from '../ui/opened-later.tsx';
import { useWords } from '../words.ts';
import type { AccountPanelProps } from './account-panel.tsx';

const AccountPanel = openedLater<AccountPanelProps>(async () => (await import('./account-panel.tsx')).AccountPanel);

export function AccountMenu() {
  const t = useWords();
  const user = useStaffUser();
  const [isOpen, menu] = useDisclosure(false);
  // The panel closes at a press beside it. A press on the button itself is the button's.
  const keepPress = (event: { stopPropagation: () => void }) => isOpen && event.stopPropagation();
  return (
    <div className="account">
      <Button
        variant="subtle"
        color="gray"
        className="account-button"
        onMouseDown={keepPress}
        onTouchStart={keepPress}
        onClick={menu.toggle}
        aria-label={t('account.menuOf', { name: user.name })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
      >
        <span className="account-name">{user.name}</span>
        <svg
          viewBox="0 0 24 24"
          width="22"
          height="22"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          className="account-icon"
          aria-hidden="true"
        >
          <circle cx="12" cy="8" r="4" />
          <path d="M4 20c1-4 4-6 8-6s7 2 8 6" />
        </svg>
      </Button>
      <AccountPanel isOpen={isOpen} onClose={menu.close} />
    </div>
  );
}
