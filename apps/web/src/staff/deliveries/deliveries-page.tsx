import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { BarChart } from '../../shared/ui/charts/bar-chart.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import type { DeliveryOverview, DeliveryRow } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChannelLines, troubleOf, useDeliveryOverview } from './channel-light.tsx';

const route = getRouteApi('/deliveries');
const STATES = ['all', 'open', 'trouble', 'sent'] as const;
const CHANNELS = ['email', 'sms'] as const;

/** What went out of the house by e-mail and SMS, what did not and why, and what it cost. */
export function DeliveriesPage() {
  const t = useWords();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const state = STATES.find((one) => one === search.state) ?? 'all';
  const channel = CHANNELS.find((one) => one === search.channel);
  const list = useKeysetList('/api/deliveries', { state, channel });
  const { data: overview } = useDeliveryOverview();
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const title = t(`deliveries.title.${state}`);
  return (
    <Page title={title}>
      {overview !== undefined && <ChannelLines overview={overview} />}
      {overview !== undefined && troubleOf(overview) > 0 && state !== 'trouble' && (
        <Note tone="warning">{t('deliveries.troubleCount', { count: troubleOf(overview) })}</Note>
      )}
      <Sentence
        words={(slots) => t('deliveries.sentence', slots)}
        parts={{
          state: (
            <SentenceChoice
              label={t('deliveries.pickState')}
              value={state}
              choices={STATES.map((one) => ({ value: one, label: t(`deliveries.pickState.${one}`) }))}
              onChange={(one) => set({ state: one })}
            />
          ),
          channel: (
            <SentenceChoice
              label={t('deliveries.channel')}
              none={t('deliveries.pickChannel.all')}
              value={channel ?? ''}
              choices={CHANNELS.map((one) => ({ value: one, label: t(`deliveries.pickChannel.${one}`) }))}
              onChange={(one) => set({ channel: one })}
            />
          ),
        }}
      />
      <KeysetRows list={list} events={[]} empty={<Empty title={t('deliveries.none')}>{t('deliveries.noneHow')}</Empty>}>
        {(rows: DeliveryRow[]) => <Rows title={title} rows={rows} />}
      </KeysetRows>
      {overview !== undefined && <Month overview={overview} />}
    </Page>
  );
}

function Rows({ title, rows }: { title: string; rows: DeliveryRow[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const columns: Column<DeliveryRow>[] = [
    { name: 'what', heading: t('deliveries.what'), isLong: true, cell: (row) => row.title },
    {
      name: 'person',
      heading: t('deliveries.person'),
      isLong: true,
      cell: ({ person, sentTo }) => (
        <>
          {person.memberId === null ? (
            person.name
          ) : (
            <MemberLink id={person.memberId} name={person.name} number={person.memberNumber ?? ''} />
          )}
          {sentTo !== null && <span className="quiet small"> · {sentTo}</span>}
        </>
      ),
    },
    { name: 'channel', heading: t('deliveries.channel'), cell: (row) => t(`deliveries.${row.channel}`) },
    {
      name: 'state',
      heading: t('deliveries.state'),
      isLong: true,
      cell: ({ state, attempts, createdAt, nextAttemptAt, lastError }) => (
        <>
          {t(`deliveries.state.${state}`)}
          {nextAttemptAt !== null &&
            `, ${t(isHeldBack(attempts, createdAt, nextAttemptAt) ? 'deliveries.quietUntil' : 'deliveries.notBefore', {
              at: format.instant(nextAttemptAt),
            })}`}
          {lastError !== null && <span className="quiet small"> · {lastError}</span>}
        </>
      ),
    },
    { name: 'tries', heading: t('deliveries.tries'), isNumber: true, isMinor: true, cell: (row) => row.attempts },
    { name: 'at', heading: t('deliveries.at'), isMinor: true, cell: (row) => format.instant(row.createdAt) },
    {
      name: 'cost',
      heading: t('deliveries.cost'),
      isNumber: true,
      isMinor: true,
      cell: ({ cost }) => (cost === null ? '–' : format.money(cost)),
    },
    { name: 'retry', heading: t('deliveries.retry'), cell: (row) => row.mayRetry && <Retry row={row} /> },
  ];
  return <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** Nobody has tried it yet, and nobody will for a while: its reader's quiet hours. */
const isHeldBack = (attempts: number, createdAt: string, nextAttemptAt: string) =>
  attempts === 0 && nextAttemptAt > createdAt;

/** What may have arrived is sent once more only when somebody says that it is meant. */
function Retry({ row: { id, state } }: { row: DeliveryRow }) {
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  const retrying = useMutation({
    mutationFn: () => client.post('/api/deliveries/{id}/retry', { path: { id } }),
    onSuccess: () => {
      showToast(t('deliveries.retried'));
      setAsking(false);
      return queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button
        size="compact-sm"
        loading={retrying.isPending}
        onClick={() => (state === 'unsure' ? setAsking(true) : retrying.mutate())}
      >
        {t('deliveries.retry')}
      </Button>
      {!isAsking && <ProblemNote error={retrying.error} takesFocus />}
      <ActDialog
        title={t('deliveries.retry')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        act={t('deliveries.retry')}
        onAct={() => retrying.mutate()}
        isBusy={retrying.isPending}
        isReady
        error={retrying.error}
      >
        <p>{t('deliveries.retryUnsure')}</p>
      </ActDialog>
    </>
  );
}

function Month({ overview: { month } }: { overview: DeliveryOverview }) {
  const t = useWords();
  const format = useSocietyFormat();
  const name = (channel: 'email' | 'sms') => t(`deliveries.${channel}`);
  return (
    <Section title={t('deliveries.month')}>
      <p>{t('deliveries.monthCost', { amount: format.money(month.cost) })}</p>
      <BarChart
        title={t('deliveries.month')}
        names={[name('email'), name('sms')]}
        groups={month.days.map((day) => ({
          key: day.day,
          label: day.day.slice(8),
          bars: CHANNELS.map((channel) => ({
            value: day[channel],
            shown: String(day[channel]),
            sentence: t('deliveries.daySentence', {
              day: format.day(day.day),
              channel: name(channel),
              count: day[channel],
            }),
          })),
        }))}
        mark={String}
        tableWords={t('chart.asTable')}
        table={{
          columns: [t('deliveries.day'), name('email'), name('sms'), t('deliveries.cost')],
          rows: month.days
            .filter(({ email, sms }) => email + sms > 0)
            .map((day) => ({
              key: day.day,
              heading: format.day(day.day),
              cells: [day.email, day.sms, format.money(day.cost)],
            })),
        }}
      />
    </Section>
  );
}
