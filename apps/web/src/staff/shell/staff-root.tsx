import { useLocation } from '@tanstack/react-router';
import { ForcedPasswordPage } from '../login/forced-password-page.tsx';
import { ForgottenPasswordPage } from '../login/forgotten-password-page.tsx';
import { LoginPage, SessionEndedPage } from '../login/login-page.tsx';
import { StartingPage } from '../login/waiting-pages.tsx';
import { restoreSession, useSession } from '../session.ts';
import { Shell } from './shell.tsx';

export const forgottenPasswordPath = '/forgotten-password';

/** Who is in, and so what is shown: the log-in, a first password of one's own, or the house. */
export function StaffRoot() {
  const session = useSession();
  const { pathname } = useLocation();
  if (session.state === 'unknown') return <StartingPage error={session.error} onRetry={() => void restoreSession()} />;
  if (session.state === 'out') return pathname === forgottenPasswordPath ? <ForgottenPasswordPage /> : <LoginPage />;
  if (session.user.mustChangePassword) return <ForcedPasswordPage />;
  const hasEnded = session.state === 'ended';
  return (
    <>
      {hasEnded && <SessionEndedPage user={session.user} />}
      {/* What was typed stays in the page behind the log-in, out of sight. */}
      <div hidden={hasEnded} className={hasEnded ? 'shell-waits' : undefined}>
        <Shell key={session.user.id} isPaused={hasEnded} />
      </div>
    </>
  );
}
