import { addDays, calendarDate } from '@kafal/core';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Narration } from '../../shared/ui/narration.tsx';
import { PaperEnd } from '../../shared/ui/paper.tsx';
import type { DayBook } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { CsvButton } from '../ui/csv-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { DayBox } from '../ui/fields.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const route = getRouteApi('/books/day-book');
const firstPage: string | undefined = undefined;

/** Everything that was posted on one day, entry by entry, with the cash it began and ended with. */
export function DayBookPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/books/day-book' });
  const { on: asked } = route.useSearch();
  const { data: me } = useMe();
  const on = asked ?? me?.businessDate;
  const book = useInfiniteQuery({
    queryKey: ['day-book', on],
    queryFn: ({ pageParam }) => client.get('/api/day-book', { query: { on: on ?? '', limit: 50, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: on !== undefined,
  });
  const show = (day: string) => void navigate({ search: day === '' ? {} : { on: day }, replace: true });
  return (
    <Page
      title={on === undefined ? t('nav.dayBook') : t('dayBook.title', { day: format.day(on) })}
      signedBy={[t('print.preparedBy'), t('print.checkedBy'), t('print.manager')]}
      actions={
        on !== undefined && (
          <>
            <PrintButton list={book} />
            {may('export.read') && <CsvButton path="/api/day-book.csv" query={{ on }} />}
          </>
        )
      }
    >
      <div className="filters">
        <DayBox label={t('dayBook.on')} value={on ?? ''} onChange={(day) => day !== '' && show(day)} />
        {on !== undefined && (
          <div className="row">
            <Button onClick={() => show(addDays(calendarDate(on), -1))}>{t('dayBook.before')}</Button>
            <Button onClick={() => show(addDays(calendarDate(on), 1))}>{t('dayBook.after')}</Button>
          </div>
        )}
      </div>
      <Answered query={book} lines={10}>
        {({ pages }) => {
          const first = pages[0];
          if (first === undefined) return null;
          const entries = pages.flatMap((page) => page.entries);
          return (
            <>
              <Facts
                columns={3}
                facts={[
                  [t('dayBook.state'), <StateMark key="state" state={first.status} />],
                  [t('dayBook.opening'), format.money(first.cash.opening)],
                  [t('dayBook.receipts'), format.money(first.cash.receipts)],
                  [t('dayBook.payments'), format.money(first.cash.payments)],
                  [t('dayBook.closing'), <strong key="closing">{format.money(first.cash.closing)}</strong>],
                ]}
              />
              {entries.length === 0 ? (
                <Empty title={t('dayBook.none')} />
              ) : (
                <DayBookTable entries={entries} book={first} />
              )}
              {book.hasNextPage && <PaperEnd t={t} count={entries.length} goesOn />}
              {book.hasNextPage && (
                <Button size="compact-sm" loading={book.isFetchingNextPage} onClick={() => void book.fetchNextPage()}>
                  {t('act.more')}
                </Button>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function DayBookTable({ entries, book }: { entries: DayBook['entries']; book: DayBook }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = book;
  return (
    <div className="table-frame">
      <table className="table day-book">
        <caption className="visually-hidden">{t('dayBook.title', { day: format.day(book.on) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('books.account')}</th>
            <th scope="col" className="number">
              {t('books.debitIn', { currency })}
            </th>
            <th scope="col" className="number">
              {t('books.creditIn', { currency })}
            </th>
          </tr>
        </thead>
        {entries.map((entry) => (
          <tbody key={entry.id}>
            <tr className="day-book-entry">
              <th scope="rowgroup" colSpan={3}>
                <Link to="/transactions/$id" params={{ id: entry.id }}>
                  {entry.number}
                </Link>{' '}
                <span>
                  <Narration text={entry.narration} />
                </span>
                {entry.memberName !== null && <span className="quiet"> · {entry.memberName}</span>}
              </th>
            </tr>
            {entry.postings.map((posting, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the postings of one entry keep their order and may be alike.
              <tr key={index}>
                <td className="day-book-account">
                  {posting.accountCode} {posting.accountName}
                  {posting.subLedgerNumber !== null && <span className="quiet"> · {posting.subLedgerNumber}</span>}
                </td>
                <td className="number" data-label={t('books.debit')}>
                  {posting.side === 'debit' ? format.amount(posting.amount) : ''}
                </td>
                <td className="number" data-label={t('books.credit')}>
                  {posting.side === 'credit' ? format.amount(posting.amount) : ''}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('dayBook.total')}</th>
            <td className="number">{format.amount(book.debit)}</td>
            <td className="number">{format.amount(book.credit)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
