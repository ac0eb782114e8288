import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

/** The papers were looked at again and are still right. */
export function ReviewDialog({ memberId, months, onClose }: { memberId: string; months: number; onClose: () => void }) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const body = { note: typed.trim() };
  const reviewing = useMutation({
    mutationFn: () => client.post('/api/members/{id}/kyc-reviews', { path: { id: memberId }, body }),
    onSuccess: () => {
      showToast(t('kyc.reviewDone'));
      onClose();
      return queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('ReviewKycBody', body, reviewing.error);
  return (
    <ActDialog
      title={t('kyc.reviewTitle')}
      isOpen
      onClose={onClose}
      act={t('kyc.reviewNow')}
      onAct={() => reviewing.mutate()}
      isBusy={reviewing.isPending}
      isReady={body.note.length >= 5}
      error={reviewing.error}
      checking={checking}
    >
      <p>{t('kyc.reviewHow', { count: months })}</p>
      <LongTextBox
        label={t('kyc.noteLabel')}
        hint={t('act.reasonHow')}
        maxLength={400}
        name="note"
        value={typed}
        onChange={setTyped}
        problem={checking.problem('note')}
      />
    </ActDialog>
  );
}
