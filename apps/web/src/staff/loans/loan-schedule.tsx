import { add, formatMoney, parseMoney } from '@kafal/core';
import { isZeroMoney } from '../../shared/format.ts';
import type { Loan } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { InterestLines } from './interest-lines.tsx';

type Instalment = Loan['instalmentsPlan'][number];

/** Every instalment with its parts, and what was paid of it once the loan runs. */
export function LoanSchedule({ loan }: { loan: Loan }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  // One that was written off before anything was paid has none left.
  if (loan.instalmentsPlan.length === 0) return null;
  const isPaidOut = loan.disbursedOn !== null;
  const hasCharges = loan.instalmentsPlan.some(({ fee, penalty }) => !isZeroMoney(fee) || !isZeroMoney(penalty));
  const amount = (value: string) => (isZeroMoney(value) ? '–' : format.amount(value));
  const columns: Column<Instalment>[] = [
    { name: 'number', heading: t('loan.instalment'), cell: ({ number }) => number },
    { name: 'dueOn', heading: t('loan.dueOn'), cell: ({ dueOn }) => format.day(dueOn) },
    {
      name: 'principal',
      heading: t('loan.principalIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ principal }) => amount(principal),
    },
    {
      name: 'interest',
      heading: t('loan.interestIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ interest }) => amount(interest),
    },
    ...(hasCharges
      ? [
          {
            name: 'charges',
            heading: t('loan.chargesIn', { currency }),
            isNumber: true,
            isMinor: true,
            cell: ({ fee, penalty }: Instalment) => amount(formatMoney(add(parseMoney(fee), parseMoney(penalty)))),
          },
        ]
      : []),
    {
      name: 'total',
      heading: t('loan.totalIn', { currency }),
      isNumber: true,
      cell: ({ total }) => amount(total),
    },
    ...(isPaidOut
      ? [
          {
            name: 'paid',
            heading: t('loan.paidIn', { currency }),
            isNumber: true,
            cell: ({ paid }: Instalment) => amount(paid),
          },
        ]
      : []),
    {
      name: 'balance',
      heading: t('loan.balanceIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ balance }) => amount(balance),
    },
  ];
  const title = t(isPaidOut ? 'loan.schedule' : 'loan.schedulePlanned');
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        columns={columns}
        rows={loan.instalmentsPlan}
        rowKey={({ number }) => String(number)}
      />
      <InterestLines loan={loan} />
    </Section>
  );
}
