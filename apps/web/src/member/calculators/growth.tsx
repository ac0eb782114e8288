import { formatMoney } from '@kafal/core';
import { type GrowthPoint, pointsToDraw } from '../../shared/growth.ts';
import { drawnMoney } from '../../shared/ui/charts/chart-scale.ts';
import { LineChart } from '../../shared/ui/charts/line-chart.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useCalculatorText } from './calculator-words.ts';

/** What stands there day after day, drawn, with the same figures as a table. */
export function Growth({ title, growth }: { title: string; growth: readonly GrowthPoint[] }) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const points = pointsToDraw(growth).map(({ on, amount }) => {
    const text = formatMoney(amount, decimals);
    const [day, shown] = [format.day(on), format.money(text)];
    return {
      key: on,
      label: `${format.ownMonthShort(on)} ’${format.ownMonth(on).slice(-2)}`,
      value: drawnMoney(text),
      shown,
      sentence: t('calc.growth.sentence', { day, amount: shown }),
      day,
    };
  });
  return (
    <div className="stack">
      <h3>{title}</h3>
      <LineChart
        title={title}
        points={points}
        mark={format.count}
        tableWords={t('calc.growth.table')}
        table={{
          columns: [t('calc.growth.day'), t('calc.growth.amount')],
          rows: points.map(({ key, day, shown }) => ({ key, heading: day, cells: [shown] })),
        }}
      />
    </div>
  );
}
