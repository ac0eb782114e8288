import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { AccountLedger } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { DayBox } from '../ui/fields.tsx';
import { Filters } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
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
  const list = useKeysetList('/api/accounts/{code}/ledger', { from: search.from, to: search.to }, { code });
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
    { name: 'narration', heading: t('entry.narration'), isLong: true, cell: (row) => row.narration },
    { name: 'sub', heading: t('ledger.of'), isMinor: true, cell: (row) => row.subLedgerNumber ?? '–' },
    {
      name: 'debit',
      heading: t('books.debitIn', { currency }),
      isNumber: true,
      cell: (row) => (row.side === 'debit' ? format.amount(row.amount) : ''),
    },
    {
      name: 'credit',
      heading: t('books.creditIn', { currency }),
      isNumber: true,
      cell: (row) => (row.side === 'credit' ? format.amount(row.amount) : ''),
    },
  ];
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
      <Filters
        isSet={search.from !== undefined || search.to !== undefined}
        onClear={() => void navigate({ search: {}, replace: true })}
      >
        <DayBox label={t('list.from')} value={search.from ?? ''} onChange={(from) => set({ from })} />
        <DayBox label={t('list.to')} value={search.to ?? ''} onChange={(to) => set({ to })} />
      </Filters>
      <KeysetRows
        list={list}
        events={['receipt.issued', 'savings.withdrawn', 'voucher.posted']}
        empty={<Empty title={t('ledger.none')}>{t('ledger.noneHow')}</Empty>}
      >
        {(rows: Row[]) => (
          <DataTable
            caption={t('ledger.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            foot={
              first !== undefined && (
                <tr>
                  <th scope="row" colSpan={4}>
                    {t('ledger.whole')}
                  </th>
                  <td className="number">{format.amount(first.debit)}</td>
                  <td className="number">{format.amount(first.credit)}</td>
                </tr>
              )
            }
          />
        )}
      </KeysetRows>
    </Page>
  );
}
