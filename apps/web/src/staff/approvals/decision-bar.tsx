import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useProblemSentence } from '../../shared/ui/states.tsx';
import { useWords } from '../words.ts';
import type { Result } from './decision-queue.ts';
import { decisions, useDecisions } from './decisions.ts';

/** What is about to be sent, with the one way back; and what became of each, one by one. */
export function DecisionBar() {
  const t = useWords();
  const { waiting, secondsLeft, results } = useDecisions();
  const isWaiting = waiting.length > 0;
  // Leaving the page for another one sends what waits.
  useEffect(() => () => void decisions.sendNow(), []);
  useEffect(() => {
    if (!isWaiting) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      decisions.undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isWaiting]);
  const act = waiting[0]?.act ?? 'approve';
  if (!isWaiting && results.length === 0) return null;
  return (
    // Above the page and not in it: a row that is about to be pressed does not move because of what was pressed before.
    <section className="decision-bar" aria-label={t('decide.bar')}>
      {isWaiting && (
        // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here but to give whoever comes near more time.
        <div
          className="decision-undo"
          onPointerEnter={() => decisions.hold(true)}
          onPointerLeave={() => decisions.hold(false)}
          onFocus={() => decisions.hold(true)}
          onBlur={() => decisions.hold(false)}
        >
          <p>
            <span role="status">{t(`decide.aboutTo.${act}`, { count: waiting.length })}</span>{' '}
            <span className="quiet">{t('decide.in', { count: secondsLeft })}</span>
          </p>
          <div className="row">
            <Button variant="filled" onClick={() => decisions.undo()} rightSection={<kbd>Ctrl Z</kbd>}>
              {t('decide.undo')}
            </Button>
            <Button onClick={() => void decisions.sendNow()}>{t('decide.now')}</Button>
          </div>
        </div>
      )}
      {results.length > 0 && (
        <>
          <div className="section-head">
            <h2>{t('decide.results')}</h2>
            <Button size="compact-sm" onClick={() => decisions.forgetResults()}>
              {t('decide.forget')}
            </Button>
          </div>
          <ul className="lines decision-results" aria-live="polite">
            {results.map((result) => (
              <ResultLine key={result.decision.key} result={result} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ResultLine({ result }: { result: Result }) {
  const t = useWords();
  const sentence = useProblemSentence();
  const { decision, state, error, member, receiptId } = result;
  return (
    <li className={state === 'refused' ? 'result result-refused' : 'result'}>
      <p>
        <span aria-hidden="true">{{ sending: '◔', done: '✓', refused: '▲' }[state]} </span>
        {decision.subject.words}
      </p>
      <p className={state === 'refused' ? undefined : 'quiet'}>
        {state === 'sending' && t('decide.sending')}
        {state === 'refused' && sentence(error)}
        {state === 'done' && t(decision.act === 'approve' ? 'decide.approved' : 'decide.rejected')}
        {receiptId !== null && receiptId !== undefined && (
          <>
            {' '}
            <Link to="/receipts/$id" params={{ id: receiptId }}>
              {t('counter.openReceipt')}
            </Link>
          </>
        )}
        {member !== undefined && (
          <>
            {' '}
            <Link to="/members/$id" params={{ id: member.id }}>
              {t('decide.member', { number: member.number })}
            </Link>
            {member.oneTimeCode !== null && (
              <>
                {' · '}
                {t('decide.code')} <span className="code">{member.oneTimeCode}</span>
              </>
            )}
          </>
        )}
      </p>
    </li>
  );
}
