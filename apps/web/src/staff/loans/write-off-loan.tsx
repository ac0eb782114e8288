import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { DayBox, LongTextBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { ResolutionBox } from '../ui/resolution-box.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { LoanBeforeAfter } from './loan-before-after.tsx';

/** Asks that a loan nobody expects back leaves the books, as the general body has resolved. */
export function WriteOffLoan({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, panel] = useDisclosure(false);
  if (!may('loan.recommend') || loan.status !== 'active') return null;
  return (
    <>
      <Button variant="subtle" color="gray" onClick={panel.open}>
        {t('loan.writeOff')}
      </Button>
      {isOpen && <WritingOff loan={loan} onClose={panel.close} />}
    </>
  );
}

function WritingOff({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const t = useWords();
  const [resolutionNumber, setNumber] = useState('');
  const [resolutionOn, setDay] = useState('');
  const [reason, setReason] = useState('');
  const acting = useMoneyAct('/api/loans/{id}/measures', { id: loan.id });
  const request =
    resolutionNumber.trim() === '' || resolutionOn === '' || reason.trim().length < 3
      ? undefined
      : {
          kind: 'write-off' as const,
          reason: reason.trim(),
          resolutionNumber: resolutionNumber.trim(),
          resolutionOn,
        };
  return (
    <MoneyActDialog
      title={t('loan.writeOffTitle', { number: loan.number })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={request}
      act={t('loan.disburseAsk')}
      previewed={({ before, after }) => <LoanBeforeAfter before={before} after={after} />}
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      <p>{t('loan.writeOffHow')}</p>
      <ResolutionBox
        label={t('loan.resolutionNumber')}
        loanId={loan.id}
        value={resolutionNumber}
        onChange={setNumber}
        onKnown={setDay}
      />
      <DayBox label={t('loan.resolutionOn')} name="resolutionOn" value={resolutionOn} onChange={setDay} />
      <LongTextBox label={t('act.reason')} name="reason" maxLength={400} value={reason} onChange={setReason} />
    </MoneyActDialog>
  );
}
