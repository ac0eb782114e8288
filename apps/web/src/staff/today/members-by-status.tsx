import { MEMBER_STATUSES } from '@kafal/core';
import { Link } from '@tanstack/react-router';
import type { DashboardStats } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Glow } from '../ui/glow.tsx';
import { MemberStatusMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

export function MembersByStatus({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const format = useSocietyFormat();
  const counts = MEMBER_STATUSES.map((status) => ({ status, count: figures.membersByStatus[status] ?? 0 }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const shown = counts.filter(({ count, status }) => count > 0 || status === 'active');
  return (
    <Section title={t('today.membersByStatus')}>
      <ul className="lines">
        {shown.map(({ status, count }) => (
          <li key={status} className="line-row bar-row">
            <Link to="/members" search={{ status }} className="bar-label">
              <MemberStatusMark status={status} />
            </Link>
            <span className="bar-track" aria-hidden="true">
              {count > 0 && <span className="bar" style={{ inlineSize: `${(count / most) * 100}%` }} />}
            </span>
            <Glow value={count}>
              <span className="figure">{count === 0 ? '–' : format.count(count)}</span>
            </Glow>
          </li>
        ))}
      </ul>
    </Section>
  );
}
