import { Link } from 'wouter';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { useDeposits } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { depositStatusKey } from '../status-words.ts';
import { PageProblem } from '../waiting-pages.tsx';

export function AccountsPage() {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data, error, refetch } = useDeposits();
  if (data === undefined && error !== null) {
    return <PageProblem title={t('accounts.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Page title={t('accounts.title')} backTo="/">
      {data === undefined && <Skeleton />}
      {data?.items.length === 0 && (
        <Empty title={t('accounts.none')}>
          <p>{t('accounts.noneHow')}</p>
        </Empty>
      )}
      <ul className="list">
        {data?.items.map((deposit) => (
          <li key={deposit.id}>
            <Link href={`/accounts/${deposit.id}`} className="list-row">
              <span className="list-title">{deposit.product}</span>
              <span className="list-side">{shown(format.money(deposit.balance))}</span>
              <span className="list-note">
                {deposit.accountNumber}
                {deposit.status !== 'active' && ` · ${t(depositStatusKey(deposit.status))}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/calculators" className="button button-quiet">
          {t('calculators.title')}
        </Link>
      </p>
    </Page>
  );
}
