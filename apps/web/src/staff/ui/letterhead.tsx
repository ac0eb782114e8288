import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSession } from '../session.ts';
import { useSocietyFormat, useSocietyName, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';

// On paper only: whose paper it is above the title, and who printed it and when below everything.

export function Letterhead() {
  const t = useWords();
  const name = useSocietyName();
  const { address, registrationNumber } = useThisSociety();
  return (
    <div className="letterhead">
      <p className="letterhead-name">{name}</p>
      <p>
        {[address, registrationNumber === null ? null : t('print.registration', { number: registrationNumber })]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </div>
  );
}

export function PrintedBy() {
  const t = useWords();
  const format = useSocietyFormat();
  const session = useSession();
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    // The browser draws the paper right after this event, so the hour must stand there before it ends.
    const mark = () => flushSync(() => setAt(new Date()));
    addEventListener('beforeprint', mark);
    return () => removeEventListener('beforeprint', mark);
  }, []);
  if (session.state !== 'in' && session.state !== 'ended') return null;
  return (
    <p className="printed-by">{t('print.by', { name: session.user.name, at: format.instant(at.toISOString()) })}</p>
  );
}
