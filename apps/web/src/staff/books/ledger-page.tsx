import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Narration } from '../../shared/ui/narration.tsx';
import type { AccountLedger } from '../answers.ts';
import { bookEvents } from '../live-messages.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page } from '../ui/page.tsx';
import { Sentence, usePeriodParts } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Row = AccountLedger['items'][number];

const route = getRouteApi('/books/accounts/$code');

/** Every posting on one account. */
export function LedgerPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/books/accounts/$code' });
  const { code } = route.useParams();
  const search = route.useSearch();
  const asked = { from: search.from, to: search.to };
  const list = useKeysetList('/api/accounts/{code}/ledger', asked, { code });
  const first = list.data?.pages[0];
  const currency = first?.currency ?? '';
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<Row>[] = [
    { name: 'on', heading: t('entry.postedOn'), cell: (row) => format.day(row.postedOn) },
    {
      name: 'entry',
      heading: t('entry.number'),
      cell: (row) => (
        <Link to="/transactions/$id" params={{ id: row.entryId }}>
          {row.entryNumber}
        </Link>
      ),
    },
    {
      name: 'narration',
      heading: t('entry.narration'),
      isLong: true,
      cell: (row) => <Narration text={row.narration} />,
    },
    { name: 'sub', heading: t('ledger.of'), isMinor: true, cell: (row) => row.subLedgerNumber ?? '–' },
    {
      name: 'debit',
      heading: t('books.debitIn', { currency }),
      isNumber: true,
      isFixed: true,
      cell: (row) => (row.side === 'debit' ? format.amount(row.amount) : ''),
    },
    {
      name: 'credit',
      heading: t('books.creditIn', { currency }),
      isNumber: true,
      isFixed: true,
      cell: (row) => (row.side === 'credit' ? format.amount(row.amount) : ''),
    },
  ];
  const period = usePeriodParts(asked, set);
  const view = useListView('ledger', columns);
  return (
    <Page
      title={first === undefined ? t('ledger.title') : `${first.account.code} ${first.account.name}`}
      above={<Link to="/books/accounts">{t('nav.accounts')}</Link>}
      lead={
        first === undefined
          ? undefined
          : t('ledger.sums', { debit: format.money(first.debit), credit: format.money(first.credit) })
      }
    >
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: `/api/accounts/${code}/ledger.csv`, query: asked }}
        list={list}
      >
        <Sentence
          words={(slots) => t('ledger.sentence', slots)}
          parts={{
            ...period,
          }}
        />
      </ListBar>
      <KeysetRows list={list} events={bookEvents} empty={<Empty title={t('ledger.none')}>{t('ledger.noneHow')}</Empty>}>
        {(rows: Row[]) => (
          <DataTable
            caption={t('ledger.title')}
            columns={view.shown}
            rows={rows}
            rowKey={(row) => row.id}
            totals={
              first && {
                label: t('ledger.whole'),
                of: { debit: format.amount(first.debit), credit: format.amount(first.credit) },
              }
            }
          />
        )}
      </KeysetRows>
    </Page>
  );
}
