import { useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { paysOut } from '../../shared/pays-out.ts';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { offersOf } from '../calculators/offers.ts';
import { useTermOffers } from '../calculators/use-offers.ts';
import { client } from '../member-api.ts';
import { useDeposits, useProfile } from '../member-queries.ts';
import { Page } from '../page.tsx';
import { type TermWish, unansweredTermWishes } from '../unanswered.ts';
import { useAct } from '../use-act.ts';
import { useSendOnce } from '../use-send-once.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { AskForm, forgetAskForm } from './ask-form.tsx';
import { Asked, AskPreview, Unanswered, type WishPreview } from './ask-steps.tsx';
import { useTermText } from './term-words.ts';
import { useTermRequests } from './use-term-requests.ts';

/**
 * A deposit of a term is asked for from the member's own savings: the form, what it would do, and that it waits, each at an
 * address of its own, so that the phone's back button leads where it should and never asks twice.
 */
export function AskPage({ step }: { step: string | undefined }) {
  const [, goTo] = useLocation();
  const [looked, setLooked] = useState<{ wish: TermWish; preview: WishPreview } | undefined>(undefined);
  const [isAsked, setAsked] = useState(false);

  const look = useAct(async (wish: TermWish) => {
    const preview = await client.post('/api/deposits', { query: { preview: true }, body: wish.request });
    if (!('quote' in preview)) return;
    setLooked({ wish, preview });
    goTo('/deposits/ask/look');
  });
  const send = useSendOnce(unansweredTermWishes, async ({ request }, idempotencyKey) => {
    await client.post('/api/deposits', { body: request, idempotencyKey });
    forgetAskForm();
    setLooked(undefined);
    setAsked(true);
    goTo('/deposits/ask/done', { replace: true });
  });

  if (step === 'done' && isAsked) return <Asked />;
  if (step === 'look' && looked !== undefined) {
    return (
      <AskPreview
        preview={looked.preview}
        error={send.error}
        isBusy={send.isBusy}
        onSend={() => void send.run(looked.wish)}
        onBack={() => {
          send.clear();
          history.back();
        }}
      />
    );
  }
  // An address of something that is not on this page any more.
  if (step !== undefined) return <Redirect to="/deposits/ask" replace />;
  const { unanswered } = send;
  if (unanswered !== undefined) {
    return (
      <Unanswered
        wish={unanswered}
        error={send.error}
        isBusy={send.isBusy}
        onSend={() => void send.run(unanswered)}
        onLeave={send.leave}
      />
    );
  }
  return <Ask error={look.error} isBusy={look.isBusy} onLook={(wish) => void look.run(wish)} />;
}

interface AskProps {
  error: unknown;
  isBusy: boolean;
  onLook: (wish: TermWish) => void;
}

/** The form, once there is something to ask for, something to pay it from, and nothing that waits already. */
function Ask(props: AskProps) {
  const t = useTermText();
  const title = t('deposits.ask');
  const [offers, deposits, requests, profile] = [useTermOffers(), useDeposits(), useTermRequests(), useProfile()];
  const lost = [offers, deposits, requests, profile].find(({ data, error }) => data === undefined && error !== null);
  if (lost !== undefined) {
    return <PageProblem title={title} backTo="/accounts" error={lost.error} onRetry={() => void lost.refetch()} />;
  }
  if (
    offers.data === undefined ||
    deposits.data === undefined ||
    requests.data === undefined ||
    profile.data === undefined
  ) {
    return (
      <Page title={title} backTo="/accounts">
        <Skeleton lines={6} />
      </Page>
    );
  }
  const offered = [...offersOf(offers.data, 'fixed'), ...offersOf(offers.data, 'recurring')];
  const savings = deposits.data.items.filter(paysOut);
  const isWaiting = requests.data.items.some(({ status }) => status === 'pending');
  return (
    <Page title={title} backTo="/accounts">
      {isWaiting ? (
        <Empty title={t('ask.waitsAlready')}>
          <p>
            <Link href="/deposits/requests" className="button button-quiet">
              {t('deposits.asked')}
            </Link>
          </p>
        </Empty>
      ) : savings.length === 0 ? (
        <Empty title={t('transfer.noAccount')}>
          <p>{t('transfer.noAccountHow')}</p>
        </Empty>
      ) : offered.length === 0 ? (
        <Empty title={t('ask.noOffers')} />
      ) : (
        <AskForm
          {...props}
          offered={offered}
          savings={savings}
          depositor={profile.data}
          seniorAge={offers.data.seniorAge}
        />
      )}
    </Page>
  );
}
