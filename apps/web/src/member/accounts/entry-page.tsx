import { Link } from 'wouter';
import { Narration } from '../../shared/ui/narration.tsx';
import { Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { useJournalEntry } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { FigureLines } from './figure-lines.tsx';
import { InterestLines } from './interest-lines.tsx';

/** Of entries that can hold the interest of a closure, or a fine. */
const closingKinds = ['maturity', 'withdrawal', 'transfer', 'receipt'];

/** One entry of the books that concerns the member: what it moved, and what it is linked to. */
export function EntryPage({ id }: { id: string }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data: entry, error, refetch } = useJournalEntry(id);
  if (entry === undefined) {
    if (error !== null) {
      return <PageProblem title={t('entry.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('entry.title')} backTo="/">
        <Skeleton lines={5} />
      </Page>
    );
  }
  return (
    <Page title={t('entry.numbered', { number: entry.number })} backTo="/">
      <p>
        <Narration text={entry.narration} />
      </p>
      <dl className="facts">
        <div>
          <dt>{t('entry.amount')}</dt>
          <dd>{shown(format.money(entry.total))}</dd>
        </div>
        <div>
          <dt>{t('entry.postedOn')}</dt>
          <dd>{format.day(entry.postedOn)}</dd>
        </div>
        {entry.valueOn !== entry.postedOn && (
          <div>
            <dt>{t('entry.valueOn')}</dt>
            <dd>{format.day(entry.valueOn)}</dd>
          </div>
        )}
        <div>
          <dt>{t('entry.recordedAt')}</dt>
          <dd>{format.instant(entry.recordedAt)}</dd>
        </div>
        {entry.receiptId !== null && (
          <div>
            <dt>{t('receipt.title')}</dt>
            <dd>
              <Link href={`/receipts/${entry.receiptId}`}>{entry.receiptNumber ?? entry.receiptId}</Link>
            </dd>
          </div>
        )}
        {entry.reversesEntryId !== null && (
          <div>
            <dt>{t('entry.reverses')}</dt>
            <dd>
              <Link href={`/entries/${entry.reversesEntryId}`}>{entry.reversesNumber}</Link>
            </dd>
          </div>
        )}
        {entry.reversedByEntryId !== null && (
          <div>
            <dt>{t('entry.reversedBy')}</dt>
            <dd>
              <Link href={`/entries/${entry.reversedByEntryId}`}>{entry.reversedByNumber}</Link>
            </dd>
          </div>
        )}
      </dl>
      {entry.kind === 'interest' && <InterestLines entry={entry} />}
      {closingKinds.includes(entry.kind) && <FigureLines entryId={entry.id} />}
      <section className="stack" aria-labelledby="postings">
        <h2 id="postings">{t('entry.postings')}</h2>
        <ul className="list">
          {entry.postings.map((posting, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a posted entry never change their order.
            <li key={index} className="list-row">
              <span className="list-title">
                {posting.accountName} {posting.subLedgerNumber}
              </span>
              <span className="list-side">
                {shown(format.money(posting.amount))} {posting.side === 'debit' ? t('entry.debit') : t('entry.credit')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
