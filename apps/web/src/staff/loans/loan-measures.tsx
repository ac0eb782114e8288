import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import type { Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { LoanBeforeAfter } from './loan-before-after.tsx';

type Measure = Loan['measures'][number];

/** What was done when the loan went wrong, with why, by whom, and how it stood before and after. */
export function LoanMeasures({ loan }: { loan: Loan }) {
  const t = useWords();
  if (loan.measures.length === 0) return null;
  return (
    <Section title={t('loan.measures')}>
      {loan.measures.map((measure) => (
        <MeasureOf key={measure.id} loan={loan} measure={measure} />
      ))}
    </Section>
  );
}

function MeasureOf({ loan, measure }: { loan: Loan; measure: Measure }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const { kind, on, reason, resolutionNumber, askedBy, agreedBy, entryId, entryNumber, takenBackOn } = measure;
  return (
    <div className="stack">
      <div className="line-row">
        <span>
          {t(`loan.measure.${kind}`)}
          {entryId !== null && entryNumber !== null && (
            <> {may('books.read') ? <EntryLink id={entryId}>{entryNumber}</EntryLink> : entryNumber}</>
          )}
        </span>
        <span className="quiet">{format.day(on)}</span>
      </div>
      <p className="quiet small">
        {reason}
        {resolutionNumber !== null && ` · ${t('loan.resolution')} ${resolutionNumber}`}
        {` · ${t('loan.measureBy', { asked: askedBy, agreed: agreedBy })}`}
      </p>
      {takenBackOn === null ? (
        <LoanBeforeAfter before={measure.before} after={measure.after} />
      ) : (
        <p>{t('loan.measureBack', { day: format.day(takenBackOn), reason: measure.takenBackReason ?? '' })}</p>
      )}
      {takenBackOn === null && may('loan.recommend') && (
        <p>
          <TakeBack loan={loan} measure={measure} />
        </p>
      )}
    </div>
  );
}

function TakeBack({ loan, measure }: { loan: Loan; measure: Measure }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useRef(new MoneyAct());
  const body = { reason: reason.trim() };
  const asking = useMutation({
    mutationFn: () =>
      client.post('/api/loans/{id}/measures/{measureId}/reversal', {
        path: { id: loan.id, measureId: measure.id },
        body,
        idempotencyKey: act.current.keyFor(body),
      }),
    onSuccess: async () => {
      act.current.done();
      setOpen(false);
      setReason('');
      await queryClient.invalidateQueries();
    },
  });
  if (asking.data !== undefined) return <WaitsForSecondPerson approvalId={asking.data.approvalId} />;
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('loan.measureUndo')}
      </Button>
      <ActDialog
        title={t('loan.measureUndoTitle', { number: loan.number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('loan.disburseAsk')}
        onAct={() => asking.mutate()}
        isBusy={asking.isPending}
        isReady={reason.trim().length >= 3}
        error={asking.error}
      >
        <p>{t('loan.measureUndoHow')}</p>
        <LongTextBox label={t('act.reason')} autoFocus maxLength={400} value={reason} onChange={setReason} />
      </ActDialog>
    </>
  );
}
