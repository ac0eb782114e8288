import { type ReactNode, useState } from 'react';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { CounterMember, MemberDeposit, WithdrawRequest } from '../answers.ts';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Segments } from '../ui/choices.tsx';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { useReceipt } from './counter-queries.ts';
import { Desk } from './desk.tsx';
import { IssuedReceipt } from './issued-receipt.tsx';
import { aboutMoney, useKeptSending } from './unanswered-money.ts';
import { useDeskAct } from './use-desk-act.ts';

const modes = ['cash', 'bank', 'cheque'] as const satisfies readonly WithdrawRequest['mode'][];

/** Money paid out of savings. */
export function WithdrawDesk({ person, onNext }: { person: CounterMember; onNext: () => void }) {
  const t = useWords();
  const open = person.deposits.filter(({ status, withdrawal }) => status !== 'closed' && withdrawal !== 'membership');
  const [depositId, setDepositId] = useState(open[0]?.id ?? '');
  const deposit = open.find((one) => one.id === depositId);
  if (!person.moneyOutAllowed) return <Note tone="warning">{t('counter.moneyOutStopped')}</Note>;
  if (deposit === undefined) return <Empty title={t('counter.noSavings')} />;
  return (
    <WithdrawFrom
      key={deposit.id}
      person={person}
      deposit={deposit}
      deposits={open}
      onDeposit={setDepositId}
      onNext={onNext}
    />
  );
}

interface WithdrawFromProps {
  person: CounterMember;
  deposit: MemberDeposit;
  deposits: readonly MemberDeposit[];
  onDeposit: (id: string) => void;
  onNext: () => void;
}

function WithdrawFrom({ person, deposit, deposits, onDeposit, onNext }: WithdrawFromProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [typed, setTyped] = useState('');
  const [mode, setMode] = useState<WithdrawRequest['mode']>('cash');
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const amount = readTypedMoney(typed, decimals);
  const isReady = amount.ok && !isZeroMoney(amount.text) && (mode === 'cash' || reference.trim() !== '');
  const request: WithdrawRequest | undefined = isReady
    ? {
        amount: amount.text,
        mode,
        ...(mode === 'cash' ? {} : { reference: reference.trim() }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      }
    : undefined;
  const keeping = useKeptSending<WithdrawRequest>((wish) => ({
    kind: 'withdrawal',
    about: aboutMoney(person, wish.amount),
    depositId: deposit.id,
    request: wish,
  }));
  const acting = useMoneyAct('/api/deposits/{id}/withdrawals', { id: deposit.id }, keeping);
  const hasTill = useMyTill().data?.session != null;
  const { confirm } = useDeskAct(acting, hasTill ? request : undefined);
  const again = () => {
    acting.reset();
    setTyped('');
    setReference('');
    setNote('');
  };

  if (acting.result !== undefined) {
    const { result } = acting;
    if (result.status === 'paid') return <PaidOut receiptId={result.receiptId} onNext={onNext} onAgain={again} />;
    return <WaitsForSecondPerson approvalId={result.approvalId} />;
  }
  return (
    <Desk
      linesTitle={t('counter.withdrawFrom')}
      paperTitle={t('counter.paymentWillBe')}
      preview={acting.preview}
      isLooking={acting.isLooking}
      isDoing={acting.isDoing}
      isReady={isReady && hasTill}
      error={acting.error}
      act={
        acting.preview?.needsApproval === true
          ? t('counter.askApproval')
          : t('counter.pay', { amount: format.money(amount.ok ? amount.text : formatZero(decimals)) })
      }
      onAct={confirm}
      lines={
        <>
          <DepositChoice deposits={deposits} value={deposit.id} onChange={onDeposit} />
          <p>
            {t('member.available', { amount: format.money(deposit.available) })}{' '}
            <span className="quiet">{t('counter.balanceIs', { amount: format.money(deposit.balance) })}</span>
          </p>
          {deposit.withdrawal !== 'free' && (
            <p className="quiet small">
              {t('product.paidOut', { when: t(`product.withdrawal.${deposit.withdrawal}`) })}
            </p>
          )}
          <MoneyBox
            label={t('counter.amountOut')}
            autoFocus
            value={typed}
            onChange={setTyped}
            problem={fieldProblem(acting.error, 'amount')}
          />
        </>
      }
      payment={
        <>
          <Segments
            label={t('counter.mode')}
            isFull
            options={modes.map((one) => ({ value: one, label: t(`mode.${one}`) }))}
            value={mode}
            onChange={setMode}
          />
          {mode !== 'cash' && (
            <TextBox
              label={t(`counter.reference.${mode}`)}
              hint={t('counter.referenceHow')}
              takesDigits
              maxLength={64}
              value={reference}
              onChange={setReference}
              problem={fieldProblem(acting.error, 'reference')}
            />
          )}
          <TextBox
            label={t('counter.note')}
            isOptional
            maxLength={200}
            value={note}
            onChange={setNote}
            problem={fieldProblem(acting.error, 'note')}
          />
        </>
      }
    />
  );
}

export function formatZero(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

interface DepositChoiceProps {
  deposits: readonly MemberDeposit[];
  value: string;
  onChange: (id: string) => void;
}

export function DepositChoice({ deposits, value, onChange }: DepositChoiceProps) {
  const t = useWords();
  return (
    <ChoiceBox
      label={t('counter.account')}
      value={value}
      choices={deposits.map((deposit) => ({
        value: deposit.id,
        label: `${deposit.accountNumber} · ${deposit.product}`,
      }))}
      onChange={onChange}
    />
  );
}

interface PaidOutProps {
  receiptId: string;
  onNext: () => void;
  onAgain?: () => void;
  children?: ReactNode;
}

export function PaidOut({ receiptId, onNext, onAgain, children }: PaidOutProps) {
  const receipt = useReceipt(receiptId);
  return (
    <Answered query={receipt}>
      {(paper) => (
        <IssuedReceipt receipt={paper} onNext={onNext} {...(onAgain === undefined ? {} : { onAgain })}>
          {children}
        </IssuedReceipt>
      )}
    </Answered>
  );
}
