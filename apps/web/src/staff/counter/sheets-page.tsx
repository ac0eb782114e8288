import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import type { RepaymentSheetListRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** Sheets of repayments, such as those of employers, the newest first. */
export function SheetsPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const list = useKeysetList('/api/repayment-sheets', {});
  const columns: Column<RepaymentSheetListRow>[] = [
    {
      name: 'number',
      heading: t('repaySheet.number'),
      cell: ({ id, number }) => (
        <Link to="/counter/sheets/$id" params={{ id }}>
          {number}
        </Link>
      ),
    },
    { name: 'day', heading: t('repaySheet.day'), cell: ({ enteredOn }) => format.day(enteredOn) },
    {
      name: 'mode',
      heading: t('counter.mode'),
      cell: ({ mode, reference }) => (reference === null ? t(`mode.${mode}`) : `${t(`mode.${mode}`)} · ${reference}`),
    },
    {
      name: 'total',
      heading: t('repaySheet.totalIn', { currency }),
      isNumber: true,
      cell: ({ total }) => format.amount(total),
    },
    {
      name: 'rows',
      heading: t('repaySheet.paidOf'),
      isNumber: true,
      cell: ({ paidRows, rows }) => `${format.count(paidRows)} / ${format.count(rows)}`,
    },
    {
      name: 'left',
      heading: t('repaySheet.leftIn', { currency }),
      isNumber: true,
      cell: ({ left }) => (isZeroMoney(left) ? '–' : format.amount(left)),
    },
    { name: 'state', heading: t('list.state'), cell: ({ status }) => t(`repaySheet.status.${status}`) },
    { name: 'by', heading: t('repaySheet.enteredBy'), isMinor: true, cell: ({ enteredBy }) => enteredBy },
  ];
  return (
    <Page
      title={t('repaySheet.listTitle')}
      above={<Link to="/counter">{t('nav.counter')}</Link>}
      lead={t('repaySheet.listLead')}
      actions={
        may('receipt.take') && (
          <Button variant="filled" renderRoot={(props) => <Link to="/counter/sheets/new" {...props} />}>
            {t('repaySheet.new')}
          </Button>
        )
      }
    >
      <KeysetRows
        list={list}
        events={['receipt.issued']}
        empty={<Empty title={t('repaySheet.none')}>{t('repaySheet.noneHow')}</Empty>}
      >
        {(rows: RepaymentSheetListRow[]) => (
          <DataTable caption={t('repaySheet.listTitle')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </KeysetRows>
    </Page>
  );
}
