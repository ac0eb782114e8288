import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { phoneText } from '../../shared/format.ts';
import type { ApplicationRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Mark, StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice, usePeriodParts } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const states = ['submitted', 'returned', 'approved', 'rejected', 'all'] as const;
const sorts = ['submittedAt', '-submittedAt'] as const;

const route = getRouteApi('/applications');

export function ApplicationsPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/applications' });
  const search = route.useSearch();
  const status = states.find((one) => one === search.status) ?? 'submitted';
  const sort = sorts.find((one) => one === search.sort) ?? 'submittedAt';
  const { from, to } = search;
  const filter = { q: search.q, status, sort, submittedFrom: from, submittedTo: to };
  const list = useKeysetList('/api/admin/member-requests', { ...filter, total: true });
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
    { name: 'phone', heading: t('member.phone'), isMinor: true, cell: (application) => phoneText(application.phone) },
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
  const total = list.data?.pages[0]?.total;
  const title =
    total === undefined ? t(`applications.title.${status}`) : t(`applications.count.${status}`, { count: total });
  const period = usePeriodParts({ from, to }, set);
  const view = useListView('applications', columns);
  return (
    <Page
      title={title}
      actions={
        may('member.register') && (
          <Button renderRoot={(props) => <Link to="/applications/new" {...props} />}>
            {t('applications.register')}
          </Button>
        )
      }
    >
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/admin/member-requests.csv', query: filter, total }}
        list={list}
      >
        <SearchBox label={t('applications.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('applications.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('list.state')}
                value={status}
                choices={states.map((one) => ({ value: one, label: t(`applications.pick.${one}`) }))}
                onChange={(one) => set({ status: one })}
              />
            ),
            ...period,
            sort: (
              <SentenceChoice
                label={t('list.order')}
                value={sort}
                choices={sorts.map((one) => ({ value: one, label: t(`applications.by.${one}`) }))}
                onChange={(one) => set({ sort: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={['application.submitted', 'application.returned', 'application.rejected', 'member.approved']}
        empty={<Empty title={t('applications.none')}>{t('applications.noneHow')}</Empty>}
      >
        {(rows: ApplicationRow[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
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
