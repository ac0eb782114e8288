import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, TextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Empty, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { type CollectionRoute, type DailyAccount, useAgents, useDoors, useRoutes } from './collection-queries.ts';

/** The ways from door to door, whose each is, and the order of the doors. */
export function RoutesSection() {
  const t = useWords();
  const routes = useRoutes();
  const mayManage = useMay()('collections.manage');
  const [openedId, setOpenedId] = useState<string>();
  const opened = routes.data?.items.find(({ id }) => id === openedId);
  const columns: Column<CollectionRoute>[] = [
    {
      name: 'code',
      heading: t('routes.code'),
      cell: (route) =>
        mayManage ? (
          <button type="button" className="link-button" onClick={() => setOpenedId(route.id)}>
            {route.code}
          </button>
        ) : (
          route.code
        ),
    },
    { name: 'name', heading: t('routes.name'), isLong: true, cell: ({ name }) => name },
    { name: 'agent', heading: t('routes.agent'), cell: ({ agentName }) => agentName },
    {
      name: 'accounts',
      heading: t('agents.accounts'),
      isNumber: true,
      cell: ({ id, accounts }) => (
        <Link to="/collections/accounts" search={{ route: id }}>
          {accounts}
        </Link>
      ),
    },
  ];
  return (
    <Section title={t('routes.title')} actions={mayManage && <CreateRoute />}>
      <Answered query={routes}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('routes.none')}>{t('routes.noneHow')}</Empty>
          ) : (
            <DataTable caption={t('routes.title')} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Answered>
      <SidePanel
        title={opened === undefined ? '' : t('routes.change', { code: opened.code })}
        isOpen={opened !== undefined}
        onClose={() => setOpenedId(undefined)}
        size="lg"
      >
        {opened !== undefined && (
          <div className="stack stack-wide" key={`${opened.id} ${opened.version}`}>
            <ChangeRoute route={opened} />
            <DoorOrder route={opened} />
          </div>
        )}
      </SidePanel>
    </Section>
  );
}

/** Agents who still work, as choices. */
function useAgentChoices() {
  const agents = useAgents();
  return (agents.data?.items ?? [])
    .filter(({ status }) => status === 'active')
    .map(({ id, number, name }) => ({ value: id, label: `${number} · ${name}` }));
}

function CreateRoute() {
  const t = useWords();
  const agents = useAgentChoices();
  const [isOpen, dialog] = useDisclosure(false);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [agentId, setAgentId] = useState('');
  const creating = useMutation({
    mutationFn: () =>
      client.post('/api/collections/routes', { body: { code: code.trim(), name: name.trim(), agentId } }),
    onSuccess: async (route) => {
      showToast(t('routes.created', { code: route.code }));
      dialog.close();
      setCode('');
      setName('');
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button onClick={dialog.open}>{t('routes.create')}</Button>
      <ActDialog
        title={t('routes.create')}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('routes.createNow')}
        onAct={() => creating.mutate()}
        isBusy={creating.isPending}
        isReady={code.trim() !== '' && name.trim() !== '' && agentId !== ''}
        error={creating.error}
      >
        <TextBox
          label={t('routes.code')}
          hint={t('routes.codeHow')}
          isUpperCase
          takesDigits
          autoFocus
          maxLength={8}
          value={code}
          onChange={setCode}
          problem={fieldProblem(creating.error, 'code')}
        />
        <TextBox
          label={t('routes.name')}
          maxLength={80}
          value={name}
          onChange={setName}
          problem={fieldProblem(creating.error, 'name')}
        />
        <ChoiceBox
          label={t('routes.agent')}
          none={t('agents.nobody')}
          value={agentId}
          choices={agents}
          onChange={setAgentId}
          problem={fieldProblem(creating.error, 'agentId')}
        />
      </ActDialog>
    </>
  );
}

function ChangeRoute({ route }: { route: CollectionRoute }) {
  const t = useWords();
  const agents = useAgentChoices();
  const [name, setName] = useState(route.name);
  const [agentId, setAgentId] = useState(route.agentId);
  const isChanged = name.trim() !== route.name || agentId !== route.agentId;
  const changing = useMutation({
    mutationFn: () =>
      client.put('/api/collections/routes/{id}', {
        path: { id: route.id },
        body: { name: name.trim(), agentId, version: route.version },
      }),
    onSuccess: async () => {
      showToast(t('routes.changed', { code: route.code }));
      await queryClient.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && name.trim() !== '' && !changing.isPending) changing.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextBox
        label={t('routes.name')}
        maxLength={80}
        value={name}
        onChange={setName}
        problem={fieldProblem(changing.error, 'name')}
      />
      <ChoiceBox
        label={t('routes.agent')}
        value={agentId}
        choices={agents}
        onChange={setAgentId}
        problem={fieldProblem(changing.error, 'agentId')}
      />
      <ProblemNote error={changing.error} takesFocus />
      <div className="row">
        <Button type="submit" loading={changing.isPending} disabled={!isChanged || name.trim() === ''}>
          {t('routes.changeNow')}
        </Button>
      </div>
    </form>
  );
}

function DoorOrder({ route }: { route: CollectionRoute }) {
  const t = useWords();
  const doors = useDoors({ routeId: route.id });
  return (
    <section className="stack" aria-label={t('routes.order')}>
      <h3>{t('routes.order')}</h3>
      <p className="quiet">{t('routes.orderHow')}</p>
      <Answered query={doors}>
        {({ items }) => (items.length === 0 ? <p>{t('routes.noDoors')}</p> : <OrderForm route={route} doors={items} />)}
      </Answered>
    </section>
  );
}

function OrderForm({ route, doors }: { route: CollectionRoute; doors: readonly DailyAccount[] }) {
  const t = useWords();
  const [order, setOrder] = useState(doors);
  const isChanged = order.some(({ id }, place) => id !== doors[place]?.id);
  const keeping = useMutation({
    mutationFn: () =>
      client.put('/api/collections/routes/{id}/order', {
        path: { id: route.id },
        body: { depositIds: order.map(({ id }) => id) },
      }),
    onSuccess: async () => {
      showToast(t('routes.ordered', { code: route.code }));
      await queryClient.invalidateQueries();
    },
  });
  const move = (place: number, by: number) =>
    setOrder((before) => {
      const next = [...before];
      const [door] = next.splice(place, 1);
      if (door !== undefined) next.splice(place + by, 0, door);
      return next;
    });
  return (
    <>
      <ol className="lines">
        {order.map((door, place) => (
          <li key={door.id} className="line-row">
            <span>
              {place + 1}. {door.memberName} <span className="quiet">{door.accountNumber}</span>
            </span>
            <span className="row">
              <Button
                size="compact-md"
                variant="default"
                aria-label={t('routes.up', { name: door.memberName })}
                disabled={place === 0}
                onClick={() => move(place, -1)}
              >
                ↑
              </Button>
              <Button
                size="compact-md"
                variant="default"
                aria-label={t('routes.down', { name: door.memberName })}
                disabled={place === order.length - 1}
                onClick={() => move(place, 1)}
              >
                ↓
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <ProblemNote error={keeping.error} takesFocus />
      <div className="row">
        <Button loading={keeping.isPending} disabled={!isChanged} onClick={() => keeping.mutate()}>
          {t('routes.orderNow')}
        </Button>
      </div>
    </>
  );
}
