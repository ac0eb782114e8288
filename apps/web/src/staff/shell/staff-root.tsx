import { useLocation } from '@tanstack/react-router';
import { StartingPage } from '../login/waiting-pages.tsx';
import { restoreSession, useSession } from '../session.ts';
import { lazyPage } from './lazy-page.tsx';
import { Shell } from './shell.tsx';

// Who is in already waits for none of these.
const LoginPage = lazyPage(() => import('../login/login-page.tsx'), 'LoginPage');
const SessionEndedPage = lazyPage(() => import('../login/login-page.tsx'), 'SessionEndedPage');
const ForgottenPasswordPage = lazyPage(() => import('../login/forgotten-password-page.tsx'), 'ForgottenPasswordPage');
const ForcedPasswordPage = lazyPage(() => import('../login/forced-password-page.tsx'), 'ForcedPasswordPage');

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
      {hasEnded && <SessionEndedPage />}
      {/* What was typed stays in the page behind the log-in, out of sight. */}
      <div hidden={hasEnded} className={hasEnded ? 'shell-waits' : undefined}>
        <Shell key={session.user.id} isPaused={hasEnded} />
      </div>
    </>
  );
}
