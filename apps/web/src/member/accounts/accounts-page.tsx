import { useId } from 'react';
import { Link } from 'wouter';
import type { Deposit } from '../../shared/answers.ts';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { useDeposits } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { depositStatusKey } from '../status-words.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { InterestCertificate } from './interest-certificate.tsx';

export function AccountsPage({ memberId }: { memberId: string }) {
  const t = useMemberText();
  const { data, error, refetch } = useDeposits();
  if (data === undefined && error !== null) {
    return <PageProblem title={t('accounts.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
  }
  const savings = data?.items.filter(({ term }) => term === null) ?? [];
  const deposits = data?.items.filter(({ term }) => term !== null) ?? [];
  return (
    <Page title={t('accounts.title')} backTo="/">
      {data === undefined && <Skeleton />}
      {data?.items.length === 0 && (
        <Empty title={t('accounts.none')}>
          <p>{t('accounts.noneHow')}</p>
        </Empty>
      )}
      {savings.length > 0 && <Accounts title={t('home.savings')} accounts={savings} memberId={memberId} />}
      {deposits.length > 0 && <Accounts title={t('accounts.deposits')} accounts={deposits} memberId={memberId} />}
      <div className="row">
        {savings.length > 0 && (
          <>
            <Link href="/deposits/ask" className="button button-quiet">
              {t('deposits.ask')}
            </Link>
            <Link href="/deposits/requests" className="button button-quiet">
              {t('deposits.asked')}
            </Link>
          </>
        )}
        <Link href="/loans" className="button button-quiet">
          {t('accounts.loans')}
        </Link>
        <Link href="/calculators" className="button button-quiet">
          {t('calculators.title')}
        </Link>
      </div>
      {(data?.items.length ?? 0) > 0 && <InterestCertificate memberId={memberId} />}
    </Page>
  );
}

interface AccountsProps {
  title: string;
  accounts: readonly Deposit[];
  memberId: string;
}

function Accounts({ title, accounts, memberId }: AccountsProps) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const name = useId();
  return (
    <section className="stack" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <ul className="list">
        {accounts.map((deposit) => (
          <li key={deposit.id}>
            <Link href={`/accounts/${deposit.id}`} className="list-row">
              <span className="list-title">{deposit.product}</span>
              <span className="list-side">{shown(format.money(deposit.balance))}</span>
              <span className="list-note">
                {deposit.accountNumber}
                {deposit.status !== 'active' && ` · ${t(depositStatusKey(deposit.status))}`}
              </span>
              <HeldWith deposit={deposit} memberId={memberId} />
              {deposit.status !== 'closed' && deposit.term !== null && <TermNotes term={deposit.term} />}
              {/* What an earlier version kept says nothing of a goal. */}
              {deposit.goal != null && (
                <span className="list-note">
                  {t('accounts.goal', {
                    purpose: deposit.goal.purpose,
                    target: shown(format.money(deposit.goal.target)),
                    day: format.day(deposit.goal.targetOn),
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

/** With whom the reader holds it: the first holder, or whoever holds it beside them. */
function HeldWith({ deposit, memberId }: { deposit: Deposit; memberId: string }) {
  const t = useMemberText();
  const names = deposit.memberId === memberId ? deposit.jointHolders : [deposit.memberName];
  // What an earlier version kept says nothing of them.
  if (names === undefined || names.length === 0) return null;
  return <span className="list-note">{t('accounts.heldWith', { names: names.join(', ') })}</span>;
}

/** What a deposit will be, and how far it is paid in. */
function TermNotes({ term }: { term: NonNullable<Deposit['term']> }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { instalments } = term;
  return (
    <>
      <span className="list-note">
        {t('accounts.matures', { value: shown(format.money(term.maturityValue)), day: format.day(term.maturesOn) })}
      </span>
      {/* What an earlier version kept says nothing of them. */}
      {instalments != null && (
        <span className="list-note">
          {t('accounts.instalments', { paid: instalments.paid, count: instalments.count })}
          {instalments.nextDueOn !== null && ` · ${t('accounts.nextDue', { day: format.day(instalments.nextDueOn) })}`}
        </span>
      )}
    </>
  );
}
