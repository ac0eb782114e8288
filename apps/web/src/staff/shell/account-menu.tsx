import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { logOut, useStaffUser } from '../session.ts';
import { api } from '../staff-api.ts';
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
          <span className="account-initials" aria-hidden="true">
            {initials(user.name)}
          </span>
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
            onChosen={(language) => void api.put('/api/me/language', { body: { language } }).catch(() => undefined)}
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

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();
}
