import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Member, StaffStanding as Standing } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { DayBox, LongTextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';

/** Whether the rates for staff hold for this member, since when, and who said so. */
export function StaffStanding({ member }: { member: Member }) {
  const t = useWords();
  const format = useSocietyFormat();
  const mayChange = useMay()('member.change');
  const [isAsking, setAsking] = useState(false);
  const standings = useQuery({
    queryKey: ['staff-standings', member.id],
    queryFn: () => client.get('/api/members/{id}/staff-standings', { path: { id: member.id } }),
    enabled: member.memberClass !== 'institution',
  });
  if (member.memberClass === 'institution') return null;
  const columns: Column<Standing>[] = [
    { name: 'from', heading: t('staffStanding.from'), cell: ({ effectiveFrom }) => format.day(effectiveFrom) },
    {
      name: 'standing',
      heading: t('staffStanding.what'),
      cell: ({ isStaff }) => t(isStaff ? 'staffStanding.isStaff' : 'staffStanding.isNot'),
    },
    { name: 'reason', heading: t('staffStanding.reason'), isLong: true, cell: ({ reason }) => reason },
    {
      name: 'by',
      heading: t('settings.setBy'),
      isLong: true,
      cell: ({ setBy, approvedBy, recordedAt }) => (
        <>
          {setBy}
          <span className="quiet small block">{t('rule.agreedBy', { name: approvedBy })}</span>
          <span className="quiet small block">{format.instant(recordedAt)}</span>
        </>
      ),
    },
  ];
  const answer = standings.data;
  return (
    <Section
      title={t('staffStanding.title')}
      actions={
        mayChange && answer !== undefined && answer.waitingApprovalId === null ? (
          <Button onClick={() => setAsking(true)}>
            {t(answer.isStaff ? 'staffStanding.end' : 'staffStanding.begin')}
          </Button>
        ) : undefined
      }
    >
      <Answered query={standings}>
        {({ items, isStaff, waitingApprovalId }) => (
          <>
            {waitingApprovalId !== null && <WaitsForSecondPerson approvalId={waitingApprovalId} />}
            {items.length === 0 ? (
              <p className="quiet">{t('staffStanding.none')}</p>
            ) : (
              <DataTable caption={t('staffStanding.title')} columns={columns} rows={items} rowKey={({ id }) => id} />
            )}
            {isAsking && <AskStanding member={member} isStaff={!isStaff} onClose={() => setAsking(false)} />}
          </>
        )}
      </Answered>
    </Section>
  );
}

interface AskStandingProps {
  member: Member;
  /** What is asked for. */
  isStaff: boolean;
  onClose: () => void;
}

function AskStanding({ member, isStaff, onClose }: AskStandingProps) {
  const t = useWords();
  const { data: me } = useMe();
  const [effectiveFrom, setFrom] = useState<string>(me?.businessDate ?? '');
  const [reason, setReason] = useState('');
  const body = { isStaff, effectiveFrom, reason: reason.trim() };
  const asking = useMutation({
    mutationFn: () => client.post('/api/members/{id}/staff-standings', { path: { id: member.id }, body }),
    onSuccess: async () => {
      showToast(t('restriction.asked'));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('AskStaffStandingBody', body, asking.error);
  return (
    <ActDialog
      title={t(isStaff ? 'staffStanding.beginTitle' : 'staffStanding.endTitle', { name: member.name })}
      isOpen
      onClose={onClose}
      act={t('restriction.ask')}
      onAct={() => asking.mutate()}
      isBusy={asking.isPending}
      isReady={effectiveFrom !== '' && body.reason.length >= 5}
      error={asking.error}
      checking={checking}
    >
      <p>{t('staffStanding.how')}</p>
      <DayBox
        label={t('staffStanding.from')}
        name="effectiveFrom"
        value={effectiveFrom}
        onChange={setFrom}
        problem={checking.problem('effectiveFrom')}
      />
      <LongTextBox
        label={t('staffStanding.reason')}
        maxLength={200}
        name="reason"
        value={reason}
        onChange={setReason}
        problem={checking.problem('reason')}
      />
    </ActDialog>
  );
}
