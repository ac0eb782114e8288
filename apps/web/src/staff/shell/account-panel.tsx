import { Button, Popover } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { logOut, useStaffUser } from '../session.ts';
import { client } from '../staff-api.ts';
import { DensitySwitch, LanguageChoice, ThemeChoice } from '../ui/choices.tsx';
import { useWords } from '../words.ts';

export interface AccountPanelProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Hangs from the lower edge of the button that opens it. */
export function AccountPanel({ isOpen, onClose }: AccountPanelProps) {
  const t = useWords();
  const user = useStaffUser();
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => !open && onClose()}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className="account-edge" />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('account.menuOf', { name: user.name })}>
        <div className="account-menu stack">
          <p>
            <strong>{user.name}</strong>
            <br />
            <span className="quiet">{user.roleName}</span>
          </p>
          <LanguageChoice
            onChosen={(language) => void client.put('/api/me/language', { body: { language } }).catch(() => undefined)}
          />
          <ThemeChoice />
          <DensitySwitch />
          <div className="row row-apart">
            <Link to="/account" onClick={onClose}>
              {t('nav.account')}
            </Link>
            <Button onClick={() => void logOut().catch(() => undefined)}>{t('login.out')}</Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
