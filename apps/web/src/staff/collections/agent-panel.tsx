import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { AgentTerms } from './agent-terms.tsx';
import { CashWarning } from './cash-warning.tsx';
import type { Agent } from './collection-queries.ts';
import { Commission } from './commission.tsx';
import { HandOverForm } from './hand-over-form.tsx';

/** One agent: the cash, the last collections, the last hand-overs, and what can be done. */
export function AgentPanel({ agent }: { agent: Agent }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const mayEnter = may('collections.enter') && agent.status === 'active';
  return (
    <div className="stack stack-wide">
      <Facts
        facts={[
          [
            t('agents.expected'),
            <strong key="cash">
              {format.money(agent.cash)}
              <CashWarning agent={agent} />
            </strong>,
          ],
          [t('agents.since'), agent.cashSince === null ? '–' : format.day(agent.cashSince)],
          [t('agents.limit'), agent.cashLimit === null ? t('agents.noLimit') : format.money(agent.cashLimit)],
          [t('agents.accounts'), String(agent.accounts)],
          [t('agents.membership'), agent.memberNumber ?? t('agents.noMembership')],
        ]}
      />
      {mayEnter && (
        <>
          <HandOverForm agent={agent} />
          <div className="row">
            <Button renderRoot={(props) => <Link to="/collections/sheet" search={{ agent: agent.id }} {...props} />}>
              {t('agents.sheet')}
            </Button>
          </div>
        </>
      )}
      <Commission agent={agent} />
      <AgentTerms agent={agent} />
      <LastCollections agentId={agent.id} />
      <LastHandovers agentId={agent.id} />
      {may('collections.manage') && agent.status === 'active' && <RetireAgent agent={agent} />}
    </div>
  );
}

function LastCollections({ agentId }: { agentId: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const collections = useQuery({
    queryKey: ['collections', 'of-agent', agentId],
    queryFn: () => client.get('/api/collections', { query: { agentId, limit: 10 } }),
  });
  return (
    <section className="stack" aria-label={t('agents.collections')}>
      <h3>{t('agents.collections')}</h3>
      <Answered query={collections}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('agents.noCollections')}</p>
          ) : (
            <ul className="lines">
              {items.map((row) => (
                <li key={row.id} className="line-row">
                  <span>
                    <Link to="/receipts/$id" params={{ id: row.receiptId }} className="nowrap">
                      {row.receiptNumber}
                    </Link>{' '}
                    <span className="quiet">
                      {row.memberName} · {format.day(row.collectedOn)}
                      {row.isReversed && ` · ${t('round.isReversed')}`}
                    </span>
                  </span>
                  <span className="figure">{format.amount(row.amount)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function LastHandovers({ agentId }: { agentId: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const handovers = useQuery({
    queryKey: ['collections', 'handovers', agentId],
    queryFn: () => client.get('/api/collections/handovers', { query: { agentId, limit: 10 } }),
  });
  return (
    <section className="stack" aria-label={t('agents.handovers')}>
      <h3>{t('agents.handovers')}</h3>
      <Answered query={handovers}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('agents.noHandovers')}</p>
          ) : (
            <ul className="lines">
              {items.map((row) => (
                <li key={row.id} className="line-row">
                  <span>
                    <EntryLink id={row.entryId}>{row.entryNumber}</EntryLink>{' '}
                    <span className="quiet">
                      {row.tillCode} · {row.cashier} · {format.instant(row.handedOverAt)}
                      {row.isReversed && ` · ${t('round.isReversed')}`}
                      {!isZeroMoney(row.difference) && ` · ${differenceWords(row.difference, t, format.money)}`}
                    </span>
                  </span>
                  <span className="figure">{format.amount(row.counted)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

export function differenceWords(
  difference: string,
  t: ReturnType<typeof useWords>,
  money: (text: string) => string,
): string {
  if (isZeroMoney(difference)) return t('agents.agrees');
  return difference.startsWith('-')
    ? t('agents.short', { amount: money(difference.slice(1)) })
    : t('agents.excess', { amount: money(difference) });
}

function RetireAgent({ agent: { id, number, version } }: { agent: Agent }) {
  const t = useWords();
  const [isAsked, setAsked] = useState(false);
  const retiring = useMutation({
    mutationFn: () => client.post('/api/collections/agents/{id}/retirement', { path: { id }, body: { version } }),
    onSuccess: async () => {
      showToast(t('agents.retiredNow', { number }));
      await queryClient.invalidateQueries();
    },
  });
  return (
    <section className="stack" aria-label={t('agents.retire')}>
      <h3>{t('agents.retire')}</h3>
      <Note>{t('agents.retireHow')}</Note>
      <ProblemNote error={retiring.error} takesFocus />
      <div className="row">
        {isAsked ? (
          <Button color="red" variant="filled" loading={retiring.isPending} onClick={() => retiring.mutate()}>
            {t('agents.retireNow', { number })}
          </Button>
        ) : (
          <Button color="red" variant="outline" onClick={() => setAsked(true)}>
            {t('agents.retire')}
          </Button>
        )}
      </div>
    </section>
  );
}
