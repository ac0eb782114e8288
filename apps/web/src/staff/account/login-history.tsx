import type { LoginHistory as History } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { useKnownWord, useWords } from '../words.ts';

type Attempt = History['items'][number];

export function LoginHistory() {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const list = useKeysetList('/api/auth/login-history', { limit: 10 });
  const columns: Column<Attempt>[] = [
    { name: 'at', heading: t('loginHistory.at'), cell: (attempt) => format.instant(attempt.attemptedAt) },
    {
      name: 'outcome',
      heading: t('loginHistory.outcome'),
      cell: (attempt) => known(`loginOutcome.${attempt.outcome}`) ?? attempt.outcome,
    },
    { name: 'address', heading: t('sessions.address'), cell: (attempt) => attempt.address },
  ];
  return (
    <KeysetRows list={list} empty={<p className="quiet">{t('loginHistory.none')}</p>}>
      {(rows: Attempt[]) => (
        <DataTable
          caption={t('loginHistory.title')}
          columns={columns}
          rows={rows}
          rowKey={(attempt) => `${attempt.attemptedAt} ${attempt.outcome}`}
        />
      )}
    </KeysetRows>
  );
}
