import { useQuery } from '@tanstack/react-query';
import type { Loan, LoanCollection } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { FileButton } from '../ui/files.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { IssueNotice } from './issue-notice.tsx';
import { RecordContact } from './record-contact.tsx';

/** What was done about the loan, and what may be done now. */
export function LoanCollectionOf({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const { id, status, disbursedOn } = loan;
  const query = useQuery({
    queryKey: ['loan-collection', id],
    queryFn: () => client.get('/api/loans/{id}/collection', { path: { id } }),
    enabled: disbursedOn !== null,
  });
  if (disbursedOn === null) return null;
  const isSilent =
    query.data !== undefined &&
    [query.data.contacts, query.data.promises, query.data.notices].every(({ length }) => length === 0);
  if (isSilent && status !== 'active') return null;
  return (
    <Section title={t('collection.title')}>
      <Answered query={query} lines={3}>
        {(collection) => (
          <div className="stack" data-testid="loan-collection">
            {isSilent && <p className="quiet">{t('collection.none')}</p>}
            <Promises collection={collection} />
            <Contacts collection={collection} />
            <Notices collection={collection} />
            {status === 'active' && may('loan.apply') && (
              <div className="row">
                <RecordContact loan={loan} />
                <IssueNotice loan={loan} collection={collection} />
              </div>
            )}
          </div>
        )}
      </Answered>
    </Section>
  );
}

function Promises({ collection: { promises } }: { collection: LoanCollection }) {
  const t = useWords();
  const format = useSocietyFormat();
  return promises.map(({ id, state, amount, by, received }) => (
    <p key={id}>
      {t(`collection.promise.${state}`, {
        amount: format.money(amount),
        day: format.day(by),
        received: format.money(received),
      })}
    </p>
  ));
}

function Contacts({ collection: { contacts } }: { collection: LoanCollection }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (contacts.length === 0) return null;
  return (
    <ol className="timeline">
      {contacts.map(({ id, kind, on, spokeTo, said, recordedBy }) => (
        <li key={id}>
          <time dateTime={on} className="quiet small">
            {format.day(on)}
          </time>
          <p>
            {t(`collection.kind.${kind}`)} · {spokeTo}
            <span className="quiet"> · {recordedBy}</span>
          </p>
          <p className="quiet">{said}</p>
        </li>
      ))}
    </ol>
  );
}

function Notices({ collection: { notices, addressees } }: { collection: LoanCollection }) {
  const t = useWords();
  const format = useSocietyFormat();
  return notices.map(({ id, level, on, overdue, payBy }) => (
    <div key={id} className="stack">
      <p>
        <span className="quiet small block">{format.day(on)}</span>
        {t('collection.noticed', {
          level: format.count(level),
          overdue: format.money(overdue),
          day: format.day(payBy),
        })}
      </p>
      <ul className="row" aria-label={t('collection.letters', { level: format.count(level) })}>
        {addressees.map(({ memberId, name }) => (
          <li key={memberId}>
            <FileButton
              use="print"
              size="compact-sm"
              path="/api/loan-letters/{id}/letter.pdf"
              options={{ path: { id }, query: { to: memberId } }}
            >
              {name}
            </FileButton>
          </li>
        ))}
      </ul>
    </div>
  ));
}
