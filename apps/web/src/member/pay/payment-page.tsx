import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { PaymentRequest } from '../../shared/answers.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { mayHaveChanged } from '../member-queries.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { usePayment } from './pay-queries.ts';
import { usePayText } from './pay-words.ts';

/** One payment from its code to its receipt. */
export function PaymentPage({ id }: { id: string }) {
  const t = usePayText();
  const format = useSocietyFormat();
  const { data: request, error, refetch } = usePayment(id);
  if (request === undefined) {
    if (error !== null) {
      return <PageProblem title={t('pay.title')} backTo="/payments" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('pay.title')} backTo="/payments">
        <Skeleton lines={8} />
      </Page>
    );
  }
  return (
    <Page title={t('pay.codeTitle', { amount: format.money(request.amount) })} backTo="/payments">
      <State request={request} onTimeOver={() => void refetch()} />
      <ul className="list">
        {request.lines.map(({ label, amount }) => (
          <li key={label} className="list-row">
            <span className="list-title list-whole">{label}</span>
            <span className="list-side">{format.money(amount)}</span>
          </li>
        ))}
      </ul>
      <dl className="facts">
        <div>
          <dt>{t('pay.to')}</dt>
          <dd>{request.payeeName}</dd>
        </div>
        {request.scheme === 'upi' && (
          <div>
            <dt>{t('pay.address')}</dt>
            <dd>{request.payeeAddress}</dd>
          </div>
        )}
        <div>
          <dt>{t('pay.reference')}</dt>
          <dd>{request.reference}</dd>
        </div>
      </dl>
    </Page>
  );
}

function State({ request, onTimeOver }: { request: PaymentRequest; onTimeOver: () => void }) {
  const t = usePayText();
  const format = useSocietyFormat();
  switch (request.status) {
    case 'created':
      return <Show request={request} />;
    case 'shown':
      return (
        <>
          <Code request={request} onTimeOver={onTimeOver} />
          <Claim request={request} />
        </>
      );
    case 'claimed':
      return (
        <>
          <p className="note">
            {t('pay.claimed', { day: request.claimedAt === null ? '' : format.instant(request.claimedAt) })}
          </p>
          <Claim request={request} />
        </>
      );
    case 'expired':
      return (
        <>
          <p className="note note-warning">{t('pay.expired')}</p>
          <p>
            <Link href="/pay" className="button button-filled">
              {t('pay.again')}
            </Link>
          </p>
          <p>{t('pay.expiredPaid')}</p>
          <Claim request={request} />
        </>
      );
    case 'receipted':
      return (
        <p className="note note-good">
          {t('pay.receipted')}{' '}
          <Link href={`/receipts/${request.receiptId}`}>
            {t('pay.receipt', { number: request.receiptNumber ?? '' })}
          </Link>
        </p>
      );
    case 'rejected':
      return <p className="note note-bad">{t('pay.rejected', { reason: request.reason ?? '' })}</p>;
  }
}

/** It was made a moment ago, or at the counter: its code appears here for the first time. */
function Show({ request: { id } }: { request: PaymentRequest }) {
  const t = usePayText();
  const queries = useQueryClient();
  const show = useAct(async () => {
    await client.post('/api/payment-requests/{id}/showing', { path: { id } });
    await queries.invalidateQueries(mayHaveChanged);
  });
  const { run } = show;
  const wasAsked = useRef(false);
  useEffect(() => {
    if (wasAsked.current) return;
    wasAsked.current = true;
    void run(undefined);
  }, [run]);
  if (show.error === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <ProblemNote error={show.error} takesFocus />
      <p>
        <Button look="filled" isBusy={show.isBusy} onClick={() => void run(undefined)}>
          {t('pay.showAgain')}
        </Button>
      </p>
    </>
  );
}

function Code({ request, onTimeOver }: { request: PaymentRequest; onTimeOver: () => void }) {
  const t = usePayText();
  const format = useSocietyFormat();
  const { code, scheme } = request;
  if (code === null) return <Skeleton lines={8} />;
  return (
    <section className="stack pay-code" aria-label={t('pay.codeTitle', { amount: format.money(request.amount) })}>
      <p>{t(scheme === 'upi' ? 'pay.scan' : 'pay.scanNepal')}</p>
      <img
        className="pay-picture"
        width={240}
        height={240}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(code.qrSvg)}`}
        alt={t('pay.picture', { amount: format.money(request.amount), name: request.payeeName })}
      />
      {code.link !== null && (
        <p>
          <a href={code.link} className="button button-filled">
            {t('pay.open')}
          </a>
        </p>
      )}
      <TimeLeft until={request.expiresAt} onOver={onTimeOver} />
    </section>
  );
}

function TimeLeft({ until, onOver }: { until: string; onOver: () => void }) {
  const t = usePayText();
  const secondsLeft = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  const [left, setLeft] = useState(secondsLeft);
  const isOver = left === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock runs for one deadline.
  useEffect(() => {
    if (isOver) {
      onOver();
      return;
    }
    const timer = setInterval(() => setLeft(secondsLeft()), 1_000);
    return () => clearInterval(timer);
  }, [until, isOver]);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p className="quiet figure" role="timer">
      {t('pay.left', { time })}
    </p>
  );
}

/** "I have paid": a number that helps the office, and no more. */
function Claim({ request: { id, scheme, status, claimedNumber } }: { request: PaymentRequest }) {
  const t = usePayText();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState(claimedNumber ?? '');
  const claim = useAct(async () => {
    await client.put('/api/payment-requests/{id}/claim', { path: { id }, body: { number } });
    setOpen(false);
    await queries.invalidateQueries(mayHaveChanged);
  });
  if (!isOpen) {
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{t(status === 'claimed' ? 'pay.correct' : 'pay.paid')}</Button>
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void claim.run(undefined);
  };
  const isUpi = scheme === 'upi';
  return (
    <form className="stack section" onSubmit={submit} noValidate>
      <p className="quiet">{t('pay.claimHow')}</p>
      <ProblemNote error={claim.error} takesFocus />
      <TextField
        label={t(isUpi ? 'pay.number' : 'pay.numberNepal')}
        hint={t(isUpi ? 'pay.numberHow' : 'pay.numberNepalHow')}
        value={number}
        onChange={setNumber}
        inputMode={isUpi ? 'numeric' : 'text'}
        autoComplete="off"
        maxLength={40}
        name="number"
        problem={fieldProblem(claim.error, 'number')}
      />
      <Button type="submit" isBusy={claim.isBusy}>
        {t('pay.send')}
      </Button>
    </form>
  );
}
