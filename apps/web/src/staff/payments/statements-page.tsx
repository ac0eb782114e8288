import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BankStatement } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { AccountsBetween, LinesByStatus } from './bank-picture.tsx';
import { bankEvents } from './bank-words.ts';
import { ImportStatement } from './import-statement.tsx';

/** What the bank says came in, and that every line and every rupee of it is accounted for. */
export function StatementsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const picture = useQuery({
    queryKey: ['bank-reconciliation'],
    queryFn: () => client.get('/api/bank-reconciliation'),
  });
  const list = useKeysetList('/api/bank-statements');
  const open = picture.data?.unidentified.open;
  const columns: Column<BankStatement>[] = [
    {
      name: 'file',
      heading: t('bank.file'),
      isLong: true,
      cell: ({ id, fileName }) => (
        <Link to="/payments/statements/$id" params={{ id }}>
          {fileName}
        </Link>
      ),
    },
    {
      name: 'period',
      heading: t('bank.period'),
      cell: ({ from, to }) => (from === null || to === null ? '–' : `${format.day(from)} – ${format.day(to)}`),
    },
    { name: 'lines', heading: t('bank.lines'), isNumber: true, cell: ({ lines }) => format.count(lines) },
    {
      name: 'known',
      heading: t('bank.known'),
      isNumber: true,
      isMinor: true,
      cell: ({ known }) => format.count(known),
    },
    {
      name: 'credits',
      heading: t('bank.creditsIn', { currency }),
      isNumber: true,
      cell: ({ credits }) => format.amount(credits),
    },
    { name: 'by', heading: t('bank.by'), isMinor: true, cell: ({ importedBy }) => importedBy },
    { name: 'at', heading: t('bank.at'), isMinor: true, cell: ({ importedAt }) => format.instant(importedAt) },
  ];
  const title =
    open === undefined
      ? t('nav.statements')
      : open.lines === 0
        ? t('bank.titleWhole')
        : t('bank.title', { count: open.lines, amount: format.money(open.amount) });
  return (
    <Page title={title} actions={<ImportStatement />}>
      <Answered query={picture} lines={6}>
        {(data) => (
          <>
            {data.byStatus.length > 0 && <LinesByStatus byStatus={data.byStatus} />}
            <AccountsBetween picture={data} />
            {data.unidentified.open.lines > 0 && (
              <p>
                <Link to="/payments/desk">{t('bank.toDesk')}</Link>
              </p>
            )}
          </>
        )}
      </Answered>
      <KeysetRows list={list} events={bankEvents} empty={<Empty title={t('bank.none')}>{t('bank.noneHow')}</Empty>}>
        {(rows: BankStatement[]) => (
          <DataTable caption={t('nav.statements')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </KeysetRows>
    </Page>
  );
}
