import { Link } from '@tanstack/react-router';
import { CashWarning } from '../collections/cash-warning.tsx';
import { useAgents } from '../collections/collection-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** Agents who carry too much, or for too long. Nothing stands here while there are none. */
export function AgentsCash() {
  const t = useWords();
  const format = useSocietyFormat();
  const late = useAgents().data?.items.filter(({ isOverLimit, isOverdue }) => isOverLimit || isOverdue) ?? [];
  if (late.length === 0) return null;
  return (
    <Section
      title={t('today.agentsCash', { count: late.length })}
      actions={<Link to="/collections/agents">{t('nav.collectionAgents')}</Link>}
    >
      <ul className="lines">
        {late.map((agent) => (
          <li key={agent.id} className="line-row">
            <span>
              {agent.number} · {agent.name}
              <CashWarning agent={agent} />
            </span>
            <span className="figure">{format.money(agent.cash)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
