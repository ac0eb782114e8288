import { type FormEvent, useState } from 'react';
import type { Deposit, TransferRequest } from '../../shared/answers.ts';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { type Choice, ChoiceField, SelectField, TextField } from '../../shared/ui/field.tsx';
import { MoneyField, useMoneyProblem } from '../../shared/ui/money-field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { useProfile } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';

type Target = 'own' | 'member' | 'shares' | 'dues';

interface TransferFormProps {
  deposits: readonly Deposit[];
  error: unknown;
  isBusy: boolean;
  onLook: (depositId: string, request: TransferRequest) => void;
}

export function TransferForm({ deposits, error, isBusy, onLook }: TransferFormProps) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { decimals } = useThisSociety();
  const moneyProblem = useMoneyProblem(decimals);
  const [sourceId, setSourceId] = useState(deposits[0]?.id ?? '');
  const [target, setTarget] = useState<Target | ''>(() => (wantsDues() ? 'dues' : ''));
  const [ownAccount, setOwnAccount] = useState('');
  const [accountNumber, setAccountNumber] = useState('');
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);

  // Until it is known, nothing is kept from the reader; the preview says when there is nothing to pay.
  const owed = useProfile().data?.duesOutstanding;
  const hasDues = owed === undefined || !isZeroMoney(owed);
  const others = deposits.filter((deposit) => deposit.id !== sourceId);
  const chosenOwn = others.find((deposit) => deposit.accountNumber === ownAccount)?.accountNumber ?? '';
  const targets: Choice<Target>[] = [
    ...(others.length > 0 ? [{ value: 'own' as const, label: t('transfer.toOwn') }] : []),
    { value: 'member', label: t('transfer.toMember') },
    { value: 'shares', label: t('transfer.toShares') },
    ...(hasDues ? [{ value: 'dues' as const, label: t('transfer.toDues') }] : []),
  ];
  const typed = readTypedMoney(amount, decimals);
  const to = destination(target, chosenOwn, accountNumber.trim());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!typed.ok || isZeroMoney(typed.text) || to === undefined) return;
    const request = { amount: typed.text, to };
    onLook(sourceId, note.trim() === '' ? request : { ...request, note: note.trim() });
  };

  const missing = isChecked ? t('field.required') : undefined;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ProblemNote error={error} takesFocus />
      <SelectField
        label={t('transfer.from')}
        value={sourceId}
        onChange={setSourceId}
        choices={deposits.map((deposit) => ({
          value: deposit.id,
          label: `${deposit.accountNumber} · ${shown(format.money(deposit.available))}`,
        }))}
        hint={t('transfer.fromHint')}
      />
      <ChoiceField
        label={t('transfer.to')}
        value={target}
        onChange={setTarget}
        choices={targets}
        problem={target === '' ? (isChecked ? t('field.chooseOne') : undefined) : fieldProblem(error, 'to')}
      />
      {target === 'own' && (
        <SelectField
          label={t('transfer.ownAccount')}
          value={chosenOwn}
          onChange={setOwnAccount}
          choices={others.map((deposit) => ({
            value: deposit.accountNumber,
            label: `${deposit.product} ${deposit.accountNumber}`,
          }))}
          problem={chosenOwn === '' ? missing : undefined}
        />
      )}
      {target === 'member' && (
        <TextField
          label={t('transfer.accountNumber')}
          hint={t('transfer.accountNumberHint')}
          value={accountNumber}
          onChange={setAccountNumber}
          autoComplete="off"
          maxLength={32}
          isUpperCase
          problem={accountNumber.trim() === '' ? missing : fieldProblem(error, 'to.accountNumber')}
        />
      )}
      <MoneyField
        label={t('transfer.amount')}
        value={amount}
        onChange={setAmount}
        currencySign={format.currencySign}
        decimals={decimals}
        problem={
          isChecked && (!typed.ok || isZeroMoney(typed.text))
            ? (moneyProblem(typed) ?? t('field.required'))
            : fieldProblem(error, 'amount')
        }
      />
      <TextField
        label={t('transfer.note')}
        isOptional
        value={note}
        onChange={setNote}
        maxLength={120}
        autoComplete="off"
      />
      <Button type="submit" look="filled" isBusy={isBusy}>
        {t('transfer.look')}
      </Button>
    </form>
  );
}

/** The first page leads here to pay what is due. */
function wantsDues(): boolean {
  return new URLSearchParams(location.search).get('to') === 'dues';
}

function destination(target: Target | '', own: string, typed: string): TransferRequest['to'] | undefined {
  if (target === 'shares' || target === 'dues') return { kind: target };
  const accountNumber = target === 'own' ? own : target === 'member' ? typed : '';
  return accountNumber === '' ? undefined : { kind: 'deposit', accountNumber };
}
