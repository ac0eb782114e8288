import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import type { Society } from '../shared/answers.ts';
import { lineState, onLineChange } from '../shared/line-state.ts';
import { startLive } from '../shared/live.ts';
import { addWords, chooseLanguage } from '../shared/messages/load-language.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { Skeleton } from '../shared/ui/states.tsx';
import { showToast, Toasts } from '../shared/ui/toast.tsx';
import { addTermWords } from './add-term-words.ts';
import { HomePage } from './home/home-page.tsx';
import { LoginPage } from './login/login-page.tsx';
import { api, queryClient } from './member-api.ts';
import { mayHaveChanged, useSociety } from './member-queries.ts';
import { useMemberText } from './member-text.ts';
import { restoreSession, useSession } from './session.ts';
import { Shell } from './shell.tsx';
import { SocietyProvider } from './society.tsx';
import { NoSuchPage, NotSetUpPage, WaitingPage } from './waiting-pages.tsx';

// The pages beyond the first come in two parcels after it, so that the first one is light on a slow line.
const addPaperWords = () =>
  addWords({
    en: async () => [
      (await import('../shared/messages/en/kyc.ts')).kycMessages,
      (await import('../shared/messages/en/member-papers.ts')).memberPaperMessages,
    ],
    hi: async () => [
      (await import('../shared/messages/hi/kyc.ts')).kycMessages,
      (await import('../shared/messages/hi/member-papers.ts')).memberPaperMessages,
    ],
  });
const applicationPages = async () =>
  (await Promise.all([import('./application/application-pages.ts'), addPaperWords()]))[0];
const ApplyPage = lazy(async () => ({ default: (await applicationPages()).ApplyPage }));
const ApplicationStatusPage = lazy(async () => ({ default: (await applicationPages()).ApplicationStatusPage }));

// Its words come with it.
const CalculatorsPage = lazy(async () => {
  const [page] = await Promise.all([
    import('./calculators/calculators-page.tsx'),
    addWords({
      en: async () => [(await import('./calculators/calculator-messages-en.ts')).messages],
      hi: async () => [(await import('./calculators/calculator-messages-hi.ts')).messages],
    }),
  ]);
  return { default: page.CalculatorsPage };
});

const askPages = async () => (await Promise.all([import('./deposits/ask-pages.ts'), addTermWords()]))[0];
const AskPage = lazy(async () => ({ default: (await askPages()).AskPage }));
const RequestsPage = lazy(async () => ({ default: (await askPages()).RequestsPage }));

// Their words come with them.
const loanPages = async () =>
  (
    await Promise.all([
      import('./loans/loan-pages.ts'),
      addWords({
        en: async () => [
          (await import('../shared/messages/en/member-loans.ts')).memberLoanMessages,
          (await import('../shared/messages/en/loan-rules.ts')).loanRuleMessages,
        ],
        hi: async () => [
          (await import('../shared/messages/hi/member-loans.ts')).memberLoanMessages,
          (await import('../shared/messages/hi/loan-rules.ts')).loanRuleMessages,
        ],
      }),
    ])
  )[0];
const LoansPage = lazy(async () => ({ default: (await loanPages()).LoansPage }));
const LoanPage = lazy(async () => ({ default: (await loanPages()).LoanPage }));
const PossibleLoanPage = lazy(async () => ({ default: (await loanPages()).PossibleLoanPage }));
const AskLoanPage = lazy(async () => ({ default: (await loanPages()).AskLoanPage }));

// Their words come with them.
const payPages = async () =>
  (
    await Promise.all([
      import('./pay/pay-pages.ts'),
      addWords({
        en: async () => [(await import('../shared/messages/en/member-payments.ts')).memberPaymentMessages],
        hi: async () => [(await import('../shared/messages/hi/member-payments.ts')).memberPaymentMessages],
      }),
    ])
  )[0];
