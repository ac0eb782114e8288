import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BankLine } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Mark } from '../ui/marks.tsx';
import { useWords } from '../words.ts';
import { lineLook } from './bank-words.ts';

/** Lines of the bank with what became of each, and what can be done with it. */
export function BankLines({ rows, acts }: { rows: BankLine[]; acts?: (line: BankLine) => ReactNode }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const columns: Column<BankLine>[] = [
    { name: 'day', heading: t('bank.day'), cell: ({ bookedOn }) => format.day(bookedOn) },
    {
      name: 'text',
      heading: t('bank.text'),
      isLong: true,
      cell: ({ description, number }) => (
        <>
          <span className="breakable">{description}</span>
          {number !== null && <span className="block small quiet">{number}</span>}
        </>
      ),
    },
    {
      name: 'amount',
      heading: t('payments.amountIn', { currency }),
      isNumber: true,
      cell: ({ status, credit, debit }) => (status === 'debit' ? `−${format.amount(debit)}` : format.amount(credit)),
    },
    {
      name: 'state',
      heading: t('list.state'),
      isLong: true,
      cell: (line) => (
        <>
          <Mark look={lineLook[line.status]} words={t(`bank.status.${line.status}`)} />
          {line.statementId === null && <span className="block small quiet">{t('gateway.notOnStatement')}</span>}
          <What line={line} />
        </>
      ),
    },
    ...(acts === undefined ? [] : [{ name: 'acts', heading: t('payments.act'), cell: acts }]),
  ];
  return <DataTable caption={t('bank.lines')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function What({ line }: { line: BankLine }) {
  const t = useWords();
  if (line.receiptId !== null) {
    return (
      <span className="block small">
        {line.memberName} · <span className="nowrap">{line.memberNumber}</span> ·{' '}
        <Link to="/receipts/$id" params={{ id: line.receiptId }}>
          {line.receiptNumber}
        </Link>
      </span>
    );
  }
  if (line.status !== 'unidentified') return null;
  return (
    <>
      {line.reasonText !== null && <span className="block small">{line.reasonText}</span>}
      {line.waitingApprovalId !== null && (
        <span className="block small">
          <Link to="/approvals/$id" params={{ id: line.waitingApprovalId }}>
            {t('bank.waits')}
          </Link>
        </span>
      )}
    </>
  );
}
