import { Button } from '@mantine/core';
import { useState } from 'react';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { CounterMember, PaymentMode, TakeReceiptRequest } from '../answers.ts';
import { ShowCode } from '../payments/show-code.tsx';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Segments } from '../ui/choices.tsx';
import { DayBox, MoneyBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';
import { CountNotes } from './count-cash.tsx';
import { Desk } from './desk.tsx';
import { IssuedReceipt } from './issued-receipt.tsx';
import { ReceiptLineTable } from './receipt-line-table.tsx';
import {
  changeOf,
  deskLines,
  isNegative,
  prefilled,
  readLines,
  sharesKey,
  spread,
  type TypedLines,
} from './receipt-lines.ts';
import { noReference, ReferenceFields, referenceRequest, type TypedReference } from './reference-fields.tsx';
import { aboutMoney, useKeptSending } from './unanswered-money.ts';
import { useDeskAct } from './use-desk-act.ts';

const modes: readonly PaymentMode[] = ['cash', 'cheque', 'bank', 'upi'];

interface Payment extends TypedReference {
  mode: PaymentMode;
  cashGiven: string;
  /** The day the money came in, where it was an earlier one. */
  valueOn: string;
}
const noPayment: Payment = { ...noReference, mode: 'cash', cashGiven: '', valueOn: '' };

/** One receipt with many lines. */
export function ReceiveDesk({ person, onNext }: { person: CounterMember; onNext: () => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals, businessDate } = useThisSociety();
  const lines = deskLines(person, businessDate);
  const [amount, setAmount] = useState('');
  const [typed, setTyped] = useState<TypedLines>(() => prefilled(lines));
  const [payment, setPayment] = useState(noPayment);
  const read = readLines(lines, typed, decimals);
  const keeping = useKeptSending<TakeReceiptRequest>((request) => ({
    kind: 'receipt',
    about: aboutMoney(person, read.total),
    request,
  }));
  const acting = useMoneyAct('/api/receipts', {}, keeping);
  const request = requestOf(person, read, payment, decimals);
  const hasTill = useMyTill().data?.session != null;
  const { confirm } = useDeskAct(acting, person.moneyInAllowed && hasTill ? request : undefined);

  const again = () => {
    acting.reset();
    setAmount('');
    setTyped(Object.fromEntries(lines.map((line) => [line.key, ''])));
    setPayment(noPayment);
  };
  if (acting.result !== undefined) {
    const { receipt, becameActive } = acting.result;
    return (
      <IssuedReceipt receipt={receipt} onNext={onNext} onAgain={again}>
        {becameActive && <Note tone="good">{t('counter.becameActive', { name: person.name })}</Note>}
      </IssuedReceipt>
    );
  }
  if (!person.moneyInAllowed) return <Note tone="warning">{t('counter.moneyInStopped')}</Note>;

  const paysForAnother = lines.some(({ kind, key }) => kind === 'surety' && (typed[key] ?? '') !== '');
  const problemOf = (key: string) => {
    const index = read.lines.findIndex((line) => key === keyOf(line));
    return index === -1 ? undefined : fieldProblem(acting.error, `lines.${index}.amount`);
  };
  return (
    <Desk
      linesTitle={t('counter.lines')}
      paperTitle={t('counter.receiptWillBe')}
      preview={acting.preview}
      isLooking={acting.isLooking}
      isDoing={acting.isDoing}
      isReady={request !== undefined && hasTill}
      error={acting.error}
      act={t('counter.take', { amount: format.money(read.total) })}
      onAct={confirm}
      lines={
        <>
          <div className="row">
            <MoneyBox
              label={t('counter.amount')}
              hint={t('counter.amountHow')}
              autoFocus
              value={amount}
              onChange={(text) => {
                setAmount(text);
                setTyped(spread(lines, text, decimals));
              }}
            />
            {!isZeroMoney(person.duesOutstanding) && (
              <Button
                variant="default"
                onClick={() => {
                  setAmount('');
                  setTyped(prefilled(lines));
                }}
              >
                {t('counter.fillDues', { amount: format.money(person.duesOutstanding) })}
              </Button>
            )}
          </div>
          <ReceiptLineTable
            lines={lines}
            typed={typed}
            total={read.total}
            problemOf={problemOf}
            onType={(key, text) => {
              setAmount('');
              setTyped((before) => ({ ...before, [key]: text }));
            }}
          />
        </>
      }
      payment={
        <>
          <PaymentFields
            payment={payment}
            mayDateBack={isForLoans(read) && !paysForAnother}
            total={read.total}
            error={acting.error}
            onChange={(change) => setPayment((before) => ({ ...before, ...change }))}
          />
          {payment.mode === 'upi' && !read.hasSlip && <ShowCode person={person} lines={read.lines} />}
        </>
      }
    />
  );
}

/** As `deskLines` names the line that it was asked on. */
function keyOf(line: TakeReceiptRequest['lines'][number]): string {
  switch (line.kind) {
    case 'due':
      return `due ${line.dueId}`;
    case 'shares':
      return sharesKey;
    case 'loan':
      return `loan ${line.loanId}`;
    default:
      return `${line.kind} ${line.depositId}`;
  }
}

function requestOf(
  person: CounterMember,
  read: ReturnType<typeof readLines>,
  { mode, cashGiven, valueOn, ...typed }: Payment,
  decimals: number,
): TakeReceiptRequest | undefined {
  if (read.lines.length === 0 || read.hasSlip) return undefined;
  const common = {
    memberId: person.id,
    lines: read.lines,
    mode,
    ...(valueOn !== '' && isForLoans(read) ? { valueOn } : {}),
  };
  if (mode === 'cash') {
    const given = readTypedMoney(cashGiven, decimals);
    if (!given.ok) return given.reason === 'empty' ? common : undefined;
    const change = changeOf(cashGiven, read.total, decimals);
    return change !== undefined && isNegative(change, decimals) ? undefined : { ...common, cashGiven: given.text };
  }
  const reference = referenceRequest(mode, typed);
  return reference === undefined ? undefined : { ...common, ...reference };
}

/** A loan alone can be paid on another day than the receipt's own. */
const isForLoans = ({ lines }: ReturnType<typeof readLines>): boolean =>
  lines.length > 0 && lines.every(({ kind }) => kind === 'loan');

interface PaymentFieldsProps {
  payment: Payment;
  mayDateBack: boolean;
  total: string;
  error: unknown;
  onChange: (change: Partial<Payment>) => void;
}

function PaymentFields({ payment, mayDateBack, total, error, onChange }: PaymentFieldsProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const { mode } = payment;
  const change = changeOf(payment.cashGiven, total, decimals);
  const isShort = change !== undefined && isNegative(change, decimals);
  return (
    <>
      <Segments
        label={t('counter.mode')}
        isFull
        options={modes.map((one) => ({ value: one, label: t(`mode.${one}`) }))}
        value={mode}
        onChange={(next) => onChange({ mode: next })}
      />
      {mode === 'cash' ? (
        <>
          <MoneyBox
            label={t('counter.cashGiven')}
            isOptional
            value={payment.cashGiven}
            onChange={(cashGiven) => onChange({ cashGiven })}
            problem={
              isShort
                ? t('counter.cashShort', { amount: format.money(change.slice(1)) })
                : fieldProblem(error, 'cashGiven')
            }
          />
          <CountNotes onCounted={(cashGiven) => onChange({ cashGiven })} />
          {change !== undefined && !isShort && (
            <p className="change" role="status">
              {t('counter.change')} <strong className="figure">{format.money(change)}</strong>
            </p>
          )}
        </>
      ) : (
        <ReferenceFields
          mode={mode}
          typed={payment}
          onChange={onChange}
          problem={(field) => fieldProblem(error, field)}
        />
      )}
      {mayDateBack && (
        <DayBox
          label={t('counter.valueOn')}
          hint={t('counter.valueOnHow')}
          isOptional
          value={payment.valueOn}
          onChange={(valueOn) => onChange({ valueOn })}
          problem={fieldProblem(error, 'valueOn')}
        />
      )}
    </>
  );
}
