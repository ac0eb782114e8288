import { useId } from 'react';
import { Link } from 'wouter';
import type { LoanList } from '../../shared/answers.ts';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { useLoans } from './loan-queries.ts';
import { useLoanText } from './loan-words.ts';

type Loan = LoanList['items'][number];

/** The member's own loans and applications, and the loans of others that they answer for. */
export function LoansPage() {
  const t = useLoanText();
  const [own, sureties] = [useLoans('borrower'), useLoans('guarantor')];
  const title = t('loans.title');
  const lost = [own, sureties].find(({ data, error }) => data === undefined && error !== null);
  if (lost !== undefined) {
    return <PageProblem title={title} backTo="/accounts" error={lost.error} onRetry={() => void lost.refetch()} />;
  }
  return (
    <Page title={title} backTo="/accounts">
      {own.data === undefined && <Skeleton lines={4} />}
      {own.data?.items.length === 0 && (
        <Empty title={t('loans.none')}>
          <p>{t('loans.noneHow')}</p>
        </Empty>
      )}
      {own.data !== undefined && own.data.items.length > 0 && <Loans title={t('loans.own')} loans={own.data.items} />}
      {sureties.data !== undefined && sureties.data.items.length > 0 && (
        <Loans title={t('loans.sureties')} loans={sureties.data.items} ofOthers />
      )}
      <p className="row">
        <Link href="/calculators/loan" className="button button-quiet">
          {t('loans.calculator')}
        </Link>
        <Link href="/loans/possible" className="button">
          {t('possible.title')}
        </Link>
        <Link href="/loans/ask" className="button button-filled">
          {t('loans.ask')}
        </Link>
      </p>
    </Page>
  );
}

function Loans({ title, loans, ofOthers = false }: { title: string; loans: readonly Loan[]; ofOthers?: boolean }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const name = useId();
  return (
    <section className="stack" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <ul className="list">
        {loans.map((loan) => (
          <li key={loan.id}>
            <Link href={`/loans/${loan.id}`} className="list-row">
              <span className="list-title">{ofOthers ? loan.memberName : loan.productName}</span>
              <span className="list-side">{shown(format.money(loan.amount))}</span>
              <span className="list-note">
                {loan.number} ·{' '}
                {t(`loans.status.${loan.status}`, {
                  amount: shown(format.money(loan.writtenOff?.left ?? loan.outstanding)),
                })}
              </span>
              {loan.nextDueOn !== null && (
                <span className="list-note">
                  {t(loan.daysPastDue > 0 ? 'loans.overdueSince' : 'loans.nextDue', {
                    day: format.day(loan.nextDueOn),
                  })}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
