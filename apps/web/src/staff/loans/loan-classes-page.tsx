import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { BarList } from '../../shared/ui/charts/bar-list.tsx';
import type { LoanClasses } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { CsvButton } from '../ui/csv-button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page, Section } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Figures = LoanClasses['total'];

/** How good the loans are, what is to be put aside for them, and whether it is. */
export function LoanClassesPage() {
  const t = useWords();
  const may = useMay();
  const query = useQuery({ queryKey: ['loan-classes'], queryFn: () => client.get('/api/loan-classes') });
  return (
    <Page
      title={useTitle(query.data)}
      above={<Link to="/loans">{t('nav.loans')}</Link>}
      signedBy={[t('print.preparedBy'), t('print.checkedBy'), t('print.manager')]}
      actions={
        <>
          <PrintButton />
          {may('export.read') && <CsvButton path="/api/loan-classes.csv" />}
        </>
      }
    >
      <Answered query={query} lines={12}>
        {(report) =>
          report.total.loans === 0 && isZeroMoney(report.total.held) ? (
            <Empty title={t('classes.none')}>{t('classes.noneHow')}</Empty>
          ) : (
            <Report report={report} />
          )
        }
      </Answered>
    </Page>
  );
}

function useTitle(report: LoanClasses | undefined): string {
  const t = useWords();
  const format = useSocietyFormat();
  if (report === undefined || report.total.loans === 0) return t('classes.title');
  const amount = format.money(report.total.outstanding);
  if (isZeroMoney(report.nonPerforming)) return t('classes.good', { amount });
  return t('classes.bad', { amount, bad: format.money(report.nonPerforming) });
}

function Report({ report }: { report: LoanClasses }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { classedOn, currency } = report;
  const said = { currency, today: format.day(report.on) };
  return (
    <>
      <p className="quiet">
        {classedOn === null
          ? t('classes.neverClassed', said)
          : t('classes.classedOn', { ...said, day: format.day(classedOn), rule: t(`classes.rule.${report.rule}`) })}
      </p>
      <Picture report={report} />
      <Section title={t('classes.byClass')}>
        <FigureTable
          caption={t('classes.byClass')}
          first={t('classes.class')}
          total={report.total}
          rows={report.classes.map((row) => ({
            key: row.code,
            label: t(`loan.class.${row.code}`),
            rate:
              row.secured === row.unsecured
                ? percentText(row.secured)
                : t('classes.rateUnsecured', {
                    secured: percentText(row.secured),
                    unsecured: percentText(row.unsecured),
                  }),
            figures: row,
          }))}
        />
        <p className="quiet small">{t('classes.how')}</p>
      </Section>
      <Section title={t('classes.byProduct')}>
        <FigureTable
          caption={t('classes.byProduct')}
          first={t('loan.product')}
          total={report.total}
          rows={report.products.flatMap(({ productCode, productName, classes, ...figures }) => [
            { key: productCode, label: productName, rate: null, figures, isGroup: true },
            ...classes.map((row) => ({
              key: `${productCode} ${row.code}`,
              label: t(`loan.class.${row.code}`),
              rate: null,
              figures: row,
            })),
          ])}
        />
      </Section>
      <Books accounts={report.accounts} />
    </>
  );
}

/** For the length of a bar and its share alone; every figure beside it is exact. */
function Picture({ report }: { report: LoanClasses }) {
  const t = useWords();
  const format = useSocietyFormat();
  const all = Number(report.total.outstanding);
  return (
    <Section title={t('classes.picture')}>
      <BarList
        name={t('classes.picture')}
        rows={report.classes.map(({ code, outstanding }) => ({
          key: code,
          label: t(`loan.class.${code}`),
          value: Number(outstanding),
          figure:
            isZeroMoney(outstanding) || all === 0
              ? '–'
              : t('classes.ofAll', {
                  amount: format.amount(outstanding),
                  share: format.count(Math.round((Number(outstanding) / all) * 100)),
                }),
        }))}
      />
    </Section>
  );
}

interface FigureRow {
  key: string;
  label: string;
  rate: ReactNode;
  figures: Figures;
  isGroup?: boolean;
}

const PARTS = ['outstanding', 'covered', 'uncovered', 'overdue', 'needed', 'held', 'lacks'] as const;

function FigureTable({
  caption,
  first,
  rows,
  total,
}: {
  caption: string;
  first: string;
  rows: readonly FigureRow[];
  total: Figures;
}) {
  const t = useWords();
  const format = useSocietyFormat();
  const count = (loans: number) => (loans === 0 ? '–' : format.count(loans));
  const amount = (value: string) => (isZeroMoney(value) ? '–' : format.amount(value));
  const columns: Column<FigureRow>[] = [
    { name: 'label', heading: first, cell: ({ label, isGroup }) => (isGroup ? <strong>{label}</strong> : label) },
    ...(rows.some(({ rate }) => rate !== null)
      ? [{ name: 'rate', heading: t('classes.rate'), cell: ({ rate }: FigureRow) => rate }]
      : []),
    { name: 'loans', heading: t('classes.loans'), isNumber: true, cell: ({ figures }) => count(figures.loans) },
    ...PARTS.map((part) => ({
      name: part,
      heading: t(`classes.${part}`),
      isNumber: true,
      cell: ({ figures }: FigureRow) => amount(figures[part]),
    })),
  ];
  const sums = Object.fromEntries(PARTS.map((part) => [part, amount(total[part])]));
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      totals={{ label: t('counter.total'), of: { loans: count(total.loans), ...sums } }}
    />
  );
}

/** What is held for the loans beside the two accounts. */
function Books({ accounts }: { accounts: LoanClasses['accounts'] }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const agrees = accounts.every(({ held, balance }) => held === balance);
  const nameOf = (code: string, name: string) => `${code} ${name}`;
  return (
    <Section title={t('classes.books')}>
      <table className="table table-plain">
        <thead>
          <tr>
            <th scope="col">{t('books.account')}</th>
            <th scope="col" className="number">
              {t('classes.held')}
            </th>
            <th scope="col" className="number">
              {t('classes.inBooks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ accountCode, accountName, held, balance }) => (
            <tr key={accountCode}>
              <th scope="row">
                {may('books.read') ? (
                  <Link to="/books/accounts/$code" params={{ code: accountCode }}>
                    {nameOf(accountCode, accountName)}
                  </Link>
                ) : (
                  nameOf(accountCode, accountName)
                )}
              </th>
              <td className="number">{format.amount(held)}</td>
              <td className="number">{format.amount(balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {agrees ? <p className="quiet">{t('classes.agrees')}</p> : <Note tone="warning">{t('classes.differs')}</Note>}
    </Section>
  );
}
