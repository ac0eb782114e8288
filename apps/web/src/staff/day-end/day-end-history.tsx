import { Link } from '@tanstack/react-router';
import type { DayEnd } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { useFreshDayEnds } from './day-end-queries.ts';
import { useDuration } from './day-end-words.ts';

export const dayEndPage = { limit: 30 } as const;

export function DayEndHistory() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const duration = useDuration();
  useFreshDayEnds();
  const list = useKeysetList('/api/day-ends', dayEndPage);
  const columns: Column<DayEnd>[] = [
    {
      name: 'day',
      heading: t('till.businessDate'),
      cell: ({ day }) => (
        <Link to="/books/day-end/$date" params={{ date: day }}>
          {format.day(day)}
        </Link>
      ),
    },
    { name: 'state', heading: t('list.state'), cell: ({ state }) => <StateMark state={state} /> },
    {
      name: 'credited',
      heading: t('dayEnd.accounts'),
      isNumber: true,
      cell: ({ credited }) => (credited === 0 ? '–' : format.count(credited)),
    },
    {
      name: 'amount',
      heading: t('dayEnd.amount', { currency }),
      isNumber: true,
      cell: ({ amount }) => format.amount(amount),
    },
    {
      name: 'failures',
      heading: t('dayEnd.notDone'),
      isNumber: true,
      isMinor: true,
      cell: ({ failuresLeft }) => (failuresLeft === 0 ? '–' : format.count(failuresLeft)),
    },
    {
      name: 'started',
      heading: t('dayEnd.startedAt'),
      isMinor: true,
      cell: ({ startedAt }) => format.instant(startedAt),
    },
    {
      name: 'took',
      heading: t('dayEnd.took'),
      isMinor: true,
      cell: ({ durationMs }) => duration(durationMs),
    },
  ];
  return (
    <Section title={t('dayEnd.history')}>
      <KeysetRows list={list} empty={<p className="quiet">{t('dayEnd.historyNone')}</p>}>
        {(rows: DayEnd[]) => (
          <DataTable caption={t('dayEnd.history')} columns={columns} rows={rows} rowKey={({ day }) => day} />
        )}
      </KeysetRows>
    </Section>
  );
}
