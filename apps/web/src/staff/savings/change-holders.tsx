import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { DepositWithPlan } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';
import { HoldingFields } from './holding-fields.tsx';
import { useHolding } from './use-holding.ts';

/** Asks for other holders of an account, or another way it is operated. A second person says yes. */
export function ChangeHolders({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  if (!may('deposit.open') || deposit.status === 'closed') return null;
  return (
    <>
      <Button onClick={dialog.open}>{t('holding.change')}</Button>
      {isOpen && <HoldersForm deposit={deposit} onClose={dialog.close} />}
    </>
  );
}

function HoldersForm({ deposit, onClose }: { deposit: DepositWithPlan; onClose: () => void }) {
  const t = useWords();
  const { typed, setTyped, holding, isReady } = useHolding(deposit.holding);
  const [reason, setReason] = useState('');
  const body = { ...holding, reason: reason.trim() };
  const asking = useMutation({
    mutationFn: () => client.post('/api/deposits/{id}/holders', { path: { id: deposit.id }, body }),
    onSuccess: async () => {
      showToast(t('restriction.asked'));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('ChangeHoldersBody', body, asking.error);
  return (
    <ActDialog
      title={t('holding.title', { number: deposit.accountNumber })}
      isOpen
      onClose={onClose}
      act={t('restriction.ask')}
      onAct={() => asking.mutate()}
      isBusy={asking.isPending}
      isReady={isReady && body.reason.length >= 5}
      error={asking.error}
      checking={checking}
    >
      <p>{t('holding.first', { name: deposit.memberName })}</p>
      <HoldingFields firstHolderId={deposit.memberId} typed={typed} onChange={setTyped} problem={checking.problem} />
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
