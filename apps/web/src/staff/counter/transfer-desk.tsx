import { type ReactNode, useState } from 'react';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { CounterMember, MemberDeposit, TransferRequest } from '../answers.ts';
import { ReverseEntry } from '../books/reverse-entry.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Empty, Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { Desk } from './desk.tsx';
import { NextOrAgain } from './next-or-again.tsx';
import { aboutMoney, useKeptSending } from './unanswered-money.ts';
import { useDeskAct } from './use-desk-act.ts';
import { DepositChoice, formatZero } from './withdraw-desk.tsx';

type Target = 'own' | 'other' | 'shares' | 'dues';

/** Money that moves inside the society without passing the drawer. */
export function TransferDesk({ person, onNext }: { person: CounterMember; onNext: () => void }) {
  const t = useWords();
  const open = person.deposits.filter(({ status, withdrawal }) => status !== 'closed' && withdrawal !== 'membership');
  const [depositId, setDepositId] = useState(open[0]?.id ?? '');
  const deposit = open.find((one) => one.id === depositId);
  if (!person.moneyOutAllowed) return <Note tone="warning">{t('counter.moneyOutStopped')}</Note>;
  if (deposit === undefined) return <Empty title={t('counter.noSavings')} />;
  return (
    <TransferFrom
      key={deposit.id}
      person={person}
      deposit={deposit}
      deposits={open}
      onDeposit={setDepositId}
      onNext={onNext}
    />
  );
}

interface TransferFromProps {
  person: CounterMember;
  deposit: MemberDeposit;
  deposits: readonly MemberDeposit[];
  onDeposit: (id: string) => void;
  onNext: () => void;
}

function TransferFrom({ person, deposit, deposits, onDeposit, onNext }: TransferFromProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const others = person.deposits.filter((one) => one.status !== 'closed' && one.id !== deposit.id);
  const hasDues = !isZeroMoney(person.duesOutstanding);
  const targets: Target[] = [
    ...(others.length > 0 ? (['own'] as const) : []),
    'other',
    'shares',
    ...(hasDues ? (['dues'] as const) : []),
  ];
  const [typed, setTyped] = useState('');
  const [target, setTarget] = useState<Target>(targets[0] ?? 'other');
  const [ownAccount, setOwnAccount] = useState(others[0]?.accountNumber ?? '');
  const [otherAccount, setOtherAccount] = useState('');
  const [note, setNote] = useState('');
  const amount = readTypedMoney(typed, decimals);
  const to = targetOf(target, ownAccount, otherAccount.trim());
  const isReady = amount.ok && !isZeroMoney(amount.text) && to !== undefined;
  const request: TransferRequest | undefined = isReady
    ? { amount: amount.text, to, ...(note.trim() === '' ? {} : { note: note.trim() }) }
    : undefined;
  const keeping = useKeptSending<TransferRequest>((wish) => ({
    kind: 'transfer',
    about: aboutMoney(person, wish.amount),
    depositId: deposit.id,
    request: wish,
  }));
  const acting = useMoneyAct('/api/deposits/{id}/transfers', { id: deposit.id }, keeping);
  const { confirm } = useDeskAct(acting, request);

  if (acting.result !== undefined) {
    const { result } = acting;
    if (result.status === 'waiting') return <WaitsForSecondPerson approvalId={result.approvalId} />;
    return (
      <Transferred
        result={result}
        onNext={onNext}
        onAgain={() => {
          acting.reset();
          setTyped('');
          setNote('');
        }}
      >
        <p>{t('counter.balanceNow', { account: deposit.accountNumber, amount: format.money(result.balance) })}</p>
      </Transferred>
    );
  }
  return (
    <Desk
      linesTitle={t('counter.transferFrom')}
      paperTitle={t('counter.transferWillBe')}
      preview={acting.preview}
      isLooking={acting.isLooking}
      isDoing={acting.isDoing}
      isReady={isReady}
      error={acting.error}
      act={
        acting.preview?.needsApproval === true
          ? t('counter.askApproval')
          : t('counter.move', { amount: format.money(amount.ok ? amount.text : formatZero(decimals)) })
      }
      onAct={confirm}
      lines={
        <>
          <DepositChoice deposits={deposits} value={deposit.id} onChange={onDeposit} />
          <p>{t('member.available', { amount: format.money(deposit.available) })}</p>
          <MoneyBox
            label={t('counter.amountMove')}
            autoFocus
            value={typed}
            onChange={setTyped}
            problem={fieldProblem(acting.error, 'amount')}
          />
          <ChoiceBox
            label={t('counter.to')}
            value={target}
            choices={targets.map((one) => ({ value: one, label: t(`counter.to.${one}`) }))}
            onChange={(one) => one !== '' && setTarget(one)}
          />
          {target === 'own' && (
            <ChoiceBox
              label={t('counter.account')}
              value={ownAccount}
              choices={others.map((one) => ({
                value: one.accountNumber,
                label: `${one.accountNumber} · ${one.product}`,
              }))}
              onChange={setOwnAccount}
            />
          )}
          {target === 'other' && (
            <TextBox
              label={t('counter.otherAccount')}
              takesDigits
              maxLength={32}
              value={otherAccount}
              onChange={setOtherAccount}
              problem={fieldProblem(acting.error, 'to.accountNumber')}
            />
          )}
        </>
      }
      payment={
        <>
          {acting.preview !== undefined && acting.preview.recipient !== null && (
            <p>
              {t('counter.recipient')} <strong>{acting.preview.recipient}</strong>
            </p>
          )}
          <TextBox
            label={t('counter.note')}
            isOptional
            maxLength={120}
            value={note}
            onChange={setNote}
            problem={fieldProblem(acting.error, 'note')}
          />
        </>
      }
    />
  );
}

interface TransferredProps {
  result: { entryId: string; entryNumber: string };
  onNext: () => void;
  onAgain?: () => void;
  children?: ReactNode;
}

/** What a transfer did, and the ways on and back. */
export function Transferred({ result, onNext, onAgain, children }: TransferredProps) {
  const t = useWords();
  const may = useMay();
  return (
    <div className="stack" role="status" data-testid="transfer-done">
      <h2>{t('counter.transferred', { number: result.entryNumber })}</h2>
      {children}
      <div className="row">
        <NextOrAgain onNext={onNext} onAgain={onAgain} />
      </div>
      <p className="quiet small">
        {t('counter.wrongHow')} {may('books.read') && <EntryLink id={result.entryId}>{t('entry.open')}</EntryLink>}
      </p>
      <ReverseEntry entryId={result.entryId} number={result.entryNumber} isReversed={false} />
    </div>
  );
}

function targetOf(target: Target, ownAccount: string, otherAccount: string): TransferRequest['to'] | undefined {
  switch (target) {
    case 'own':
      return ownAccount === '' ? undefined : { kind: 'deposit', accountNumber: ownAccount };
    case 'other':
      return otherAccount === '' ? undefined : { kind: 'deposit', accountNumber: otherAccount };
    default:
      return { kind: target };
  }
}
