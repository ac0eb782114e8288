import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { readTypedMoney } from '../../shared/format.ts';
import type { Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useThisSociety } from '../society.tsx';
import { LongTextBox, MoneyBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { ResolutionBox } from '../ui/resolution-box.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { LoanBeforeAfter } from './loan-before-after.tsx';

const PARTS = ['interest', 'penalty', 'fee'] as const;

/** Asks that something owed is not asked for any more: how the loan stands before and after is seen first. */
export function WaiveLoan({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, panel] = useDisclosure(false);
  if (!may('loan.recommend') || loan.status !== 'active') return null;
  return (
    <>
      <Button onClick={panel.open}>{t('loan.waive')}</Button>
      {isOpen && <Waiving loan={loan} onClose={panel.close} />}
    </>
  );
}

function Waiving({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const [amounts, setAmounts] = useState({ interest: '', penalty: '', fee: '' });
  const [reason, setReason] = useState('');
  const [resolution, setResolution] = useState('');
  const acting = useMoneyAct('/api/loans/{id}/measures', { id: loan.id });
  const typed = PARTS.map((part) => [part, readTypedMoney(amounts[part], decimals)] as const);
  const said = typed.flatMap(([part, read]) => (read.ok ? [[part, read.text] as const] : []));
  const isReadable = typed.every(([part, read]) => read.ok || amounts[part].trim() === '');
  const request =
    said.length === 0 || !isReadable || reason.trim().length < 3
      ? undefined
      : {
          kind: 'waiver' as const,
          ...Object.fromEntries(said),
          reason: reason.trim(),
          ...(resolution.trim() === '' ? {} : { resolutionNumber: resolution.trim() }),
        };
  return (
    <MoneyActDialog
      title={t('loan.waiveTitle', { number: loan.number })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={request}
      act={t('loan.disburseAsk')}
      previewed={({ before, after }) => <LoanBeforeAfter before={before} after={after} />}
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      <p>{t('loan.waiveHow')}</p>
      {PARTS.map((part, place) => (
        <MoneyBox
          key={part}
          label={t(`loan.waive.${part}`)}
          name={part}
          isOptional
          {...(place === 0 ? { autoFocus: true } : {})}
          value={amounts[part]}
          onChange={(value) => setAmounts({ ...amounts, [part]: value })}
        />
      ))}
      <LongTextBox label={t('act.reason')} name="reason" maxLength={400} value={reason} onChange={setReason} />
      <ResolutionBox
        label={t('loan.resolutionNumber')}
        loanId={loan.id}
        isOptional
        value={resolution}
        onChange={setResolution}
      />
    </MoneyActDialog>
  );
}
