import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import type { BooksAgreement } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { EntryLink } from '../ui/entry-link.tsx';
import { Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useBooksAgreement } from './today-queries.ts';

/** Whether the books agree, control account by control account, down to the row that does not. */
export function BooksLight() {
  const t = useWords();
  const format = useSocietyFormat();
  const books = useBooksAgreement();
  return (
    <Section title={t('books.light')}>
      <Answered query={books} lines={6}>
        {(found) => (
          <>
            <Note tone={found.agrees ? 'good' : 'warning'}>
              {found.agrees
                ? t('books.agree', { amount: format.money(found.debit) })
                : t('books.differ', {
                    count: found.controls.filter(({ difference }) => !isZeroMoney(difference)).length,
                  })}
            </Note>
            <Controls books={found} />
            <Unsettled books={found} />
          </>
        )}
      </Answered>
    </Section>
  );
}

function Controls({ books }: { books: BooksAgreement }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <table className="table table-plain">
      <caption className="visually-hidden">{t('books.light')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('books.account')}</th>
          <th scope="col" className="number">
            {t('books.inTheBooks', { currency: books.currency })}
          </th>
          <th scope="col" className="number">
            {t('books.inTheSubLedger')}
          </th>
        </tr>
      </thead>
      <tbody>
        {books.controls.map(({ accountCode, accountName, inTheBooks, inTheSubLedger, difference }) => (
          <tr key={accountCode}>
            <th scope="row">
              <span aria-hidden="true">{isZeroMoney(difference) ? '✓' : '▲'} </span>
              <Link to="/books/accounts/$code" params={{ code: accountCode }} search={{}}>
                {accountName}
              </Link>
              {!isZeroMoney(difference) && <Offenders code={accountCode} difference={difference} />}
            </th>
            <td className="number">{format.amount(inTheBooks)}</td>
            <td className="number">{format.amount(inTheSubLedger)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Asked for only when somebody opens it: it reads every posting of the account. */
function Offenders({ code, difference }: { code: string; difference: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const [isOpen, setOpen] = useState(false);
  const rows = useQuery({
    queryKey: ['dashboard', 'books', code],
    queryFn: () => client.get('/api/admin/dashboard/books/{code}', { path: { code } }),
    enabled: isOpen,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('books.difference', { amount: format.money(difference) })}</summary>
      {isOpen && (
        <Answered query={rows}>
          {(found) => (
            <ul className="lines">
              {found.rows.map((row) => (
                <li key={`${row.subLedger} ${row.number}`}>
                  {row.depositId !== null ? (
                    <Link to="/savings/$id" params={{ id: row.depositId }}>
                      {row.number}
                    </Link>
                  ) : row.memberId !== null ? (
                    <Link to="/members/$id" params={{ id: row.memberId }}>
                      {row.number}
                    </Link>
                  ) : (
                    row.number
                  )}
                  : {t('books.keptAndPosted', { kept: format.money(row.kept), posted: format.money(row.posted) })}
                </li>
              ))}
              {found.entryIds.map((id) => (
                <li key={id}>
                  <EntryLink id={id}>{t('books.entryNowhere')}</EntryLink>
                </li>
              ))}
              {found.rows.length + found.entryIds.length === 0 && <li>{t('books.noOffender')}</li>}
            </ul>
          )}
        </Answered>
      )}
    </details>
  );
}

function Unsettled({ books }: { books: BooksAgreement }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      <h3>{t('books.unsettled', { currency: books.currency })}</h3>
      {books.unsettled.length === 0 ? (
        <p className="quiet">{t('books.unsettledNone')}</p>
      ) : (
        <ul className="lines">
          {books.unsettled.map(({ accountCode, accountName, amount }) => (
            <li key={accountCode} className="line-row">
              <Link to="/books/accounts/$code" params={{ code: accountCode }} search={{}}>
                {accountName}
              </Link>
              <span className="figure">{format.amount(amount)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
