import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { showToast } from '../../shared/ui/toast.tsx';
import type { DayEndDetails } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { LifeSteps } from '../ui/life-steps.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useDayEndOf } from './day-end-queries.ts';
import { useDuration, useLifeOfSteps, useResult } from './day-end-words.ts';

const route = getRouteApi('/books/day-end/$date');
type Failure = DayEndDetails['failures'][number];

/** How the end of one day went, and the accounts that could not be done. */
export function EndedDayPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { date } = route.useParams();
  const dayEnd = useDayEndOf(date);
  const titles = { ended: 'dayEnd.dayTitle', running: 'dayEnd.running', stopped: 'dayEnd.stopped' } as const;
  return (
    <Page
      title={dayEnd.data === undefined ? t('nav.dayEnd') : t(titles[dayEnd.data.state], { day: format.day(date) })}
      above={<Link to="/books/day-end">{t('nav.dayEnd')}</Link>}
    >
      <Answered query={dayEnd}>{(day) => <EndedDay day={day} />}</Answered>
    </Page>
  );
}

function EndedDay({ day }: { day: DayEndDetails }) {
  const t = useWords();
  const format = useSocietyFormat();
  const duration = useDuration();
  const lifeOf = useLifeOfSteps();
  const result = useResult();
  return (
    <>
      {day.state === 'ended' && <p>{result(day)}</p>}
      {day.state === 'stopped' && <Note tone="warning">{day.stopped?.reason ?? t('dayEnd.interrupted')}</Note>}
      <LifeSteps label={t('dayEnd.steps')} steps={lifeOf(day.steps)} />
      <Facts
        columns={3}
        facts={[
          [t('dayEnd.startedAt'), format.instant(day.startedAt)],
          [t('dayEnd.endedAt'), day.endedAt === null ? null : format.instant(day.endedAt)],
          [t('dayEnd.took'), duration(day.durationMs)],
        ]}
      />
      <Failures day={day} />
    </>
  );
}

function Failures({ day }: { day: DayEndDetails }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const retry = useMutation({
    mutationFn: () => client.post('/api/day-ends/{date}/retries', { path: { date: day.day } }),
    onSuccess: async ({ done, retried }) => {
      showToast(t('dayEnd.retried', { done, retried }));
      await queryClient.invalidateQueries();
    },
  });
  const columns: Column<Failure>[] = [
    {
      name: 'account',
      heading: t('deposit.one'),
      cell: ({ depositId, accountNumber }) => (
        <Link to="/savings/$id" params={{ id: depositId }}>
          {accountNumber}
        </Link>
      ),
    },
    { name: 'member', heading: t('receipt.member'), cell: ({ memberName }) => memberName },
    {
      name: 'reason',
      heading: t('dayEnd.reason'),
      isLong: true,
      cell: ({ reason, resolvedAt }) =>
        resolvedAt === null ? reason : t('dayEnd.isDone', { at: format.instant(resolvedAt) }),
    },
    {
      name: 'tried',
      heading: t('dayEnd.triedAt'),
      isMinor: true,
      cell: ({ failedAt }) => format.instant(failedAt),
    },
  ];
  const title = t('dayEnd.failedAccounts');
  return (
    <Section title={title}>
      {day.failures.length === 0 ? (
        <p className="quiet">{t('dayEnd.failedNone')}</p>
      ) : (
        <div className="stack">
          <DataTable caption={title} columns={columns} rows={day.failures} rowKey={({ depositId }) => depositId} />
          <ProblemNote error={retry.error} takesFocus />
          {day.failuresLeft > 0 && day.state === 'ended' && may('day.close') && (
            <div className="row">
              <Button variant="filled" loading={retry.isPending} onClick={() => retry.mutate()}>
                {t('dayEnd.retry')}
              </Button>
              <span className="quiet">{t('dayEnd.retryHow')}</span>
            </div>
          )}
        </div>
      )}
    </Section>
  );
}
