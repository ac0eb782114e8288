import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import type { DashboardStats } from '../answers.ts';
import { ChannelLight } from '../deliveries/channel-light.tsx';
import { useMay, useStaffUser } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Waiting } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ActivityStream } from './activity-stream.tsx';
import { AgentsCash } from './agents-cash.tsx';
import { ApplicationAges } from './application-ages.tsx';
import { BooksLight } from './books-light.tsx';
import { CashFlowSection } from './cash-flow-section.tsx';
import { CashPlaces } from './cash-places.tsx';
import { ClosingSteps } from './closing-steps.tsx';
import { DayNotEnded } from './day-not-ended.tsx';
import { DesksWaiting } from './desks-waiting.tsx';
import { ExceptionsSection } from './exceptions-section.tsx';
import { ExpectedSection } from './expected-section.tsx';
import { FirstDay } from './first-steps.tsx';
import { GrowthFigures } from './growth-figures.tsx';
import { InstallationSection } from './installation-section.tsx';
import { LoansSection } from './loans-section.tsx';
import { MaturitiesSection } from './maturities-section.tsx';
import { MembersByStatus } from './members-by-status.tsx';
import { TillSection } from './till-section.tsx';
import { useFirstSteps, useStats, useWaitingRows } from './today-queries.ts';
import { WaitingForMe } from './waiting-for-me.tsx';

export { takeTodayAhead } from './today-queries.ts';

// One page, and for everybody the part of it their day begins with. What stands on it follows from what a person may
// do, so a role of the society's own making has a Today too.

export function TodayPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const user = useStaffUser();
  const may = useMay();
  const stats = useStats();
  // Deferred, the page's answer stands before what is under it is drawn.
  const showsRest = useDeferredValue(true, false);
  const decides = useDecides();
  const waiting =
    stats.data === undefined || !decides
      ? undefined
      : (may('application.decide') ? stats.data.pendingRequests : 0) +
        (may('approval.decide') ? stats.data.pendingApprovals : 0);
  return (
    <Page
      title={
        waiting === undefined
          ? t('today.greeting', { name: user.name })
          : waiting === 0
            ? t('today.titleNone')
            : t('today.title', { count: waiting })
      }
      lead={stats.data === undefined ? undefined : t('today.asOf', { time: format.time(stats.data.lastUpdated) })}
      actions={
        may('application.recommend') &&
        !decides && (
          <Button variant="filled" renderRoot={(props) => <Link to="/applications/new" {...props} />}>
            {t('applications.register')}
          </Button>
        )
      }
    >
      {showsRest && <UnderTheAnswer />}
    </Page>
  );
}

function UnderTheAnswer() {
  const may = useMay();
  const stats = useStats();
  // Deferred again, the many figures are drawn in small pieces, between which the page answers.
  const showsFigures = useDeferredValue(useIsAboveThere() && stats.data !== undefined, false);
  const keepsBooks = useKeepsBooks();
  const decides = useDecides();
  return (
    <>
      <FirstDay />
      {may('day.close') && <DayNotEnded />}
      {may('system.read') && <ChannelLight />}
      {may('receipt.take') && (
        <div className="today-columns">
          <div className="stack stack-wide">
            <TillSection />
          </div>
          <ExpectedSection />
        </div>
      )}
      {may('audit.read') && !decides && <ExceptionsSection />}
      {decides && <WaitingForMe />}
      <DesksWaiting />
      {may('collections.read') && (may('receipt.take') || decides) && <AgentsCash />}
      {keepsBooks && (
        <div className="today-columns">
          <BooksLight />
          <ClosingSteps />
        </div>
      )}
      {may('user.manage') && <InstallationSection />}
      {showsFigures || stats.error !== null ? (
        <Answered query={stats} lines={10}>
          {(figures) => <Figures figures={figures} />}
        </Answered>
      ) : (
        <Waiting lines={10} />
      )}
    </>
  );
}

function useDecides(): boolean {
  const may = useMay();
  return may('approval.decide') || may('application.decide');
}

/** The figures come after what stands above them, which has as many rows as there are; so they are not pushed away. */
function useIsAboveThere(): boolean {
  const { approvals, applications } = useWaitingRows();
  return [useFirstSteps(), approvals, applications].every(({ isPending }) => !isPending);
}

/** The books are somebody's own work, not one thing among those a manager answers for. */
function useKeepsBooks(): boolean {
  const may = useMay();
  return may('voucher.enter') && !may('till.manage');
}

function Figures({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const may = useMay();
  const looksAtMoney = may('books.read');
  const keepsBooks = useKeepsBooks();
  // With the books beside the figures, the right column alone would go on and on.
  const isActivityBelow = looksAtMoney && !keepsBooks;
  const activity = (
    <Section
      title={t('today.activity')}
      actions={may('audit.read') && <Link to="/audit">{t('today.wholeStream')}</Link>}
    >
      <ActivityStream activity={figures.activity} />
    </Section>
  );
  return (
    <>
      {looksAtMoney && <GrowthFigures figures={figures} />}
      <div className="today-columns">
        <div className="stack stack-wide">
          {looksAtMoney && <CashPlaces figures={figures} />}
          {may('loan.read') && <LoansSection figures={figures} />}
          {looksAtMoney && may('counter.read') && <MaturitiesSection />}
          {may('application.read') && <ApplicationAges />}
          <MembersByStatus figures={figures} />
        </div>
        <div className="stack stack-wide">
          {looksAtMoney && <CashFlowSection figures={figures} />}
          {looksAtMoney && !keepsBooks && <BooksLight />}
          {!isActivityBelow && activity}
        </div>
      </div>
      {isActivityBelow && activity}
    </>
  );
}
