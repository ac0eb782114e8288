import { MEMBER_STATUSES } from '@kafal/core';
import { Link } from '@tanstack/react-router';
import { BarList } from '../../shared/ui/charts/bar-list.tsx';
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
  const shown = counts.filter(({ count, status }) => count > 0 || status === 'active');
  return (
    <Section title={t('today.membersByStatus')}>
      <BarList
        name={t('today.membersByStatus')}
        rows={shown.map(({ status, count }) => ({
          key: status,
          label: (
            <Link to="/members" search={{ status }}>
              <MemberStatusMark status={status} />
            </Link>
          ),
          value: count,
          figure: <Glow value={count}>{count === 0 ? '–' : format.count(count)}</Glow>,
        }))}
      />
    </Section>
  );
}
