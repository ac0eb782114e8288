import { Link } from '@tanstack/react-router';
import { BarChart } from '../../shared/ui/charts/bar-chart.tsx';
import { drawnMoney } from '../../shared/ui/charts/chart-scale.ts';
import type { DashboardCashFlow, DashboardStats } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { Figure } from './figure.tsx';
import { useCashFlow } from './today-queries.ts';
import { hrefOf, useFollow } from './use-follow.ts';

/** What came in and went out over the counter: today in figures, thirty days in bars. */
export function CashFlowSection({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const flow = useCashFlow();
  const today = { from: figures.businessDate, to: figures.businessDate };
  const to = may('counter.read') ? '/counter/receipts' : undefined;
  return (
    <Section title={t('today.flow')}>
      <div className="figures-pair">
        <Figure
          label={t('today.receipts')}
          value={format.money(figures.today.receipts)}
          more={t('today.receiptCount', { count: figures.today.receiptCount })}
          to={to}
          search={{ direction: 'in', ...today }}
        />
        <Figure
          label={t('today.payments')}
          value={format.money(figures.today.payments)}
          more={t('today.paymentCount', { count: figures.today.paymentCount })}
          to={to}
          search={{ direction: 'out', ...today }}
        />
      </div>
      <Answered query={flow} lines={6}>
        {(days) => <FlowBars flow={days} />}
      </Answered>
    </Section>
  );
}

function FlowBars({ flow: { days, totals, currency } }: { flow: DashboardCashFlow }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const follow = useFollow();
  const listOf = (direction: 'in' | 'out', on: string) =>
    may('counter.read') ? hrefOf('/counter/receipts', { direction, from: on, to: on }) : undefined;
  const title = t('today.flowTitle', { currency });
  return (
    <BarChart
      title={title}
      names={[t('today.received'), t('today.paid')]}
      mark={format.count}
      onFollow={follow}
      groups={days.map(({ on, receipts, receiptCount, payments, paymentCount }) => ({
        key: on,
        label: format.ownDayShort(on),
        bars: [
          {
            value: drawnMoney(receipts),
            shown: format.amount(receipts),
            sentence: t('today.receivedOn', {
              day: format.day(on),
              amount: format.money(receipts),
              count: receiptCount,
            }),
            href: listOf('in', on),
          },
          {
            value: drawnMoney(payments),
            shown: format.amount(payments),
            sentence: t('today.paidOn', {
              day: format.day(on),
              amount: format.money(payments),
              count: paymentCount,
            }),
            href: listOf('out', on),
          },
        ],
      }))}
      tableWords={t('chart.asTable')}
      table={{
        columns: [t('chart.day'), t('today.received'), t('today.paid')],
        rows: days.toReversed().map(({ on, receipts, payments }) => ({
          key: on,
          heading: may('books.read') ? (
            <Link to="/books/day-book" search={{ on }}>
              {format.day(on)}
            </Link>
          ) : (
            format.day(on)
          ),
          cells: [format.amount(receipts), format.amount(payments)],
        })),
        foot: {
          heading: t('chart.total'),
          cells: [format.amount(totals.receipts), format.amount(totals.payments)],
        },
      }}
    />
  );
}
