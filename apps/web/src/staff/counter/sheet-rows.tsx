import { Link } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import type { RepaymentSheetRow } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useWords } from '../words.ts';

/** The rows of a sheet of repayments: what each pays in its parts, or why it pays nothing. */
export function SheetRows({ rows, caption }: { rows: readonly RepaymentSheetRow[]; caption: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const part = (amount: string | undefined) =>
    amount === undefined || isZeroMoney(amount) ? '–' : format.amount(amount);
  const columns: Column<RepaymentSheetRow>[] = [
    { name: 'line', heading: t('repaySheet.line'), isNumber: true, cell: ({ line }) => format.count(line) },
    {
      name: 'loan',
      heading: t('loan.number'),
      cell: ({ loanId, loanNumber, typed }) =>
        loanId === null ? (
          <span className="quiet">{typed === '' ? '–' : typed}</span>
        ) : (
          <Link to="/loans/$id" params={{ id: loanId }}>
            {loanNumber}
          </Link>
        ),
    },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberName, memberNumber }) => (memberName === null ? '–' : `${memberName} · ${memberNumber}`),
    },
    {
      name: 'amount',
      heading: t('repaySheet.amountIn', { currency }),
      isNumber: true,
      cell: ({ amount }) => (amount === null ? '–' : format.amount(amount)),
    },
    {
      name: 'principal',
      heading: t('dues.principalIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ split }) => part(split?.principal),
    },
    {
      name: 'interest',
      heading: t('dues.interestIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ split }) => part(split?.interest),
    },
    {
      name: 'penalty',
      heading: t('dues.penaltyIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ split }) => part(split?.penalty),
    },
    {
      name: 'state',
      heading: t('list.state'),
      isLong: true,
      cell: ({ status, problem, receiptId, note }) => (
        <>
          {problem !== null ? (
            <strong>{problem}</strong>
          ) : receiptId === null ? (
            t(`repaySheet.row.${status}`)
          ) : (
            <Link to="/receipts/$id" params={{ id: receiptId }}>
              {t('repaySheet.row.paid')}
            </Link>
          )}
          {note !== null && <span className="block quiet small">{note}</span>}
        </>
      ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ line }) => String(line)} />;
}
