import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { showToast } from '../../shared/ui/toast.tsx';
import type { BusinessDayList, BusinessDayState } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useBusinessDay } from './book-queries.ts';

type Day = BusinessDayList['items'][number];

/** The day whose books are open, what keeps it, and how it is closed. */
export function BusinessDayPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const state = useBusinessDay();
  const title =
    state.data === undefined
      ? t('nav.businessDay')
      : t(state.data.waits ? 'day.titleWaits' : 'day.title', { day: format.day(state.data.businessDate) });
  return (
    <Page
      title={title}
      actions={state.data !== undefined && may('day.close') ? <CloseDay state={state.data} /> : undefined}
    >
      <Answered query={state}>{(day) => <DayState state={day} />}</Answered>
      {may('books.read') && <Days />}
    </Page>
  );
}

function DayState({ state }: { state: BusinessDayState }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      <Facts
        facts={[
          [t('till.businessDate'), format.day(state.businessDate)],
          [t('day.calendarToday'), format.day(state.calendarToday)],
        ]}
      />
      {state.waits && <Note tone="warning">{t('day.waitsHow')}</Note>}
      {state.openTills.length === 0 ? (
        <p>{t('day.noOpenTills')}</p>
      ) : (
        <>
          <p>{t('day.openTills', { count: state.openTills.length })}</p>
          <ul className="lines narrow">
            {state.openTills.map((till) => (
              <li key={till.id} className="line-row">
                <Link to="/settings/tills">{till.code}</Link>
                <span>{till.cashier}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function CloseDay({ state }: { state: BusinessDayState }) {
  const t = useWords();
  const format = useSocietyFormat();
  const [isOpen, dialog] = useDisclosure(false);
  const closing = useMutation({
    mutationFn: () => client.post('/api/business-days/{date}/closing', { path: { date: state.businessDate } }),
    onSuccess: async (answer) => {
      dialog.close();
      showToast(t('day.closed', { day: format.day(answer.closed), next: format.day(answer.businessDate) }));
      await queryClient.invalidateQueries();
    },
  });
  const day = format.day(state.businessDate);
  return (
    <>
      <Button onClick={dialog.open}>{t('day.close')}</Button>
      <ActDialog
        title={t('day.closeTitle', { day })}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('day.closeNow', { day })}
        onAct={() => closing.mutate()}
        isBusy={closing.isPending}
        isDanger
        error={closing.error}
      >
        <p>{t('day.closeHow', { day })}</p>
        {state.openTills.length > 0 && (
          <Note tone="warning">{t('day.openTills', { count: state.openTills.length })}</Note>
        )}
      </ActDialog>
    </>
  );
}

function Days() {
  const t = useWords();
  const format = useSocietyFormat();
  const list = useKeysetList('/api/business-days', { limit: 30 });
  const columns: Column<Day>[] = [
    {
      name: 'date',
      heading: t('till.businessDate'),
      cell: (day) => (
        <Link to="/books/day-book" search={{ on: day.businessDate }}>
          {format.day(day.businessDate)}
        </Link>
      ),
    },
    { name: 'status', heading: t('list.state'), cell: (day) => <StateMark state={day.status} /> },
    { name: 'opened', heading: t('day.openedAt'), isMinor: true, cell: (day) => format.instant(day.openedAt) },
    {
      name: 'closed',
      heading: t('day.closedAt'),
      isMinor: true,
      cell: (day) => (day.closedAt === null ? '–' : format.instant(day.closedAt)),
    },
    { name: 'by', heading: t('day.closedBy'), isMinor: true, cell: (day) => day.closedBy ?? '–' },
    {
      name: 'entries',
      heading: t('day.entries'),
      isNumber: true,
      cell: (day) => (day.entries === 0 ? '–' : format.count(day.entries)),
    },
  ];
  return (
    <Section title={t('day.days')}>
      <KeysetRows list={list} events={['business-day.moved']} empty={<p className="quiet">{t('day.none')}</p>}>
        {(rows: Day[]) => (
          <DataTable caption={t('day.days')} columns={columns} rows={rows} rowKey={(day) => day.businessDate} />
        )}
      </KeysetRows>
    </Section>
  );
}
