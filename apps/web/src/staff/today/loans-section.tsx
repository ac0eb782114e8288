import { Link } from '@tanstack/react-router';
import type { DashboardStats } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Glow } from '../ui/glow.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** What members owe, what of it is overdue, and who asks for more; each figure opens its list. */
export function LoansSection({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { runningLoans, overdueLoans, pendingLoans, collateralToReturn, activeLoanAmount, overdueAmount, currency } =
    figures;
  return (
    <Section title={t('today.loans', { currency })}>
      <ul className="lines">
        <li className="line-row">
          <Link to="/loans" search={{ status: 'active' }}>
            {t('today.loansRunning', { count: runningLoans })}
          </Link>
          <span className="figure">
            <Glow value={activeLoanAmount}>{format.amount(activeLoanAmount)}</Glow>
          </span>
        </li>
        <li className="line-row">
          {overdueLoans === 0 ? (
            t('today.loansNoneOverdue')
          ) : (
            <Link to="/loans/dues" search={{}}>
              {t('today.loansOverdue', { count: overdueLoans })}
            </Link>
          )}
          <span className="figure">
            <Glow value={overdueAmount}>{overdueLoans === 0 ? '–' : format.amount(overdueAmount)}</Glow>
          </span>
        </li>
        {pendingLoans > 0 && (
          <li className="line-row">
            <Link to="/loans" search={{}}>
              {t('today.loansPending', { count: pendingLoans })}
            </Link>
          </li>
        )}
        {collateralToReturn > 0 && (
          <li className="line-row">
            <Link to="/loans/collateral" search={{ show: 'toReturn' }}>
              {t('today.collateralToReturn', { count: collateralToReturn })}
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
