import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ShareHoldingRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { AllotShares } from './allot-shares.tsx';

const route = getRouteApi('/shares');

/** Who holds shares, and whose share money waits for an allotment. */
export function SharesPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/shares' });
  const search = route.useSearch();
  const isPending = search.pending === 'true';
  const filter = { q: search.q, pending: isPending ? 'true' : undefined };
  const list = useKeysetList('/api/shares', { ...filter, total: true });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<ShareHoldingRow>[] = [
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: (holding) => (
        <Link to="/members/$id" params={{ id: holding.memberId }}>
          {holding.memberName}
        </Link>
      ),
    },
    { name: 'number', heading: t('member.number'), cell: (holding) => holding.memberNumber },
    { name: 'folio', heading: t('share.folio'), isMinor: true, cell: (holding) => holding.folio ?? '–' },
    {
      name: 'shares',
      heading: t('share.count'),
      isNumber: true,
      cell: (holding) => (holding.shares === 0 ? '–' : format.count(holding.shares)),
    },
    {
      name: 'amount',
      heading: t('share.amountIn', { currency }),
      isNumber: true,
      cell: (holding) => format.amount(holding.amount),
    },
    {
      name: 'pending',
      heading: t('share.pendingIn', { currency }),
      isNumber: true,
      cell: (holding) => format.amount(holding.pending),
    },
    ...(may('share.allot')
      ? [
          {
            name: 'allot',
            heading: t('share.allotHead'),
            isAct: true,
            cell: (holding: ShareHoldingRow) => <AllotShares holding={holding} />,
          },
        ]
      : []),
  ];
  const view = useListView('shares', columns);
  const { total, totals } = list.data?.pages[0] ?? {};
  const title =
    !total || totals === undefined
      ? t(isPending ? 'shares.titlePending' : 'shares.title')
      : isPending
        ? t('shares.countPending', { count: total, amount: format.money(totals.pending) })
        : t('shares.count', { count: total, amount: format.money(totals.amount) });
  return (
    <Page title={title}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/shares.csv', query: filter, total }}
        list={list}
      >
        <SearchBox label={t('members.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('shares.sentence', slots)}
          parts={{
            which: (
              <SentenceChoice
                label={t('shares.show')}
                none={inSentence(t('shares.all'))}
                value={isPending ? 'true' : ''}
                choices={[{ value: 'true', label: inSentence(t('shares.onlyPending')) }]}
                onChange={(pending) => set({ pending })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={['shares.allotted', 'receipt.issued', 'savings.transferred', 'entry.reversed', 'member.approved']}
        empty={<Empty title={t('shares.none')}>{t('shares.noneHow')}</Empty>}
      >
        {(rows: ShareHoldingRow[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
            rows={rows}
            rowKey={(holding) => holding.memberId}
            totals={
              totals && {
                label: t('list.whole'),
                of: {
                  shares: totals.shares === 0 ? '–' : format.count(totals.shares),
                  amount: format.amount(totals.amount),
                  pending: format.amount(totals.pending),
                },
              }
            }
          />
        )}
      </KeysetRows>
    </Page>
  );
}
