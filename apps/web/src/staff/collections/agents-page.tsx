import { formatMoney, parseMoney, sum } from '@kafal/core';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { Glow } from '../ui/glow.tsx';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { AgentPanel } from './agent-panel.tsx';
import { CashWarning } from './cash-warning.tsx';
import { type Agent, useAgents } from './collection-queries.ts';
import { RoutesSection } from './routes-section.tsx';

/** Who collects, what is with them, and which ways they walk. */
export function AgentsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency, decimals } = useThisSociety();
  const agents = useAgents();
  const [openedId, setOpenedId] = useState<string>();
  const opened = agents.data?.items.find(({ id }) => id === openedId);
  const columns: Column<Agent>[] = [
    {
      name: 'number',
      heading: t('agents.number'),
      cell: (agent) => (
        <button type="button" className="link-button" onClick={() => setOpenedId(agent.id)}>
          {agent.number}
        </button>
      ),
    },
    { name: 'name', heading: t('agents.name'), isLong: true, cell: ({ name }) => name },
    { name: 'state', heading: t('list.state'), isMinor: true, cell: (agent) => <AgentMark agent={agent} /> },
    {
      name: 'accounts',
      heading: t('agents.accounts'),
      isNumber: true,
      isMinor: true,
      cell: ({ accounts }) => accounts,
    },
    {
      name: 'cash',
      heading: t('agents.cashIn', { currency }),
      isNumber: true,
      cell: (agent) => (
        <Glow value={agent.cash}>
          {format.amount(agent.cash)}
          <CashWarning agent={agent} />
        </Glow>
      ),
    },
    {
      name: 'since',
      heading: t('agents.since'),
      isMinor: true,
      cell: ({ cashSince }) => (cashSince === null ? '–' : format.day(cashSince)),
    },
  ];
  return (
    <Page title={titleOf(agents.data?.items, t, format.money, decimals)} actions={<RegisterAgent />}>
      <Answered query={agents}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('agents.titleNone')}>{t('agents.noneHow')}</Empty>
          ) : (
            <DataTable caption={t('nav.collections')} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Answered>
      <RoutesSection />
      <SidePanel
        title={opened === undefined ? '' : `${opened.number} · ${opened.name}`}
        isOpen={opened !== undefined}
        onClose={() => setOpenedId(undefined)}
        size="lg"
      >
        {opened !== undefined && <AgentPanel key={`${opened.id} ${opened.version}`} agent={opened} />}
      </SidePanel>
    </Page>
  );
}

function titleOf(
  agents: readonly Agent[] | undefined,
  t: ReturnType<typeof useWords>,
  money: (text: string) => string,
  decimals: number,
): string {
  if (agents === undefined) return t('nav.collections');
  const active = agents.filter(({ status }) => status === 'active');
  if (active.length === 0) return t('agents.titleNone');
  const cash = formatMoney(sum(active.map((agent) => parseMoney(agent.cash, decimals))), decimals);
  return t('agents.title', { count: active.length, amount: money(cash) });
}

export function AgentMark({ agent: { status } }: { agent: Agent }) {
  const t = useWords();
  return status === 'active' ? (
    <Mark look={{ colour: 'green', mark: '●' }} words={t('agents.active')} />
  ) : (
    <Mark look={{ colour: 'gray', mark: '✕' }} words={t('agents.retired')} />
  );
}

function RegisterAgent() {
  const t = useWords();
  const may = useMay()('collections.manage');
  const [isOpen, dialog] = useDisclosure(false);
  const [userId, setUserId] = useState('');
  const candidates = useQuery({
    queryKey: ['collections', 'candidates'],
    queryFn: () => client.get('/api/collections/agents/candidates'),
    enabled: may && isOpen,
  });
  const registering = useMutation({
    mutationFn: () => client.post('/api/collections/agents', { body: { userId } }),
    onSuccess: async ({ name, number }) => {
      showToast(t('agents.registered', { name, number }));
      dialog.close();
      setUserId('');
      await queryClient.invalidateQueries();
    },
  });
  if (!may) return null;
  return (
    <>
      <Button onClick={dialog.open}>{t('agents.register')}</Button>
      <ActDialog
        title={t('agents.register')}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('agents.registerNow')}
        onAct={() => registering.mutate()}
        isBusy={registering.isPending}
        isReady={userId !== ''}
        error={registering.error}
      >
        <Answered query={candidates}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{t('agents.noCandidates')}</p>
            ) : (
              <ChoiceBox
                label={t('agents.who')}
                hint={t('agents.whoHow')}
                none={t('agents.nobody')}
                value={userId}
                choices={items.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setUserId}
                problem={fieldProblem(registering.error, 'userId')}
              />
            )
          }
        </Answered>
      </ActDialog>
    </>
  );
}
