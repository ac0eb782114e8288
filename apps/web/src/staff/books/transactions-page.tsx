import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { JournalEntryRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, DayBox } from '../ui/fields.tsx';
import { FileButton } from '../ui/files.tsx';
import { Filters, SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { useAccounts, useTillList } from './book-queries.ts';

const kinds = ['receipt', 'withdrawal', 'transfer', 'allotment', 'till', 'voucher', 'reversal', 'opening'] as const;
const modes = ['cash', 'cheque', 'bank', 'upi', 'transfer'] as const;

const route = getRouteApi('/transactions');

/** The register of everything that was posted, with its sums over the whole filter. */
export function TransactionsPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/transactions' });
  const search = route.useSearch();
  const accounts = useAccounts();
  const tills = useTillList();
  const sort = search.sort ?? '-recordedAt';
  const filter = {
    q: search.q,
    from: search.from,
    to: search.to,
    kind: search.kind,
    mode: search.mode,
    accountCode: search.account,
    tillId: search.till,
    memberId: search.member,
    sort,
  };
  const list = useKeysetList('/api/transactions', { ...filter, total: 'true' });
  const first = list.data?.pages[0];
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const isFiltered = Object.keys(search).some((name) => name !== 'sort');
  const totals = first?.totals ?? undefined;
  return (
    <Page
      title={totals === undefined ? t('transactions.title') : t('transactions.count', { count: totals.entries })}
      actions={
        may('export.read') && (
          <FileButton path="/api/transactions.csv" options={{ query: filter }}>
            {t('list.csv')}
          </FileButton>
        )
      }
    >
      <Filters isSet={isFiltered} onClear={() => void navigate({ search: {}, replace: true })}>
        <SearchBox label={t('transactions.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <DayBox label={t('list.from')} value={search.from ?? ''} onChange={(from) => set({ from })} />
        <DayBox label={t('list.to')} value={search.to ?? ''} onChange={(to) => set({ to })} />
        <ChoiceBox
          label={t('transactions.kind')}
          none={t('list.all')}
          value={kinds.find((one) => one === search.kind) ?? ''}
          choices={kinds.map((one) => ({ value: one, label: t(`entry.kind.${one}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <ChoiceBox
          label={t('receipt.mode')}
          none={t('list.all')}
          value={modes.find((one) => one === search.mode) ?? ''}
          choices={modes.map((one) => ({ value: one, label: t(`mode.${one}`) }))}
          onChange={(mode) => set({ mode })}
        />
        <ChoiceBox
          label={t('books.account')}
          none={t('list.all')}
          value={search.account ?? ''}
          choices={(accounts.data?.items ?? []).map((account) => ({
            value: account.code,
            label: `${account.code} ${account.name}`,
          }))}
          onChange={(account) => set({ account })}
        />
        <ChoiceBox
          label={t('receipt.tillHead')}
          none={t('list.all')}
          value={search.till ?? ''}
          choices={(tills.data?.items ?? []).map((till) => ({ value: till.id, label: till.code }))}
          onChange={(till) => set({ till })}
        />
      </Filters>
      {totals !== undefined && (
        <section className="figures figures-strip" aria-label={t('transactions.totals')}>
          <Total label={t('transactions.receipts')} value={format.money(totals.receipts)} />
          <Total label={t('transactions.payments')} value={format.money(totals.payments)} />
          <Total label={t('transactions.posted')} value={format.money(totals.posted)} />
        </section>
      )}
      <KeysetRows
        list={list}
        events={[
          'receipt.issued',
          'savings.withdrawn',
          'savings.transferred',
          'entry.reversed',
          'shares.allotted',
          'voucher.posted',
          'till.opened',
          'till.closed',
        ]}
        empty={<Empty title={t('transactions.none')}>{t('transactions.noneHow')}</Empty>}
      >
        {(rows: JournalEntryRow[]) => (
          <EntryTable
            caption={t('transactions.title')}
            rows={rows}
            sort={sort}
            onSort={(next) => set({ sort: next })}
          />
        )}
      </KeysetRows>
    </Page>
  );
}

function Total({ label, value }: { label: string; value: string }) {
  return (
    <div className="figure-block">
      <p className="figure-label">{label}</p>
      <p className="figure-line">
        <span className="figure-value figure-smaller">{value}</span>
      </p>
    </div>
  );
}

interface EntryTableProps {
  caption: string;
  rows: readonly JournalEntryRow[];
  sort?: string;
  onSort?: (sort: string) => void;
}

export function EntryTable({ caption, rows, sort, onSort }: EntryTableProps) {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const columns: Column<JournalEntryRow>[] = [
    {
      name: 'number',
      heading: t('entry.number'),
      cell: (entry) => (
        <Link to="/transactions/$id" params={{ id: entry.id }}>
          {entry.number}
        </Link>
      ),
    },
    { name: 'on', heading: t('entry.postedOn'), cell: (entry) => format.day(entry.postedOn) },
    {
      name: 'kind',
      heading: t('transactions.kind'),
      isMinor: true,
      cell: (entry) => known(`entry.kind.${entry.kind}`) ?? entry.kind,
    },
    {
      name: 'narration',
      heading: t('entry.narration'),
      isLong: true,
      cell: (entry) => (
        <>
          {entry.narration}
          {entry.memberName !== null && (
            <span className="note-line quiet small">
              {entry.memberName} · {entry.memberNumber}
            </span>
          )}
          {entry.reversedByEntryId !== null && (
            <Mark look={{ colour: 'red', mark: '↩' }} words={t('receipt.reversed')} />
          )}
        </>
      ),
    },
    {
      name: 'mode',
      heading: t('receipt.mode'),
      isMinor: true,
      cell: (entry) => (entry.mode === null ? '–' : (known(`mode.${entry.mode}`) ?? entry.mode)),
    },
    { name: 'maker', heading: t('entry.maker'), isMinor: true, cell: (entry) => entry.maker },
    {
      name: 'at',
      heading: t('entry.recordedAt'),
      isMinor: true,
      sort: { up: 'recordedAt', down: '-recordedAt' },
      cell: (entry) => format.instant(entry.recordedAt),
    },
    {
      name: 'total',
      heading: t('entry.totalIn', { currency }),
      isNumber: true,
      cell: (entry) => format.amount(entry.total),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(entry) => entry.id}
      rowClass={(entry) => (entry.reversedByEntryId === null ? undefined : 'row-void')}
      sort={sort}
      {...(onSort === undefined ? {} : { onSort })}
    />
  );
}
