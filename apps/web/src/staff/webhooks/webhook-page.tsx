import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import type { AddWebhookRequest, Webhook, WebhookDelivery } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Mark } from '../ui/marks.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Empty, Note, ProblemNote } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { ShownSecret } from './shown-secret.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { deliveryLook, webhookLook } from './webhook-looks.ts';

const route = getRouteApi('/settings/webhooks/$id');

/** One receiver: how it stands, and every message to it. */
export function WebhookPage() {
  const t = useWords();
  const { id } = route.useParams();
  const webhooks = useQuery({ queryKey: ['webhooks'], queryFn: () => client.get('/api/webhooks') });
  const webhook = webhooks.data?.items.find((one) => one.id === id);
  const mayChange = useMay()('settings.change');
  return (
    <Page
      title={webhook?.name ?? t('nav.webhooks')}
      above={<Link to="/settings/webhooks">{t('nav.webhooks')}</Link>}
      actions={webhook !== undefined && mayChange && <Acts webhook={webhook} offered={webhooks.data?.offered ?? []} />}
    >
      <Answered query={webhooks} lines={5}>
        {() => webhook !== undefined && <About webhook={webhook} />}
      </Answered>
      <Log id={id} mayChange={mayChange} />
    </Page>
  );
}

function About({ webhook }: { webhook: Webhook }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { url, events, state, waiting, failedSince, nextAttemptAt, previousSecretUntil, createdBy, createdAt } =
    webhook;
  return (
    <>
      {state === 'off' && <Note tone="warning">{t('webhooks.offHow')}</Note>}
      {state === 'on' && failedSince !== null && (
        <Note tone="warning">
          {t('webhooks.failedSince', { at: format.instant(failedSince) })}{' '}
          {nextAttemptAt !== null && t('webhooks.nextAttempt', { at: format.instant(nextAttemptAt) })}
        </Note>
      )}
      {previousSecretUntil !== null && (
        <Note>{t('webhooks.twoSecrets', { at: format.instant(previousSecretUntil) })}</Note>
      )}
      <Facts
        facts={[
          [t('list.state'), <Mark key="state" look={webhookLook[state]} words={t(`webhooks.state.${state}`)} />],
          [
            t('webhooks.url'),
            <span key="url" className="breakable">
              {url}
            </span>,
          ],
          [t('webhooks.waiting'), format.count(waiting)],
          [t('webhooks.by'), [createdBy, format.instant(createdAt)].filter((part) => part !== null).join(', ')],
          [t('webhooks.events'), events.map((event) => t(`webhooks.event.${event}`)).join(', ')],
        ]}
      />
    </>
  );
}

