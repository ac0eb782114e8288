import { Link } from 'wouter';
import { Button } from '../../shared/ui/button.tsx';
import { PaperEnd } from '../../shared/ui/paper.tsx';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { useReceipts } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { PageProblem } from '../waiting-pages.tsx';

export function ReceiptsPage() {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReceipts();
  if (data === undefined && error !== null) {
    return <PageProblem title={t('receipts.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
  }
  const receipts = data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('receipts.title')} backTo="/">
      {receipts === undefined && <Skeleton lines={5} />}
      {receipts?.length === 0 && (
        <Empty title={t('receipts.none')}>
          <p>{t('home.noEntriesHow')}</p>
        </Empty>
      )}
      <ul className="list">
        {receipts?.map((receipt) => (
          <li key={receipt.id}>
            <Link href={`/receipts/${receipt.id}`} className="list-row">
              <span className="list-title">{t(receipt.direction === 'in' ? 'kind.receipt' : 'kind.withdrawal')}</span>
              <span className="list-side">{shown(format.money(receipt.total))}</span>
              <span className="list-note">
                {format.day(receipt.issuedOn)} · {receipt.number}
                {receipt.reversedByEntryId !== null && ` · ${t('entry.reversed')}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {receipts !== undefined && receipts.length > 0 && <PaperEnd t={t} count={receipts.length} goesOn={hasNextPage} />}
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
    </Page>
  );
}
