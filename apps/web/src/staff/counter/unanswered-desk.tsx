import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { societyKey, useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Empty, Note, ProblemNote } from '../ui/states.tsx';
import type { MoneyAnswer } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { useCounterMember } from './counter-queries.ts';
import { IssuedReceipt } from './issued-receipt.tsx';
import { MovedAmount, MovementLink } from './movement.tsx';
import { OpenedTerm } from './opened-term.tsx';
import { Transferred } from './transfer-desk.tsx';
import { type CounterAct, type UnansweredAct, useAskAgain } from './unanswered-money.ts';
import { PaidOut } from './withdraw-desk.tsx';

type CounterAnswer = MoneyAnswer<
  '/api/receipts' | '/api/deposits/{id}/withdrawals' | '/api/deposits/{id}/transfers' | '/api/deposits'
>;
type Done = Extract<CounterAnswer, { preview: false }>;

async function sendAct(act: CounterAct, idempotencyKey: string): Promise<CounterAnswer | undefined> {
  switch (act.kind) {
    case 'receipt':
      return client.post('/api/receipts', { body: act.request, idempotencyKey });
    case 'withdrawal': {
      const { depositId: id, request } = act;
      return client.post('/api/deposits/{id}/withdrawals', { path: { id }, body: request, idempotencyKey });
    }
    case 'transfer': {
      const { depositId: id, request } = act;
      return client.post('/api/deposits/{id}/transfers', { path: { id }, body: request, idempotencyKey });
    }
    case 'opening': {
      const answer = await client.post('/api/deposits', { body: act.request, idempotencyKey });
      // Only what has no term, and no money, is answered for without a preview.
      return 'preview' in answer ? answer : undefined;
    }
  }
}

/**
 * In the place of the desk, before anything else is taken or paid: the line broke, or the page was closed, before an act
 * was answered for. Asked again it is done once, and what it did is shown.
 */
export function UnansweredDesk({ unanswered, onLeave }: { unanswered: UnansweredAct; onLeave: () => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { send, isKept, letGo } = useAskAgain();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [done, setDone] = useState<Done | undefined>(undefined);
  const [isLettingGo, setLettingGo] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  useEffect(() => ask.current?.focus(), []);

  const { act, sentAt } = unanswered;
  const { memberNumber: number, name, amount } = act.about;
  const askAgain = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await send(act, (key) => sendAct(act, key));
      if (answer?.preview === false) setDone(answer);
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== societyKey });
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };

  const wasRefused = error !== undefined && !isKept(unanswered);
  if (done !== undefined) return <Answer done={done} onNext={onLeave} />;
  return (
    <section className="stack" aria-label={t('counter.unanswered')} data-testid="unanswered">
      <h2>{t(`counter.unanswered.${act.kind}`, { number, name, amount: format.money(amount) })}</h2>
      <p className="quiet small">{t('counter.unansweredSent', { at: format.instant(sentAt) })}</p>
      {!wasRefused && <Note tone="warning">{t('counter.unansweredHow')}</Note>}
      <ProblemNote error={error} takesFocus />
      {wasRefused ? (
        <div className="row">
          <Button variant="filled" onClick={onLeave}>
            {t('counter.leaveRefused')}
          </Button>
        </div>
      ) : (
        <div className="row">
          <Button ref={ask} variant="filled" loading={isBusy} onClick={() => void askAgain()}>
            {t('counter.askAgain')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setLettingGo(true)}>
            {t('counter.letGo')}
          </Button>
        </div>
      )}
      <SidePanel title={t('counter.letGoTitle')} isOpen={isLettingGo} onClose={() => setLettingGo(false)}>
        <LetGo
          unanswered={unanswered}
          onLetGo={() => {
            letGo(unanswered);
            onLeave();
          }}
        />
      </SidePanel>
    </section>
  );
}

function Answer({ done, onNext }: { done: Done; onNext: () => void }) {
  if ('receipt' in done) return <IssuedReceipt receipt={done.receipt} onNext={onNext} />;
  if (done.status === 'waiting') return <WaitsForSecondPerson approvalId={done.approvalId} />;
  if (done.status === 'opened') return <OpenedTerm opened={done} onNext={onNext} />;
  if (done.status === 'paid') return <PaidOut receiptId={done.receiptId} onNext={onNext} />;
  return <Transferred result={done} onNext={onNext} />;
}

/** Nobody lets go of money unseen: what the books have of this person stands here, asked for now. */
function LetGo({ unanswered, onLetGo }: { unanswered: UnansweredAct; onLetGo: () => void }): ReactNode {
  const t = useWords();
  const format = useSocietyFormat();
  const member = useCounterMember(unanswered.act.about.memberId);
  const { refetch } = member;
  const [isFresh, setFresh] = useState(false);
  useEffect(() => {
    void refetch().then(({ isSuccess }) => setFresh(isSuccess));
  }, [refetch]);
  return (
    <div className="stack">
      <p>{t('counter.letGoHow')}</p>
      <Answered query={member}>
        {({ movements }) =>
          movements.length === 0 ? (
            <Empty title={t('counter.noMovements')} />
          ) : (
            <ul className="lines">
              {movements.map((movement) => (
                <li key={movement.entryId} className="line-row">
                  <span>
                    <MovementLink movement={movement} />{' '}
                    <span className="quiet">{format.instant(movement.recordedAt)}</span>
                  </span>
                  <MovedAmount movement={movement} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Button color="red" variant="outline" disabled={!isFresh} onClick={onLetGo}>
        {t('counter.letGoNow')}
      </Button>
    </div>
  );
}
