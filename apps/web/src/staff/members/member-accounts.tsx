import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Member, MemberDeposit } from '../answers.ts';
import { useMayOpenTerm } from '../savings/may-open-term.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';

export function MemberAccounts({ member }: { member: Member }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const columns: Column<MemberDeposit>[] = [
    {
      name: 'number',
      heading: t('deposit.number'),
      cell: (deposit) => (
        <Link to="/savings/$id" params={{ id: deposit.id }}>
          {deposit.accountNumber}
        </Link>
      ),
    },
    { name: 'product', heading: t('deposit.product'), isLong: true, cell: (deposit) => deposit.product },
    { name: 'status', heading: t('list.state'), cell: (deposit) => <StateMark state={deposit.status} /> },
    {
      name: 'available',
      heading: t('deposit.availableIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: (deposit) => format.amount(deposit.available),
    },
    {
      name: 'balance',
      heading: t('deposit.balanceIn', { currency }),
      isNumber: true,
      cell: (deposit) => format.amount(deposit.balance),
    },
  ];
  return (
    <Section title={t('deposit.title')} actions={<Acts member={member} />}>
      {member.deposits.length === 0 ? (
        <p className="quiet">{t('deposit.none')}</p>
      ) : (
        <DataTable
          caption={t('deposit.title')}
          columns={columns}
          rows={member.deposits}
          rowKey={(deposit) => deposit.id}
        />
      )}
    </Section>
  );
}

function Acts({ member }: { member: Member }) {
  const t = useWords();
  const mayOpenTerm = useMayOpenTerm();
  return (
    <div className="row">
      {mayOpenTerm && (
        <Button
          size="compact-sm"
          renderRoot={(props) => <Link to="/counter" search={{ member: member.id, desk: 'deposit' }} {...props} />}
        >
          {t('termDeposit.open')}
        </Button>
      )}
      <OpenDeposit member={member} />
    </div>
  );
}

function OpenDeposit({ member }: { member: Member }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const [productCode, setProductCode] = useState('');
  const products = useQuery({
    queryKey: ['deposit-products'],
    queryFn: () => client.get('/api/deposit-products'),
    enabled: isOpen,
  });
  const opening = useMutation({
    mutationFn: (code: string) => client.post('/api/deposits', { body: { memberId: member.id, productCode: code } }),
    onSuccess: (deposit) => {
      // Only what is opened with money can wait for a second person.
      if (!('accountNumber' in deposit)) return;
      showToast(t('deposit.openedNow', { number: deposit.accountNumber }));
      dialog.close();
      return queryClient.invalidateQueries();
    },
  });
  if (!may('deposit.open')) return null;
  const chosen = productCode === '' ? (products.data?.items[0]?.code ?? '') : productCode;
  return (
    <>
      <Button size="compact-sm" onClick={dialog.open}>
        {t('deposit.open')}
      </Button>
      <ActDialog
        title={t('deposit.openFor', { name: member.name })}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('deposit.openNow')}
        onAct={() => opening.mutate(chosen)}
        isBusy={opening.isPending}
        isReady={chosen !== ''}
        error={opening.error}
      >
        <Answered query={products}>
          {({ items }) => (
            <ChoiceBox
              label={t('deposit.product')}
              value={chosen}
              choices={items.map((product) => ({ value: product.code, label: product.name }))}
              onChange={setProductCode}
              problem={fieldProblem(opening.error, 'productCode')}
            />
          )}
        </Answered>
      </ActDialog>
    </>
  );
}
