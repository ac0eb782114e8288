import { isTermKind } from '@kafal/core';
import { useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { TransferAnswer } from '../../shared/answers.ts';
import { paysOut } from '../../shared/pays-out.ts';
import { LineLostError } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { Balances } from '../balances.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useDeposits } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { type TransferWish, unansweredTransfers } from '../unanswered.ts';
import { useAct } from '../use-act.ts';
import { useSendOnce } from '../use-send-once.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { forgetTransferForm, TransferForm } from './transfer-form.tsx';

type TransferPreview = Extract<TransferAnswer, { preview: true }>;
type TransferDone = Extract<TransferAnswer, { preview: false }>;

/**
 * Before, after, back: the form, what it would do, and the receipt of what it did, each at an address of its own, so that
 * the phone's back button leads where it should and never to the same money again.
 */
export function TransferPage({ step }: { step: string | undefined }) {
  const t = useMemberText();
  const deposits = useDeposits();
  const [, goTo] = useLocation();
  const [looked, setLooked] = useState<{ wish: TransferWish; preview: TransferPreview } | undefined>(undefined);
  const [done, setDone] = useState<TransferDone | undefined>(undefined);

  const look = useAct(async (wish: TransferWish) => {
    const preview = await client.post('/api/deposits/{id}/transfers', {
      path: { id: wish.depositId },
      query: { preview: true },
      body: wish.request,
    });
    if (!preview.preview) return;
    setLooked({ wish, preview });
    goTo('/transfer/look');
  });
  const send = useSendOnce(unansweredTransfers, async ({ depositId, request }, idempotencyKey) => {
    const path = { id: depositId };
    const answer = await client.post('/api/deposits/{id}/transfers', { path, body: request, idempotencyKey });
    if (answer.preview) return;
    forgetTransferForm();
    setLooked(undefined);
    setDone(answer);
    goTo('/transfer/done', { replace: true });
  });

  if (step === 'done' && done !== undefined) return <Done done={done} />;
  if (step === 'look' && looked !== undefined) {
    return (
      <Preview
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
  // An address of a transfer that is not on this page any more.
  if (step !== undefined) return <Redirect to="/transfer" replace />;
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
  if (deposits.data === undefined) {
    if (deposits.error !== null) {
      const retry = () => void deposits.refetch();
      return <PageProblem title={t('transfer.title')} backTo="/" error={deposits.error} onRetry={retry} />;
    }
    return (
      <Page title={t('transfer.title')} backTo="/">
        <Skeleton lines={5} />
      </Page>
    );
  }
  const accounts = deposits.data.items.filter(({ status, kind }) => status === 'active' && !isTermKind(kind));
  const sources = accounts.filter(paysOut);
  return (
    <Page title={t('transfer.title')} backTo="/">
      {sources.length === 0 ? (
        <Empty title={t('transfer.noAccount')}>
          <p>{t('transfer.noAccountHow')}</p>
        </Empty>
      ) : (
        <TransferForm
          deposits={sources}
          accounts={accounts}
          error={look.error}
          isBusy={look.isBusy}
          onLook={(depositId, request) => void look.run({ depositId, request })}
        />
      )}
    </Page>
  );
}

interface PreviewProps {
  preview: TransferPreview;
  error: unknown;
  isBusy: boolean;
  onSend: () => void;
  onBack: () => void;
}

function Preview({ preview, error, isBusy, onSend, onBack }: PreviewProps) {
  const t = useMemberText();
  const format = useSocietyFormat();
  return (
    <Page title={t('transfer.previewTitle', { amount: format.money(preview.total) })}>
      <p>{preview.narration}</p>
      {preview.recipient !== null && <p className="note">{t('transfer.recipient', { name: preview.recipient })}</p>}
      <Balances preview={preview} />
      {preview.warnings.map((warning) => (
        <p key={warning.code} className="note note-warning">
          {warning.detail}
        </p>
      ))}
      {preview.needsApproval && <p className="note note-warning">{t('transfer.needsApproval')}</p>}
      <ProblemNote error={error} takesFocus />
      {error instanceof LineLostError && <p className="note note-warning">{t('transfer.maybeSent')}</p>}
      <div className="row">
        <Button look="filled" isBusy={isBusy} onClick={onSend}>
          {t('transfer.send')}
        </Button>
        <Button onClick={onBack}>{t('transfer.change')}</Button>
      </div>
    </Page>
  );
}

interface UnansweredProps {
  wish: TransferWish;
  error: unknown;
  isBusy: boolean;
  onSend: () => void;
  onLeave: () => void;
}

/** The line broke, or the phone was closed, before the society answered. */
function Unanswered({ wish, error, isBusy, onSend, onLeave }: UnansweredProps) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { amount, to } = wish.request;
  const goesTo =
    to.kind === 'deposit' ? to.accountNumber : t(to.kind === 'dues' ? 'transfer.toDues' : 'transfer.toShares');
  return (
    <Page title={t('transfer.unansweredTitle')} backTo="/">
      <dl className="facts">
        <div>
          <dt>{t('transfer.amount')}</dt>
          <dd>{shown(format.money(amount))}</dd>
        </div>
        <div>
          <dt>{t('transfer.to')}</dt>
          <dd>{goesTo}</dd>
        </div>
      </dl>
      <p className="note note-warning">{t('transfer.unansweredHow')}</p>
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button look="filled" isBusy={isBusy} onClick={onSend}>
          {t('transfer.send')}
        </Button>
        <Link href={`/accounts/${wish.depositId}`} className="button button-quiet">
          {t('home.passbook')}
        </Link>
        <Button look="text" onClick={onLeave}>
          {t('transfer.leaveIt')}
        </Button>
      </div>
    </Page>
  );
}

function Done({ done }: { done: TransferDone }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const home = (
    <Link href="/" className="button button-filled">
      {t('transfer.home')}
    </Link>
  );
  if (done.status === 'waiting') {
    return (
      <Page title={t('transfer.waitingTitle')}>
        <p>{t('transfer.waitingText')}</p>
        <p>{home}</p>
      </Page>
    );
  }
  return (
    <Page title={t('transfer.doneTitle')}>
      <dl className="facts">
        <div>
          <dt>{t('entry.number')}</dt>
          <dd>
            <Link href={`/entries/${done.entryId}`}>{done.entryNumber}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('transfer.newBalance')}</dt>
          <dd>{shown(format.money(done.balance))}</dd>
        </div>
      </dl>
      <p className="quiet">{t('transfer.mistake')}</p>
      <p>{home}</p>
    </Page>
  );
}
