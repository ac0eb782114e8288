import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ApprovalRow } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { Filters } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const states = ['pending', 'approved', 'rejected', 'withdrawn', 'all'] as const;
const kinds = [
  'withdrawal',
  'transfer',
  'voucher',
  'member-status',
  'member-details',
] as const satisfies readonly ApprovalRow['kind'][];

const route = getRouteApi('/approvals');

/** What one person asked for and another decides. */
export function ApprovalsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/approvals' });
  const search = route.useSearch();
  const status = states.find((one) => one === search.status) ?? 'pending';
  const kind = kinds.find((one) => one === search.kind);
  const list = useKeysetList('/api/approvals', { status, kind });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<ApprovalRow>[] = [
    {
      name: 'summary',
      heading: t('approval.what'),
      isLong: true,
      cell: (approval) => (
        <Link to="/approvals/$id" params={{ id: approval.id }}>
          {approval.summary}
        </Link>
      ),
    },
    {
      name: 'kind',
      heading: t('approval.kindHead'),
      isMinor: true,
      cell: (approval) => t(`approval.kind.${approval.kind}`),
    },
    { name: 'status', heading: t('list.state'), cell: (approval) => <StateMark state={approval.status} /> },
    { name: 'by', heading: t('approval.requestedBy'), cell: (approval) => approval.requestedBy },
    {
      name: 'at',
      heading: t('approval.requestedAt'),
      isMinor: true,
      cell: (approval) => format.instant(approval.requestedAt),
    },
    {
      name: 'amount',
      heading: t('approval.amountIn', { currency }),
      isNumber: true,
      cell: (approval) => (approval.amount === null ? '' : format.amount(approval.amount)),
    },
  ];
  return (
    <Page title={t(`approvals.title.${status}`)}>
      <Filters
        isSet={search.status !== undefined || kind !== undefined}
        onClear={() => void navigate({ search: {}, replace: true })}
      >
        <ChoiceBox
          label={t('list.state')}
          value={status}
          choices={states.map((one) => ({ value: one, label: one === 'all' ? t('list.all') : t(`state.${one}`) }))}
          onChange={(one) => set({ status: one })}
        />
        <ChoiceBox
          label={t('approval.kindHead')}
          none={t('list.all')}
          value={kind ?? ''}
          choices={kinds.map((one) => ({ value: one, label: t(`approval.kind.${one}`) }))}
          onChange={(one) => set({ kind: one })}
        />
      </Filters>
      <KeysetRows
        list={list}
        events={['approval.requested', 'approval.decided']}
        empty={
          <Empty title={t(status === 'pending' ? 'approvals.nonePending' : 'approvals.none')}>
            {t('approvals.noneHow')}
          </Empty>
        }
      >
        {(rows: ApprovalRow[]) => (
          <DataTable
            caption={t(`approvals.title.${status}`)}
            columns={columns}
            rows={rows}
            rowKey={(approval) => approval.id}
          />
        )}
      </KeysetRows>
    </Page>
  );
}
