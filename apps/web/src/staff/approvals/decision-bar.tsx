import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useProblemSentence } from '../../shared/ui/states.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { forgetResults, holdUndo, type Result, sendNow, undo, useDecisions } from './decision-queue.ts';

/** What is about to be sent, with the one way back; and what became of each, one by one. */
export function DecisionBar() {
  const t = useWords();
  const { waiting, secondsLeft, results } = useDecisions();
  const isWaiting = waiting.length > 0;
  // Leaving the page for another one sends what waits.
  useEffect(() => () => void sendNow(), []);
  useEffect(() => {
    if (!isWaiting) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isWaiting]);
  const act = waiting[0]?.act ?? 'approve';
  return (
    <>
      <div role="status" className="visually-hidden">
        {isWaiting && t(`decide.aboutTo.${act}`, { count: waiting.length })}
      </div>
      {isWaiting && (
        <section
          className="decision-bar"
          aria-label={t('decide.bar')}
          onPointerEnter={() => holdUndo(true)}
          onPointerLeave={() => holdUndo(false)}
          onFocus={() => holdUndo(true)}
          onBlur={() => holdUndo(false)}
        >
          <p>
            {t(`decide.aboutTo.${act}`, { count: waiting.length })}{' '}
            <span className="quiet">{t('decide.in', { count: secondsLeft })}</span>
          </p>
          <div className="row">
            <Button variant="filled" onClick={undo} rightSection={<kbd>Ctrl Z</kbd>}>
              {t('decide.undo')}
            </Button>
            <Button onClick={() => void sendNow()}>{t('decide.now')}</Button>
          </div>
        </section>
      )}
      {results.length > 0 && (
        <Section
          title={t('decide.results')}
          actions={
            <Button size="compact-sm" onClick={forgetResults}>
              {t('decide.forget')}
            </Button>
          }
        >
          <ul className="lines" aria-live="polite">
            {results.map((result) => (
              <ResultLine key={`${result.decision.subject.kind} ${result.decision.subject.id}`} result={result} />
            ))}
          </ul>
        </Section>
      )}
    </>
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
