import { Link } from '@tanstack/react-router';
import type { AuditRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { auditWordKey, useWhoWords } from './audit-words.ts';

/** One row whole: who, from where, and the values before and after. */
export function AuditDetail({ row }: { row: AuditRow }) {
  const t = useWords();
  const known = useKnownWord();
  const whoWords = useWhoWords();
  const format = useSocietyFormat();
  const names = [...new Set([...Object.keys(row.oldValues ?? {}), ...Object.keys(row.newValues ?? {})])];
  const hasOld = row.oldValues !== null;
  // A paper is called as everywhere else; other kinds are words of the program.
  const shown = (name: string, value: unknown) =>
    (name === 'kind' ? known(`file.kind.${String(value)}`) : undefined) ?? valueWords(value);
  return (
    <div className="stack">
      <Facts
        columns={1}
        facts={[
          [t('audit.at'), format.instant(row.recordedAt)],
          [t('audit.who'), whoWords(row)],
          [t('audit.subject'), <Subject key="subject" row={row} />],
          [t('sessions.address'), row.address],
          [t('sessions.device'), row.agent],
          [
            t('audit.request'),
            <code key="request" className="hash">
              {row.requestId}
            </code>,
          ],
          [
            t('audit.code'),
            <code key="code" className="hash">
              {row.action}
            </code>,
          ],
        ]}
      />
      {names.length > 0 && (
        <table className="table table-plain">
          <caption className="visually-hidden">{t('audit.values')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('approval.field')}</th>
              {hasOld && <th scope="col">{t('status.beforeHead')}</th>}
              <th scope="col">{t(hasOld ? 'status.afterHead' : 'approval.value')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{known(`details.field.${name}`) ?? name}</th>
                {hasOld && <td className="breakable">{shown(name, row.oldValues?.[name])}</td>}
                <td className="breakable">{shown(name, row.newValues?.[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Subject({ row }: { row: AuditRow }) {
  const may = useMay();
  const known = useKnownWord();
  const { subjectKind, subjectId, subjectName } = row;
  const words = [known(`audit.subject.${auditWordKey(subjectKind)}`) ?? subjectKind, subjectName ?? subjectId]
    .filter((part) => part !== null)
    .join(' ');
  if (subjectId === null) return words;
  if (subjectKind === 'member' && may('member.read')) {
    return (
      <Link to="/members/$id" params={{ id: subjectId }}>
        {words}
      </Link>
    );
  }
  if (subjectKind === 'membership_application' && may('application.read')) {
    return (
      <Link to="/applications/$id" params={{ id: subjectId }}>
        {words}
      </Link>
    );
  }
  if (subjectKind === 'deposit' && may('counter.read')) {
    return (
      <Link to="/savings/$id" params={{ id: subjectId }}>
        {words}
      </Link>
    );
  }
  if (subjectKind === 'approval_request' && may('approval.read')) {
    return (
      <Link to="/approvals/$id" params={{ id: subjectId }}>
        {words}
      </Link>
    );
  }
  if (subjectKind === 'journal_entry' && may('books.read')) return <EntryLink id={subjectId}>{words}</EntryLink>;
  return words;
}

function valueWords(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
