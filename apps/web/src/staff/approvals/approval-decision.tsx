import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { Approval, DecidedAnswer } from '../answers.ts';
import { useStaffUser } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox, TextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Decision = { act: 'approve'; note: string } | { act: 'reject'; reason: string } | { act: 'withdraw' };

function decideOn(id: string, decision: Decision, idempotencyKey: string): Promise<DecidedAnswer> {
  const path = { id };
  switch (decision.act) {
    case 'approve':
      return client.post('/api/approvals/{id}/approval', {
        path,
        body: decision.note === '' ? {} : { note: decision.note },
        idempotencyKey,
      });
    case 'reject':
      return client.post('/api/approvals/{id}/rejection', { path, body: { reason: decision.reason } });
    case 'withdraw':
      return client.post('/api/approvals/{id}/withdrawal', { path });
  }
}

interface ApprovalDecisionProps {
  approval: Approval;
  onDecided: (answer: DecidedAnswer) => void;
}

export function ApprovalDecision({ approval, onDecided }: ApprovalDecisionProps) {
  const t = useWords();
  const user = useStaffUser();
  const [note, setNote] = useState('');
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const act = useRef(new MoneyAct());
  const decide = useMutation({
    mutationFn: (decision: Decision) =>
      decideOn(approval.id, decision, act.current.keyFor({ id: approval.id, decision })),
    onSuccess: async (answer) => {
      act.current.done();
      setRefusing(false);
      onDecided(answer);
      await queryClient.invalidateQueries();
    },
  });
  // Only its maker may take a request back; the server knows people by id, the answer names them.
  const isMine = approval.requestedBy === user.name;
  return (
    <Section title={t('approval.decide')} isOnScreenOnly>
      <div className="narrow stack">
        {approval.mayDecide ? (
          <TextBox
            label={t('counter.note')}
            isOptional
            maxLength={400}
            value={note}
            onChange={setNote}
            problem={fieldProblem(decide.error, 'note')}
          />
        ) : (
          approval.mayNotDecideBecause !== null && <Note>{approval.mayNotDecideBecause}</Note>
        )}
        {!isRefusing && <ProblemNote error={decide.error} takesFocus />}
        <div className="row">
          {approval.mayDecide && (
            <>
              <Button
                variant="filled"
                loading={decide.isPending}
                onClick={() => decide.mutate({ act: 'approve', note: note.trim() })}
              >
                {t('approval.approve')}
              </Button>
              <Button variant="outline" color="red" onClick={() => setRefusing(true)}>
                {t('approval.reject')}
              </Button>
            </>
          )}
          {isMine && (
            <Button loading={decide.isPending} onClick={() => decide.mutate({ act: 'withdraw' })}>
              {t('approval.withdraw')}
            </Button>
          )}
        </div>
      </div>
      <ActDialog
        title={t('approval.rejectTitle')}
        isOpen={isRefusing}
        onClose={() => setRefusing(false)}
        act={t('approval.rejectNow')}
        onAct={() => decide.mutate({ act: 'reject', reason: reason.trim() })}
        isBusy={decide.isPending}
        isReady={reason.trim().length >= 5}
        isDanger
        error={decide.error}
      >
        <LongTextBox
          label={t('act.reason')}
          hint={t('act.reasonHow')}
          autoFocus
          maxLength={400}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(decide.error, 'reason')}
        />
      </ActDialog>
    </Section>
  );
}
