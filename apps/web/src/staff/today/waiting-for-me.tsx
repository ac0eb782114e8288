import { Link } from '@tanstack/react-router';
import type { DashboardStats } from '../answers.ts';
import { useMay } from '../session.ts';
import { Glow } from '../ui/glow.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** What somebody must decide before it goes on. */
export function WaitingForMe({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const may = useMay();
  const items = [
    {
      label: t('today.applications'),
      count: figures.pendingRequests,
      to: '/applications',
      isOpen: may('application.read'),
    },
    { label: t('today.approvals'), count: figures.pendingApprovals, to: '/approvals', isOpen: may('approval.read') },
  ];
  return (
    <Section title={t('today.waiting')}>
      <ul className="lines">
        {items.map(({ label, count, to, isOpen }) => (
          <li key={to} className="line-row">
            {isOpen ? <Link to={to}>{label}</Link> : <span>{label}</span>}
            <Glow value={count}>
              <span className="figure strong">{count === 0 ? '–' : count}</span>
            </Glow>
          </li>
        ))}
        <li className="line-row">
          <span>{t('today.approvedToday')}</span>
          <Glow value={figures.approvedToday}>
            <span className="figure">{figures.approvedToday === 0 ? '–' : figures.approvedToday}</span>
          </Glow>
        </li>
      </ul>
    </Section>
  );
}
