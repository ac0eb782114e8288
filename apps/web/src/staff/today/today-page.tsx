import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DashboardStats } from '../answers.ts';
import { useMay, useStaffUser } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Page } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ActivityStream } from './activity-stream.tsx';
import { CashPlaces } from './cash-places.tsx';
import { Figure } from './figure.tsx';
import { MembersByStatus } from './members-by-status.tsx';
import { WaitingForMe } from './waiting-for-me.tsx';

// Told of every change by the live line; asked for again by itself so that five minutes never pass unseen.
const refreshEveryMs = 4 * 60_000;

export function TodayPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const user = useStaffUser();
  const stats = useQuery({
    queryKey: ['dashboard'],
    queryFn: () => client.get('/api/admin/dashboard/stats'),
    refetchInterval: refreshEveryMs,
    refetchIntervalInBackground: true,
  });
  const waiting = stats.data === undefined ? 0 : stats.data.pendingRequests + stats.data.pendingApprovals;
  return (
    <Page
      title={
        stats.data === undefined
          ? t('today.greeting', { name: user.name })
          : waiting === 0
            ? t('today.titleNone')
            : t('today.title', { count: waiting })
      }
      lead={stats.data === undefined ? undefined : t('today.asOf', { time: format.time(stats.data.lastUpdated) })}
    >
      <Answered query={stats} lines={10}>
        {(figures) => <Dashboard figures={figures} />}
      </Answered>
    </Page>
  );
}

function Dashboard({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  return (
    <>
      <section className="figures" aria-label={t('today.figures')}>
        <Figure
          label={t('today.activeMembers')}
          value={format.count(figures.activeMembers)}
          to={may('member.read') ? '/members' : undefined}
          search={{ status: 'active' }}
        />
        <Figure
          label={t('today.deposits')}
          value={format.money(figures.totalDeposits)}
          to={may('member.read') ? '/savings' : undefined}
        />
        <Figure
          label={t('today.shareCapital')}
          value={format.money(figures.shareCapital)}
          more={t('today.sharePending', { amount: format.money(figures.sharePending) })}
          to={may('share.read') ? '/shares' : undefined}
        />
        <Figure
          label={t('today.receipts')}
          value={format.money(figures.today.receipts)}
          more={t('today.receiptCount', { count: figures.today.receiptCount })}
          to={may('counter.read') ? '/counter/receipts' : undefined}
          search={{ direction: 'in', from: figures.businessDate, to: figures.businessDate }}
        />
        <Figure
          label={t('today.payments')}
          value={format.money(figures.today.payments)}
          more={t('today.paymentCount', { count: figures.today.paymentCount })}
          to={may('counter.read') ? '/counter/receipts' : undefined}
          search={{ direction: 'out', from: figures.businessDate, to: figures.businessDate }}
        />
      </section>
      <div className="today-columns">
        <div className="stack stack-wide">
          <WaitingForMe figures={figures} />
          <MembersByStatus figures={figures} />
        </div>
        <div className="stack stack-wide">
          <CashPlaces figures={figures} />
          <section className="section" aria-label={t('today.activity')}>
            <div className="section-head">
              <h2>{t('today.activity')}</h2>
              {may('audit.read') && <Link to="/audit">{t('today.wholeStream')}</Link>}
            </div>
            <ActivityStream activity={figures.activity} />
          </section>
        </div>
      </div>
    </>
  );
}
