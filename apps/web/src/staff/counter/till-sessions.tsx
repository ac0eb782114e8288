import { Link } from '@tanstack/react-router';
import type { TillSession } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { differenceWords } from './till-page.tsx';

/** Every time the drawer was opened and what the count found. */
export function TillSessions({ tillId }: { tillId: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const list = useKeysetList('/api/till-sessions', { tillId, limit: 10 });
  const columns: Column<TillSession>[] = [
    {
      name: 'day',
      heading: t('till.businessDate'),
      cell: (session) => (
        <Link to="/counter/receipts" search={{ session: session.id }}>
          {format.day(session.businessDate)}
        </Link>
      ),
    },
    { name: 'cashier', heading: t('till.cashier'), cell: (session) => session.cashier },
    { name: 'status', heading: t('list.state'), cell: (session) => <StateMark state={session.status} /> },
    {
      name: 'receipts',
      heading: t('till.received'),
      isNumber: true,
      isMinor: true,
      cell: (session) => format.amount(session.receipts),
    },
    {
      name: 'payments',
      heading: t('till.paidOut'),
      isNumber: true,
      isMinor: true,
      cell: (session) => format.amount(session.payments),
    },
    {
      name: 'expected',
      heading: t('till.expected'),
      isNumber: true,
      cell: (session) => format.amount(session.expectedCash),
    },
    {
      name: 'difference',
      heading: t('till.difference'),
      isNumber: true,
      cell: (session) => (session.difference === null ? '' : differenceWords(session.difference, t, format.money)),
    },
  ];
  return (
    <Section title={t('till.sessions')}>
      <KeysetRows list={list} empty={<p className="quiet">{t('till.noSessions')}</p>}>
        {(rows: TillSession[]) => (
          <DataTable caption={t('till.sessions')} columns={columns} rows={rows} rowKey={(session) => session.id} />
        )}
      </KeysetRows>
    </Section>
  );
}
