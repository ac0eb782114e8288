import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { phoneText } from '../shared/format.ts';
import { Button } from '../shared/ui/button.tsx';
import { LineBadge } from '../shared/ui/line-badge.tsx';
import { LanguageSwitch } from '../shared/ui/switches.tsx';
import { useLineState } from '../shared/use-line-state.ts';
import { BigTextSwitch } from './big-text-switch.tsx';
import { useInstalledApp } from './installed-app.ts';
import { LineNote } from './line-note.tsx';
import { useMe } from './member-queries.ts';
import { useMemberText } from './member-text.ts';
import { useSession } from './session.ts';
import { useSocietyFormat, useSocietyName, useThisSociety } from './society.tsx';

export function Shell({ children }: { children: ReactNode }) {
  const t = useMemberText();
  const societyName = useSocietyName();
  const { logo } = useThisSociety();
  const session = useSession();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <header className="shell-head">
        <Link href="/" className="brand">
          {logo !== null && <img src={logo} alt="" width="32" height="32" />}
          <span>{societyName}</span>
        </Link>
        {session.state === 'in' && !session.user.mustChangePassword ? <MemberTools /> : <GuestTools />}
      </header>
      <LineNote />
      <NewVersionNote />
      {children}
      <Office />
    </div>
  );
}

/** How the page is read: the first thing to choose on it. */
function GuestTools() {
  const { languages } = useThisSociety();
  return (
    <div className="shell-tools">
      <LanguageSwitch offered={languages} />
      <BigTextSwitch />
    </div>
  );
}

function MemberTools() {
  const t = useMemberText();
  const format = useSocietyFormat();
  const { status } = useLineState();
  const unread = useMe().data?.unreadNotifications ?? 0;
  return (
    <nav className="shell-tools" aria-label={t('shell.tools')}>
      {status !== 'lost' && <LineBadge time={format.time} />}
      <Link href="/notifications" className="icon-button badge-holder">
        <BellIcon />
        <span className="visually-hidden">{t('shell.notifications', { count: unread })}</span>
        {unread > 0 && (
          <span className="badge" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Link>
      <Link href="/profile" className="icon-button">
        <PersonIcon />
        <span className="visually-hidden">{t('profile.title')}</span>
      </Link>
    </nav>
  );
}

/** Said, not done: a page that loads itself anew would throw away what is being typed. */
function NewVersionNote() {
  const t = useMemberText();
  const { hasNewVersion } = useInstalledApp();
  if (!hasNewVersion) return null;
  return (
    <div className="top-note row row-apart" role="status">
      <span>{t('app.newVersion')}</span>
      <Button look="text" onClick={() => location.reload()}>
        {t('app.useNewVersion')}
      </Button>
    </div>
  );
}

/** How to reach the office, as the society set it. */
function Office() {
  const t = useMemberText();
  const { support } = useThisSociety();
  const session = useSession();
  const mayWrite = session.state === 'in' && !session.user.mustChangePassword;
  const needsHttps = !isSecureContext;
  return (
    <footer className="shell-foot stack">
      {(support.phone !== null || support.email !== null) && (
        <p className="office">
          <span>{t('office.reach')}</span>
          {support.phone !== null && <a href={`tel:${support.phone}`}>{phoneText(support.phone)}</a>}
          {support.email !== null && <a href={`mailto:${support.email}`}>{support.email}</a>}
        </p>
      )}
      {mayWrite && (
        <div className="row">
          <Link href="/meetings" className="button button-text">
            {t('office.meetings')}
          </Link>
          <Link href="/messages" className="button button-text">
            {t('office.write')}
          </Link>
        </div>
      )}
      {needsHttps && <p>{t('comforts.plainHttp')}</p>}
    </footer>
  );
}

function BellIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15L6 17zM10 21h4" />
    </svg>
  );
}

function PersonIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c0-4.4 3.6-7 8-7s8 2.6 8 7" />
    </svg>
  );
}
