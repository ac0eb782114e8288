import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Deposit } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

/** Asks for a dormant account to be woken, with what was seen of the member's papers. */
export function ReactivateDeposit({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const [note, setNote] = useState('');
  const body = { note: note.trim() };
  const asking = useMutation({
    mutationFn: () => client.post('/api/deposits/{id}/reactivation', { path: { id: deposit.id }, body }),
    onSuccess: async () => {
      showToast(t('restriction.asked'));
      dialog.close();
      setNote('');
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('ReactivateBody', body, asking.error);
  if (!may('deposit.open') || deposit.status !== 'dormant') return null;
  return (
    <>
      <Button onClick={dialog.open}>{t('dormancy.reactivate')}</Button>
      <ActDialog
        title={t('dormancy.title', { number: deposit.accountNumber })}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('restriction.ask')}
        onAct={() => asking.mutate()}
        isBusy={asking.isPending}
        isReady={body.note.length >= 5}
        error={asking.error}
        checking={checking}
      >
        <p>{t('dormancy.how')}</p>
        <LongTextBox
          label={t('dormancy.knownBy')}
          hint={t('dormancy.knownByHow')}
          maxLength={200}
          name="note"
          value={note}
          onChange={setNote}
          problem={checking.problem('note')}
        />
      </ActDialog>
    </>
  );
}
