import { type ReactNode, useEffect } from 'react';
import { useThisSociety } from '../society.tsx';
import { LanguageChoice } from '../ui/choices.tsx';
import { useWords } from '../words.ts';

interface GateProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** A page before the house: the society's name, one form, the language in sight. */
export function Gate({ title, lead, children }: GateProps) {
  const t = useWords();
  const society = useThisSociety();
  useEffect(() => {
    document.title = `${title} · ${society.name ?? 'Kafal'}`;
  }, [title, society.name]);
  return (
    <main className="gate">
      <div className="gate-sheet stack">
        <div className="gate-head">
          <p className="gate-society">
            {society.logo !== null && <img src={society.logo} alt="" className="gate-logo" />}
            <span>
              {society.name}
              {society.nameLocal !== null && <span className="quiet"> · {society.nameLocal}</span>}
            </span>
          </p>
          <h1>{title}</h1>
          {lead !== undefined && <p className="quiet">{lead}</p>}
        </div>
        {children}
        <LanguageChoice />
        <p className="quiet small">
          {t('gate.staffOnly')} <a href="/">{t('gate.members')}</a>
        </p>
        {!isSecureContext && <p className="quiet small">{t('comforts.plainHttp')}</p>}
      </div>
    </main>
  );
}
