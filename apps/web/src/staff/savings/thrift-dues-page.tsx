import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import type { ThriftDue } from '../answers.ts';
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

const route = getRouteApi('/thrift-dues');
const sorts = ['accountNumber', '-accountNumber'] as const;

/** Compulsory thrift of every member: who owes, since when, and how much. */
export function ThriftDuesPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/thrift-dues' });
  const search = route.useSearch();
  const owing = search.owing === 'all' ? undefined : true;
  const sort = sorts.find((one) => one === search.sort) ?? 'accountNumber';
  const filter = { q: search.q, arrears: owing, sort };
  const list = useKeysetList('/api/thrift-dues', { ...filter, total: true });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const money = (amount: string) => (isZeroMoney(amount) ? '–' : format.amount(amount));
  const columns: Column<ThriftDue>[] = [
    {
      name: 'number',
      heading: t('deposit.number'),
      sort: { up: 'accountNumber', down: '-accountNumber' },
      cell: ({ depositId, accountNumber }) => (
        <Link to="/savings/$id" params={{ id: depositId }}>
          {accountNumber}
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
      name: 'since',
      heading: t('thrift.since'),
      cell: ({ since }) => (since === null ? '–' : format.day(since)),
    },
    {
      name: 'months',
      heading: t('thrift.months'),
      isNumber: true,
      isMinor: true,
      cell: ({ monthsInArrear }) => (monthsInArrear === 0 ? '–' : format.count(monthsInArrear)),
    },
    {
      name: 'raised',
      heading: t('thrift.raisedIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ raised }) => money(raised),
    },
    {
      name: 'paid',
      heading: t('thrift.paidIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ paidIn }) => money(paidIn),
    },
    {
      name: 'ahead',
      heading: t('thrift.aheadIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ ahead }) => money(ahead),
    },
    {
      name: 'arrears',
      heading: t('thrift.arrearsIn', { currency }),
      isNumber: true,
      cell: ({ arrears }) => money(arrears),
    },
  ];
  const view = useListView('thrift-dues', columns);
  const { total, totals } = list.data?.pages[0] ?? {};
  const title =
    total === undefined || totals === undefined || total === 0
      ? t('thrift.title')
      : t(owing ? 'thrift.countOwing' : 'thrift.count', { count: total, amount: format.money(totals.arrears) });
  return (
    <Page title={title} above={<Link to="/savings">{t('nav.savings')}</Link>}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/thrift-dues.csv', query: filter, total }}
        list={list}
      >
        <SearchBox label={t('savings.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('thrift.sentence', slots)}
          parts={{
            who: (
              <SentenceChoice
                label={t('list.state')}
                value={owing ? 'owing' : 'all'}
                choices={[
                  { value: 'owing', label: t('thrift.owing') },
                  { value: 'all', label: t('thrift.all') },
                ]}
                onChange={(who) => set({ owing: who })}
              />
            ),
            sort: (
              <SentenceChoice
                label={t('list.order')}
                value={sort}
                choices={sorts.map((one) => ({ value: one, label: t(`savings.by.${one}`) }))}
                onChange={(one) => set({ sort: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={['receipt.issued', 'savings.transferred', 'instruction.taken', 'entry.reversed', 'day-end.finished']}
        empty={<Empty title={t('thrift.nobody')}>{t('thrift.nobodyHow')}</Empty>}
      >
        {(rows: ThriftDue[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
            rows={rows}
            rowKey={({ depositId }) => depositId}
            sort={sort}
            onSort={(next) => set({ sort: next })}
            totals={
              totals && {
                label: t('list.whole'),
                of: {
                  raised: format.amount(totals.raised),
                  paid: format.amount(totals.paidIn),
                  arrears: format.amount(totals.arrears),
                },
              }
            }
          />
        )}
      </KeysetRows>
    </Page>
  );
}
