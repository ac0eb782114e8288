import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { BankLine } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { BankLines } from './bank-lines.tsx';
import { LinesByStatus } from './bank-picture.tsx';
import { bankEvents } from './bank-words.ts';

const route = getRouteApi('/payments/statements/$id');

/** One statement, and what became of each of its lines. */
export function StatementPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { id } = route.useParams();
  const statement = useQuery({
    queryKey: ['bank-statement', id],
    queryFn: () => client.get('/api/bank-statements/{id}', { path: { id } }),
  });
  const list = useKeysetList('/api/bank-lines', { statementId: id });
  return (
    <Page
      title={statement.data?.fileName ?? t('nav.statements')}
      above={<Link to="/payments/statements">{t('nav.statements')}</Link>}
    >
      <Answered query={statement} lines={5}>
        {(data) => (
          <>
            <Facts
              facts={[
                [t('bank.account'), data.accountCode],
                [
                  t('bank.period'),
                  data.from === null || data.to === null ? '–' : `${format.day(data.from)} – ${format.day(data.to)}`,
                ],
                [t('bank.credits'), format.money(data.credits)],
                [t('bank.debits'), format.money(data.debits)],
                [t('bank.known'), t('bank.count', { count: data.known })],
                [t('bank.by'), `${data.importedBy}, ${format.instant(data.importedAt)}`],
                [
                  t('bank.entry'),
                  data.entryId === null ? (
                    '–'
                  ) : (
                    <EntryLink key="entry" id={data.entryId}>
                      {t('bank.entryOpen')}
                    </EntryLink>
                  ),
                ],
              ]}
            />
            <LinesByStatus byStatus={data.byStatus} />
          </>
        )}
      </Answered>
      <KeysetRows list={list} events={bankEvents} empty={<Empty title={t('bank.noLines')} />}>
        {(rows: BankLine[]) => <BankLines rows={rows} />}
      </KeysetRows>
    </Page>
  );
}
