import { Button, Checkbox } from '@mantine/core';
import { openedLater } from '../ui/opened-later.tsx';
import { useWords } from '../words.ts';
import type { Subject } from './decision-queue.ts';
import { decisions } from './decisions.ts';
import type { RejectDialogProps } from './reject-dialog.tsx';

export const RejectDialog = openedLater<RejectDialogProps>(
  async () => (await import('./reject-dialog.tsx')).RejectDialog,
);

interface DecideRowProps {
  subject: Subject;
  isPicked: boolean;
  onPick: () => void;
}

export function PickRow({ subject, isPicked, onPick }: DecideRowProps) {
  const t = useWords();
  return (
    <Checkbox
      checked={isPicked}
      onChange={onPick}
      aria-label={t('decide.pick', { what: subject.words })}
      className="pick"
    />
  );
}

/** The two answers beside a row. */
export function RowDecision({ subject, onReject }: { subject: Subject; onReject: (subjects: Subject[]) => void }) {
  const t = useWords();
  return (
    <span className="row-decision">
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => decisions.decide([{ subject, act: 'approve' }])}
        aria-label={t('decide.approveOne', { what: subject.words })}
      >
        {t('approval.approve')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        onClick={() => onReject([subject])}
        aria-label={t('decide.rejectOne', { what: subject.words })}
      >
        {t('approval.reject')}
      </Button>
    </span>
  );
}

interface BulkDecisionProps {
  picked: readonly Subject[];
  all: number;
  onPickAll: () => void;
  onPickNone: () => void;
  onReject: (subjects: Subject[]) => void;
}

/** Several at once: each is still decided by itself. */
export function BulkDecision({ picked, all, onPickAll, onPickNone, onReject }: BulkDecisionProps) {
  const t = useWords();
  const count = picked.length;
  return (
    <div className="bulk-decision">
      <Checkbox
        label={count === 0 ? t('decide.pickAll') : t('decide.picked', { count })}
        checked={count > 0 && count === all}
        indeterminate={count > 0 && count < all}
        onChange={() => (count === all ? onPickNone() : onPickAll())}
      />
      {count > 0 && (
        <>
          <Button
            size="compact-md"
            variant="light"
            onClick={() => {
              decisions.decide(picked.map((subject) => ({ subject, act: 'approve' as const })));
              onPickNone();
            }}
          >
            {t('decide.approveMany', { count })}
          </Button>
          <Button size="compact-md" variant="subtle" color="red" onClick={() => onReject([...picked])}>
            {t('decide.rejectMany', { count })}
          </Button>
        </>
      )}
    </div>
  );
}
