import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Deposit } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useMayOpenTerm } from './may-open-term.ts';

const states = ['active', 'dormant', 'frozen', 'closed'] as const satisfies readonly Deposit['status'][];

const sorts = ['accountNumber', '-accountNumber', 'openedOn', '-openedOn'] as const;

const route = getRouteApi('/savings');

export function SavingsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/savings' });
  const search = route.useSearch();
  const mayOpenTerm = useMayOpenTerm();
  const status = states.find((one) => one === search.status);
  const sort = sorts.find((one) => one === search.sort) ?? 'accountNumber';
  const filter = { q: search.q, status, sort };
  const list = useKeysetList('/api/deposits', filter);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<Deposit>[] = [
    {
      name: 'number',
      heading: t('deposit.number'),
      sort: { up: 'accountNumber', down: '-accountNumber' },
      cell: (deposit) => (
        <Link to="/savings/$id" params={{ id: deposit.id }}>
          {deposit.accountNumber}
        </Link>
      ),
    },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: (deposit) => `${deposit.memberName} · ${deposit.memberNumber}`,
    },
    { name: 'product', heading: t('deposit.product'), isMinor: true, cell: (deposit) => deposit.product },
    { name: 'status', heading: t('list.state'), cell: (deposit) => <StateMark state={deposit.status} /> },
    {
      name: 'opened',
      heading: t('deposit.openedOn'),
      isMinor: true,
      sort: { up: 'openedOn', down: '-openedOn' },
      cell: (deposit) => format.day(deposit.openedOn),
    },
    {
      name: 'hold',
      heading: t('deposit.holdIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: (deposit) => format.amount(deposit.hold),
    },
    {
      name: 'balance',
      heading: t('deposit.balanceIn', { currency }),
      isNumber: true,
      cell: (deposit) => format.amount(deposit.balance),
    },
  ];
  const view = useListView('savings', columns);
  const title = status === undefined ? t('savings.title') : t(`savings.title.${status}`);
  return (
    <Page
      title={title}
      actions={
        mayOpenTerm && (
          <Button renderRoot={(props) => <Link to="/counter" search={{ desk: 'deposit' }} {...props} />}>
            {t('termDeposit.open')}
          </Button>
        )
      }
    >
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/deposits.csv', query: filter }}
        list={list}
      >
        <SearchBox label={t('savings.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('savings.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('list.state')}
                none={t('savings.all')}
                value={status ?? ''}
                choices={states.map((one) => ({ value: one, label: inSentence(t(`state.${one}`)) }))}
                onChange={(one) => set({ status: one })}
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
        events={[
          'receipt.issued',
          'savings.withdrawn',
          'savings.transferred',
          'interest.credited',
          'deposit.matured',
          'entry.reversed',
          'member.approved',
        ]}
        empty={<Empty title={t('savings.none')}>{t('savings.noneHow')}</Empty>}
      >
        {(rows: Deposit[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
            rows={rows}
            rowKey={(deposit) => deposit.id}
            sort={sort}
            onSort={(next) => set({ sort: next })}
          />
        )}
      </KeysetRows>
    </Page>
  );
}
