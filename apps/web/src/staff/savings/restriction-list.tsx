import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Deposit, DepositRestriction } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useWords } from '../words.ts';

/** Holds, liens and freezes of the account, those in force and those that are over; nothing where there never was one. */
export function RestrictionList({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const [lifting, setLifting] = useState<DepositRestriction>();
  const { data } = useQuery({
    queryKey: ['deposit-restrictions', deposit.id],
    queryFn: () => client.get('/api/deposits/{id}/restrictions', { path: { id: deposit.id } }),
  });
  if (data === undefined || (data.items.length === 0 && data.waiting.length === 0)) return null;

  const columns: Column<DepositRestriction>[] = [
    { name: 'kind', heading: t('restriction.kind'), cell: (row) => <KindWords restriction={row} /> },
    {
      name: 'amount',
      heading: t('restriction.amountIn', { currency: deposit.currency }),
      isNumber: true,
      cell: ({ amount }) => (amount === null ? t('restriction.everything') : format.amount(amount)),
    },
    {
      name: 'why',
      heading: t('act.reason'),
      cell: ({ reason, reference }) => (
        <>
          {reason}
          {reference !== null && <span className="quiet"> · {reference}</span>}
        </>
      ),
    },
    {
      name: 'set',
      heading: t('restriction.setOn'),
      cell: ({ setOn, setBy, approvedBy }) => <DayAndPeople on={setOn} people={[setBy, approvedBy]} />,
    },
    {
      name: 'state',
      heading: t('list.state'),
      cell: ({ status, endedOn, endedBy, endApprovedBy, untilOn }) => (
        <>
          <StateMark state={status === 'active' ? 'active' : 'ended'} />{' '}
          {status === 'active' && untilOn !== null && t('restriction.untilDay', { day: format.day(untilOn) })}
          {status === 'moved' && <span className="quiet">{t('restriction.moved')} </span>}
          {endedOn !== null && <DayAndPeople on={endedOn} people={[endedBy, endApprovedBy]} />}
        </>
      ),
    },
    ...(may('member.status.request')
      ? [
          {
            name: 'lift',
            heading: t('restriction.lift'),
            isAct: true,
            cell: (row: DepositRestriction) =>
              row.status === 'active' && (
                <Button size="compact-sm" variant="default" onClick={() => setLifting(row)}>
                  {t('restriction.lift')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('restriction.list')}>
      {data.waiting.map(({ approvalId, isLift }) => (
        <p key={approvalId}>
          <Link to="/approvals/$id" params={{ id: approvalId }}>
            {t(isLift ? 'restriction.liftWaits' : 'restriction.setWaits')}
          </Link>
        </p>
      ))}
      {data.items.length > 0 && (
        <DataTable caption={t('restriction.list')} columns={columns} rows={data.items} rowKey={({ id }) => id} />
      )}
      {lifting !== undefined && (
        <LiftRestriction deposit={deposit} restriction={lifting} onClose={() => setLifting(undefined)} />
      )}
    </Section>
  );
}

function KindWords({ restriction: { kind, allowsDeposits } }: { restriction: DepositRestriction }) {
  const t = useWords();
  if (kind !== 'freeze') return t(`restriction.kind.${kind}`);
  return `${t('restriction.kind.freeze')}: ${t(allowsDeposits === true ? 'restriction.scope.out' : 'restriction.scope.all')}`;
}

function DayAndPeople({ on, people }: { on: string; people: readonly (string | null)[] }) {
  const format = useSocietyFormat();
  const names = people.filter((name) => name !== null).join(', ');
  return (
    <>
      {format.day(on)}
      {names !== '' && <span className="quiet"> · {names}</span>}
    </>
  );
}

function LiftRestriction({
  deposit,
  restriction,
  onClose,
}: {
  deposit: Deposit;
  restriction: DepositRestriction;
  onClose: () => void;
}) {
  const t = useWords();
  return (
    <ReasonDialog
      title={t('restriction.liftTitle', { number: deposit.accountNumber })}
      act={t('restriction.askLift')}
      done={t('restriction.asked')}
      bodyName="LiftRestrictionBody"
      asked={{}}
      onAsk={(body) =>
        client.post('/api/deposits/{id}/restrictions/{restrictionId}/lift', {
          path: { id: deposit.id, restrictionId: restriction.id },
          body,
        })
      }
      onClose={onClose}
    >
      <p>
        <KindWords restriction={restriction} />
        {restriction.reason !== null && <span className="quiet"> · {restriction.reason}</span>}
      </p>
    </ReasonDialog>
  );
}
