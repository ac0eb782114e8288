import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { DeclarationRegisterRow } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const route = getRouteApi('/tax-declarations');
const sorts = ['recordedAt', '-recordedAt'] as const;
const states = ['active', 'withdrawn'] as const;

/** The register of all forms by which members say that no tax is to be withheld. */
export function DeclarationsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/tax-declarations' });
  const search = route.useSearch();
  const sort = sorts.find((one) => one === search.sort) ?? '-recordedAt';
  const filter = { q: search.q, year: search.year, state: search.state, sort };
  const list = useKeysetList('/api/tax-declarations', { ...filter, total: true });
  const first = list.data?.pages[0];
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<DeclarationRegisterRow>[] = [
    { name: 'number', heading: t('taxDeclaration.number'), cell: ({ number }) => number },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberId, memberName, memberNumber }) => (
        <>
          <Link to="/members/$id" params={{ id: memberId }}>
            {memberName}
          </Link>{' '}
          <span className="quiet nowrap">· {memberNumber}</span>
        </>
      ),
    },
    {
      name: 'pan',
      heading: t('member.pan'),
      isMinor: true,
      cell: ({ panMasked }) => panMasked ?? t('tax.withoutPan'),
    },
    { name: 'year', heading: t('taxDeclaration.year'), cell: ({ financialYear }) => financialYear },
    {
      name: 'received',
      heading: t('taxDeclaration.receivedOn'),
      isMinor: true,
      cell: ({ receivedOn }) => format.day(receivedOn),
    },
    {
      name: 'by',
      heading: t('taxDeclaration.by'),
      isMinor: true,
      sort: { up: 'recordedAt', down: '-recordedAt' },
      cell: ({ recordedBy, recordedAt }) => `${recordedBy}, ${format.instant(recordedAt)}`,
    },
    {
      name: 'state',
      heading: t('list.state'),
      isLong: true,
      cell: ({ withdrawnAt, withdrawnBy, withdrawnBecause }) =>
        withdrawnAt === null ? (
          <StateMark state="active" />
        ) : (
          <>
            <StateMark state="ended" /> {withdrawnBecause} <span className="quiet">· {withdrawnBy}</span>
          </>
        ),
    },
  ];
  const view = useListView('tax-declarations', columns);
  const total = first?.total;
  const title =
    total === undefined || total === 0 ? t('nav.taxDeclarations') : t('taxDeclaration.count', { count: total });
  return (
    <Page title={title} lead={t('taxDeclaration.lead')}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/tax-declarations.csv', query: filter, total }}
        list={list}
      >
        <SearchBox label={t('taxDeclaration.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('taxDeclaration.sentence', slots)}
          parts={{
            state: (
              <SentenceChoice
                label={t('list.state')}
                value={states.find((one) => one === search.state) ?? ''}
                none={t('taxDeclaration.state.all')}
                choices={states.map((one) => ({ value: one, label: t(`taxDeclaration.state.${one}`) }))}
                onChange={(state) => set({ state })}
              />
            ),
            year: (
              <SentenceChoice
                label={t('tax.year')}
                value={search.year ?? ''}
                none={t('taxDeclaration.allYears')}
                choices={(first?.years ?? []).map((year) => ({ value: year, label: year }))}
                onChange={(year) => set({ year })}
              />
            ),
            sort: (
              <SentenceChoice
                label={t('list.order')}
                value={sort}
                choices={sorts.map((one) => ({ value: one, label: t(`taxDeclaration.order.${one}`) }))}
                onChange={(one) => set({ sort: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={[]}
        empty={<Empty title={t('taxDeclaration.nobody')}>{t('taxDeclaration.nobodyHow')}</Empty>}
      >
        {(rows: DeclarationRegisterRow[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
            rows={rows}
            rowKey={({ id }) => id}
            sort={sort}
            onSort={(next) => set({ sort: next })}
          />
        )}
      </KeysetRows>
    </Page>
  );
}
