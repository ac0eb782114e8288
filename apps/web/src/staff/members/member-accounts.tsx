import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Member, MemberDeposit, OpenDepositRequest } from '../answers.ts';
import { GoalFields, useTypedGoal } from '../savings/goal-fields.tsx';
import { useMayOpenTerm } from '../savings/may-open-term.ts';
import { ProductWords } from '../savings/product-words.tsx';
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
  const { typed, set, goal } = useTypedGoal();
  const products = useQuery({
    queryKey: ['deposit-products'],
    queryFn: () => client.get('/api/deposit-products'),
    enabled: isOpen,
  });
  const opening = useMutation({
    mutationFn: (body: OpenDepositRequest) => client.post('/api/deposits', { body }),
    onSuccess: (deposit) => {
      // Only what is opened with money can wait for a second person.
      if (!('accountNumber' in deposit)) return;
      showToast(t('deposit.openedNow', { number: deposit.accountNumber }));
      dialog.close();
      return queryClient.invalidateQueries();
    },
  });
  const items = products.data?.items ?? [];
  const product = items.find(({ code }) => code === productCode) ?? items[0];
  const isGoal = product?.kind === 'goal';
  const request = {
    memberId: member.id,
    productCode: product?.code ?? '',
    ...(isGoal && goal !== undefined ? { goal } : {}),
  };
  const checking = useContractForm('OpenDepositBody', request, opening.error);
  if (!may('deposit.open')) return null;
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
        onAct={() => opening.mutate(request)}
        checking={checking}
        isBusy={opening.isPending}
        isReady={product !== undefined && (!isGoal || goal !== undefined)}
        error={opening.error}
      >
        <Answered query={products}>
          {() => (
            <>
              <ChoiceBox
                label={t('deposit.product')}
                name="productCode"
                value={request.productCode}
                choices={items.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={setProductCode}
                problem={checking.problem('productCode')}
              />
              {product !== undefined && <ProductWords product={product} />}
              {isGoal && <GoalFields typed={typed} onChange={set} problem={checking.problem} />}
            </>
          )}
        </Answered>
      </ActDialog>
    </>
  );
}
