import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Member, TaxDeclaration } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, DayBox, TextBox } from '../ui/fields.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** The forms by which a member says that no tax is to be withheld, year by year. */
export function TaxDeclarations({ member }: { member: Member }) {
  const t = useWords();
  const format = useSocietyFormat();
  const mayChange = useMay()('member.change');
  const [isRecording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<TaxDeclaration>();
  const declarations = useQuery({
    queryKey: ['tax-declarations', member.id],
    queryFn: () => client.get('/api/members/{id}/tax-declarations', { path: { id: member.id } }),
    enabled: member.deposits.length > 0,
  });
  if (member.deposits.length === 0) return null;

  const columns: Column<TaxDeclaration>[] = [
    { name: 'year', heading: t('taxDeclaration.year'), cell: ({ financialYear }) => financialYear },
    { name: 'number', heading: t('taxDeclaration.number'), cell: ({ number }) => number },
    {
      name: 'received',
      heading: t('taxDeclaration.receivedOn'),
      cell: ({ receivedOn }) => format.day(receivedOn),
    },
    {
      name: 'by',
      heading: t('taxDeclaration.by'),
      cell: ({ recordedBy, recordedAt }) => `${recordedBy}, ${format.instant(recordedAt)}`,
    },
    {
      name: 'state',
      heading: t('list.state'),
      cell: ({ withdrawnAt, withdrawnBy, withdrawnBecause }) =>
        withdrawnAt === null ? (
          <StateMark state="active" />
        ) : (
          <>
            <StateMark state="ended" /> {withdrawnBecause}
            <span className="quiet">
              {' '}
              · {withdrawnBy}, {format.instant(withdrawnAt)}
            </span>
          </>
        ),
    },
    ...(mayChange
      ? [
          {
            name: 'withdraw',
            heading: t('taxDeclaration.withdraw'),
            cell: (row: TaxDeclaration) =>
              row.withdrawnAt === null && (
                <Button size="compact-sm" variant="default" onClick={() => setWithdrawing(row)}>
                  {t('taxDeclaration.withdraw')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('taxDeclaration.title')}
      actions={
        mayChange && declarations.data !== undefined ? (
          <Button onClick={() => setRecording(true)}>{t('taxDeclaration.record')}</Button>
        ) : undefined
      }
    >
      <Answered query={declarations}>
        {({ items, years }) => (
          <>
            {items.length === 0 ? (
              <p className="quiet">{t('taxDeclaration.none')}</p>
            ) : (
              <DataTable caption={t('taxDeclaration.title')} columns={columns} rows={items} rowKey={({ id }) => id} />
            )}
            {isRecording && <RecordDeclaration member={member} years={years} onClose={() => setRecording(false)} />}
          </>
        )}
      </Answered>
      {withdrawing !== undefined && (
        <WithdrawDeclaration member={member} declaration={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </Section>
  );
}

interface RecordProps {
  member: Member;
  /** The open one first. */
  years: readonly string[];
  onClose: () => void;
}

function RecordDeclaration({ member, years, onClose }: RecordProps) {
  const t = useWords();
  const { data: me } = useMe();
  const [year, setYear] = useState(years[0] ?? '');
  const [number, setNumber] = useState('');
  const [receivedOn, setReceivedOn] = useState<string>(me?.businessDate ?? '');
  const body = { financialYear: year, number: number.trim(), receivedOn };
  const recording = useMutation({
    mutationFn: () => client.post('/api/members/{id}/tax-declarations', { path: { id: member.id }, body }),
    onSuccess: async () => {
      showToast(t('taxDeclaration.kept'));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('RecordTaxDeclarationBody', body, recording.error);
  return (
    <ActDialog
      title={t('taxDeclaration.record')}
      isOpen
      onClose={onClose}
      act={t('taxDeclaration.keep')}
      onAct={() => recording.mutate()}
      isBusy={recording.isPending}
      isReady={body.number !== '' && receivedOn !== ''}
      error={recording.error}
      checking={checking}
    >
      <ChoiceBox
        label={t('taxDeclaration.year')}
        name="financialYear"
        value={year}
        choices={years.map((one) => ({ value: one, label: one }))}
        onChange={setYear}
        problem={checking.problem('financialYear')}
      />
      <p>{t(year === years[0] ? 'taxDeclaration.how' : 'taxDeclaration.howAhead', { year })}</p>
      <TextBox
        label={t('taxDeclaration.number')}
        maxLength={40}
        name="number"
        value={number}
        onChange={setNumber}
        problem={checking.problem('number')}
      />
      <DayBox
        label={t('taxDeclaration.receivedOn')}
        name="receivedOn"
        value={receivedOn}
        onChange={setReceivedOn}
        problem={checking.problem('receivedOn')}
      />
    </ActDialog>
  );
}

interface WithdrawProps {
  member: Member;
  declaration: TaxDeclaration;
  onClose: () => void;
}

function WithdrawDeclaration({ member, declaration, onClose }: WithdrawProps) {
  const t = useWords();
  return (
    <ReasonDialog
      title={t('taxDeclaration.withdrawTitle', { number: declaration.number })}
      act={t('taxDeclaration.withdraw')}
      done={t('taxDeclaration.withdrawn')}
      bodyName="WithdrawTaxDeclarationBody"
      asked={{}}
      isDanger
      onAsk={(body) =>
        client.post('/api/members/{id}/tax-declarations/{declarationId}/withdrawal', {
          path: { id: member.id, declarationId: declaration.id },
          body,
        })
      }
      onClose={onClose}
    >
      <p>{t('taxDeclaration.withdrawHow')}</p>
    </ReasonDialog>
  );
}
