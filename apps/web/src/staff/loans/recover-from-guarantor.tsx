import { isTermKind } from '@kafal/core';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { usualSource } from '../../shared/pays-out.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { Deposit, Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { ChoiceBox, LongTextBox, MoneyBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';

type Guarantor = Loan['guarantors'][number];

/** Of a loan that is overdue or written off, a part is taken from the savings of a guarantor, when a second person agrees. */
export function RecoverFromGuarantor({ loan, guarantor }: { loan: Loan; guarantor: Guarantor }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const { memberId, memberName, status, part } = guarantor;
  const isLate = !isZeroMoney(loan.overdue) || loan.status === 'written-off';
  const accounts = useQuery({
    queryKey: ['deposits-of', memberId],
    queryFn: () => client.get('/api/deposits', { query: { memberId, status: 'active' } }),
    enabled: isOpen,
  });
  if (!may('loan.recommend') || !isLate || status !== 'consented' || isZeroMoney(part)) return null;
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={dialog.open}>
        {t('recovery.open', { name: memberName })}
      </Button>
      {isOpen && (
        <Answered query={accounts} lines={2}>
          {({ items }) => (
            <Recovering
              loan={loan}
              guarantor={guarantor}
              accounts={items.filter(({ kind }) => !isTermKind(kind) && kind !== 'thrift')}
              onClose={dialog.close}
            />
          )}
        </Answered>
      )}
    </>
  );
}

interface RecoveringProps {
  loan: Loan;
  guarantor: Guarantor;
  accounts: readonly Deposit[];
  onClose: () => void;
}

function Recovering({ loan, guarantor, accounts, onClose }: RecoveringProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [fromDepositId, setFrom] = useState(usualSource(accounts)?.id ?? '');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const acting = useMoneyAct('/api/loans/{id}/guarantors/{memberId}/recovery', {
    id: loan.id,
    memberId: guarantor.memberId,
  });
  const amount = readTypedMoney(typed, decimals);
  const request =
    amount.ok && fromDepositId !== '' && reason.trim().length >= 3
      ? { fromDepositId, amount: amount.text, reason: reason.trim() }
      : undefined;
  return (
    <MoneyActDialog
      title={t('recovery.title', { name: guarantor.memberName })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={request}
      act={t('loan.disburseAsk')}
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      <p>
        {t('recovery.how', {
          number: loan.number,
          left: format.money(guarantor.part),
          overdue: format.money(loan.overdue),
        })}
      </p>
      {accounts.length === 0 ? (
        <Note tone="warning">{t('recovery.noAccount')}</Note>
      ) : (
        <ChoiceBox
          label={t('recovery.from')}
          name="fromDepositId"
          value={fromDepositId}
          choices={accounts.map(({ id, accountNumber, product, balance }) => ({
            value: id,
            label: `${accountNumber} · ${product} · ${format.money(balance)}`,
          }))}
          onChange={setFrom}
        />
      )}
      <MoneyBox
        label={t('recovery.amount')}
        name="amount"
        value={typed}
        onChange={setTyped}
        problem={fieldProblem(acting.error, 'amount')}
      />
      <LongTextBox label={t('act.reason')} name="reason" maxLength={400} value={reason} onChange={setReason} />
    </MoneyActDialog>
  );
}
