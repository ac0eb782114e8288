import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { JournalEntry } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { PostingTable } from '../ui/act-preview.tsx';
import { ExplanationTable } from '../ui/explanation-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { useEntry } from './book-queries.ts';
import { EntryFigures } from './entry-figures.tsx';
import { ReverseEntry } from './reverse-entry.tsx';

const route = getRouteApi('/transactions/$id');

/** One journal entry, down to its postings and up to the act that made it. */
export function EntryPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { id } = route.useParams();
  const entry = useEntry(id);
  return (
    <Page
      title={
        entry.data === undefined
          ? t('entry.title')
          : t('entry.pageTitle', { number: entry.data.number, amount: format.money(entry.data.total) })
      }
      above={<Link to="/transactions">{t('nav.transactions')}</Link>}
      lead={entry.data?.narration}
    >
      <Answered query={entry} lines={10}>
        {(found) => <EntryBody key={found.id} entry={found} />}
      </Answered>
    </Page>
  );
}

function EntryBody({ entry }: { entry: JournalEntry }) {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  return (
    <>
      {entry.reversedByEntryId !== null && (
        <Note tone="warning">
          {t('entry.wasReversed')}{' '}
          <Link to="/transactions/$id" params={{ id: entry.reversedByEntryId }}>
            {entry.reversedByNumber ?? t('entry.open')}
          </Link>
        </Note>
      )}
      {entry.reversesEntryId !== null && (
        <Note>
          {t('entry.reverses')}{' '}
          <Link to="/transactions/$id" params={{ id: entry.reversesEntryId }}>
            {entry.reversesNumber ?? t('entry.open')}
          </Link>
        </Note>
      )}
      <Section title={t('books.postings')}>
        <PostingTable postings={entry.postings} />
      </Section>
      <Section title={t('entry.source')}>
        <Facts
          columns={3}
          facts={[
            [t('transactions.kind'), known(`entry.kind.${entry.kind}`) ?? entry.kind],
            [t('entry.postedOn'), format.day(entry.postedOn)],
            [t('entry.valueOn'), format.day(entry.valueOn)],
            [t('entry.recordedAt'), format.instant(entry.recordedAt)],
            [t('entry.maker'), entry.maker],
            [t('entry.checker'), entry.checker],
            [t('receipt.mode'), entry.mode === null ? null : (known(`mode.${entry.mode}`) ?? entry.mode)],
            [t('receipt.tillHead'), entry.tillCode],
            [
              t('receipt.member'),
              entry.memberId === null ? null : (
                <MemberLink key="member" id={entry.memberId} name={entry.memberName} number={entry.memberNumber} />
              ),
            ],
            [
              t('entry.receipt'),
              entry.receiptId === null ? null : (
                <Link key="receipt" to="/receipts/$id" params={{ id: entry.receiptId }}>
                  {entry.receiptNumber ?? t('counter.openReceipt')}
                </Link>
              ),
            ],
            [
              t('entry.approval'),
              entry.approvalId === null ? null : (
                <Link key="approval" to="/approvals/$id" params={{ id: entry.approvalId }}>
                  {t('approval.open')}
                </Link>
              ),
            ],
          ]}
        />
      </Section>
      <EntryFigures id={entry.id} />
      <EntryExplanation id={entry.id} />
      <Section title={t('entry.chain')}>
        <p className="quiet">{t('entry.chainHow')}</p>
        <Facts
          columns={1}
          facts={[
            [
              t('entry.previousHash'),
              <code key="previous" className="hash">
                {entry.previousHash}
              </code>,
            ],
            [
              t('entry.hash'),
              <code key="own" className="hash">
                {entry.hash}
              </code>,
            ],
          ]}
        />
      </Section>
      <ReverseEntry
        entryId={entry.id}
        number={entry.number}
        isReversed={entry.reversedByEntryId !== null || entry.reversesEntryId !== null}
      />
    </>
  );
}

function EntryExplanation({ id }: { id: string }) {
  const t = useWords();
  const explanation = useQuery({
    queryKey: ['entry-explanation', id],
    queryFn: () => client.get('/api/journal-entries/{id}/explanation', { path: { id } }),
  });
  return (
    <Section title={t('entry.why')}>
      <div className="narrow-wide">
        <Answered query={explanation}>{(how) => <ExplanationTable explanation={how} />}</Answered>
      </div>
    </Section>
  );
}
