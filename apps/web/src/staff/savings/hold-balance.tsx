import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
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
  const holding = useMutation({
    mutationFn: () =>
      client.put('/api/deposits/{id}/hold', {
        path: { id: deposit.id },
        body: {
          amount: isReleased || !amount.ok ? null : amount.text,
          reason: reason.trim(),
          version: deposit.version,
        },
      }),
    onSuccess: async () => {
      showToast(t(isReleased ? 'hold.released' : 'hold.set'));
      dialog.close();
      setTyped(undefined);
      setReason('');
      await queryClient.invalidateQueries();
    },
  });
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
        isReady={reason.trim().length >= 5 && (isReleased || amount.ok)}
        error={holding.error}
      >
        <p>{t('hold.how')}</p>
        <MoneyBox
          label={t('hold.amount')}
          hint={t('hold.amountHow')}
          isOptional
          autoFocus
          value={shown}
          onChange={setTyped}
          problem={fieldProblem(holding.error, 'amount')}
        />
        <LongTextBox
          label={t('act.reason')}
          hint={t('act.reasonHow')}
          maxLength={200}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(holding.error, 'reason')}
        />
      </ActDialog>
    </>
  );
}
