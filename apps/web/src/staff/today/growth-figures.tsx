import { drawnMoney } from '../../shared/ui/charts/chart-scale.ts';
import { LineChart } from '../../shared/ui/charts/line-chart.tsx';
import type { DashboardGrowth, DashboardStats } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { Figure } from './figure.tsx';
import { useGrowth } from './today-queries.ts';
import { hrefOf, useFollow } from './use-follow.ts';

type Month = DashboardGrowth['months'][number];

/** Members, savings and shares: the figure of this moment over the line of its year. */
export function GrowthFigures({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const growth = useGrowth();
  return (
    <section className="growth" aria-label={t('today.figures')}>
      <div>
        <Figure
          label={t('today.activeMembers')}
          value={format.count(figures.activeMembers)}
          to={may('member.read') ? '/members' : undefined}
          search={{ status: 'active' }}
        />
        <Answered query={growth} lines={4}>
          {({ months }) => (
            <GrowthLine
              title={t('today.membersLine')}
              months={months}
              of={(month) => ({
                value: month.activeMembers,
                shown: format.count(month.activeMembers),
                sentence: t('today.membersPoint', {
                  month: format.ownMonth(month.on),
                  members: format.count(month.activeMembers),
                  count: month.joined,
                }),
              })}
              hrefOf={(month) =>
                may('member.read') ? hrefOf('/members', { joinedFrom: month.from, joinedTo: month.on }) : undefined
              }
              extra={{
                heading: t('today.joined'),
                cell: (month) => (month.joined === 0 ? '–' : format.count(month.joined)),
              }}
            />
          )}
        </Answered>
      </div>
      <div>
        <Figure
          label={t('today.deposits')}
          value={format.money(figures.totalDeposits)}
          to={may('counter.read') ? '/savings' : undefined}
        />
        <Answered query={growth} lines={4}>
          {({ months }) => <MoneyLine title={t('today.savingsLine')} months={months} of={({ savings }) => savings} />}
        </Answered>
      </div>
      <div>
        <Figure
          label={t('today.shareCapital')}
          value={format.money(figures.shareCapital)}
          to={may('share.read') ? '/shares' : undefined}
        />
        <Answered query={growth} lines={4}>
          {({ months }) => (
            <MoneyLine title={t('today.sharesLine')} months={months} of={({ shareCapital }) => shareCapital} />
          )}
        </Answered>
      </div>
    </section>
  );
}

function MoneyLine({ title, months, of }: { title: string; months: readonly Month[]; of: (month: Month) => string }) {
  const format = useSocietyFormat();
  const may = useMay();
  return (
    <GrowthLine
      title={title}
      months={months}
      of={(month) => ({
        value: drawnMoney(of(month)),
        shown: format.amount(of(month)),
        sentence: `${format.ownMonth(month.on)}: ${format.money(of(month))}`,
      })}
      // The trial balance of that day is where the figure stands among all the others.
      hrefOf={(month) => (may('books.read') ? hrefOf('/books/trial-balance', { asOf: month.on }) : undefined)}
    />
  );
}

interface GrowthLineProps {
  title: string;
  months: readonly Month[];
  of: (month: Month) => { value: number; shown: string; sentence: string };
  hrefOf: (month: Month) => string | undefined;
  extra?: { heading: string; cell: (month: Month) => string };
}

function GrowthLine({ title, months, of, hrefOf: hrefOfMonth, extra }: GrowthLineProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const follow = useFollow();
  const points = months.map((month) => ({
    key: month.on,
    label: format.ownMonthShort(month.on),
    href: hrefOfMonth(month),
    ...of(month),
  }));
  return (
    <LineChart
      title={title}
      points={points}
      mark={format.count}
      onFollow={follow}
      tableWords={t('chart.asTable')}
      table={{
        columns: [t('chart.month'), title, ...(extra === undefined ? [] : [extra.heading])],
        rows: months.map((month) => ({
          key: month.on,
          heading: format.ownMonth(month.on),
          cells: [of(month).shown, ...(extra === undefined ? [] : [extra.cell(month)])],
        })),
      }}
    />
  );
}
