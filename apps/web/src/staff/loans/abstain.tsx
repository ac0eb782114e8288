import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Loan } from '../answers.ts';
import { client } from '../staff-api.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useWords } from '../words.ts';

/** Somebody of the committee says that they do not decide on this loan. */
export function Abstain({ loan: { id, number } }: { loan: Pick<Loan, 'id' | 'number'> }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('loan.abstain')}</Button>
      {isOpen && (
        <ReasonDialog
          title={t('loan.abstainTitle', { number })}
          act={t('loan.abstain')}
          done={t('loan.abstainDone')}
          bodyName="AbstainBody"
          asked={{}}
          onAsk={(body) => client.post('/api/loans/{id}/abstention', { path: { id }, body })}
          onClose={() => setOpen(false)}
        >
          <p>{t('loan.abstainHow')}</p>
        </ReasonDialog>
      )}
    </>
  );
}
