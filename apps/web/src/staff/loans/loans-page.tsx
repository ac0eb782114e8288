import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { LoanRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
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

const states = [
  'all',
  'submitted',
  'recommended',
  'sanctioned',
  'active',
  'closed',
  'written-off',
  'returned',
  'rejected',
  'withdrawn',
] as const;

const route = getRouteApi('/loans');

/** Applications and loans of everybody, newest first. */
export function LoansPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/loans' });
  const search = route.useSearch();
  const status = states.find((one) => one === search.status) ?? 'all';
  const filter = { q: search.q, status: status === 'all' ? undefined : status };
  const list = useKeysetList('/api/loans', filter);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<LoanRow>[] = [
    {
      name: 'number',
      heading: t('loan.number'),
      cell: ({ id, number }) => (
        <Link to="/loans/$id" params={{ id }}>
          {number}
        </Link>
      ),
    },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberName, memberNumber }) => `${memberName} · ${memberNumber}`,
    },
    { name: 'status', heading: t('list.state'), cell: (loan) => <StateMark state={stateOfLoan(loan)} /> },
    { name: 'product', heading: t('loan.product'), isMinor: true, cell: ({ productName }) => productName },
    {
      name: 'appliedOn',
      heading: t('loan.appliedOn'),
      isMinor: true,
      cell: ({ appliedOn }) => format.day(appliedOn),
    },
    {
      name: 'nextDueOn',
      heading: t('loan.nextDueOn'),
      cell: ({ nextDueOn }) => (nextDueOn === null ? '–' : format.day(nextDueOn)),
    },
    {
      name: 'amount',
      heading: t('loan.amountIn', { currency }),
      isNumber: true,
      cell: ({ amount }) => format.amount(amount),
    },
    {
      name: 'outstanding',
      heading: t('loan.outstandingIn', { currency }),
      isNumber: true,
      cell: ({ outstanding, status: of }) => (of === 'active' ? format.amount(outstanding) : '–'),
    },
  ];
  const remembered: Column<LoanRow>[] = (['amount', 'recovered', 'left'] as const).map((part) => ({
    name: `writtenOff.${part}`,
    heading: t(`loans.writtenOff.${part}`, { currency }),
    isNumber: true,
    cell: ({ writtenOff }) => (writtenOff === null ? '–' : format.amount(writtenOff[part])),
  }));
  const writtenOffOn: Column<LoanRow> = {
    name: 'writtenOffOn',
    heading: t('loan.writtenOffOn'),
    cell: ({ writtenOff }) => (writtenOff === null ? '–' : format.day(writtenOff.on)),
  };
  const ofWrittenOff = (column: Column<LoanRow>) => !['nextDueOn', 'outstanding'].includes(column.name);
  const shownColumns =
    status === 'written-off' ? [...columns.filter(ofWrittenOff), writtenOffOn, ...remembered] : columns;
  const view = useListView('loans', shownColumns);
  const title = t(`loans.title.${status}`);
  return (
    <Page
      title={title}
      actions={
        may('loan.apply') && (
          <Button renderRoot={(props) => <Link to="/loans/new" {...props} />}>{t('loans.new')}</Button>
        )
      }
    >
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/loans.csv', query: filter }}
        list={list}
      >
        <SearchBox label={t('loans.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('loans.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('list.state')}
                value={status}
                choices={states.map((one) => ({ value: one, label: t(`loans.pick.${one}`) }))}
                onChange={(one) => set({ status: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows list={list} events={loanEvents} empty={<Empty title={t('loans.none')}>{t('loans.noneHow')}</Empty>}>
        {(rows: LoanRow[]) => <DataTable caption={title} columns={view.shown} rows={rows} rowKey={({ id }) => id} />}
      </KeysetRows>
    </Page>
  );
}

/** After any of these a list or a page of loans may be old. */
export const loanEvents = [
  'loan.applied',
  'loan.returned',
  'loan.recommended',
  'loan.sanctioned',
  'loan.rejected',
  'loan.disbursed',
  'loan.repaid',
  'loan.closed',
  'loan.collateral-received',
  'loan.collateral-released',
  'loan.measure-taken',
  'loan.measure-undone',
  'receipt.issued',
  'entry.reversed',
] as const;

export const stateOfLoan = ({ status, daysPastDue }: Pick<LoanRow, 'status' | 'daysPastDue'>): string =>
  daysPastDue > 0 ? 'overdue' : status;