const PayPage = lazy(async () => ({ default: (await payPages()).PayPage }));
const PaymentPage = lazy(async () => ({ default: (await payPages()).PaymentPage }));
const PaymentsPage = lazy(async () => ({ default: (await payPages()).PaymentsPage }));
const noticePages = async () =>
  (
    await Promise.all([
      import('./notices/notice-pages.ts'),
      addWords({
        en: async () => [(await import('../shared/messages/en/notices.ts')).noticeMessages],
        hi: async () => [(await import('../shared/messages/hi/notices.ts')).noticeMessages],
      }),
    ])
  )[0];
const NoticesPage = lazy(async () => ({ default: (await noticePages()).NoticesPage }));
const NoticePage = lazy(async () => ({ default: (await noticePages()).NoticePage }));
const PublicNoticesPage = lazy(async () => ({ default: (await noticePages()).PublicNoticesPage }));
const PublicNoticePage = lazy(async () => ({ default: (await noticePages()).PublicNoticePage }));
const UrgentNotices = lazy(async () => ({ default: (await noticePages()).UrgentNotices }));
const NewestNotices = lazy(async () => ({ default: (await noticePages()).NewestNotices }));

// Their words come with them.
const officePages = async () =>
  (
    await Promise.all([
      import('./office/office-pages.ts'),
      addWords({
        en: async () => [(await import('../shared/messages/en/member-office.ts')).memberOfficeMessages],
        hi: async () => [(await import('../shared/messages/hi/member-office.ts')).memberOfficeMessages],
      }),
    ])
  )[0];
const MessagesPage = lazy(async () => ({ default: (await officePages()).MessagesPage }));
const MessagePage = lazy(async () => ({ default: (await officePages()).MessagePage }));
const WriteMessagePage = lazy(async () => ({ default: (await officePages()).WriteMessagePage }));

const MeetingsPage = lazy(async () => ({ default: (await officePages()).MeetingsPage }));
const MeetingPage = lazy(async () => ({ default: (await officePages()).MeetingPage }));
const PapersPage = lazy(async () => ({
  default: (await Promise.all([import('./papers/paper-pages.ts'), addPaperWords()]))[0].PapersPage,
}));

// Their words come with them.
const addChoiceWords = () =>
  addWords({
    en: async () => [(await import('../shared/messages/en/notification-choices.ts')).notificationChoiceMessages],
    hi: async () => [(await import('../shared/messages/hi/notification-choices.ts')).notificationChoiceMessages],
  });
const ChoicesPage = lazy(async () => {
  const [page] = await Promise.all([import('./notification-choices/choices-page.tsx'), addChoiceWords()]);
  return { default: page.ChoicesPage };
});

const memberPages = () => import('./member-pages.ts');
const AccountPage = lazy(async () => ({ default: (await memberPages()).AccountPage }));
const AccountsPage = lazy(async () => ({ default: (await memberPages()).AccountsPage }));
const EntryPage = lazy(async () => ({ default: (await memberPages()).EntryPage }));
const ForgottenPasswordPage = lazy(async () => ({ default: (await memberPages()).ForgottenPasswordPage }));
const NotificationsPage = lazy(async () => {
  const [page] = await Promise.all([memberPages(), addChoiceWords()]);
  return { default: page.NotificationsPage };
});
const NewPasswordPage = lazy(async () => ({ default: (await memberPages()).NewPasswordPage }));
const ProfilePage = lazy(async () => ({ default: (await memberPages()).ProfilePage }));
const ReceiptPage = lazy(async () => ({ default: (await memberPages()).ReceiptPage }));
const ReceiptsPage = lazy(async () => ({ default: (await memberPages()).ReceiptsPage }));
const SecurityPage = lazy(async () => ({ default: (await memberPages()).SecurityPage }));
const SharesPage = lazy(async () => ({ default: (await memberPages()).SharesPage }));
const TransferPage = lazy(async () => ({ default: (await memberPages()).TransferPage }));

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
  useOfferedLanguage(society);
  if (society === undefined) return <WaitingPage error={error} onRetry={() => void refetch()} />;
  return <SocietyProvider society={society}>{society.isSetUp ? <Pages /> : <NotSetUpPage />}</SocietyProvider>;
}

