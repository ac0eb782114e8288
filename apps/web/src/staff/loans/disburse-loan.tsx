import { isTermKind } from '@kafal/core';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { usualSource } from '../../shared/pays-out.ts';
import type { Deposit, Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';

/** Asks for the payout of a sanctioned loan: what is taken from it stands there before anybody is asked. */
export function DisburseLoan({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const { memberId } = loan;
  const accounts = useQuery({
    queryKey: ['deposits-of', memberId],
    queryFn: () => client.get('/api/deposits', { query: { memberId, status: 'active' } }),
    enabled: isOpen,
  });
  if (!may('loan.disburse') || loan.status !== 'sanctioned') return null;
  return (
    <>
      <Button variant="filled" onClick={dialog.open}>
        {t('loan.disburse')}
      </Button>
      {isOpen && (
        <Answered query={accounts} lines={2}>
          {({ items }) => (
            <Disbursing
              loan={loan}
              onClose={dialog.close}
              accounts={items.filter(({ kind }) => !isTermKind(kind) && kind !== 'thrift')}
            />
          )}
        </Answered>
      )}
    </>
  );
}

interface DisbursingProps {
  loan: Loan;
  onClose: () => void;
  accounts: readonly Deposit[];
}

function Disbursing({ loan, onClose, accounts }: DisbursingProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const [toDepositId, setTo] = useState(usualSource(accounts)?.id ?? '');
  const acting = useMoneyAct('/api/loans/{id}/disbursement', { id: loan.id });
  return (
    <MoneyActDialog
      title={t('loan.disburseTitle', { number: loan.number })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={toDepositId === '' ? undefined : { toDepositId }}
      act={t('loan.disburseAsk')}
      previewed={({ processingFee, shares, inHand }) => (
        <Facts
          facts={[
            [t('loan.amount'), format.money(loan.amount)],
            [t('loan.fee'), isZeroMoney(processingFee) ? '–' : format.money(processingFee)],
            [t('loan.shares'), isZeroMoney(shares) ? '–' : format.money(shares)],
            [t('loan.inHand'), <strong key="in-hand">{format.money(inHand)}</strong>],
          ]}
        />
      )}
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      {accounts.length === 0 ? (
        <Note tone="warning">{t('loan.noAccount')}</Note>
      ) : (
        <ChoiceBox
          label={t('loan.toAccount')}
          name="toDepositId"
          value={toDepositId}
          choices={accounts.map(({ id, accountNumber, product }) => ({
            value: id,
            label: `${accountNumber} · ${product}`,
          }))}
          onChange={setTo}
        />
      )}
    </MoneyActDialog>
  );
}
