import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { useMay } from '../session.ts';
import { EntryLink } from '../ui/entry-link.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';

interface ReverseEntryProps {
  entryId: string;
  number: string;
  /** It was reversed before, or just now from here: the act is gone, what it did stays to be read. */
  isReversed: boolean;
}

/** Books are corrected by adding: a second entry takes back what the first one did, and names it. */
export function ReverseEntry({ entryId, number, isReversed }: ReverseEntryProps) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const acting = useMoneyAct('/api/journal-entries/{id}/reversal', {
    id: entryId,
  });
  if (!may('entry.reverse')) return null;
  const typed = reason.trim();
  return (
    <>
      {!isReversed && (
        <div className="row">
          <Button color="red" variant="outline" onClick={dialog.open}>
            {t('entry.reverse')}
          </Button>
        </div>
      )}
      <MoneyActDialog
        title={t('entry.reverseTitle', { number })}
        isOpen={isOpen}
        onClose={() => {
          dialog.close();
          setReason('');
        }}
        acting={acting}
        request={typed.length < 5 ? undefined : { reason: typed }}
        act={acting.preview?.needsApproval === true ? t('counter.askApproval') : t('entry.reverseNow')}
        isDanger
        done={(result) =>
          result.status === 'waiting' ? (
            <WaitsForSecondPerson approvalId={result.approvalId} />
          ) : (
            <>
              <Note tone="good">{t('entry.reversedNow', { number, by: result.entryNumber })}</Note>
              {may('books.read') && (
                <p>
                  <EntryLink id={result.entryId}>{t('entry.openReversal')}</EntryLink>
                </p>
              )}
            </>
          )
        }
      >
        <p>{t('entry.reverseHow')}</p>
        <LongTextBox
          label={t('act.reason')}
          hint={t('act.reasonHow')}
          autoFocus
          maxLength={200}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(acting.error, 'reason')}
        />
      </MoneyActDialog>
    </>
  );
}
