import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import type { DisclosureRequest, Member } from '../answers.ts';
import { useMay } from '../session.ts';
import { client } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

interface DisclosedNumberProps {
  member: Member;
  what: DisclosureRequest['what'];
  masked: string | null;
}

/** Masked until somebody who may gives a reason; the audit log keeps who and why. It stays open for a minute. */
export function DisclosedNumber({ member, what, masked }: DisclosedNumberProps) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string>();
  const disclosing = useMutation({
    mutationFn: () =>
      client.post('/api/members/{id}/disclosures', {
        path: { id: member.id },
        body: { what, reason: reason.trim() } satisfies DisclosureRequest,
      }),
    onSuccess: (answer) => {
      setValue(answer.value);
      setReason('');
      dialog.close();
      setTimeout(() => setValue(undefined), 60_000);
    },
  });
  if (masked === null) return '–';
  return (
    <>
      <span className="figure-left">{value ?? masked}</span>{' '}
      {value === undefined && may('member.identity.disclose') && (
        <Button size="compact-xs" variant="subtle" onClick={dialog.open} aria-label={t(`disclose.${what}`)}>
          {t('disclose.show')}
        </Button>
      )}
      <ActDialog
        title={t(`disclose.${what}`)}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('disclose.show')}
        onAct={() => disclosing.mutate()}
        isBusy={disclosing.isPending}
        isReady={reason.trim().length >= 5}
        error={disclosing.error}
      >
        <p>{t('disclose.how')}</p>
        <LongTextBox
          label={t('act.reason')}
          hint={t('act.reasonHow')}
          autoFocus
          maxLength={200}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(disclosing.error, 'reason')}
        />
      </ActDialog>
    </>
  );
}
