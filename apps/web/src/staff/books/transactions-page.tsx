import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Narration } from '../../shared/ui/narration.tsx';
import type { JournalEntryRow } from '../answers.ts';
import { bookEvents } from '../live-messages.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice, usePeriodParts } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { useAccounts, useTillList } from './book-queries.ts';

const kinds = [
  'receipt',
  'withdrawal',
  'transfer',
  'allotment',
  'till',
  'voucher',
  'bank',
  'reversal',
  'opening',
  'interest',
  'maturity',
  'collection',
  'handover',
  'commission',
  'accrual',
  'disbursement',
  'correction',
  'waiver',
  'write-off',
] as const;
const modes = ['cash', 'cheque', 'bank', 'upi', 'transfer'] as const;
const sorts = ['-recordedAt', 'recordedAt'] as const;

const route = getRouteApi('/transactions');

/** The register of everything that was posted, with its sums over the whole filter. */
export function TransactionsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/transactions' });
  const search = route.useSearch();
  const accounts = useAccounts();
  const tills = useTillList();
  const sort = sorts.find((one) => one === search.sort) ?? '-recordedAt';
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
  const period = usePeriodParts({ from: search.from, to: search.to }, set);
  const view = useListView('transactions', useEntryColumns());
  const totals = first?.totals ?? undefined;
  return (
    <Page title={totals === undefined ? t('transactions.title') : t('transactions.count', { count: totals.entries })}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/transactions.csv', query: filter, total: totals?.entries }}
        list={list}
      >
        <SearchBox label={t('transactions.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('transactions.sentence', slots)}
          parts={{
            kind: (
              <SentenceChoice
                label={t('transactions.kind')}
                none={t('transactions.any')}
                value={kinds.find((one) => one === search.kind) ?? ''}
                choices={kinds.map((one) => ({ value: one, label: inSentence(t(`entry.kind.${one}`)) }))}
                onChange={(kind) => set({ kind })}
              />
            ),
            ...period,
            mode: (
              <SentenceChoice
                label={t('receipt.mode')}
                none={t('transactions.anyMode')}
                value={modes.find((one) => one === search.mode) ?? ''}
                choices={modes.map((one) => ({ value: one, label: inSentence(t(`mode.${one}`)) }))}
                onChange={(mode) => set({ mode })}
              />
            ),
            account: (
              <SentenceChoice
                label={t('books.account')}
                none={t('transactions.anyAccount')}
                value={search.account ?? ''}
                choices={(accounts.data?.items ?? []).map((account) => ({
                  value: account.code,
                  label: `${account.code} ${account.name}`,
                }))}
                onChange={(account) => set({ account })}
              />
            ),
            till: (
              <SentenceChoice
                label={t('receipt.tillHead')}
                none={t('transactions.anyTill')}
                value={search.till ?? ''}
                choices={(tills.data?.items ?? []).map((till) => ({ value: till.id, label: till.code }))}
                onChange={(till) => set({ till })}
              />
            ),
            sort: (
              <SentenceChoice
                label={t('list.order')}
                value={sort}
                choices={sorts.map((one) => ({ value: one, label: t(`transactions.by.${one}`) }))}
                onChange={(one) => set({ sort: one })}
              />
            ),
          }}
        />
      </ListBar>
      {totals !== undefined && (
        <section className="figures figures-strip" aria-label={t('transactions.totals')}>
          <Total label={t('transactions.receipts')} value={format.money(totals.receipts)} />
          <Total label={t('transactions.payments')} value={format.money(totals.payments)} />
          <Total label={t('transactions.posted')} value={format.money(totals.posted)} />
        </section>
      )}
      <KeysetRows
        list={list}
        events={bookEvents}
        empty={<Empty title={t('transactions.none')}>{t('transactions.noneHow')}</Empty>}
      >
        {(rows: JournalEntryRow[]) => (
          <EntryTable
            caption={t('transactions.title')}
            columns={view.shown}
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

export function useEntryColumns(): Column<JournalEntryRow>[] {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  return [
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
          <Narration text={entry.narration} />
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
}

interface EntryTableProps {
  caption: string;
  columns: readonly Column<JournalEntryRow>[];
  rows: readonly JournalEntryRow[];
  sort?: string;
  onSort?: (sort: string) => void;
}

export function EntryTable({ caption, columns, rows, sort, onSort }: EntryTableProps) {
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
