import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readTypedMoney } from '../../shared/format.ts';
import { usualSource } from '../../shared/pays-out.ts';
import type { Loan, LoanPrepayment } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { EntryLink } from '../ui/entry-link.tsx';
import { ChoiceBox, MoneyBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';
import { PayingAccount, usePayingAccounts } from './close-loan.tsx';

type PrepaymentChoice = LoanPrepayment['choices'][number]['choice'];

/** A part of the loan ahead of its time: a lower instalment and a shorter term side by side, and the borrower chooses. */
export function PrepayLoan({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, panel] = useDisclosure(false);
  if (loan.status !== 'active') return null;
  return (
    <>
      <Button onClick={panel.open}>{t('loan.prepay')}</Button>
      {isOpen &&
        (may('savings.transfer') ? (
          <Prepaying loan={loan} onClose={panel.close} />
        ) : (
          <Comparing loan={loan} onClose={panel.close} />
        ))}
    </>
  );
}

interface PanelProps {
  loan: Loan;
  onClose: () => void;
}

function Comparing({ loan, onClose }: PanelProps) {
  const t = useWords();
  const [amount, setAmount] = useState('');
  return (
    <SidePanel title={t('loan.prepayTitle', { number: loan.number })} isOpen onClose={onClose}>
      <PrepayAmount loan={loan} amount={amount} onChange={setAmount} />
    </SidePanel>
  );
}

function Prepaying({ loan, onClose }: PanelProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const accounts = usePayingAccounts(loan);
  const [amount, setAmount] = useState('');
  const [choice, setChoice] = useState<PrepaymentChoice | ''>('');
  const [picked, setFrom] = useState('');
  const from = picked === '' ? (usualSource(accounts)?.id ?? '') : picked;
  const typed = readTypedMoney(amount, decimals);
  const acting = useMoneyAct('/api/loans/{id}/repayments', { id: loan.id });
  const request =
    from === '' || choice === '' || !typed.ok
      ? undefined
      : { fromDepositId: from, amount: typed.text, prepayment: choice };
  return (
    <MoneyActDialog
      title={t('loan.prepayTitle', { number: loan.number })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={request}
      act={t('loan.prepayAct', { amount: typed.ok ? format.money(typed.text) : '' })}
      done={({ entryId, entryNumber }) => (
        <Note tone="good">
          {t('loan.prepayDone')} <EntryLink id={entryId}>{entryNumber}</EntryLink>
        </Note>
      )}
    >
      <PrepayAmount loan={loan} amount={amount} onChange={setAmount} />
      <ChoiceBox
        label={t('loan.prepayChoice')}
        name="prepayment"
        value={choice}
        choices={(['reduceInstalment', 'reduceTerm'] as const).map((value) => ({
          value,
          label: t(`loan.prepay.${value}`),
        }))}
        onChange={setChoice}
      />
      <PayingAccount accounts={accounts} value={from} onChange={setFrom} />
    </MoneyActDialog>
  );
}

function PrepayAmount({ loan, amount, onChange }: { loan: Loan; amount: string; onChange: (text: string) => void }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const typed = readTypedMoney(amount, decimals);
  const asked = typed.ok ? typed.text : '';
  const query = useQuery({
    queryKey: ['loan-prepayment', loan.id, asked],
    queryFn: () => client.get('/api/loans/{id}/prepayment', { path: { id: loan.id }, query: { amount: asked } }),
    enabled: asked !== '',
    retry: false,
  });
  return (
    <>
      <MoneyBox
        label={t('loan.prepayAmount')}
        hint={t('loan.prepayHow')}
        name="amount"
        autoFocus
        value={amount}
        onChange={onChange}
      />
      {asked !== '' && (
        <Answered query={query} lines={5}>
          {(prepayment) => <Choices prepayment={prepayment} />}
        </Answered>
      )}
    </>
  );
}

function Choices({ prepayment }: { prepayment: LoanPrepayment }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { now, choices } = prepayment;
  const rows = [
    { ...now, name: t('loan.prepayNow'), spared: '–' },
    ...choices.map((one) => ({
      ...one,
      name: t(`loan.prepay.${one.choice}`),
      spared: format.amount(one.interestSpared),
    })),
  ];
  return (
    <>
      <p className="quiet small">
        {t('loan.prepayParts', { due: format.money(prepayment.due), principal: format.money(prepayment.principal) })}
      </p>
      <table className="table table-plain" data-testid="loan-prepayment">
        <caption className="visually-hidden">{t('loan.prepay')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {t('loan.prepayInstalment')}
            </th>
            <th scope="col" className="number">
              {t('loan.prepaySpared')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, instalment, instalmentsLeft, lastDueOn, spared }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <br />
                <span className="quiet small">
                  {t('loan.prepayLeft', { count: instalmentsLeft, day: format.day(lastDueOn) })}
                </span>
              </th>
              <td className="number">{format.amount(instalment)}</td>
              <td className="number">{spared}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
