import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ApplicationRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { Filters, SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Mark, StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const states = ['submitted', 'returned', 'approved', 'rejected', 'all'] as const;
type State = (typeof states)[number];

const route = getRouteApi('/applications');

export function ApplicationsPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/applications' });
  const search = route.useSearch();
  const status: State = states.find((one) => one === search.status) ?? 'submitted';
  const sort = search.sort ?? 'submittedAt';
  const list = useKeysetList('/api/admin/member-requests', { q: search.q, status, sort });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<ApplicationRow>[] = [
    {
      name: 'name',
      heading: t('member.name'),
      isLong: true,
      cell: (application) => (
        <Link to="/applications/$id" params={{ id: application.id }}>
          {application.name}
        </Link>
      ),
    },
    { name: 'tracking', heading: t('application.tracking'), cell: (application) => application.trackingNumber },
    { name: 'status', heading: t('list.state'), cell: (application) => <StateMark state={application.status} /> },
    { name: 'phone', heading: t('member.phone'), isMinor: true, cell: (application) => application.phone },
    {
      name: 'locality',
      heading: t('member.locality'),
      isMinor: true,
      isLong: true,
      cell: (application) => application.locality,
    },
    {
      name: 'source',
      heading: t('application.source'),
      isMinor: true,
      cell: (application) => t(`application.source.${application.source}`),
    },
    {
      name: 'flags',
      heading: t('application.flags'),
      cell: (application) =>
        application.flags === 0 ? (
          '–'
        ) : (
          <Mark
            look={{ colour: 'yellow', mark: '▲' }}
            words={t('application.flagCount', { count: application.flags })}
          />
        ),
    },
    {
      name: 'at',
      heading: t('application.submittedAt'),
      sort: { up: 'submittedAt', down: '-submittedAt' },
      cell: (application) => format.instant(application.submittedAt),
    },
  ];
  return (
    <Page
      title={t(`applications.title.${status}`)}
      actions={
        may('member.register') && (
          <Button renderRoot={(props) => <Link to="/applications/new" {...props} />}>
            {t('applications.register')}
          </Button>
        )
      }
    >
      <Filters
        isSet={search.q !== undefined || search.status !== undefined}
        onClear={() => void navigate({ search: {}, replace: true })}
      >
        <SearchBox label={t('applications.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <ChoiceBox<State>
          label={t('list.state')}
          value={status}
          choices={states.map((one) => ({ value: one, label: one === 'all' ? t('list.all') : t(`state.${one}`) }))}
          onChange={(one) => set({ status: one })}
        />
      </Filters>
      <KeysetRows
        list={list}
        events={['application.submitted', 'application.returned', 'application.rejected', 'member.approved']}
        empty={<Empty title={t('applications.none')}>{t('applications.noneHow')}</Empty>}
      >
        {(rows: ApplicationRow[]) => (
          <DataTable
            caption={t(`applications.title.${status}`)}
            columns={columns}
            rows={rows}
            rowKey={(application) => application.id}
            sort={sort}
            onSort={(next) => set({ sort: next })}
          />
        )}
      </KeysetRows>
    </Page>
  );
}
