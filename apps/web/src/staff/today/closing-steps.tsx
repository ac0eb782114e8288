import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useBusinessDay } from '../books/book-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useBooksAgreement, useStats } from './today-queries.ts';

/** What stands between now and the close of the day, in the order it is done. */
export function ClosingSteps() {
  const t = useWords();
  const format = useSocietyFormat();
  const day = useBusinessDay();
  const stats = useStats();
  const books = useBooksAgreement();
  const vouchers = useQuery({
    queryKey: ['dashboard', 'vouchers-waiting'],
    queryFn: () => client.get('/api/approvals', { query: { status: 'pending', kind: 'voucher', limit: 200 } }),
  });
  return (
    <Section title={t('closing.title')} actions={<Link to="/books/business-day">{t('nav.businessDay')}</Link>}>
      <Answered query={day}>
        {({ businessDate, waits }) => (
          <>
            <p>{t(waits ? 'closing.dayWaits' : 'closing.day', { day: format.day(businessDate) })}</p>
            <Answered query={stats}>
              {({ tills }) => {
                const open = tills.filter((till) => till.isOpen).map(({ code }) => code);
                const waiting = vouchers.data?.items.length ?? 0;
                return (
                  <ol className="first-day">
                    <Step isDone={open.length === 0}>
                      <Link to="/settings/tills">
                        {open.length === 0
                          ? t('closing.tillsClosed')
                          : t('closing.tillsOpen', { count: open.length, tills: open.join(', ') })}
                      </Link>
                    </Step>
                    <Step isDone={waiting === 0}>
                      <Link to="/approvals" search={{ kind: 'voucher' }}>
                        {waiting === 0 ? t('closing.vouchersNone') : t('closing.vouchers', { count: waiting })}
                      </Link>
                    </Step>
                    <Step isDone={books.data?.agrees === true}>
                      <Link to="/books/trial-balance">
                        {t(books.data?.agrees === false ? 'closing.booksDiffer' : 'closing.booksAgree')}
                      </Link>
                    </Step>
                    <Step isDone={false}>
                      <Link to="/books/day-end">{t('closing.close')}</Link>
                    </Step>
                  </ol>
                );
              }}
            </Answered>
          </>
        )}
      </Answered>
    </Section>
  );
}

function Step({ isDone, children }: { isDone: boolean; children: ReactNode }) {
  const t = useWords();
  return (
    <li>
      <span aria-hidden="true">{isDone ? '✓' : '○'} </span>
      <span className="visually-hidden">{t(isDone ? 'firstDay.done' : 'firstDay.toDo')} </span>
      {children}
    </li>
  );
}
