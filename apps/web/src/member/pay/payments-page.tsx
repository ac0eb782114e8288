import { Link } from 'wouter';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { usePayments } from './pay-queries.ts';
import { usePayText } from './pay-words.ts';

export function PaymentsPage() {
  const t = usePayText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePayments();
  if (data === undefined && error !== null) {
    return <PageProblem title={t('pay.list')} backTo="/pay" error={error} onRetry={() => void refetch()} />;
  }
  const requests = data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('pay.list')} backTo="/pay">
      {requests === undefined && <Skeleton lines={5} />}
      {requests?.length === 0 && (
        <Empty title={t('pay.none')}>
          <p>
            <Link href="/pay" className="button button-filled">
              {t('pay.title')}
            </Link>
          </p>
        </Empty>
      )}
      <ul className="list">
        {requests?.map((request) => (
          <li key={request.id}>
            <Link href={`/payments/${request.id}`} className="list-row">
              <span className="list-title">{t(`pay.status.${request.status}`)}</span>
              <span className="list-side">{shown(format.money(request.amount))}</span>
              <span className="list-note">
                {format.day(request.askedOn)} · {request.lines.map(({ label }) => label).join(', ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
    </Page>
  );
}