function Acts({ webhook, offered }: { webhook: Webhook; offered: Webhook['events'] }) {
  const t = useWords();
  const why = useWhy();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<AddWebhookRequest>();
  const [isEnding, setEnding] = useState(false);
  const path = { id: webhook.id };
  const { name, url, events, state } = webhook;
  const refresh = () => queryClient.invalidateQueries();
  const changing = useMutation({
    mutationFn: (body: AddWebhookRequest & { state: 'on' | 'paused' }) =>
      client.put('/api/webhooks/{id}', { path, body }),
    onSuccess: () => {
      setTyped(undefined);
      showToast(t('webhooks.changed'));
      return refresh();
    },
  });
  const testing = useMutation({
    mutationFn: () => client.post('/api/webhooks/{id}/test', { path }),
    onSuccess: (sent) => {
      showToast(sent.state === 'delivered' ? t('webhooks.testArrived') : t('webhooks.testFailed', { why: why(sent) }));
      return refresh();
    },
  });
  const renewing = useMutation({
    mutationFn: () => client.post('/api/webhooks/{id}/secret', { path }),
    onSuccess: refresh,
  });
  const ending = useMutation({
    mutationFn: () => client.delete('/api/webhooks/{id}', { path }),
    onSuccess: async () => {
      showToast(t('webhooks.ended'));
      await navigate({ to: '/settings/webhooks' });
      await refresh();
    },
  });
  const turn = () => changing.mutate({ name, url, events, state: state === 'on' ? 'paused' : 'on' });
  return (
    <>
      <Button variant="filled" loading={testing.isPending} onClick={() => testing.mutate()}>
        {t('webhooks.test')}
      </Button>
      <Button onClick={() => setTyped({ name, url, events })}>{t('webhooks.change')}</Button>
      <Button loading={changing.isPending} onClick={turn}>
        {t(state === 'on' ? 'webhooks.pause' : 'webhooks.turnOn')}
      </Button>
      <Button loading={renewing.isPending} onClick={() => renewing.mutate()}>
        {t('webhooks.newSecret')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => setEnding(true)}>
        {t('webhooks.end')}
      </Button>
      {typed === undefined && <ProblemNote error={testing.error ?? renewing.error ?? changing.error} takesFocus />}
      <WebhookForm
        title={t('webhooks.change')}
        act={t('webhooks.change')}
        typed={typed ?? { name, url, events }}
        offered={offered}
        onType={setTyped}
        isOpen={typed !== undefined}
        isBusy={changing.isPending}
        error={changing.error}
        onClose={() => {
          setTyped(undefined);
          changing.reset();
        }}
        onAct={() => typed !== undefined && changing.mutate({ ...typed, state: state === 'paused' ? 'paused' : 'on' })}
      />
      <ShownSecret secret={renewing.data?.secret} onClose={renewing.reset} />
      <ActDialog
        title={t('webhooks.endTitle', { name })}
        isOpen={isEnding}
        onClose={() => setEnding(false)}
        act={t('webhooks.end')}
        onAct={() => ending.mutate()}
        isBusy={ending.isPending}
        isDanger
        error={ending.error}
      >
        <p>{t('webhooks.endHow')}</p>
      </ActDialog>
    </>
  );
}

function Log({ id, mayChange }: { id: string; mayChange: boolean }) {
  const t = useWords();
  const why = useWhy();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const list = useKeysetList('/api/webhooks/{id}/deliveries', {}, { id });
  const again = useMutation({
    mutationFn: (deliveryId: string) =>
      client.post('/api/webhooks/{id}/deliveries/{deliveryId}/retry', { path: { id, deliveryId } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const columns: Column<WebhookDelivery>[] = [
    {
      name: 'event',
      heading: t('webhooks.event'),
      isLong: true,
      cell: ({ event, body }) => (
        <>
          {known(`webhooks.event.${event}`) ?? event}
          <code className="block small quiet breakable">{body}</code>
        </>
      ),
    },
    { name: 'at', heading: t('webhooks.createdAt'), cell: ({ createdAt }) => format.instant(createdAt) },
    {
      name: 'attempts',
      heading: t('webhooks.attempts'),
      isNumber: true,
      isMinor: true,
      cell: ({ attempts }) => format.count(attempts),
    },
    {
      name: 'state',
      heading: t('list.state'),
      isLong: true,
      cell: (delivery) => (
        <>
          <Mark look={deliveryLook[delivery.state]} words={t(`webhooks.delivery.${delivery.state}`)} />
          {delivery.lastProblem !== null && <span className="block small">{why(delivery)}</span>}
        </>
      ),
    },
    ...(mayChange
      ? [
          {
            name: 'acts',
            heading: t('payments.act'),
            cell: ({ id: deliveryId }: WebhookDelivery) => (
              <Button
                size="compact-sm"
                variant="default"
                loading={again.isPending && again.variables === deliveryId}
                onClick={() => again.mutate(deliveryId)}
              >
                {t('webhooks.again')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('webhooks.log')}>
      <ProblemNote error={again.error} takesFocus />
      <KeysetRows list={list} empty={<Empty title={t('webhooks.logNone')} />}>
        {(rows: WebhookDelivery[]) => (
          <DataTable caption={t('webhooks.log')} columns={columns} rows={rows} rowKey={({ id: key }) => key} />
        )}
      </KeysetRows>
    </Section>
  );
}

/** What became of the last try, in a word. */
function useWhy(): (delivery: Pick<WebhookDelivery, 'lastProblem' | 'lastStatus'>) => string {
  const t = useWords();
  return ({ lastProblem, lastStatus }) =>
    lastProblem === null ? '' : t(`webhooks.problem.${lastProblem}`, { status: lastStatus ?? '' });
}
