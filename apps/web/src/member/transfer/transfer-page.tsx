import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { TransferAnswer, TransferRequest } from '../../shared/answers.ts';
import { MoneyAct } from '../../shared/idempotency.ts';
import { LineLostError } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { mayHaveChanged, useDeposits } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { TransferForm } from './transfer-form.tsx';

type TransferPreview = Extract<TransferAnswer, { preview: true }>;
type TransferDone = Extract<TransferAnswer, { preview: false }>;

interface Wish {
  depositId: string;
  request: TransferRequest;
}

type Stage =
  | { name: 'form' }
  | { name: 'preview'; wish: Wish; preview: TransferPreview }
  | { name: 'done'; done: TransferDone };

/** Before, after, back: the form, what it would do, and the receipt of what it did. */
export function TransferPage() {
  const t = useMemberText();
  const deposits = useDeposits();
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>({ name: 'form' });
  const [moneyAct] = useState(() => new MoneyAct());

  const look = useAct(async (wish: Wish) => {
    const preview = await client.post('/api/deposits/{id}/transfers', {
      path: { id: wish.depositId },
      query: { preview: true },
      body: wish.request,
    });
    if (preview.preview) setStage({ name: 'preview', wish, preview });
  });
  const send = useAct(async (wish: Wish) => {
    const done = await client.post('/api/deposits/{id}/transfers', {
      path: { id: wish.depositId },
      body: wish.request,
      idempotencyKey: moneyAct.keyFor(wish),
    });
    moneyAct.done();
    if (!done.preview) setStage({ name: 'done', done });
    void queries.invalidateQueries(mayHaveChanged);
  });

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
  const sources = deposits.data.items.filter((deposit) => deposit.status === 'active');
  if (stage.name === 'done') return <Done done={stage.done} />;
  return (
    <>
      {/* The form stays behind the preview, so that going back loses nothing. */}
      <div hidden={stage.name !== 'form'}>
        <Page title={t('transfer.title')} backTo="/">
          {sources.length === 0 ? (
            <Empty title={t('transfer.noAccount')} />
          ) : (
            <TransferForm
              deposits={sources}
              error={look.error}
              isBusy={look.isBusy}
              onLook={(depositId, request) => void look.run({ depositId, request })}
            />
          )}
        </Page>
      </div>
      {stage.name === 'preview' && (
        <Preview
          preview={stage.preview}
          error={send.error}
          isBusy={send.isBusy}
          onSend={() => void send.run(stage.wish)}
          onBack={() => {
            send.clear();
            setStage({ name: 'form' });
          }}
        />
      )}
    </>
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
  const shown = useShownMoney();
  return (
    <Page title={t('transfer.previewTitle', { amount: format.money(preview.total) })}>
      <p>{preview.narration}</p>
      {preview.recipient !== null && <p className="note">{t('transfer.recipient', { name: preview.recipient })}</p>}
      <section className="stack" aria-labelledby="balances">
        <h2 id="balances">{t('transfer.balances')}</h2>
        <ul className="list">
          {preview.balances.map((balance) => (
            <li key={balance.label} className="list-row">
              <span className="list-title">{balance.label}</span>
              <span className="list-side">
                <span className="visually-hidden">{t('transfer.before')} </span>
                {shown(format.money(balance.before))} <span aria-hidden="true">→</span>
                <span className="visually-hidden">, {t('transfer.after')}</span>{' '}
                <strong>{shown(format.money(balance.after))}</strong>
              </span>
            </li>
          ))}
        </ul>
      </section>
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
