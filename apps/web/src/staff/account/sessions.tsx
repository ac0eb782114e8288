import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SessionList } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Answered, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Session = SessionList['items'][number];

/** Where somebody is logged in: the reader themself, or a colleague whom the administrator looks after. */
export function Sessions({ userId, mayEnd = true }: { userId?: string; mayEnd?: boolean }) {
  const t = useWords();
  const format = useSocietyFormat();
  const sessions = useQuery({
    queryKey: ['sessions', userId ?? 'own'],
    queryFn: () =>
      userId === undefined
        ? client.get('/api/auth/sessions')
        : client.get('/api/admin/users/{id}/sessions', { path: { id: userId } }),
  });
  const ending = useMutation({
    mutationFn: (sessionId: string) => client.delete('/api/auth/sessions/{sessionId}', { path: { sessionId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const columns: Column<Session>[] = [
    { name: 'agent', heading: t('sessions.device'), isLong: true, cell: (session) => deviceOf(session.agent) },
    { name: 'address', heading: t('sessions.address'), cell: (session) => session.address },
    {
      name: 'created',
      heading: t('sessions.since'),
      isMinor: true,
      cell: (session) => format.instant(session.createdAt),
    },
    { name: 'seen', heading: t('sessions.lastSeen'), cell: (session) => format.instant(session.lastSeenAt) },
    {
      name: 'end',
      heading: t('sessions.end'),
      cell: (session) =>
        session.isCurrent ? (
          t('sessions.thisOne')
        ) : mayEnd ? (
          <Button
            size="compact-sm"
            loading={ending.isPending && ending.variables === session.id}
            onClick={() => ending.mutate(session.id)}
          >
            {t('sessions.endIt')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <ProblemNote error={ending.error} takesFocus />
      <Answered query={sessions}>
        {(list) =>
          list.items.length === 0 ? (
            <p className="quiet">{t('sessions.none')}</p>
          ) : (
            <DataTable
              caption={t('sessions.title')}
              columns={columns}
              rows={list.items}
              rowKey={(session) => session.id}
            />
          )
        }
      </Answered>
    </>
  );
}

/** "Chrome 140, Windows" out of what a browser says about itself; the whole text when it says something else. */
function deviceOf(agent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Version)\/(\d+)/.exec(agent);
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent);
  if (browser === null) return agent.slice(0, 60);
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' };
  const name = names[browser[1] ?? ''] ?? browser[1];
  return [`${name} ${browser[2]}`, system?.[1]].filter((part) => part !== undefined).join(', ');
}
