import { hearsOfTheHouse } from '@kafal/contract/permissions';
import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Navigate, Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LineBadge } from '../../shared/ui/line-badge.tsx';
import { UrgentNotices } from '../notice-board/urgent-notices.tsx';
import { useMay, useStaffUser } from '../session.ts';
import { useSocietyFormat, useSocietyName, useThisSociety } from '../society.tsx';
import { JobTray } from '../ui/job-tray.tsx';
import { fetchWhatOpens } from '../ui/opened-later.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { AccountMenu } from './account-menu.tsx';
import { BusinessDate } from './business-date.tsx';
import { FindBox } from './find-box.tsx';
import { KeyMap } from './key-map.tsx';
import { lazyPage } from './lazy-page.tsx';
import { LiveLine } from './live-line.tsx';
import { MainMenu } from './main-menu.tsx';
import { NotificationsButton } from './notifications-button.tsx';
import { TillChip } from './till-chip.tsx';

// In development only: a build drops the condition, the page and its samples.
const PartsPage = import.meta.env.DEV ? lazyPage(() => import('../parts/parts-page.tsx'), 'PartsPage') : undefined;

export function Shell({ isPaused }: { isPaused: boolean }) {
  const t = useWords();
  const format = useSocietyFormat();
  const societyName = useSocietyName();
  const { logo } = useThisSociety();
  const [isMenuOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const { permissions } = useStaffUser();
  // A tap on an entry of the menu goes there; the menu is out of the way then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what is waited for.
  useEffect(() => menu.close(), [pathname]);
  useEffect(fetchWhatOpens, []);
  return (
    <div className="shell" data-shell>
      {!isPaused && <LiveLine />}
      <a href="#content" className="skip-link">
        {t('shell.skip')}
      </a>
      <aside className="side">
        <Link to="/" className="brand">
          {logo !== null && <img src={logo} alt="" className="brand-logo" />}
          <span className="brand-name">{t('app.name')}</span>
          <span className="brand-society">{societyName}</span>
        </Link>
        <MainMenu />
        <TillChip />
      </aside>
      <header className="top">
        <div className="top-menu">
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('shell.menu')} onClick={menu.open}>
            <MenuIcon />
          </ActionIcon>
        </div>
        {hearsOfTheHouse(permissions) ? <FindBox /> : <span />}
        <div className="top-state">
          <BusinessDate />
          <LineBadge time={format.time} />
        </div>
        <NotificationsButton />
        <AccountMenu />
      </header>
      <SidePanel title={societyName} isOpen={isMenuOpen} onClose={menu.close} side="left" size={280}>
        <MainMenu onFollow={menu.close} />
        <TillChip />
      </SidePanel>
      <JobTray />
      <KeyMap />
      <main id="content" className="content" tabIndex={-1}>
        <UrgentNotices />
        <PermittedOutlet />
      </main>
    </div>
  );
}

function PermittedOutlet() {
  const t = useWords();
  const may = useMay();
  const { pathname } = useLocation();
  const permission = useMatches().at(-1)?.staticData.permission;
  if (PartsPage !== undefined && pathname === '/parts') return <PartsPage />;
  if (permission === undefined || may(permission)) return <Outlet />;
  // The day of an agent begins on the round, whatever address they came by.
  if (pathname === '/' && may('collections.own')) return <Navigate to="/round" replace />;
  return (
    <Page title={t('page.notPermitted')}>
      <Note>{t('page.notPermittedHow')}</Note>
      <div className="row">
        <Button renderRoot={(props) => <Link to="/account" {...props} />}>{t('nav.account')}</Button>
      </div>
    </Page>
  );
}

function MenuIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="M4 7h16M4 12h16M4 17h16" />
    </svg>
  );
}
