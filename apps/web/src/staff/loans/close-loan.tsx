import { isTermKind } from '@kafal/core';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { usualSource } from '../../shared/pays-out.ts';
import type { Loan, LoanPayoff } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, DayBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';

/** What closes the loan today or on a later day, and the closing itself from savings; in cash it is taken at the counter. */
export function CloseLoan({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, panel] = useDisclosure(false);
  if (loan.status !== 'active') return null;
  return (
    <>
      <Button onClick={panel.open}>{t('loan.payoff')}</Button>
      {isOpen &&
        (may('savings.transfer') ? (
          <Closing loan={loan} onClose={panel.close} />
        ) : (
          <SidePanel title={t('loan.payoffTitle', { number: loan.number })} isOpen onClose={panel.close}>
            <PayoffQuote loan={loan} />
          </SidePanel>
        ))}
    </>
  );
}

function Closing({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  const accounts = usePayingAccounts(loan);
  const [picked, setFrom] = useState('');
  const from = picked === '' ? (usualSource(accounts)?.id ?? '') : picked;
  const acting = useMoneyAct('/api/loans/{id}/repayments', { id: loan.id });
  return (
    <MoneyActDialog
      title={t('loan.payoffTitle', { number: loan.number })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={from === '' ? undefined : { fromDepositId: from, amount: loan.payoff }}
      act={t('loan.payoffAct', { amount: format.money(loan.payoff) })}
      done={({ entryId, entryNumber }) => (
        <Note tone="good">
          {t('loan.payoffDone')} <EntryLink id={entryId}>{entryNumber}</EntryLink>
        </Note>
      )}
    >
      <PayoffQuote loan={loan} />
      <PayingAccount accounts={accounts} value={from} onChange={setFrom} />
    </MoneyActDialog>
  );
}

/** Accounts of the borrower that money can be taken from. */
export function usePayingAccounts({ memberId }: Loan) {
  const accounts = useQuery({
    queryKey: ['deposits-of', memberId],
    queryFn: () => client.get('/api/deposits', { query: { memberId, status: 'active' } }),
  });
  return accounts.data?.items.filter(({ kind }) => !isTermKind(kind) && kind !== 'thrift') ?? [];
}

interface PayingAccountProps {
  accounts: ReturnType<typeof usePayingAccounts>;
  value: string;
  onChange: (id: string) => void;
}

export function PayingAccount({ accounts, value, onChange }: PayingAccountProps) {
  const t = useWords();
  const format = useSocietyFormat();
  if (accounts.length === 0) return <Note tone="warning">{t('loan.noPayingAccount')}</Note>;
  return (
    <ChoiceBox
      label={t('loan.fromAccount')}
      hint={t('loan.cashHow')}
      name="fromDepositId"
      value={value}
      choices={accounts.map(({ id, accountNumber, available }) => ({
        value: id,
        label: `${accountNumber} · ${format.money(available)}`,
      }))}
      onChange={onChange}
    />
  );
}

function PayoffQuote({ loan }: { loan: Loan }) {
  const t = useWords();
  const { businessDate } = useThisSociety();
  const [on, setOn] = useState(businessDate ?? '');
  const query = useQuery({
    queryKey: ['loan-payoff', loan.id, on],
    queryFn: () => client.get('/api/loans/{id}/payoff', { path: { id: loan.id }, query: on === '' ? {} : { on } }),
  });
  return (
    <>
      <DayBox label={t('loan.payoffOn')} hint={t('loan.payoffHow')} name="on" value={on} onChange={setOn} />
      <Answered query={query} lines={6}>
        {(payoff) => <PayoffFacts payoff={payoff} />}
      </Answered>
    </>
  );
}

function PayoffFacts({ payoff }: { payoff: LoanPayoff }) {
  const t = useWords();
  const format = useSocietyFormat();
  const amount = (value: string) => (isZeroMoney(value) ? '–' : format.money(value));
  const { interestFrom, interestDays, annualRate } = payoff;
  return (
    <div data-testid="loan-payoff">
      <Facts
        facts={[
          [
            t('loan.payoffTotal', { day: format.day(payoff.on) }),
            <strong key="total">{format.money(payoff.total)}</strong>,
          ],
          [t('loan.payoffDue'), amount(payoff.due)],
          [t('loan.payoffPrincipal'), amount(payoff.principalAhead)],
          [t('loan.payoffInterest'), amount(payoff.interest)],
          [t('loan.payoffFee'), amount(payoff.closingFee)],
          [t('loan.payoffOneDay'), amount(payoff.oneDayMore)],
          [t('loan.payoffSpared'), amount(payoff.spared)],
        ]}
      />
      {interestFrom !== null && !isZeroMoney(payoff.interest) && (
        <p className="quiet small">
          {t('loan.payoffDays', {
            amount: format.money(payoff.principalAhead),
            rate: percentText(annualRate),
            count: interestDays,
            day: format.day(interestFrom),
          })}
        </p>
      )}
    </div>
  );
}
