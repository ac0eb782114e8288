import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { startLive } from '../shared/live.ts';
import { Skeleton } from '../shared/ui/states.tsx';
import { showToast, Toasts } from '../shared/ui/toast.tsx';
import { HomePage } from './home/home-page.tsx';
import { LoginPage } from './login/login-page.tsx';
import { NewPasswordPage } from './login/new-password-page.tsx';
import { api, queryClient } from './member-api.ts';
import { mayHaveChanged, useSociety } from './member-queries.ts';
import { useMemberText } from './member-text.ts';
import { restoreSession, useSession } from './session.ts';
import { Shell } from './shell.tsx';
import { SocietyProvider } from './society.tsx';
import { NoSuchPage, NotSetUpPage, WaitingPage } from './waiting-pages.tsx';

// The pages beyond the first are fetched when they are opened, so the first one is light on a slow line.
const ForgottenPasswordPage = lazy(async () => ({
  default: (await import('./login/forgotten-password-page.tsx')).ForgottenPasswordPage,
}));
const ApplyPage = lazy(async () => ({ default: (await import('./application/apply-page.tsx')).ApplyPage }));
const ApplicationStatusPage = lazy(async () => ({
  default: (await import('./application/application-status-page.tsx')).ApplicationStatusPage,
}));
const AccountsPage = lazy(async () => ({ default: (await import('./accounts/accounts-page.tsx')).AccountsPage }));
const AccountPage = lazy(async () => ({ default: (await import('./accounts/account-page.tsx')).AccountPage }));
const TransferPage = lazy(async () => ({ default: (await import('./transfer/transfer-page.tsx')).TransferPage }));
const EntryPage = lazy(async () => ({ default: (await import('./accounts/entry-page.tsx')).EntryPage }));
const ReceiptsPage = lazy(async () => ({ default: (await import('./receipts/receipts-page.tsx')).ReceiptsPage }));
const ReceiptPage = lazy(async () => ({ default: (await import('./receipts/receipt-page.tsx')).ReceiptPage }));
const SharesPage = lazy(async () => ({ default: (await import('./shares/shares-page.tsx')).SharesPage }));
const ProfilePage = lazy(async () => ({ default: (await import('./profile/profile-page.tsx')).ProfilePage }));
const SecurityPage = lazy(async () => ({ default: (await import('./profile/security-page.tsx')).SecurityPage }));
const NotificationsPage = lazy(async () => ({
  default: (await import('./notifications/notifications-page.tsx')).NotificationsPage,
}));

export function MemberApp() {
  return (
    <QueryClientProvider client={queryClient}>
      <SocietyGate />
      <Toasts />
    </QueryClientProvider>
  );
}

/** Nothing can be shown rightly before the society's currency, calendar and name are known. */
function SocietyGate() {
  const { data: society, error, refetch } = useSociety();
  useEffect(() => void restoreSession(), []);
  if (society === undefined) return <WaitingPage error={error} onRetry={() => void refetch()} />;
  return (
    <SocietyProvider society={society}>
      {society.isSetUp ? <Pages /> : <NotSetUpPage />}
    </SocietyProvider>
  );
}

function Pages() {
  const session = useSession();
  if (session.state === 'unknown') {
    return <WaitingPage error={session.error} onRetry={() => void restoreSession()} />;
  }
  const isIn = session.state === 'in';
  if (isIn && session.user.mustChangePassword) {
    return (
      <Shell>
        <NewPasswordPage />
      </Shell>
    );
  }
  return (
    <Shell>
      {isIn && <LiveLine key={session.user.id} />}
      <Suspense fallback={<PageFallback />}>
        <Switch>
          <Route path="/apply/:step?">
            <ApplyPage />
          </Route>
          <Route path="/application">
            <ApplicationStatusPage />
          </Route>
          {isIn ? <MemberPages memberId={session.user.memberId ?? ''} /> : <GuestPages wasEnded={session.wasEnded} />}
        </Switch>
      </Suspense>
    </Shell>
  );
}

function GuestPages({ wasEnded }: { wasEnded: boolean }) {
  return (
    <Switch>
      <Route path="/forgotten-password">
        <ForgottenPasswordPage />
      </Route>
      {/* Any other address keeps its place: after logging in, the reader is where they wanted to be. */}
      <Route>
        <LoginPage wasEnded={wasEnded} />
      </Route>
    </Switch>
  );
}

function MemberPages({ memberId }: { memberId: string }) {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/accounts">
        <AccountsPage />
      </Route>
      <Route path="/accounts/:id">{({ id }) => <AccountPage id={id} />}</Route>
      <Route path="/entries/:id">{({ id }) => <EntryPage id={id} />}</Route>
      <Route path="/transfer">
        <TransferPage />
      </Route>
      <Route path="/receipts">
        <ReceiptsPage />
      </Route>
      <Route path="/receipts/:id">{({ id }) => <ReceiptPage id={id} />}</Route>
      <Route path="/shares">
        <SharesPage memberId={memberId} />
      </Route>
      <Route path="/profile">
        <ProfilePage />
      </Route>
      <Route path="/security">
        <SecurityPage />
      </Route>
      <Route path="/notifications">
        <NotificationsPage />
      </Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  );
}

/** While somebody is logged in: what the society books appears without a reload. */
function LiveLine() {
  const t = useMemberText();
  useEffect(
    () =>
      startLive({
        api,
        room: 'member',
        onMessage: (message) => {
          if (message.type === 'TRANSACTION_UPDATE') showToast(t('live.accountChanged'));
          void queryClient.invalidateQueries(mayHaveChanged);
        },
        onGap: () => void queryClient.invalidateQueries(mayHaveChanged),
      }),
    [t],
  );
  return null;
}

function PageFallback(): ReactNode {
  return (
    <main className="page">
      <Skeleton lines={5} />
    </main>
  );
}
