import type { DepositWithPlan } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/page.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Thrift = NonNullable<DepositWithPlan['thrift']>;

/** What fell due month by month, and what of it is paid: the oldest first. */
export function ThriftPanel({ thrift, currency }: { thrift: Thrift; currency: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const columns: Column<Thrift['dues'][number]>[] = [
    { name: 'dueOn', heading: t('termDeposit.dueOn'), cell: (due) => format.day(due.dueOn) },
    { name: 'graceTo', heading: t('thrift.graceTo'), isMinor: true, cell: (due) => format.day(due.graceTo) },
    {
      name: 'amount',
      heading: t('thrift.dueIn', { currency }),
      isNumber: true,
      cell: (due) => format.amount(due.amount),
    },
    { name: 'paid', heading: t('thrift.paidIn', { currency }), isNumber: true, cell: (due) => format.amount(due.paid) },
  ];
  return (
    <Section title={t('thrift.dues')}>
      {thrift.since !== null && (
        <Note tone="warning">
          {t('thrift.owes', { amount: format.money(thrift.arrears), day: format.day(thrift.since) })}
        </Note>
      )}
      <Facts
        columns={3}
        facts={[
          [t('thrift.raised'), format.money(thrift.raised)],
          [t('thrift.paid'), format.money(thrift.paidIn)],
          [t('thrift.ahead'), format.money(thrift.ahead)],
        ]}
      />
      {thrift.dues.length === 0 ? (
        <p className="quiet">{t('thrift.noDues')}</p>
      ) : (
        <DataTable caption={t('thrift.dues')} columns={columns} rows={thrift.dues} rowKey={(due) => due.dueOn} />
      )}
    </Section>
  );
}