/** Somebody whose language the society does not offer reads its first one. */
function useOfferedLanguage(society: Society | undefined): void {
  const language = useLanguage();
  const [first] = society?.languages ?? [];
  const isOffered = society === undefined || society.languages.includes(language);
  useEffect(() => {
    if (!isOffered && first !== undefined) void chooseLanguage(first);
  }, [isOffered, first]);
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
        <Suspense fallback={<PageFallback />}>
          <NewPasswordPage />
        </Suspense>
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
          <Route path="/calculators/:kind?">{({ kind }) => <CalculatorsPage kind={kind} />}</Route>
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
      <Route path="/notices">
        <PublicNoticesPage />
      </Route>
      <Route path="/notices/:id">{({ id }) => <PublicNoticePage id={id} wasEnded={wasEnded} />}</Route>
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
        <HomePage above={<Later part={<UrgentNotices />} />} below={<Later part={<NewestNotices />} />} />
      </Route>
      <Route path="/accounts">
        <AccountsPage memberId={memberId} />
      </Route>
      <Route path="/accounts/:id">{({ id }) => <AccountPage id={id} />}</Route>
      <Route path="/entries/:id">{({ id }) => <EntryPage id={id} />}</Route>
      <Route path="/transfer/:step?">{({ step }) => <TransferPage step={step} />}</Route>
      <Route path="/deposits/ask/:step?">{({ step }) => <AskPage step={step} />}</Route>
      <Route path="/deposits/requests">
        <RequestsPage />
      </Route>
      <Route path="/loans">
        <LoansPage />
      </Route>
      <Route path="/loans/possible">
        <PossibleLoanPage />
      </Route>
      <Route path="/loans/ask/:step?">{({ step }) => <AskLoanPage step={step} />}</Route>
      <Route path="/loans/:id">{({ id }) => <LoanPage id={id} memberId={memberId} />}</Route>
      <Route path="/pay">
        <PayPage />
      </Route>
      <Route path="/payments">
        <PaymentsPage />
      </Route>
      <Route path="/payments/:id">{({ id }) => <PaymentPage id={id} />}</Route>
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
      <Route path="/papers">
        <PapersPage />
      </Route>
      <Route path="/security">
        <SecurityPage />
      </Route>
      <Route path="/meetings">
        <MeetingsPage />
      </Route>
      <Route path="/meetings/:id">{({ id }) => <MeetingPage key={id} id={id} />}</Route>
      <Route path="/notifications/choices">
        <ChoicesPage />
      </Route>
      <Route path="/messages">
        <MessagesPage />
      </Route>
      <Route path="/messages/write">
        <WriteMessagePage />
      </Route>
      <Route path="/messages/:id">{({ id }) => <MessagePage key={id} id={id} />}</Route>
      <Route path="/notices">
        <NoticesPage />
      </Route>
      <Route path="/notices/:id">{({ id }) => <NoticePage key={id} id={id} />}</Route>
      <Route path="/notifications">
        <NotificationsPage />
      </Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  );
}

/** A part that the page does not wait for. */
function Later({ part }: { part: ReactNode }) {
  return <Suspense fallback={null}>{part}</Suspense>;
}

/** While somebody is logged in: what the society books appears without a reload. */
function LiveLine() {
  const t = useMemberText();
  useEffect(askWhenLineIsBack, []);
  useEffect(renewPush, []);
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

/** The line was lost and is there again: everything on the page is asked for once more, by itself. */
function askWhenLineIsBack(): () => void {
  let wasLost = lineState().status === 'lost';
  return onLineChange(() => {
    const isLost = lineState().status === 'lost';
    if (wasLost && !isLost) void queryClient.invalidateQueries(mayHaveChanged);
    wasLost = isLost;
  });
}

/** Only where its owner has said yes to messages on this device; nobody else fetches the code for it. */
function renewPush(): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  void import('./push/push-on-device.ts').then(({ keepPushOn }) => keepPushOn()).catch(() => undefined);
}

function PageFallback(): ReactNode {
  return (
    <main className="page">
      <Skeleton lines={5} />
    </main>
  );
}
