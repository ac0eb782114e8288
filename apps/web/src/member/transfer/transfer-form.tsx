import { type FormEvent, useState } from 'react';
import type { Deposit, TransferRequest } from '../../shared/answers.ts';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { usualSource } from '../../shared/pays-out.ts';
import { Button } from '../../shared/ui/button.tsx';
import { type Choice, ChoiceField, SelectField, TextField } from '../../shared/ui/field.tsx';
import { MoneyField, useMoneyProblem } from '../../shared/ui/money-field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { useProfile } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { forgetTyped, useTyped } from '../typed.ts';

type Target = 'own' | 'member' | 'shares' | 'dues';

interface TransferFormProps {
  deposits: readonly Deposit[];
  /** All that money can go to; some of them keep it then. */
  accounts: readonly Deposit[];
  error: unknown;
  isBusy: boolean;
  onLook: (depositId: string, request: TransferRequest) => void;
}

export function TransferForm({ deposits, accounts, error, isBusy, onLook }: TransferFormProps) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { decimals } = useThisSociety();
  const firstFields = (): Fields => ({
    sourceId: usualSource(deposits)?.id ?? '',
    target: formName() === formNames.dues ? 'dues' : '',
    ownAccount: '',
    accountNumber: '',
    amount: '',
    note: '',
  });
  const moneyProblem = useMoneyProblem(decimals);
  const [{ sourceId, target, ownAccount, accountNumber, amount, note }, change] = useTyped(formName(), firstFields);
  const [isChecked, setChecked] = useState(false);

  // Until it is known, nothing is kept from the reader; the preview says when there is nothing to pay.
  const owed = useProfile().data?.duesOutstanding;
  const hasDues = owed === undefined || !isZeroMoney(owed);
  const others = accounts.filter((deposit) => deposit.id !== sourceId);
  const chosenOwn = others.find((deposit) => deposit.accountNumber === ownAccount)?.accountNumber ?? '';
  const targets: Choice<Target>[] = [
    ...(others.length > 0 ? [{ value: 'own' as const, label: t('transfer.toOwn') }] : []),
    { value: 'member', label: t('transfer.toMember') },
    { value: 'shares', label: t('transfer.toShares') },
    ...(hasDues ? [{ value: 'dues' as const, label: t('transfer.toDues') }] : []),
  ];
  const typed = readTypedMoney(amount, decimals);
  const to = destination(target, chosenOwn, accountNumber.trim());

  const noted = note.trim() === '' ? {} : { note: note.trim() };
  const form = useContractForm('TransferBody', { amount: typed.ok ? typed.text : '', to, ...noted }, error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!typed.ok || isZeroMoney(typed.text) || to === undefined) return;
    onLook(sourceId, { amount: typed.text, to, ...noted });
  };

  const missing = isChecked ? t('field.required') : undefined;
  return (
    <form className="stack" onSubmit={submit} onBlur={form.leave} noValidate>
      <ProblemNote error={error} takesFocus />
      <SelectField
        label={t('transfer.from')}
        value={sourceId}
        onChange={(id) => change({ sourceId: id })}
        choices={deposits.map((deposit) => ({
          value: deposit.id,
          label: `${deposit.accountNumber} · ${shown(format.money(deposit.available))}`,
        }))}
        hint={t('transfer.fromHint')}
      />
      <ChoiceField
        label={t('transfer.to')}
        value={target}
        onChange={(chosen) => change({ target: chosen })}
        choices={targets}
        problem={target === '' ? (isChecked ? t('field.chooseOne') : undefined) : form.problem('to')}
      />
      {target === 'own' && (
        <SelectField
          label={t('transfer.ownAccount')}
          value={chosenOwn}
          onChange={(number) => change({ ownAccount: number })}
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
          onChange={(number) => change({ accountNumber: number })}
          autoComplete="off"
          maxLength={32}
          isUpperCase
          name="to.accountNumber"
          problem={accountNumber.trim() === '' ? missing : form.problem('to.accountNumber')}
        />
      )}
      <MoneyField
        label={t('transfer.amount')}
        value={amount}
        onChange={(typedAmount) => change({ amount: typedAmount })}
        currencySign={format.currencySign}
        decimals={decimals}
        name="amount"
        problem={
          (isChecked ? moneyProblem(typed) : undefined) ??
          form.problem('amount') ??
          (isChecked && typed.ok && isZeroMoney(typed.text) ? t('field.required') : undefined)
        }
      />
      <TextField
        label={t('transfer.note')}
        isOptional
        value={note}
        onChange={(text) => change({ note: text })}
        name="note"
        problem={form.problem('note')}
        maxLength={120}
        autoComplete="off"
      />
      <Button type="submit" look="filled" isBusy={isBusy}>
        {t('transfer.look')}
      </Button>
    </form>
  );
}

interface Fields {
  sourceId: string;
  target: Target | '';
  ownAccount: string;
  accountNumber: string;
  amount: string;
  note: string;
}

const formNames = { transfer: 'transfer', dues: 'transfer-dues' } as const;

/** The first page leads here to pay what is due: a form of its own beside a transfer that is half typed. */
function formName(): string {
  const wantsDues = new URLSearchParams(location.search).get('to') === 'dues';
  return wantsDues ? formNames.dues : formNames.transfer;
}

/** After the transfer is made, the next one begins empty. */
export function forgetTransferForm(): void {
  forgetTyped(...Object.values(formNames));
}

function destination(target: Target | '', own: string, typed: string): TransferRequest['to'] | undefined {
  if (target === 'shares' || target === 'dues') return { kind: target };
  const accountNumber = target === 'own' ? own : target === 'member' ? typed : '';
  return accountNumber === '' ? undefined : { kind: 'deposit', accountNumber };
}
