import { formatMoney } from '@kafal/core';
import { pointsToDraw } from '../../shared/growth.ts';
import { planGrowth } from '../../shared/plan-growth.ts';
import { drawnMoney } from '../../shared/ui/charts/chart-scale.ts';
import { LineChart } from '../../shared/ui/charts/line-chart.tsx';
import type { DepositWithPlan, TermPlan } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';

interface PlanGrowthChartProps {
  deposit: DepositWithPlan;
  term: NonNullable<DepositWithPlan['term']>;
  plan: TermPlan;
}

/** What stands there from the opening to the end, as its member sees it drawn. */
export function PlanGrowthChart({ deposit, term, plan }: PlanGrowthChartProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const title = t(term.payout === 'maturity' ? 'termDeposit.growth' : 'termDeposit.growth.payout');
  const points = pointsToDraw(planGrowth(deposit.openedOn, term, plan)).map(({ on, amount }) => {
    const text = formatMoney(amount, decimals);
    const day = format.day(on);
    return {
      key: on,
      label: `${format.ownMonthShort(on)} ’${format.ownMonth(on).slice(-2)}`,
      value: drawnMoney(text),
      shown: format.amount(text),
      sentence: t('termDeposit.growth.point', { day, amount: format.money(text) }),
      day,
    };
  });
  return (
    <LineChart
      title={title}
      points={points}
      mark={format.count}
      tableWords={t('termDeposit.growth.table')}
      table={{
        columns: [t('termDeposit.growth.day'), t('termDeposit.growth.amount', { currency: deposit.currency })],
        rows: points.map(({ key, day, shown }) => ({ key, heading: day, cells: [shown] })),
      }}
    />
  );
}
