import { Link } from '@tanstack/react-router';
import { useWords } from '../words.ts';
import { Note } from './states.tsx';

/** What an act answers that another person has to approve first. */
export function WaitsForSecondPerson({ approvalId }: { approvalId: string }) {
  const t = useWords();
  return (
    <div className="stack" role="status">
      <Note>{t('counter.waits')}</Note>
      <p>
        <Link to="/approvals/$id" params={{ id: approvalId }}>
          {t('approval.open')}
        </Link>
      </p>
    </div>
  );
}
