import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { TrialBalance, TrialBalanceRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { CsvButton } from '../ui/csv-button.tsx';
import { DayBox } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useTrialBalance } from './book-queries.ts';

const route = getRouteApi('/books/trial-balance');
const types = ['asset', 'liability', 'equity', 'income', 'expense'] as const;

/** Where every account stands on any day; each line opens its ledger. */
export function TrialBalancePage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/books/trial-balance' });
  const { asOf } = route.useSearch();
  const { data: me } = useMe();
  const balance = useTrialBalance(asOf);
  const shown = balance.data?.asOf ?? asOf ?? me?.businessDate;
  const title =
    balance.data === undefined || shown === undefined
      ? t('nav.trialBalance')
      : t(balance.data.agrees ? 'trialBalance.agrees' : 'trialBalance.differs', { day: format.day(shown) });
  return (
    <Page
      title={title}
      signedBy={[t('print.preparedBy'), t('print.checkedBy'), t('print.manager')]}
      actions={
        <>
          <PrintButton />
          {may('export.read') && <CsvButton path="/api/trial-balance.csv" query={{ asOf }} />}
        </>
      }
    >
      <div className="filters">
        <DayBox
          label={t('trialBalance.asOf')}
          value={shown ?? ''}
          onChange={(day) => day !== '' && void navigate({ search: { asOf: day }, replace: true })}
        />
      </div>
      <Answered query={balance} lines={14}>
        {(sums) =>
          sums.rows.length === 0 ? <Empty title={t('trialBalance.none')} /> : <TrialBalanceTable balance={sums} />
        }
      </Answered>
    </Page>
  );
}

function TrialBalanceTable({ balance }: { balance: TrialBalance }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { totals, currency } = balance;
  return (
    <>
      {!balance.agrees && <Note tone="warning">{t('trialBalance.differsHow')}</Note>}
      <p className="quiet">
        {t('trialBalance.period', {
          from: format.day(balance.periodFrom),
          to: format.day(balance.asOf),
          currency,
        })}
      </p>
      <div className="table-frame table-scrolls">
        <table className="table table-wide trial-balance">
          <caption className="visually-hidden">{t('nav.trialBalance')}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('books.account')}
              </th>
              <th scope="colgroup" colSpan={2} className="number before-closing opening">
                {t('trialBalance.opening')}
              </th>
              <th scope="colgroup" colSpan={2} className="number before-closing">
                {t('trialBalance.moved')}
              </th>
              <th scope="colgroup" colSpan={2} className="number">
                {t('trialBalance.closing')}
              </th>
            </tr>
            <tr>
              <SideHeads className="number before-closing opening" />
              <SideHeads className="number before-closing" />
              <SideHeads className="number" />
            </tr>
          </thead>
          {types.map((type) => {
            const rows = balance.rows.filter((row) => row.type === type);
            return rows.length === 0 ? null : (
              <TypeRows
                key={type}
                label={t(`account.type.${type}`)}
                rows={rows}
                asOf={balance.asOf}
                from={balance.periodFrom}
              />
            );
          })}
          <tfoot>
            <tr>
              <th scope="row">{t('counter.total')}</th>
              <td className="number before-closing opening">{format.amount(totals.openingDebit)}</td>
              <td className="number before-closing opening">{format.amount(totals.openingCredit)}</td>
              <td className="number before-closing">{format.amount(totals.debit)}</td>
              <td className="number before-closing">{format.amount(totals.credit)}</td>
              <td className="number">{format.amount(totals.closingDebit)}</td>
              <td className="number">{format.amount(totals.closingCredit)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function SideHeads({ className }: { className: string }) {
  const t = useWords();
  return (
    <>
      <th scope="col" className={className}>
        {t('books.debit')}
      </th>
      <th scope="col" className={className}>
        {t('books.credit')}
      </th>
    </>
  );
}

function TypeRows({
  label,
  rows,
  asOf,
  from,
}: {
  label: string;
  rows: readonly TrialBalanceRow[];
  asOf: string;
  from: string;
}) {
  const format = useSocietyFormat();
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={7}>
          {label}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.accountCode}>
          <th scope="row">
            <Link to="/books/accounts/$code" params={{ code: row.accountCode }} search={{ from, to: asOf }}>
              {row.accountCode} {row.accountName}
            </Link>
          </th>
          <td className="number before-closing opening">{format.amount(row.openingDebit)}</td>
          <td className="number before-closing opening">{format.amount(row.openingCredit)}</td>
          <td className="number before-closing">{format.amount(row.debit)}</td>
          <td className="number before-closing">{format.amount(row.credit)}</td>
          <td className="number">{format.amount(row.closingDebit)}</td>
          <td className="number">{format.amount(row.closingCredit)}</td>
        </tr>
      ))}
    </tbody>
  );
}
