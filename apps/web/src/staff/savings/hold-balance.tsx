import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Deposit } from '../answers.ts';
import { useMay } from '../session.ts';
import { useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox, MoneyBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

/** A part of the balance that must stay, as security or by an order. */
export function HoldBalance({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const may = useMay();
  const { decimals } = useThisSociety();
  const [isOpen, dialog] = useDisclosure(false);
  const [typed, setTyped] = useState<string>();
  const [reason, setReason] = useState('');
  const shown = typed ?? (isZeroMoney(deposit.hold) ? '' : typedFromMoney(deposit.hold));
  const amount = readTypedMoney(shown, decimals);
  const isReleased = shown.trim() === '' || (amount.ok && isZeroMoney(amount.text));
  const body = {
    amount: isReleased || !amount.ok ? null : amount.text,
    reason: reason.trim(),
    version: deposit.version,
  };
  const holding = useMutation({
    mutationFn: () =>
      client.put('/api/deposits/{id}/hold', {
        path: { id: deposit.id },
        body,
      }),
    onSuccess: async () => {
      showToast(t(isReleased ? 'hold.released' : 'hold.set'));
      dialog.close();
      setTyped(undefined);
      setReason('');
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('HoldBody', body, holding.error);
  if (!may('member.status.request') || deposit.status === 'closed') return null;
  return (
    <>
      <Button onClick={dialog.open}>{t('hold.change')}</Button>
      <ActDialog
        title={t('hold.title', { number: deposit.accountNumber })}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t(isReleased ? 'hold.releaseNow' : 'hold.setNow')}
        onAct={() => holding.mutate()}
        isBusy={holding.isPending}
        isReady={body.reason.length >= 5 && (isReleased || amount.ok)}
        error={holding.error}
        checking={checking}
      >
        <p>{t('hold.how')}</p>
        <MoneyBox
          label={t('hold.amount')}
          hint={t('hold.amountHow')}
          isOptional
          autoFocus
          name="amount"
          value={shown}
          onChange={setTyped}
          problem={checking.problem('amount')}
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
    </>
  );
}
