import type { ComparedPlans } from '@kafal/contract';
import { absolute, formatMoney, type Money, parseMoney, subtract, ZERO } from '@kafal/core';
import { useQuery } from '@tanstack/react-query';
import { isZeroMoney } from '../../shared/format.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Day = ComparedPlans['days'][number];
type Row = NonNullable<Day['before']>;

/** Of a request that waits; nothing where it plans nothing anew. */
export function AskedPlans({ approvalId }: { approvalId: string }) {
  const t = useWords();
  const query = useQuery({
    queryKey: ['approval', approvalId, 'loan-plans'],
    queryFn: () => client.get('/api/approvals/{id}/loan-plans', { path: { id: approvalId } }),
  });
  if (query.data?.plans === null) return null;
  return (
    <Section title={t('plans.title')}>
      <Answered query={query} lines={8}>
        {({ plans }) => plans !== null && <ComparePlans plans={plans} />}
      </Answered>
    </Section>
  );
}

/** Every due day that is left, by the plan of now and by the new one; what changes says by how much. */
export function ComparePlans({ plans }: { plans: ComparedPlans }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const leftOf = (row: Row | null) => (row === null ? '' : isZeroMoney(row.balance) ? '–' : format.amount(row.balance));
  const columns: Column<Day>[] = [
    { name: 'dueOn', heading: t('loan.dueOn'), cell: ({ dueOn }) => format.day(dueOn) },
    {
      name: 'before',
      heading: t('plans.beforeIn', { currency }),
      isNumber: true,
      cell: ({ before }) => <Due row={before} />,
    },
    {
      name: 'after',
      heading: t('plans.afterIn', { currency }),
      isNumber: true,
      cell: ({ after }) => <Due row={after} />,
    },
    { name: 'change', heading: t('plans.change'), cell: (day) => <Change difference={differenceOf(day)} /> },
    {
      name: 'leftBefore',
      heading: t('plans.leftBefore'),
      isNumber: true,
      isMinor: true,
      cell: ({ before }) => leftOf(before),
    },
    {
      name: 'leftAfter',
      heading: t('plans.leftAfter'),
      isNumber: true,
      isMinor: true,
      cell: ({ after }) => leftOf(after),
    },
  ];
  return (
    <div data-testid="compared-plans">
      <DataTable
        caption={t('plans.title')}
        columns={columns}
        rows={plans.days}
        rowKey={({ dueOn }) => dueOn}
        totals={{
          label: t('counter.total'),
          of: {
            before: <Whole totals={plans.before} />,
            after: <Whole totals={plans.after} />,
            change: (
              <Change difference={subtract(parseMoney(plans.after.total), parseMoney(plans.before.total))} isSum />
            ),
          },
        }}
      />
    </div>
  );
}

/** What is paid on the day, and of what it is made. */
function Due({ row }: { row: Row | null }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (row === null) return '–';
  const parts = (['principal', 'interest', 'charges'] as const).filter((part) => !isZeroMoney(row[part]));
  return (
    <>
      {format.amount(row.total)}
      <span className="block quiet small">
        {parts.map((part) => t(`plans.of.${part}`, { amount: format.amount(row[part]) })).join(' + ')}
      </span>
    </>
  );
}

function Whole({ totals }: { totals: ComparedPlans['before'] }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      {format.amount(totals.total)}
      <span className="block quiet small">{t('plans.of.interest', { amount: format.amount(totals.interest) })}</span>
    </>
  );
}

function Change({ difference, isSum = false }: { difference: Money; isSum?: boolean }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (difference === ZERO) return isSum ? '–' : <span className="quiet">{t('plans.same')}</span>;
  const amount = format.amount(formatMoney(absolute(difference)));
  return <strong>{t(difference > ZERO ? 'plans.more' : 'plans.less', { amount })}</strong>;
}

const totalOf = (row: Row | null): Money => (row === null ? ZERO : parseMoney(row.total));
const differenceOf = ({ before, after }: Day): Money => subtract(totalOf(after), totalOf(before));
