import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Member } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, TextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';
import { useEmployers } from './employer-queries.ts';

/** Whose pay office keeps back what this member owes. */
export function ChangeEmployment({ member }: { member: Member }) {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={dialog.open}>
        {t('employer.change')}
      </Button>
      <EmploymentForm key={`${isOpen}`} member={member} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}

function EmploymentForm({ member, isOpen, onClose }: { member: Member; isOpen: boolean; onClose: () => void }) {
  const t = useWords();
  const employers = useEmployers();
  const [employerId, setEmployerId] = useState(member.employment?.employerId ?? '');
  const [number, setNumber] = useState(member.employment?.employeeNumber ?? '');
  const changing = useMutation({
    mutationFn: () =>
      client.put('/api/members/{id}/employment', {
        path: { id: member.id },
        body: {
          employerId: employerId === '' ? null : employerId,
          employeeNumber: employerId === '' || number.trim() === '' ? null : number.trim(),
        },
      }),
    onSuccess: async () => {
      showToast(t('employer.changed', { name: member.name }));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <ActDialog
      title={t('employer.title')}
      isOpen={isOpen}
      onClose={onClose}
      act={t('employer.keep')}
      onAct={() => changing.mutate()}
      isBusy={changing.isPending}
      error={changing.error}
    >
      <ChoiceBox
        label={t('employer.title')}
        none={t('demand.noEmployer')}
        value={employerId}
        choices={(employers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setEmployerId}
        problem={fieldProblem(changing.error, 'employerId')}
      />
      {employerId !== '' && (
        <TextBox
          label={t('employer.number')}
          hint={t('employer.numberHow')}
          isOptional
          maxLength={32}
          value={number}
          onChange={setNumber}
          problem={fieldProblem(changing.error, 'employeeNumber')}
        />
      )}
      {employers.data?.items.length === 0 && (
        <p>
          {t('employer.noneHow')} <Link to="/loans/demand">{t('nav.loanDemand')}</Link>
        </p>
      )}
    </ActDialog>
  );
}
