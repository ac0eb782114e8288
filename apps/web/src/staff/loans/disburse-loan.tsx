import { isTermKind } from '@kafal/core';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { usualSource } from '../../shared/pays-out.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { Deposit, Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Segments } from '../ui/choices.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, DayBox, MoneyBox, TextBox } from '../ui/fields.tsx';
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
  if (!may('loan.disburse') || isZeroMoney(loan.stillToPayOut)) return null;
  return (
    <>
      <Button {...(loan.status === 'sanctioned' ? { variant: 'filled' } : {})} onClick={dialog.open}>
        {t(loan.status === 'sanctioned' ? 'loan.disburse' : 'loan.disbursePart')}
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

const WAYS = ['account', 'cash', 'cheque', 'bank', 'upi'] as const;
type Way = (typeof WAYS)[number];

interface Typed {
  way: Way;
  toDepositId: string;
  reference: string;
  amount: string;
  firstDueOn: string;
}

function requestOf({ way, toDepositId, reference, amount, firstDueOn }: Typed, all: string) {
  const part = { ...(amount === all ? {} : { amount }), ...(firstDueOn === '' ? {} : { firstDueOn }) };
  if (way === 'account') return toDepositId === '' ? undefined : { ...part, toDepositId };
  if (way === 'cash') return { ...part, mode: way };
  return reference === '' ? undefined : { ...part, mode: way, reference };
}

interface DisbursingProps {
  loan: Loan;
  onClose: () => void;
  accounts: readonly Deposit[];
}

function Disbursing({ loan, onClose, accounts }: DisbursingProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const hasTill = useMyTill().data?.session != null;
  const [way, setWay] = useState<Way>('account');
  const [toDepositId, setTo] = useState(usualSource(accounts)?.id ?? '');
  const [reference, setReference] = useState('');
  const { decimals } = useThisSociety();
  const [typed, setTyped] = useState(typedFromMoney(loan.stillToPayOut));
  const [firstDueOn, setFirstDueOn] = useState('');
  const amount = readTypedMoney(typed, decimals);
  const ways = WAYS.filter((one) => one !== 'cash' || hasTill);
  const acting = useMoneyAct('/api/loans/{id}/disbursement', { id: loan.id });
  return (
    <MoneyActDialog
      title={t('loan.disburseTitle', { number: loan.number })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={
        amount.ok
          ? requestOf(
              { way, toDepositId, reference: reference.trim(), amount: amount.text, firstDueOn },
              loan.stillToPayOut,
            )
          : undefined
      }
      act={t('loan.disburseAsk')}
      previewed={({ stillToPayOut, processingFee, feeTax, insurance, shares, earlierLoan, inHand, ...paid }) => (
        <Facts
          facts={[
            [t('loan.amount'), format.money(paid.amount)],
            [t('loan.fee'), isZeroMoney(processingFee) ? '–' : format.money(processingFee)],
            ...(isZeroMoney(feeTax) ? [] : ([[t('loan.feeTax'), format.money(feeTax)]] as const)),
            ...(isZeroMoney(insurance) ? [] : ([[t('loan.insurance'), format.money(insurance)]] as const)),
            [t('loan.shares'), isZeroMoney(shares) ? '–' : format.money(shares)],
            ...(earlierLoan === null
              ? []
              : ([[t('loan.earlier', { number: earlierLoan.number }), format.money(earlierLoan.amount)]] as const)),
            [t('loan.inHand'), <strong key="in-hand">{format.money(inHand)}</strong>],
            ...(isZeroMoney(stillToPayOut) ? [] : ([[t('loan.stillToPayOut'), format.money(stillToPayOut)]] as const)),
            [
              t('loan.nextInstalment', { day: format.day(paid.nextInstalment.dueOn) }),
              format.money(paid.nextInstalment.total),
            ],
          ]}
        />
      )}
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      <MoneyBox
        label={t('loan.payoutAmount')}
        name="amount"
        hint={t('loan.payoutAmountHow', { left: format.money(loan.stillToPayOut) })}
        value={typed}
        onChange={setTyped}
        problem={fieldProblem(acting.error, 'amount')}
      />
      {loan.status === 'sanctioned' && (
        <DayBox
          label={t('loan.firstDue')}
          name="firstDueOn"
          isOptional
          hint={t('loan.firstDueHow')}
          value={firstDueOn}
          onChange={setFirstDueOn}
          problem={fieldProblem(acting.error, 'firstDueOn')}
        />
      )}
      <Segments
        label={t('loan.payoutWay')}
        isFull
        options={ways.map((value) => ({
          value,
          label: value === 'account' ? t('loan.payoutAccount') : t(`mode.${value}`),
        }))}
        value={way}
        onChange={setWay}
      />
      {way !== 'account' && way !== 'cash' && (
        <TextBox
          label={t(`counter.reference.${way}`)}
          hint={t('counter.referenceHow')}
          takesDigits
          maxLength={64}
          value={reference}
          onChange={setReference}
          problem={fieldProblem(acting.error, 'reference')}
        />
      )}
      {way === 'cash' && <p className="quiet small">{t('loan.payoutCashHow')}</p>}
      {way === 'account' && accounts.length === 0 && <Note tone="warning">{t('loan.noAccount')}</Note>}
      {way === 'account' && accounts.length > 0 && (
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
