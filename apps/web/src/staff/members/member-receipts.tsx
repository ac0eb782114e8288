import { Link } from '@tanstack/react-router';
import type { Member, ReceiptRow } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Mark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { useKnownWord, useWords } from '../words.ts';

export function MemberReceipts({ member }: { member: Member }) {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const list = useKeysetList('/api/receipts', { memberId: member.id, limit: 20 });
  const columns: Column<ReceiptRow>[] = [
    {
      name: 'number',
      heading: t('receipt.number'),
      cell: (receipt) => (
        <Link to="/receipts/$id" params={{ id: receipt.id }}>
          {receipt.number}
        </Link>
      ),
    },
    { name: 'on', heading: t('receipt.at'), cell: (receipt) => format.day(receipt.issuedOn) },
    {
      name: 'mode',
      heading: t('receipt.mode'),
      isMinor: true,
      cell: (receipt) => known(`mode.${receipt.mode}`) ?? receipt.mode,
    },
    {
      name: 'state',
      heading: t('list.state'),
      isMinor: true,
      cell: (receipt) =>
        receipt.reversedByEntryId === null ? (
          ''
        ) : (
          <Mark look={{ colour: 'red', mark: '↩' }} words={t('receipt.reversed')} />
        ),
    },
    {
      name: 'in',
      heading: t('receipt.in', { currency }),
      isNumber: true,
      cell: (receipt) => (receipt.direction === 'in' ? format.amount(receipt.total) : ''),
    },
    {
      name: 'out',
      heading: t('receipt.out', { currency }),
      isNumber: true,
      cell: (receipt) => (receipt.direction === 'out' ? format.amount(receipt.total) : ''),
    },
  ];
  return (
    <Section title={t('receipts.title')}>
      <KeysetRows
        list={list}
        events={['receipt.issued', 'savings.withdrawn']}
        empty={<p className="quiet">{t('receipts.none')}</p>}
      >
        {(rows: ReceiptRow[]) => (
          <DataTable caption={t('receipts.title')} columns={columns} rows={rows} rowKey={(receipt) => receipt.id} />
        )}
      </KeysetRows>
    </Section>
  );
}
