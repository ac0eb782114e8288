import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AddWebhookRequest, Webhook } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ShownSecret } from './shown-secret.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { webhookLook } from './webhook-looks.ts';

const nothing: AddWebhookRequest = { name: '', url: '', events: [] };

/** Other systems that are told of what happens. */
export function WebhooksPage() {
  const t = useWords();
  const may = useMay()('settings.change');
  const format = useSocietyFormat();
  const [typed, setTyped] = useState<AddWebhookRequest>();
  const webhooks = useQuery({ queryKey: ['webhooks'], queryFn: () => client.get('/api/webhooks') });
  const adding = useMutation({
    mutationFn: (body: AddWebhookRequest) => client.post('/api/webhooks', { body }),
    onSuccess: () => {
      setTyped(undefined);
      return queryClient.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  const columns: Column<Webhook>[] = [
    {
      name: 'name',
      heading: t('webhooks.name'),
      isLong: true,
      cell: ({ id, name, url }) => (
        <>
          <Link to="/settings/webhooks/$id" params={{ id }}>
            {name}
          </Link>
          <span className="block small quiet breakable">{url}</span>
        </>
      ),
    },
    {
      name: 'events',
      heading: t('webhooks.events'),
      isMinor: true,
      cell: ({ events }) => t('webhooks.eventCount', { count: events.length }),
    },
    {
      name: 'waiting',
      heading: t('webhooks.waiting'),
      isNumber: true,
      cell: ({ waiting }) => format.count(waiting),
    },
    {
      name: 'state',
      heading: t('list.state'),
      isLong: true,
      cell: ({ state, failedSince }) => (
        <>
          <Mark look={webhookLook[state]} words={t(`webhooks.state.${state}`)} />
          {failedSince !== null && (
            <span className="block small">{t('webhooks.failedSince', { at: format.instant(failedSince) })}</span>
          )}
        </>
      ),
    },
  ];
  const count = webhooks.data?.items.length ?? 0;
  return (
    <Page
      title={count === 0 ? t('webhooks.titleNone') : t('webhooks.title', { count })}
      actions={
        may && (
          <Button variant="filled" onClick={() => setTyped(nothing)}>
            {t('webhooks.add')}
          </Button>
        )
      }
    >
      <p>{t('webhooks.how')}</p>
      <Answered query={webhooks} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('webhooks.none')}>{t('webhooks.noneHow')}</Empty>
          ) : (
            <DataTable caption={t('nav.webhooks')} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Answered>
      <WebhookForm
        title={t('webhooks.addTitle')}
        act={t('webhooks.addNow')}
        typed={typed ?? nothing}
        offered={webhooks.data?.offered ?? []}
        onType={setTyped}
        isOpen={typed !== undefined}
        isBusy={adding.isPending}
        error={adding.error}
        onClose={() => {
          setTyped(undefined);
          adding.reset();
        }}
        onAct={() => typed !== undefined && adding.mutate({ ...typed, name: typed.name.trim(), url: typed.url.trim() })}
      />
      <ShownSecret secret={adding.data?.secret} onClose={adding.reset} />
    </Page>
  );
}
