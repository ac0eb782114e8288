import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { logOut, useStaffUser } from '../session.ts';
import { client } from '../staff-api.ts';
import { DensitySwitch, LanguageChoice, ThemeChoice } from '../ui/choices.tsx';
import { useWords } from '../words.ts';

export function AccountMenu() {
  const t = useWords();
  const user = useStaffUser();
  const [isOpen, menu] = useDisclosure(false);
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => (open ? menu.open() : menu.close())}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className="account-button"
          onClick={menu.toggle}
          aria-label={t('account.menuOf', { name: user.name })}
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
      </Popover.Target>
      <Popover.Dropdown aria-label={t('account.menuOf', { name: user.name })}>
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
            <Link to="/account" onClick={menu.close}>
              {t('nav.account')}
            </Link>
            <Button onClick={() => void logOut().catch(() => undefined)}>{t('login.out')}</Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
