import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { TaxPayableMonths } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { CsvButton } from '../ui/csv-button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Month = TaxPayableMonths['months'][number];

const route = getRouteApi('/books/tax-payable');

/** What the society owes the tax office, month by month. */
export function TaxPayablePage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/books/tax-payable' });
  const { year } = route.useSearch();
  const payable = useQuery({
    queryKey: ['tax-payable', year],
    queryFn: () => client.get('/api/tax-payable', { query: { year } }),
    placeholderData: (before) => before,
  });
  const told = payable.data;
  return (
    <Page
      title={
        told === undefined
          ? t('nav.taxPayable')
          : t('taxPayable.title', { amount: format.money(told.closing), day: format.day(told.to) })
      }
      lead={t('taxPayable.lead')}
      signedBy={[t('print.preparedBy'), t('print.checkedBy'), t('print.manager')]}
      actions={
        <>
          <PrintButton />
          {may('export.read') && <CsvButton path="/api/tax-payable.csv" query={{ year }} />}
        </>
      }
    >
      <Answered query={payable} lines={12}>
        {(sums) => (
          <>
            <Sentence
              words={(slots) => t('taxPayable.sentence', slots)}
              parts={{
                year: (
                  <SentenceChoice
                    label={t('tax.year')}
                    value={sums.year}
                    choices={sums.years.map((one) => ({ value: one, label: one }))}
                    onChange={(one) => void navigate({ search: { year: one }, replace: true })}
                  />
                ),
              }}
            />
            <TaxMonths payable={sums} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function TaxMonths({ payable }: { payable: TaxPayableMonths }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { accountCode, currency, months, totals, closing } = payable;
  const figure = (name: 'opening' | 'onInterest' | 'other' | 'paidOver' | 'closing', isMinor = false) =>
    ({
      name,
      heading: t(`taxPayable.${name}In`, { currency }),
      isNumber: true,
      isMinor,
      cell: (row: Month) => format.amount(row[name]),
    }) satisfies Column<Month>;
  const columns: Column<Month>[] = [
    {
      name: 'month',
      heading: t('tax.month'),
      cell: ({ from, to }) => (
        <Link to="/books/accounts/$code" params={{ code: accountCode }} search={{ from, to }}>
          {format.ownMonth(from)}
        </Link>
      ),
    },
    figure('opening', true),
    figure('onInterest'),
    figure('other', true),
    figure('paidOver'),
    figure('closing'),
  ];
  return (
    <DataTable
      caption={t('nav.taxPayable')}
      columns={columns}
      rows={months}
      rowKey={({ from }) => from}
      totals={{
        label: t('taxPayable.whole'),
        of: {
          onInterest: format.amount(totals.onInterest),
          other: format.amount(totals.other),
          paidOver: format.amount(totals.paidOver),
          closing: format.amount(closing),
        },
      }}
    />
  );
}
