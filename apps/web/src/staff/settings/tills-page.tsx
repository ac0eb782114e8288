import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Till } from '../answers.ts';
import { useTills } from '../counter/counter-queries.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { TextBox } from '../ui/fields.tsx';
import { Glow } from '../ui/glow.tsx';
import { Mark, StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { TillPanel } from './till-panel.tsx';

export function TillsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const tills = useTills();
  const [openedId, setOpenedId] = useState<string>();
  const opened = tills.data?.items.find((till) => till.id === openedId);
  const columns: Column<Till>[] = [
    {
      name: 'code',
      heading: t('tills.code'),
      cell: (till) => (
        <button type="button" className="link-button" onClick={() => setOpenedId(till.id)}>
          {till.code}
        </button>
      ),
    },
    { name: 'name', heading: t('tills.name'), isLong: true, cell: (till) => till.name },
    {
      name: 'state',
      heading: t('list.state'),
      cell: (till) =>
        till.isActive ? (
          <StateMark state={till.session === null ? 'closed' : 'open'} />
        ) : (
          <Mark look={{ colour: 'gray', mark: '✕' }} words={t('tills.isRetired')} />
        ),
    },
    { name: 'own', heading: t('tills.ownCashier'), isMinor: true, cell: (till) => till.assignedTo ?? '–' },
    { name: 'cashier', heading: t('till.cashier'), isMinor: true, cell: (till) => till.session?.cashier ?? '–' },
    {
      name: 'since',
      heading: t('till.openedAt'),
      isMinor: true,
      cell: (till) => (till.session === null ? '–' : format.instant(till.session.openedAt)),
    },
    {
      name: 'cash',
      heading: t('tills.cashIn', { currency }),
      isNumber: true,
      cell: (till) => <Glow value={till.cash}>{format.amount(till.cash)}</Glow>,
    },
    {
      name: 'limit',
      heading: t('tills.limitIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: (till) => (till.cashLimit === null ? '–' : format.amount(till.cashLimit)),
    },
  ];
  const open = tills.data?.items.filter((till) => till.session !== null).length ?? 0;
  return (
    <Page
      title={tills.data === undefined ? t('nav.tills') : t('tills.title', { count: open })}
      actions={<CreateTill />}
    >
      <Answered query={tills}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('tills.none')}>{t('tills.noneHow')}</Empty>
          ) : (
            <DataTable caption={t('nav.tills')} columns={columns} rows={items} rowKey={(till) => till.id} />
          )
        }
      </Answered>
      <SidePanel
        title={opened === undefined ? '' : `${opened.code} · ${opened.name}`}
        isOpen={opened !== undefined}
        onClose={() => setOpenedId(undefined)}
        size="lg"
      >
        {opened !== undefined && <TillPanel key={`${opened.id} ${opened.version}`} till={opened} />}
      </SidePanel>
    </Page>
  );
}

function CreateTill() {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const creating = useMutation({
    mutationFn: () => client.post('/api/tills', { body: { code: code.trim(), name: name.trim() } }),
    onSuccess: async (till) => {
      showToast(t('tills.created', { code: till.code }));
      dialog.close();
      setCode('');
      setName('');
      await queryClient.invalidateQueries();
    },
  });
  if (!may('till.manage')) return null;
  return (
    <>
      <Button onClick={dialog.open}>{t('tills.create')}</Button>
      <ActDialog
        title={t('tills.create')}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('tills.createNow')}
        onAct={() => creating.mutate()}
        isBusy={creating.isPending}
        isReady={code.trim() !== '' && name.trim() !== ''}
        error={creating.error}
      >
        <TextBox
          label={t('tills.code')}
          hint={t('tills.codeHow')}
          isUpperCase
          takesDigits
          autoFocus
          maxLength={8}
          value={code}
          onChange={setCode}
          problem={fieldProblem(creating.error, 'code')}
        />
        <TextBox
          label={t('tills.name')}
          maxLength={80}
          value={name}
          onChange={setName}
          problem={fieldProblem(creating.error, 'name')}
        />
      </ActDialog>
    </>
  );
}
