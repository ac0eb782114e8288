import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readTypedMoney } from '../../shared/format.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Deposit, DepositRestriction } from '../answers.ts';
import { useMay } from '../session.ts';
import { useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, DayBox, LongTextBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

const KINDS = ['hold', 'lien', 'freeze'] as const satisfies readonly DepositRestriction['kind'][];

/** Asks for an amount to stay, by an order or as security, or for all of it. A second person says yes. */
export function RestrictDeposit({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  if (!may('member.status.request') || deposit.status === 'closed') return null;
  return (
    <>
      <Button onClick={dialog.open}>{t('restriction.set')}</Button>
      {isOpen && <RestrictForm deposit={deposit} onClose={dialog.close} />}
    </>
  );
}

function RestrictForm({ deposit, onClose }: { deposit: Deposit; onClose: () => void }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const [kind, setKind] = useState<DepositRestriction['kind']>('hold');
  const [typed, setTyped] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const [reference, setReference] = useState('');
  const [keepsOut, setKeepsOut] = useState<'out' | 'all'>('out');
  const [reason, setReason] = useState('');
  const amount = readTypedMoney(typed, decimals);
  const said = { reason: reason.trim(), ...(reference.trim() === '' ? {} : { reference: reference.trim() }) };
  const sum = amount.ok ? amount.text : '';
  const body =
    kind === 'freeze'
      ? { kind, allowsDeposits: keepsOut === 'out', ...said }
      : kind === 'lien'
        ? { kind, amount: sum, ...said, reference: reference.trim() }
        : { kind, amount: sum, ...(untilOn === '' ? {} : { untilOn }), ...said };
  const asking = useMutation({
    mutationFn: () => client.post('/api/deposits/{id}/restrictions', { path: { id: deposit.id }, body }),
    onSuccess: async () => {
      showToast(t('restriction.asked'));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('RestrictDepositBody', body, asking.error);
  const hasWhat = kind === 'freeze' || (amount.ok && (kind === 'hold' || reference.trim() !== ''));
  return (
    <ActDialog
      title={t('restriction.title', { number: deposit.accountNumber })}
      isOpen
      onClose={onClose}
      act={t('restriction.ask')}
      onAct={() => asking.mutate()}
      isBusy={asking.isPending}
      isReady={body.reason.length >= 5 && hasWhat}
      error={asking.error}
      checking={checking}
    >
      <ChoiceBox
        label={t('restriction.kind')}
        hint={t(`restriction.how.${kind}`)}
        name="kind"
        value={kind}
        choices={KINDS.map((value) => ({ value, label: t(`restriction.kind.${value}`) }))}
        onChange={(value) => value !== '' && setKind(value)}
      />
      {kind === 'freeze' ? (
        <ChoiceBox
          label={t('restriction.scope')}
          name="allowsDeposits"
          value={keepsOut}
          choices={[
            { value: 'out', label: t('restriction.scope.out') },
            { value: 'all', label: t('restriction.scope.all') },
          ]}
          onChange={(value) => value !== '' && setKeepsOut(value)}
        />
      ) : (
        <MoneyBox
          label={t('restriction.amount')}
          name="amount"
          value={typed}
          onChange={setTyped}
          problem={checking.problem('amount')}
        />
      )}
      {kind === 'hold' && (
        <DayBox
          label={t('restriction.until')}
          hint={t('restriction.untilHow')}
          isOptional
          name="untilOn"
          value={untilOn}
          onChange={setUntilOn}
          problem={checking.problem('untilOn')}
        />
      )}
      <TextBox
        label={t(kind === 'lien' ? 'restriction.loan' : 'restriction.reference')}
        isOptional={kind !== 'lien'}
        maxLength={80}
        name="reference"
        value={reference}
        onChange={setReference}
        problem={checking.problem('reference')}
      />
      <LongTextBox
        label={t('act.reason')}
        hint={t('act.reasonHow')}
        maxLength={200}
        name="reason"
        value={reason}
        onChange={setReason}
        problem={checking.problem('reason')}
      />
    </ActDialog>
  );
}
