import { useState } from 'react';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';
import type { Subject } from './decision-queue.ts';
import { decisions } from './decisions.ts';

export interface RejectDialogProps {
  subjects: readonly Subject[];
  isOpen: boolean;
  onClose: () => void;
}

/** A no says why, once for all that were picked. */
export function RejectDialog({ subjects, isOpen, onClose }: RejectDialogProps) {
  const t = useWords();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('decide.rejectTitle', { count: subjects.length })}
      isOpen={isOpen}
      onClose={onClose}
      act={t('approval.rejectNow')}
      onAct={() => {
        decisions.decide(subjects.map((subject) => ({ subject, act: 'reject' as const, reason: reason.trim() })));
        setReason('');
        onClose();
      }}
      isBusy={false}
      isReady={reason.trim().length >= 5}
      isDanger
      error={null}
    >
      <ul className="lines">
        {subjects.map(({ kind, id, words }) => (
          <li key={`${kind} ${id}`}>{words}</li>
        ))}
      </ul>
      <LongTextBox
        label={t('act.reason')}
        hint={t('act.reasonHow')}
        autoFocus
        maxLength={400}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
}
