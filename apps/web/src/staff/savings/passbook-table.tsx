import { Link } from '@tanstack/react-router';
import { Narration } from '../../shared/ui/narration.tsx';
import type { Deposit, Passbook } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { useTaxLines } from '../tax/tax-lines.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Explained } from '../ui/explained.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { useFigureExplanation } from './figure-explanation.ts';
import { creditOfEntry, useInterestExplanation } from './interest-explanation.ts';

type Row = Passbook['items'][number];

export function PassbookTable({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const format = useSocietyFormat();
  const list = useKeysetList('/api/deposits/{id}/passbook', { limit: 30 }, { id: deposit.id });
  const { currency } = deposit;
  const columns: Column<Row>[] = [
    { name: 'on', heading: t('passbook.on'), cell: (row) => format.day(row.postedOn) },
    {
      name: 'entry',
      heading: t('passbook.entry'),
      cell: (row) =>
        row.receiptId === null ? (
          <EntryLink id={row.entryId}>{row.entryNumber}</EntryLink>
        ) : (
          <Link to="/receipts/$id" params={{ id: row.receiptId }}>
            {row.entryNumber}
          </Link>
        ),
    },
    {
      name: 'narration',
      heading: t('passbook.narration'),
      isLong: true,
      cell: (row) => <Narration text={row.narration} />,
    },
    {
      name: 'out',
      heading: t('passbook.withdrawal', { currency }),
      isNumber: true,
      cell: (row) => (row.withdrawal === null ? '' : format.amount(row.withdrawal)),
    },
    {
      name: 'in',
      heading: t('passbook.deposit', { currency }),
      isNumber: true,
      cell: (row) =>
        row.deposit === null ? '' : <PaidIn deposit={deposit} row={row} amount={format.amount(row.deposit)} />,
    },
    {
      name: 'balance',
      heading: t('passbook.balance', { currency }),
      isNumber: true,
      cell: (row) => format.amount(row.balance),
    },
  ];
  return (
    <Section title={t('passbook.title')}>
      <KeysetRows
        list={list}
        events={[
          'receipt.issued',
          'savings.withdrawn',
          'savings.transferred',
          'interest.credited',
          'instruction.taken',
          'deposit.matured',
          'entry.reversed',
        ]}
        empty={<p className="quiet">{t('passbook.none')}</p>}
      >
        {(rows: Row[]) => (
          <DataTable caption={t('passbook.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        )}
      </KeysetRows>
    </Section>
  );
}

/** Interest opens to how it was reached. */
function PaidIn({ deposit, row, amount }: { deposit: Deposit; row: Row; amount: string }) {
  const t = useWords();
  const explanation = useInterestExplanation();
  const taxLines = useTaxLines();
  const figureExplanation = useFigureExplanation();
  if (row.kind !== 'interest') return amount;
  const explain = async () => {
    const query = { entryId: row.entryId };
    const { credits, taxes } = await client.get('/api/deposits/{id}/interest', { path: { id: deposit.id }, query });
    if (credits[0] !== undefined) return explanation(creditOfEntry(credits[0], row.entryId), taxes);
    // What a deposit of a term pays into this account is explained by its entry.
    const { items } = await client.get('/api/journal-entries/{id}/figures', { path: { id: row.entryId } });
    if (items[0] === undefined) return explanation(null, taxes);
    const figure = figureExplanation(items[0]);
    return { ...figure, lines: [...figure.lines, ...taxLines(taxes[0], row.entryId)] };
  };
  return (
    <Explained title={t('interest.why')} queryKey={['deposit-interest', deposit.id, row.entryId]} explain={explain}>
      {amount}
    </Explained>
  );
}
