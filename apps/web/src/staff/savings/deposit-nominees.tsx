import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { DepositWithPlan } from '../answers.ts';
import { NomineeFields } from '../applications/nominee-fields.tsx';
import { newNominee, nomineeBodies, shareTotal, type TypedNominee } from '../applications/registration.ts';
import { NomineeList } from '../members/nominee-list.tsx';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { TickBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** Who gets the deposit when its member dies. */
export function DepositNominees({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const { areOwn, items } = deposit.nominees;
  return (
    <Section title={t(areOwn ? 'depositNominee.own' : 'depositNominee.ofMember')}>
      <NomineeList nominees={items} />
      {may('deposit.open') && deposit.status !== 'closed' && (
        <div className="row no-print">
          <Button size="compact-sm" onClick={dialog.open}>
            {t('depositNominee.change')}
          </Button>
        </div>
      )}
      {isOpen && <NomineesForm deposit={deposit} onClose={dialog.close} />}
    </Section>
  );
}

function NomineesForm({ deposit, onClose }: { deposit: DepositWithPlan; onClose: () => void }) {
  const t = useWords();
  const { areOwn, items } = deposit.nominees;
  const [likeMember, setLikeMember] = useState(false);
  const [nominees, setNominees] = useState<readonly TypedNominee[]>(() =>
    areOwn
      ? items.map(({ guardianName, guardianRelation, ...nominee }) => ({
          ...newNominee(),
          ...nominee,
          guardianName: guardianName ?? '',
          guardianRelation: guardianRelation ?? '',
        }))
      : [newNominee('100')],
  );
  const body = { nominees: likeMember ? [] : nomineeBodies(nominees) };
  const asking = useMutation({
    mutationFn: () => client.post('/api/deposits/{id}/nominees', { path: { id: deposit.id }, body }),
    onSuccess: async () => {
      showToast(t('restriction.asked'));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('NameNomineesBody', body, asking.error);
  const isWhole =
    shareTotal(nominees) === '100.00' &&
    nominees.every(({ name, relation, dateOfBirth }) => [name, relation, dateOfBirth].every((typed) => typed !== ''));
  return (
    <ActDialog
      title={t('depositNominee.title', { number: deposit.accountNumber })}
      isOpen
      onClose={onClose}
      act={t('restriction.ask')}
      onAct={() => asking.mutate()}
      isBusy={asking.isPending}
      isReady={likeMember || isWhole}
      error={asking.error}
      checking={checking}
    >
      {areOwn && <TickBox label={t('depositNominee.likeMember')} isTicked={likeMember} onChange={setLikeMember} />}
      {!likeMember && <NomineeFields nominees={nominees} onChange={setNominees} problem={checking.problem} />}
    </ActDialog>
  );
}
