import { COLLATERAL_KINDS } from '@kafal/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { CollateralRow } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const route = getRouteApi('/loans/collateral');
const shows = ['all', 'offered', 'held', 'toReturn', 'released'] as const;
const kinds = ['all', ...COLLATERAL_KINDS] as const;

/** The register of security: what lies in the vault, and what should go back to its owners. */
export function CollateralPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/loans/collateral' });
  const search = route.useSearch();
  const show = shows.find((one) => one === search.show) ?? 'held';
  const kind = kinds.find((one) => one === search.kind) ?? 'all';
  const filter = { q: search.q, show, kind: kind === 'all' ? undefined : kind };
  const list = useKeysetList('/api/loan-collateral', filter);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const day = (value: string | null) => (value === null ? '–' : format.day(value));
  const said = (words: readonly (string | null)[]) => words.filter((word) => word !== null).join(', ') || '–';
  const columns: Column<CollateralRow>[] = [
    {
      name: 'loan',
      heading: t('loan.number'),
      cell: ({ loanId, loanNumber }) => (
        <Link to="/loans/$id" params={{ id: loanId }}>
          {loanNumber}
        </Link>
      ),
    },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberName, memberNumber }) => `${memberName} · ${memberNumber}`,
    },
    {
      name: 'what',
      heading: t('collateral.description'),
      isLong: true,
      cell: ({ kind, description, gold }) =>
        `${t(`collateral.kind.${kind}`)}${gold === null ? '' : ` ${gold.purity}`}: ${description}`,
    },
    { name: 'packet', heading: t('collateral.packet'), cell: ({ gold }) => gold?.packetNumber ?? '–' },
    { name: 'net', heading: t('collateral.netIn'), isNumber: true, cell: ({ gold }) => gold?.netWeight ?? '–' },
    {
      name: 'value',
      heading: t('collateral.valueIn', { currency }),
      isNumber: true,
      cell: ({ value }) => format.amount(value),
    },
    {
      name: 'state',
      heading: t('list.state'),
      cell: (row) =>
        t(
          row.status === 'removed'
            ? 'collateral.state.released'
            : row.kind === 'deposit' && row.status === 'offered'
              ? 'collateral.state.pledged'
              : `collateral.state.${row.status}`,
        ),
    },
    {
      name: 'kept',
      heading: t('collateral.keptWhere'),
      isLong: true,
      cell: ({ keptWhere, receivedOn }) => said([keptWhere, receivedOn === null ? null : day(receivedOn)]),
    },
    ...(show === 'all' || show === 'held'
      ? [
          {
            name: 'owed',
            heading: t('loan.outstandingIn', { currency }),
            isNumber: true,
            isMinor: true,
            cell: ({ outstanding }: CollateralRow) => format.amount(outstanding),
          },
        ]
      : []),
    ...(show === 'toReturn' || show === 'released'
      ? [
          {
            name: 'closed',
            heading: t('collateral.closedOn'),
            cell: ({ closedOn }: CollateralRow) => day(closedOn),
          },
        ]
      : []),
    ...(show === 'released'
      ? [
          {
            name: 'releasedTo',
            heading: t('collateral.releasedTo'),
            isLong: true,
            cell: ({ releasedTo, releasedOn }: CollateralRow) =>
              said([releasedTo, releasedOn === null ? null : day(releasedOn)]),
          },
        ]
      : []),
  ];
  const view = useListView('loan-collateral', columns);
  const first = list.data?.pages[0];
  const title =
    first === undefined || first.count === 0
      ? t(`collateral.register.${show}`)
      : t(`collateral.count.${show}`, { count: first.count, value: format.money(first.value) });
  return (
    <Page title={title} above={<Link to="/loans">{t('nav.loans')}</Link>}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/loan-collateral.csv', query: filter }}
        list={list}
      >
        <SearchBox label={t('collateral.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('collateral.sentence', slots)}
          parts={{
            show: (
              <SentenceChoice
                label={t('collateral.show')}
                value={show}
                choices={shows.map((one) => ({ value: one, label: t(`collateral.show.${one}`) }))}
                onChange={(one) => set({ show: one })}
              />
            ),
            kind: (
              <SentenceChoice
                label={t('collateral.kind')}
                value={kind}
                choices={kinds.map((one) => ({ value: one, label: t(`collateral.pickKind.${one}`) }))}
                onChange={(one) => set({ kind: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={collateralEvents}
        empty={<Empty title={t(`collateral.register.${show}`)}>{t('collateral.registerHow')}</Empty>}
      >
        {(rows: CollateralRow[]) => (
          <DataTable caption={title} columns={view.shown} rows={rows} rowKey={({ id }) => id} />
        )}
      </KeysetRows>
    </Page>
  );
}

const collateralEvents = [
  'loan.collateral-received',
  'loan.collateral-released',
  'loan.disbursed',
  'loan.closed',
] as const;
