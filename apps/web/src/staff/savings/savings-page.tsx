import { DEMAND_KINDS, isTermKind, TERM_KINDS } from '@kafal/core';
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
import { inSentence, Sentence, SentenceChoice, SentenceDay } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { stateOf } from './deposit-state.ts';
import { useMayOpenTerm } from './may-open-term.ts';

const states = ['active', 'dormant', 'frozen', 'closed'] as const satisfies readonly Deposit['status'][];

const recurringStates = [...states, 'irregular'] as const;

const kinds = [...DEMAND_KINDS, ...TERM_KINDS, 'unclaimed'] as const;

const sorts = ['accountNumber', '-accountNumber', 'openedOn', '-openedOn'] as const;
const maturitySorts = [...sorts, 'maturesOn', '-maturesOn'] as const;

const route = getRouteApi('/savings');

export function SavingsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/savings' });
  const search = route.useSearch();
  const mayOpenTerm = useMayOpenTerm();
  const kind = kinds.find((one) => one === search.kind);
  // Only what is paid in instalments can miss some.
  const openStates = kind === 'recurring' ? recurringStates : states;
  const state = openStates.find((one) => one === search.status);
  const irregular = state === 'irregular' ? true : undefined;
  const status = state === 'irregular' ? undefined : state;
  const hasTerm = kind !== undefined && isTermKind(kind);
  const openSorts = hasTerm ? maturitySorts : sorts;
  const sort = openSorts.find((one) => one === search.sort) ?? 'accountNumber';
  const maturesTo = hasTerm ? search.maturesTo : undefined;
  const filter = { q: search.q, status, kind, irregular, maturesTo, sort };
  const list = useKeysetList('/api/deposits', { ...filter, total: true });
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
    { name: 'status', heading: t('list.state'), cell: (deposit) => <StateMark state={stateOf(deposit)} /> },
    {
      name: 'opened',
      heading: t('deposit.openedOn'),
      isMinor: true,
      sort: { up: 'openedOn', down: '-openedOn' },
      cell: (deposit) => format.day(deposit.openedOn),
    },
    ...(hasTerm ? maturityColumns(t, format, currency) : []),
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
  const nameOfList = () =>
    irregular
      ? t('savings.irregular')
      : kind !== undefined
        ? t(`savings.ofKind.${kind}`)
        : status === undefined
          ? t('savings.title')
          : t(`savings.title.${status}`);
  const answerTitle = (sums: { count: number; amount: string }) =>
    kind !== undefined
      ? t('savings.countOfKind', { kind: nameOfList(), ...sums, count: format.count(sums.count) })
      : status === undefined
        ? t('savings.count', sums)
        : t(`savings.count.${status}`, sums);
  const { total, totals } = list.data?.pages[0] ?? {};
  // Nothing is found: the title names what was looked for, and the empty list says the rest.
  const answer = total && totals && { count: total, amount: format.money(totals.balance) };
  const title = answer ? answerTitle(answer) : nameOfList();
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
        file={{ path: '/api/deposits.csv', query: filter, total }}
        list={list}
      >
        <SearchBox label={t('savings.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t(hasTerm ? 'savings.termSentence' : 'savings.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('list.state')}
                none={t('savings.all')}
                value={state ?? ''}
                choices={openStates.map((one) => ({ value: one, label: inSentence(t(`state.${one}`)) }))}
                onChange={(one) => set({ status: one })}
              />
            ),
            kind: (
              <SentenceChoice
                label={t('deposit.product')}
                none={t('savings.kind.all')}
                value={kind ?? ''}
                choices={kinds.map((one) => ({ value: one, label: t(`savings.kind.${one}`) }))}
                onChange={(one) => set({ kind: one })}
              />
            ),
            matures: (
              <SentenceDay
                label={t('savings.maturesTo')}
                none={t('savings.anyDay')}
                value={maturesTo ?? ''}
                onChange={(day) => set({ maturesTo: day })}
              />
            ),
            sort: (
              <SentenceChoice
                label={t('list.order')}
                value={sort}
                choices={openSorts.map((one) => ({ value: one, label: t(`savings.by.${one}`) }))}
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
          'deposit.irregular',
          'instruction.taken',
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
            totals={
              totals && {
                label: t('list.whole'),
                of: { hold: format.amount(totals.hold), balance: format.amount(totals.balance) },
              }
            }
          />
        )}
      </KeysetRows>
    </Page>
  );
}

function maturityColumns(
  t: ReturnType<typeof useWords>,
  format: ReturnType<typeof useSocietyFormat>,
  currency: string,
): Column<Deposit>[] {
  return [
    {
      name: 'matures',
      heading: t('termDeposit.maturesOn'),
      sort: { up: 'maturesOn', down: '-maturesOn' },
      cell: ({ term }) => (term === null ? '–' : format.day(term.maturesOn)),
    },
    {
      name: 'maturityValue',
      heading: t('termDeposit.maturityValueIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ term }) => (term === null ? '–' : format.amount(term.maturityValue)),
    },
    {
      name: 'endsOn',
      heading: t('termDeposit.endsOn'),
      isMinor: true,
      cell: ({ term }) => (term?.end == null ? '–' : format.day(term.end.on)),
    },
    {
      name: 'endValue',
      heading: t('termDeposit.endValueIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ term }) => (term?.end == null ? '–' : format.amount(term.end.value)),
    },
  ];
}
