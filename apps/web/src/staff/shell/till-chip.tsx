import { Link } from '@tanstack/react-router';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Glow } from '../ui/glow.tsx';
import { useWords } from '../words.ts';
import { useMyTill } from './shell-queries.ts';

/** What should lie in the drawer now. */
export function TillChip() {
  const t = useWords();
  const format = useSocietyFormat();
  const mayOperate = useMay()('till.operate');
  const { data } = useMyTill(mayOperate);
  if (!mayOperate || data === undefined) return null;
  const { session } = data;
  return (
    <Link to="/counter/till" className="till-chip">
      {session === null ? (
        <span>
          <span aria-hidden="true">○ </span>
          {t('till.none')}
        </span>
      ) : (
        <>
          <span className="till-chip-name">
            <span aria-hidden="true">● </span>
            {t('till.openChip', { till: session.tillCode })}
          </span>
          <Glow value={session.expectedCash}>
            <span className="figure">{format.money(session.expectedCash)}</span>
          </Glow>
        </>
      )}
    </Link>
  );
}
