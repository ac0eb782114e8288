import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import type { BankLine } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { LongTextBox, TextBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';

/** Sends unidentified money back the way it came, when a second person agrees. */
export function ReturnLine({ line, onClose }: { line: BankLine; onClose: () => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  const acting = useMoneyAct('/api/bank-lines/{id}/return', { id: line.id });
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const request =
    reference.trim() === '' || reason.trim().length < 3
      ? undefined
      : { reference: reference.trim(), reason: reason.trim() };
  return (
    <MoneyActDialog
      title={t('bank.returnTitle', { amount: format.money(line.credit) })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={request}
      act={t('bank.ask')}
      isDanger
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      <p className="breakable">{line.description}</p>
      <TextBox
        label={t('bank.returnReference')}
        takesDigits
        maxLength={64}
        value={reference}
        onChange={setReference}
        problem={fieldProblem(acting.error, 'reference')}
      />
      <LongTextBox label={t('act.reason')} name="reason" maxLength={400} value={reason} onChange={setReason} />
    </MoneyActDialog>
  );
}
